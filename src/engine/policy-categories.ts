import type { CategoryWords } from '../rules/intake';

type Row = Readonly<Record<string, unknown>>;

const wordOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const rowOf = (value: unknown): Row | null =>
  typeof value === 'object' && value !== null ? (value as Row) : null;
const wordsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((one: unknown) => wordOf(one) ?? []) : [];

/** What people call the categories, from their rows with `parent` populated, by documentId. */
export function categoryWordsOf(rows: readonly Row[]): ReadonlyMap<string, CategoryWords> {
  const byId = new Map(rows.map((row) => [String(row.documentId), row]));
  const kindOf = (row: Row | undefined, above = 0): string | null => {
    if (!row || above > rows.length) return null;
    return wordOf(row.kind) ?? kindOf(byId.get(String(rowOf(row.parent)?.documentId)), above + 1);
  };
  return new Map(
    rows.map((row) => [
      String(row.documentId),
      {
        id: String(row.documentId),
        name: { zh: String(row.name), en: wordOf(row.nameEn) ?? String(row.name) },
        aliases: wordsIn(row.aliases),
        kind: kindOf(row),
        active: row.active !== false,
      },
    ]),
  );
}
