import type { PriceItem } from '../rules/prices';
import type { WarrantyTerm, WarrantyUnit } from '../rules/warranty';

type Row = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const categoryOf = ({ category }: Row): string | null =>
  (category as { documentId?: string } | null | undefined)?.documentId ?? null;

/** The term that a row stands for (category populated), whether in force or not. */
export function termOf(row: Row): WarrantyTerm {
  return {
    code: String(row.code),
    category: categoryOf(row) ?? '',
    unit: row.unit as WarrantyUnit,
    amount: Number(row.amount ?? 0),
    seasonFrom: textOf(row.seasonFrom),
    seasonTo: textOf(row.seasonTo),
  };
}

/** The terms in force, of rows with their category populated. */
export const termsOf = (rows: readonly Row[]): WarrantyTerm[] =>
  rows.filter(({ active }) => active !== false).map(termOf);

/** The price list by documentId, of rows with their category populated; positions no longer in use stay known, so that they can be told from unknown ones. */
export const priceListOf = (rows: readonly Row[]): ReadonlyMap<string, PriceItem> =>
  new Map(
    rows.map((row) => [
      String(row.documentId),
      {
        id: String(row.documentId),
        code: String(row.code),
        name: String(row.name),
        unit: String(row.unit),
        category: categoryOf(row),
        priceFen: Number(row.priceFen),
        active: row.active !== false,
      },
    ]),
  );
