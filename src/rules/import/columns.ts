/** Which column of a file a mapping means. */

/**
 * How a mapping names a column: its header ('TYPE'), its header and occurrence where several have the
 * same ('category#2'), its position from 1 (`3`, or '@3' in a template), or its letter ('@AB').
 */
export type ColumnRef = string | number;

export type ColumnFound =
  | { readonly outcome: 'found'; readonly index: number }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'ambiguous'; readonly count: number };

/** No spreadsheet has more columns than this. */
const MOST_COLUMNS = 16_384;

/** A header as it is compared: widths, capitals and runs of blanks do not matter. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\ufeff]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Index from 0 of a column letter: A is 0, Z is 25, AA is 26. */
export function letterIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** The letter of a column index from 0. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** What a column is called in a report: its header, or its letter where it has none. */
export function columnLabel(header: readonly string[], index: number): string {
  const label = (header[index] ?? '').replace(/\s+/g, ' ').trim();
  if (label === '') return columnLetter(index);
  const same = header.filter((other) => headerKey(other) === headerKey(label)).length;
  if (same === 1) return label;
  const occurrence = header
    .slice(0, index + 1)
    .filter((other) => headerKey(other) === headerKey(label)).length;
  return `${label}#${occurrence}`;
}

/** The columns of a file: their headers, and whether rows may go on beyond them (spreadsheets; no header). */
export interface Columns {
  readonly header: readonly string[];
  readonly openEnded: boolean;
}

/** Finds the column that is meant; the exact header goes before one that differs in blanks or capitals. */
export function findColumn({ header, openEnded }: Columns, ref: ColumnRef): ColumnFound {
  const position = typeof ref === 'number' ? ref : positionOf(ref);
  if (position !== undefined) return atPosition(position, openEnded ? MOST_COLUMNS : header.length);
  const name = String(ref);
  const byName = findByName(header, name);
  if (byName.outcome !== 'unknown') return byName;
  const numbered = /^(.*)#(\d+)$/s.exec(name);
  if (!numbered) return byName;
  const matches = indexesOf(header, numbered[1] as string);
  const index = matches[Number(numbered[2]) - 1];
  return index === undefined ? { outcome: 'unknown' } : { outcome: 'found', index };
}

function findByName(header: readonly string[], name: string): ColumnFound {
  const exact = header.flatMap((text, index) => (text === name && name.trim() !== '' ? [index] : []));
  const matches = exact.length > 0 ? exact : indexesOf(header, name);
  if (matches.length > 1) return { outcome: 'ambiguous', count: matches.length };
  return matches.length === 1 ? { outcome: 'found', index: matches[0] as number } : { outcome: 'unknown' };
}

function indexesOf(header: readonly string[], name: string): number[] {
  const wanted = headerKey(name);
  if (wanted === '') return [];
  return header.flatMap((text, index) => (headerKey(text) === wanted ? [index] : []));
}

function positionOf(ref: string): number | undefined {
  if (/^@\d{1,5}$/.test(ref)) return Number(ref.slice(1));
  return /^@[A-Za-z]{1,3}$/.test(ref) ? letterIndex(ref.slice(1)) + 1 : undefined;
}

function atPosition(position: number, last: number): ColumnFound {
  return position >= 1 && position <= last
    ? { outcome: 'found', index: position - 1 }
    : { outcome: 'unknown' };
}
