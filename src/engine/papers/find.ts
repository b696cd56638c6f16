import { invalid, notFound } from '../../rules/refusal';
import { query } from '../db';
import { stageLabel, type Viewing } from '../door/views';
import { tableFor, type Office } from '../office';
import { uidOf } from '../tables';
import { numberOfSlip, slipCode } from './code';
import { readQrCodes } from './qr';

/** The types that have a slip, by the letters that their numbers begin with. */
const TYPE_OF: Readonly<Record<string, string>> = { PG: 'dispatch-order', HF: 'return-visit' };

interface At {
  readonly type: string;
  readonly id: string;
}

/** Where a case is in the panel. */
const placeOf = ({ strapi }: Office, { type, id }: At): string =>
  `${strapi.config.get<string>('admin.absoluteUrl')}/content-manager/collection-types/${uidOf(type)}/${id}`;

/** What stands in the code on a slip: the address of the case in the panel, with the number and the check on it. */
export const addressOfCase = (office: Office, { number, ...at }: At & { readonly number: string }): string =>
  `${placeOf(office, at)}?slip=${slipCode(number)}`;

/** A case that was found by its slip. */
export interface Found {
  readonly type: string;
  readonly documentId: string;
  readonly number: string;
  readonly stage: string;
  readonly stageLabel: string;
  readonly url: string;
}

/** The type that a number on a slip is of. Throws SLIP_CODE_INVALID for a code that is none of ours. */
export function slipOf(read: string): { readonly type: string; readonly number: string } {
  const number = numberOfSlip(read);
  const type = number === null ? undefined : TYPE_OF[number.slice(0, 2)];
  if (number === null || type === undefined) throw invalid('SLIP_CODE_INVALID', { field: 'code' });
  return { type, number };
}

/** The case with that number. Throws CASE_UNKNOWN. */
export async function caseOfSlip(
  { office, locale }: Viewing,
  { type, number }: ReturnType<typeof slipOf>,
): Promise<Found> {
  const [row] = await query<{ documentId: string; stage: string }>(
    office.pool,
    `SELECT document_id AS "documentId", stage FROM "${tableFor(office, type).table}" WHERE number = $1`,
    [number],
  );
  if (!row) throw notFound('CASE_UNKNOWN', { type, id: number });
  const url = placeOf(office, { type, id: row.documentId });
  return { type, number, ...row, stageLabel: stageLabel(type, row.stage, locale), url };
}

/**
 * The slip in a photo. A code of somebody else's in the same photo does not matter. Throws PHOTO_INVALID,
 * SLIP_CODE_UNREADABLE where there is no code to be seen, SLIP_CODE_INVALID where none is ours.
 */
export async function slipInPhoto(photo: Buffer): Promise<ReturnType<typeof slipOf>> {
  const read = await readQrCodes(photo);
  if (read.length === 0) throw invalid('SLIP_CODE_UNREADABLE', { field: 'files' });
  return slipOf(read.find((text) => numberOfSlip(text) !== null) ?? '');
}
