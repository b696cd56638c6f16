import type { CaseRecord } from '../rules/cases/types';
import type { Office } from './office';
import { tableFor } from './office';

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

/** A record for people: personal data masked, hashes and row ids left out. */
export function presentRecord(office: Office, type: string, record: CaseRecord): PresentedRecord {
  const { personal } = tableFor(office, type);
  const shown: Record<string, unknown> = {};
  for (const attribute of Object.keys(record)) {
    if (isHidden(attribute)) continue;
    const value = record[attribute];
    const kind = typeof value === 'string' ? personal.get(attribute) : undefined;
    shown[attribute] = kind ? office.privacy.masked(kind, String(value)) : value;
  }
  return shown as PresentedRecord;
}
