import type { CaseRecord } from '../../rules/cases/types';
import { paperWords } from '../../rules/words/papers';
import { say, type Words } from '../../rules/words/say';
import { query } from '../db';
import { labelsOf } from '../door/choices';
import { clockViews, enumLabel, fieldLabel, openFields, readCase, type Viewing } from '../door/views';
import { tableFor } from '../office';
import { presentRecord, type PresentedRecord } from '../present';
import { uidOf } from '../tables';
import type { Entry, Part } from './plan';

/** A record whose fields can be said: personal data masked, in the language of who asks, in the office's time zone. */
export interface Told {
  readonly record: PresentedRecord;
  /** The value of a field in words; empty where there is none. */
  readonly text: (field: string) => string;
  readonly entry: (field: string) => Entry;
  readonly has: (field: string) => boolean;
}

export const said = ({ locale }: Pick<Viewing, 'locale'>, words: Words, params: object = {}): string =>
  say(words, locale, params as Readonly<Record<string, unknown>>);

/** A moment (ISO) on the wall of the office: `2026-11-20 10:05`; empty for none. */
export function wallTime({ office, locale }: Pick<Viewing, 'office' | 'locale'>, moment: unknown): string {
  if (typeof moment !== 'string' || Number.isNaN(Date.parse(moment))) return '';
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: office.timeZone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    hourCycle: 'h23',
  }).format(Date.parse(moment));
}

/** Fen as yuan with two decimals. */
export const yuan = (fen: unknown): string => (typeof fen === 'number' ? (fen / 100).toFixed(2) : '');

/** Reads a case for a paper, as much of it as the reader may see. Throws CASE_UNKNOWN, NOT_ENTITLED. */
export async function tell(viewing: Viewing, type: string, id: string): Promise<Told> {
  const { office } = viewing;
  await viewing.scope?.assert(type, id);
  const record = openFields(viewing, type, presentRecord(office, type, await readCase(office, type, id)));
  const named = await namesIn(viewing, type, record);
  const text = (field: string): string => textOf(viewing, { type, field, value: record[field], named });
  return {
    record,
    text,
    entry: (field) => ({ label: fieldLabel(type, field, viewing.locale), text: text(field) }),
    has: (field) => text(field) !== '',
  };
}

async function namesIn({ office }: Viewing, type: string, record: CaseRecord | PresentedRecord) {
  const named = new Map<string, string>();
  for (const { attribute, otherType } of tableFor(office, type).links) {
    const id = (record as Readonly<Record<string, unknown>>)[attribute];
    if (typeof id !== 'string' || named.has(id)) continue;
    for (const [known, label] of await labelsOf(office, otherType, [id])) named.set(known, label);
  }
  return named;
}

interface Value {
  readonly type: string;
  readonly field: string;
  readonly value: unknown;
  readonly named: ReadonlyMap<string, string>;
}

function textOf(viewing: Viewing, { type, field, value, named }: Value): string {
  if (value === null || value === undefined) return '';
  const { attributes } = viewing.office.strapi.getModel(uidOf(type) as never) as unknown as {
    attributes: Readonly<Record<string, { readonly type: string } | undefined>>;
  };
  switch (attributes[field]?.type) {
    case 'datetime':
      return wallTime(viewing, value);
    case 'enumeration':
      return enumLabel(type, field, String(value), viewing.locale);
    case 'boolean':
      return said(viewing, value === true ? paperWords.yes : paperWords.no);
    case 'relation':
      return named.get(String(value)) ?? '';
    default:
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }
}

/** Rows of boxes of the told fields, two in a row. */
export const boxes = (told: Told, ...fields: readonly string[]): Part[] => paired(fields.map(told.entry));

/** Entries two in a row; the last alone where their number is odd. */
export function paired(entries: readonly Entry[]): Part[] {
  const rows: Part[] = [];
  for (let index = 0; index < entries.length; index += 2)
    rows.push({ kind: 'entries', entries: entries.slice(index, index + 2) });
  return rows;
}

/** A box over the whole width, with room to write by hand where nothing stands. */
export const wide = (told: Told, field: string, lines = 1): Part => ({
  kind: 'entries',
  entries: [told.entry(field)],
  lines,
});

export const heading = (viewing: Viewing, words: Words): Part => ({
  kind: 'heading',
  text: said(viewing, words),
});

/** The promises of these cases as a table: what, since when, until when, how it went. Nothing where there are none. */
export async function promises(
  viewing: Viewing,
  cases: readonly (readonly [type: string, id: string])[],
): Promise<Part[]> {
  const clocks = [];
  for (const [type, id] of cases) clocks.push(...(await clockViews(viewing, type, id)));
  if (clocks.length === 0) return [];
  const { promise, promiseFrom, promiseDue, promiseVerdict, open } = paperWords;
  const rows = clocks.map((clock) => {
    const { startedAt, dueAt, verdict } = clock as typeof clock & { startedAt: string; dueAt: string | null };
    const ended = verdict ? enumLabel('clock', 'verdict', verdict, viewing.locale) : said(viewing, open);
    return [clock.label, wallTime(viewing, startedAt), wallTime(viewing, dueAt), ended];
  });
  const columns = [
    { title: said(viewing, promise), share: 3 },
    { title: said(viewing, promiseFrom), share: 3 },
    { title: said(viewing, promiseDue), share: 3 },
    { title: said(viewing, promiseVerdict), share: 2 },
  ];
  return [heading(viewing, paperWords.promises), { kind: 'grid', grid: { columns, rows } }];
}

/** What the office is called on paper: as it is set, else by its community, else just an office. */
export async function officeName(viewing: Viewing, ticket: PresentedRecord | null): Promise<string> {
  const { office } = viewing;
  const set = office.strapi.config.get<string>('office.name', '').trim();
  if (set) return set;
  const [row] = await query<{ name: string }>(
    office.pool,
    `SELECT c.name FROM communities c WHERE c.document_id = $1 OR c.id IN (
       SELECT bc.community_id FROM units u JOIN units_building_lnk ub ON ub.unit_id = u.id
       JOIN buildings_community_lnk bc ON bc.building_id = ub.building_id WHERE u.document_id = $2) LIMIT 1`,
    [ticket?.community ?? null, ticket?.unit ?? null],
  );
  const words = said(viewing, paperWords.office);
  return row ? [row.name, words].join(viewing.locale === 'en' ? ', ' : ' ') : words;
}

/** The line at the foot: who printed it, and when. */
export const footerOf = (viewing: Viewing): string =>
  said(viewing, paperWords.printed, {
    name: viewing.actor.name,
    moment: wallTime(viewing, new Date(viewing.office.now()).toISOString()),
  });

/** The words of the page numbers. */
export const pageWordsOf =
  (viewing: Viewing) =>
  (page: number, of: number): string =>
    said(viewing, paperWords.page, { page, of });
