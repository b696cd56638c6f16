import type { Made as MadeName, Outcome, RecordChange } from '../rules/cases/types';
import type { Part } from './db';
import { groupBy } from './group';
import { newDocumentId } from './ids';
import type { Office } from './office';
import { tailHash } from './privacy';
import { iso, json, rowOf, type Made } from './rows';
import { recordset, tableOf, type Table } from './tables';
import type { NotedRecord, Work } from './work';

type Values = Readonly<Record<string, unknown>>;

/** An outcome with the ids of what it makes. */
interface Named {
  readonly set: Values;
  readonly records: readonly (Omit<RecordChange, 'id'> & { readonly id: string; readonly isNew: boolean })[];
}

const isMade = (value: unknown): value is MadeName =>
  typeof value === 'object' && value !== null && Object.keys(value).join() === 'made';

/** Draws the ids of the records that an outcome makes, and puts them where `made(name)` stands. */
export function withIds({ set = {}, records = [] }: Outcome): Named {
  const ids = new Map(records.flatMap(({ id }) => (isMade(id) ? [[id.made, newDocumentId()]] : [])));
  const idOf = (value: unknown): unknown => {
    if (!isMade(value)) return value;
    const id = ids.get(value.made);
    if (!id) throw new Error(`the outcome makes no record ${value.made}`);
    return id;
  };
  const filled = (values: Values): Values =>
    ids.size === 0
      ? values
      : Object.fromEntries(Object.entries(values).map(([name, value]) => [name, idOf(value)]));
  return {
    set: filled(set),
    records: records.map(({ type, id, set: own }) => ({
      type,
      id: String(idOf(id)),
      isNew: isMade(id),
      set: filled(own),
    })),
  };
}

/** Notes the records of registers that follow from an action; written by `flush` with everything else. */
export function noteRecords(work: Work, records: Named['records']): void {
  for (const { type, id, isNew, set } of records) {
    if (work.office.definitions.has(type)) throw new Error(`${type} is a case: it has actions of its own`);
    const table = tableOf(work.office.strapi, type);
    if (!isNew && table.links.some(({ attribute }) => attribute in set))
      throw new Error(`${type}: whom a record is about is not changed, another is made instead`);
    work.records.push({ table, documentId: id, isNew, set: sealed(work.office, table, set) });
  }
}

/** The attributes to set, personal data sealed on its way in, with the hashes that it is looked up by. */
export function sealed(
  office: Pick<Office, 'privacy'>,
  { type, attributes, personal }: Table,
  given: Values,
): Record<string, unknown> {
  const set: Record<string, unknown> = {};
  for (const [attribute, value] of Object.entries(given)) {
    if (!attributes.has(attribute)) throw new Error(`${type} has no attribute ${attribute}`);
    const kind = personal.get(attribute);
    if (!kind) {
      set[attribute] = value === undefined ? null : value;
      continue;
    }
    const plain = typeof value === 'string' && value.trim() !== '' ? value : null;
    const kept = plain === null ? null : office.privacy.seal(kind, plain);
    set[attribute] = kept?.stored ?? null;
    if (attributes.has(`${attribute}Hash`)) set[`${attribute}Hash`] = kept?.hash ?? null;
    if (attributes.has(`${attribute}TailHash`))
      set[`${attribute}TailHash`] = plain === null ? null : tailHash(kind, plain);
  }
  return set;
}

/** The records that a transaction makes, by table, in the order in which one refers to another. */
export const recordsMade = ({ records }: Work): Made[] =>
  [
    ...groupBy(
      records.filter(({ isNew }) => isNew),
      ({ table }) => table,
    ),
  ].map(([table, made]) => ({
    table,
    rows: made.map(({ documentId, set }) => ({ ...set, documentId })),
  }));

/** The changes of records that were there before: nothing but what is set. */
export const recordParts = ({ records }: Work, now: number): Part[] =>
  records.filter(({ isNew }) => !isNew).map((record, index) => changePart(record, index, now));

function changePart({ table, documentId, set }: NotedRecord, index: number, now: number): Part {
  const columns = table.columns.filter(({ attribute, repeats }) => (repeats ?? attribute) in set);
  const sets = columns.map(({ column }) => `, "${column}" = x."${column}"`).join('');
  return {
    ctes: [
      [
        `${table.table}_changed${index}`,
        `UPDATE "${table.table}" t SET updated_at = $?::timestamp${sets}
         FROM jsonb_to_recordset($?::jsonb) AS ${recordset(table, false)} WHERE t.document_id = x.document_id`,
      ],
    ],
    params: [iso(now), json([rowOf(table, { ...set, documentId })])],
  };
}
