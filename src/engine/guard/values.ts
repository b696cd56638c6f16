import type { Table } from '../tables';

export type RelationRef = { readonly documentId?: string; readonly id?: number | string } | string | number;

/** What a form says about a to-one relation: left alone, emptied, set to a record, or rid of the records named. */
export type RelationWish =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'set'; readonly ref: RelationRef }
  | { readonly kind: 'without'; readonly refs: readonly RelationRef[] };

/** Reads the forms in which Strapi's doors write a to-one relation: id, `{connect}`, `{set}`, `{disconnect}`. */
export function relationWish(value: unknown): RelationWish {
  if (value === null) return { kind: 'empty' };
  if (typeof value === 'string' || typeof value === 'number') return { kind: 'set', ref: value };
  if (Array.isArray(value)) return lastOf(value);
  if (typeof value !== 'object') return { kind: 'unchanged' };
  const { connect, set, disconnect, documentId, id } = value as Record<string, unknown>;
  if (set !== undefined) return lastOf(listOf(set));
  if (connect !== undefined && listOf(connect).length > 0) return lastOf(listOf(connect));
  if (disconnect !== undefined && listOf(disconnect).length > 0)
    return { kind: 'without', refs: listOf(disconnect) as RelationRef[] };
  if (typeof documentId === 'string' || id !== undefined) return { kind: 'set', ref: value as RelationRef };
  return { kind: 'unchanged' };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === null ? [] : [value]);

function lastOf(list: readonly unknown[]): RelationWish {
  const last = list[list.length - 1];
  if (last === undefined || last === null) return { kind: 'empty' };
  return { kind: 'set', ref: last as RelationRef };
}

/** Whether a scalar that a form sends is what is stored: empty values are equal, moments by instant, JSON by content. */
export function sameValue(table: Table, attribute: string, given: unknown, stored: unknown): boolean {
  const empty = (value: unknown) => value === null || value === undefined || value === '';
  if (empty(given) || empty(stored)) return empty(given) && empty(stored);
  const column = table.columns.find((one) => one.attribute === attribute);
  if (column?.sqlType === 'timestamp') return Date.parse(String(given)) === Date.parse(String(stored));
  if (column?.sqlType === 'integer' || column?.sqlType === 'numeric') return Number(given) === Number(stored);
  if (typeof given === 'object') return JSON.stringify(given) === JSON.stringify(stored);
  return given === stored;
}
