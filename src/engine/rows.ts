import type { Part } from './db';
import { recordset, type Link, type Table } from './tables';

/** A record on its way into its table: attributes by name, relations by documentId. */
export type Row = Readonly<Record<string, unknown>> & { readonly documentId: string };

/** Rows of one table that a statement makes. */
export interface Made {
  readonly table: Table;
  readonly rows: readonly Row[];
}

export const json = (rows: readonly unknown[]): string => JSON.stringify(rows);
export const iso = (at: number): string => new Date(at).toISOString();

/**
 * The row id behind a documentId, looked up one by one: the planner takes any JSON for a hundred rows and would read the
 * whole other table. What the same statement makes is not in its table yet, but among what it gives back.
 */
export function idBehind(table: string, documentId: string, made: readonly Made[]): string {
  const stored = `SELECT id FROM "${table}" WHERE document_id = ${documentId}`;
  const isMade = made.some((one) => one.table.table === table);
  return isMade
    ? `(${stored} UNION ALL SELECT id FROM ${table}_new WHERE document_id = ${documentId} LIMIT 1)`
    : `(${stored} LIMIT 1)`;
}

/** Only what is set: most of a case's hundred columns are empty, and what is not named becomes NULL. */
export function rowOf(table: Table, record: Row): Record<string, unknown> {
  const row: Record<string, unknown> = { document_id: record.documentId };
  for (const { attribute, column, byDefault, repeats } of table.columns) {
    const value = record[repeats ?? attribute] ?? byDefault;
    if (value !== null && value !== undefined) row[column] = value;
  }
  for (const { attribute } of table.links) {
    const other = record[attribute];
    if (other !== null && other !== undefined) row[`rel_${attribute}`] = other;
  }
  return row;
}

/** Makes records with their relations; `before` are the rows that the same statement makes ahead of these. */
export function insertRows(
  table: Table,
  made: readonly Row[],
  { now, before }: { now: number; before: readonly Made[] },
): Part {
  const rows = made.map((record) => rowOf(table, record));
  const columns = table.columns.map(({ column }) => `"${column}"`).join(', ');
  const used = table.links.filter(({ attribute }) => made.some((record) => record[attribute]));
  const source = `${table.table}_src`;
  const inserted = `${table.table}_new`;
  return {
    ctes: [
      [source, `SELECT * FROM jsonb_to_recordset($?::jsonb) AS ${recordset(table, true)}`],
      [
        inserted,
        `INSERT INTO "${table.table}" (document_id, created_at, updated_at, published_at, ${columns})
         SELECT document_id, $?::timestamp, $?::timestamp, $?::timestamp, ${columns} FROM ${source} RETURNING id, document_id`,
      ],
      ...used.map((link): readonly [string, string] => [
        `${table.table}_${link.attribute.toLowerCase()}_new`,
        `INSERT INTO "${link.table}" ("${link.ownColumn}", "${link.otherColumn}")
         SELECT n.id, o.id FROM ${source} s JOIN ${inserted} n USING (document_id)
         CROSS JOIN LATERAL ${idBehind(link.otherTable, `s."rel_${link.attribute}"`, before)} o
         WHERE s."rel_${link.attribute}" IS NOT NULL`,
      ]),
    ],
    params: [json(rows), iso(now), iso(now), iso(now)],
  };
}

/** Lets a relation of stored cases name another record. */
export function linkPart(
  table: Table,
  link: Link,
  { set, made }: { set: readonly Row[]; made: readonly Made[] },
): Part {
  const rows = set.map((record) => ({ own: record.documentId, other: record[link.attribute] }));
  return {
    ctes: [
      [
        `${table.table}_${link.attribute.toLowerCase()}_set`,
        `INSERT INTO "${link.table}" ("${link.ownColumn}", "${link.otherColumn}")
         SELECT t.id, o.id FROM jsonb_to_recordset($?::jsonb) AS x(own text, other text)
         CROSS JOIN LATERAL (SELECT id FROM "${table.table}" WHERE document_id = x.own LIMIT 1) t
         CROSS JOIN LATERAL ${idBehind(link.otherTable, 'x.other', made)} o
         ON CONFLICT ("${link.ownColumn}") DO UPDATE SET "${link.otherColumn}" = excluded."${link.otherColumn}"`,
      ],
    ],
    params: [json(rows)],
  };
}

/** Empties a relation of the cases with these documentIds. */
export function unlinkPart(table: Table, link: Link, cleared: readonly string[]): Part {
  return {
    ctes: [
      [
        `${table.table}_${link.attribute.toLowerCase()}_cut`,
        `DELETE FROM "${link.table}" l USING "${table.table}" t WHERE l."${link.ownColumn}" = t.id AND t.document_id = ANY($?::text[])`,
      ],
    ],
    params: [cleared],
  };
}
