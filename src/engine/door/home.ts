import { forbidden, notFound } from '../../rules/refusal';
import { localDate } from '../../rules/time';
import { enumWord } from '../../rules/words/enums';
import { say } from '../../rules/words/say';
import { query } from '../db';
import { figuresFor, figuresQueryOf } from '../figures';
import { CLOCK_LISTS, clocksAhead, clocksListed, outListed, whatIsOut, workOf, type DueClock } from '../home';
import type { DoorContext } from './context';
import { assertMayReadFigures, openOf } from './figures';
import { assertMayLook } from './handlers';
import { tableNameOf } from '../tables';
import { stageLabel, type Viewing } from './views';

type Query = DoorContext['query'];

function clockLabel({ locale }: Viewing, name: string): string {
  const words = enumWord('clock', 'name', name);
  return words ? say(words, locale) : name;
}

/**
 * What waits for whoever is logged in, by what falls due first [A-04][B-03][D-01]; 50 lines at most, `total` counts all.
 * Throws NOT_ENTITLED for anybody who has no post in the office.
 */
export async function showMyWork(viewing: Viewing) {
  assertMayLook(viewing);
  if (viewing.actor.kind !== 'staff') throw forbidden('NOT_ENTITLED', { action: 'read' });
  const { lines, ...counts } = await workOf(viewing.office, viewing.actor, viewing.scope);
  return {
    ...counts,
    lines: lines.map((line) => ({
      ...line,
      stageLabel: stageLabel(line.type, line.stage, viewing.locale),
      clock: line.clock && { ...line.clock, label: clockLabel(viewing, line.clock.name) },
    })),
  };
}

/** Promises that fall due in the next `hours` (4) and those broken today, by building and team [C-11][R-05]. */
export async function showClocksAhead(viewing: Viewing, given: Query) {
  assertMayReadFigures(viewing);
  const { next, ...counts } = await clocksAhead(viewing, given);
  return { ...counts, next: (await openOf(viewing, next)).map((one) => clockLine(viewing, one)) };
}

/** How many keys and papers are out, and how many of them are overdue, as far as they are open to whoever looks [F-03][G-04]. */
export const showWhatIsOut = (viewing: Viewing) => whatIsOut(viewing);

/** The loans behind one of those numbers (`out`, `overdue`). Throws INPUT_INVALID. */
export const showOutList = (viewing: Viewing, which: { kind: string; list: string }, given: Query) =>
  outListed(viewing, which, given);

/** The clocks behind one of those numbers (`due`, `broken`). Throws NOT_ENTITLED, NOT_FOUND, INPUT_INVALID. */
export async function showClockList(viewing: Viewing, list: string, given: Query) {
  assertMayReadFigures(viewing);
  const what = CLOCK_LISTS.find((one) => one === list);
  if (!what) throw notFound('NOT_FOUND', { list });
  const { records, ...page } = await clocksListed(viewing, what, given);
  return { ...page, records: (await openOf(viewing, records)).map((one) => clockLine(viewing, one)) };
}

const clockLine = (viewing: Viewing, one: DueClock) => ({ ...one, label: clockLabel(viewing, one.name) });

/** The figures of this month, in the office's time zone, with the month's name as `figures` and their records take it. */
export async function showThisMonth(viewing: Viewing) {
  assertMayReadFigures(viewing);
  const { office } = viewing;
  const month = localDate(office.timeZone, office.now()).slice(0, 7);
  const { figures } = await figuresFor(office, await figuresQueryOf(viewing, { period: month }));
  const { promises } = figures;
  const names = await targetNames(
    viewing,
    promises.byTarget.map(({ target }) => target),
  );
  return {
    month,
    figures: {
      ...figures,
      promises: {
        ...promises,
        byTarget: promises.byTarget.map((one) => ({
          ...one,
          label: names.get(one.target) ?? clockLabel(viewing, one.clock),
        })),
      },
    },
  };
}

/** What targets are called, by documentId; one that has since been deleted is not among them. */
async function targetNames(
  { office, locale }: Viewing,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await query<{ id: string; name: string; nameEn: string | null }>(
    office.pool,
    `SELECT document_id AS id, name, name_en AS "nameEn" FROM "${tableNameOf(office.strapi, 'target')}" WHERE document_id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, name, nameEn }) => [id, locale === 'en' ? nameEn || name : name]));
}
