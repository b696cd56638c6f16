import {
  ALL_COLUMNS,
  breakdown,
  reportWord,
  sectionsOf,
  type Report,
  type SectionName,
} from '../../rules/reports';
import type { Period } from '../../rules/figures';
import { localDate } from '../../rules/time';
import { say, type Locale } from '../../rules/words/say';
import type { Viewing } from '../door/views';
import { figuresFor, figuresQueryOf, type FiguresAnswer } from '../figures';
import type { Office } from '../office';
import { GROUP_TYPES, idsIn, namesOf } from './names';

/** The tables of the reports page, in their order. */
const SHOWN: readonly SectionName[] = [
  ...([
    'overview',
    'promises',
    'times',
    'kinds',
    'categories',
    'channels',
    'faultClasses',
    'rework',
  ] as const),
  ...(['visits', 'visitForms', 'satisfaction'] as const),
  ...([
    'complaintClasses',
    'complaintCauses',
    'complaintStages',
    'complaintCategories',
    'overdueNow',
  ] as const),
];

/** A report with the figures it is made of. */
export interface LiveReport extends FiguresAnswer {
  readonly report: Report;
}

/**
 * The office's figures as tables, for a period and part of the office as a query string names them, with a breakdown where
 * `by` asks for one. Throws as `figuresQueryOf`.
 */
export async function liveReport(
  viewing: Pick<Viewing, 'office' | 'locale' | 'scope'>,
  given: Readonly<Record<string, unknown>>,
): Promise<LiveReport> {
  const { office, locale } = viewing;
  const asked = await figuresQueryOf(viewing, given);
  const answer = await figuresFor(office, asked);
  const by = asked.by === null ? null : { group: asked.by, groups: answer.by ?? [] };
  const names = await namesOf(office, idsIn(answer.figures, by));
  const wording = { locale, names };
  const parts =
    asked.by === null
      ? undefined
      : breakdown({ by: asked.by, groups: answer.by ?? [], columns: ALL_COLUMNS }, wording);
  const [overview, ...rest] = sectionsOf(answer.figures, wording, SHOWN);
  const report: Report = {
    title: reportWord('title.figures', locale),
    lines: [
      periodLine(office, asked.period, locale),
      ...(await scopeLines(
        office,
        asked.scope as unknown as Readonly<Record<string, string | null>>,
        locale,
      )),
    ],
    sections: [overview, parts, ...rest].filter((section) => section !== undefined),
    remarks: [],
  };
  return { ...answer, report };
}

/** "2026-10-01 to 2026-10-31": the local days of a period, the last included. */
export const periodLine = ({ timeZone }: Office, { from, to }: Period, locale: Locale): string =>
  reportWord('period', locale, { from: localDate(timeZone, from), to: localDate(timeZone, to - 1) });

async function scopeLines(
  office: Office,
  scope: Readonly<Record<string, string | null>>,
  locale: Locale,
): Promise<string[]> {
  const lines: string[] = [];
  for (const part of ['community', 'building', 'team', 'person'] as const) {
    const id = scope[part];
    const type = GROUP_TYPES[part];
    if (!id || !type) continue;
    const words = (await namesOf(office, { [type]: [id] })).get(id);
    lines.push(reportWord(`scope.${part}`, locale, { name: words ? say(words, locale) : id }));
  }
  return lines.length > 0 ? lines : [reportWord('scope.all', locale)];
}
