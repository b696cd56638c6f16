import type { CaseRecord } from '../rules/cases/types';
import type { Office } from './office';
import { tableFor } from './office';
import type { Table } from './tables';

export type PresentedRecord = Readonly<Record<string, unknown>> & {
  readonly documentId: string;
  readonly number: string;
  readonly stage: string;
  readonly version: number;
};

/** Attributes that stay inside the office's machinery. */
const PRIVATE = new Set(['rowId', 'sourceKey', 'openFor']);

/** Whether an attribute is nobody's to see: the machinery's own, and the hashes by which personal data is looked up. */
export const isHidden = (attribute: string): boolean => PRIVATE.has(attribute) || attribute.endsWith('Hash');

const kindsByTable = new WeakMap<Table, ReadonlyMap<string, string>>();

/** The attributes of a table that hold personal data, with its kind. */
function personalIn(table: Table): ReadonlyMap<string, string> {
  const known =
    kindsByTable.get(table) ??
    new Map(table.columns.flatMap(({ attribute, personal }) => (personal ? [[attribute, personal]] : [])));
  kindsByTable.set(table, known);
  return known;
}

/** A record for people: personal data masked, hashes and row ids left out. */
export function presentRecord(office: Office, type: string, record: CaseRecord): PresentedRecord {
  const personal = personalIn(tableFor(office, type));
  const shown: Record<string, unknown> = {};
  for (const attribute of Object.keys(record)) {
    if (isHidden(attribute)) continue;
    const value = record[attribute];
    const kind = typeof value === 'string' ? personal.get(attribute) : undefined;
    shown[attribute] = kind ? office.privacy.masked(kind, String(value)) : value;
  }
  return shown as PresentedRecord;
}
