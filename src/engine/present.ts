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

/** A record for people: personal data masked, hashes and row ids left out. */
export function presentRecord(office: Office, type: string, record: CaseRecord): PresentedRecord {
  const personal = new Map(
    tableFor(office, type).columns.map(({ attribute, personal: kind }) => [attribute, kind]),
  );
  const shown = Object.entries(record)
    .filter(([attribute]) => !PRIVATE.has(attribute) && !attribute.endsWith('Hash'))
    .map(([attribute, value]) => {
      const kind = personal.get(attribute);
      return [
        attribute,
        kind && typeof value === 'string' ? office.privacy.masked(kind, value) : value,
      ] as const;
    });
  return Object.fromEntries(shown) as PresentedRecord;
}
