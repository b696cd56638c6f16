import { notFound } from '../../rules/refusal';
import { query } from '../db';
import { tableNameOf } from '../tables';
import type { Viewing } from './views';

/** What a record is called in a list to choose from, by type; only these types may be listed. */
const LABELS: Readonly<Record<string, { readonly label: string; readonly where?: string }>> = {
  community: { label: 't.name' },
  building: { label: 't.name' },
  unit: { label: 't.label' },
  occupancy: { label: "concat_ws(' – ', t.from_date, t.to_date)" },
  category: { label: 't.name', where: 't.active IS NOT FALSE' },
  'staff-member': { label: "concat_ws(' · ', t.name, t.job_number)", where: 't.active IS NOT FALSE' },
  department: { label: 't.name', where: 't.active IS NOT FALSE' },
  team: { label: 't.name' },
  contractor: { label: 't.name', where: 't.active IS NOT FALSE' },
  'price-item': { label: "concat_ws(' · ', t.name, t.code)", where: 't.active IS NOT FALSE' },
  ticket: { label: 't.number' },
  'group-matter': { label: 't.number' },
  'dispatch-order': { label: 't.number' },
  'return-visit': { label: 't.number' },
  'open-letter': { label: "concat_ws(' · ', t.number, t.title)" },
  'house-call-plan': { label: "concat_ws(' · ', t.number, t.title)" },
  'house-call': { label: 't.number' },
  owner: { label: 't.name' },
  key: { label: "concat_ws(' · ', t.code, t.label)", where: 't.active IS NOT FALSE' },
  'key-loan': { label: "concat_ws(' · ', t.number, t.borrower_name)" },
  'key-authorisation': { label: 't.number' },
  'key-count': { label: 't.number' },
  incident: { label: 't.number' },
  transfer: { label: 't.number' },
  'lease-registration': { label: 't.number' },
  'archive-file': { label: "concat_ws(' · ', t.number, t.title)" },
  'archive-loan': { label: 't.number' },
};

const MOST = 20;

/** What the records of a type with these documentIds are called, by documentId; nothing for a type that is not listed. */
export async function labelsOf(
  office: Viewing['office'],
  type: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const known = Object.hasOwn(LABELS, type) ? LABELS[type] : undefined;
  if (!known || ids.length === 0) return new Map();
  const rows = await query<{ id: string; label: string }>(
    office.pool,
    `SELECT t.document_id AS id, ${known.label} AS label FROM "${tableNameOf(office.strapi, type)}" t WHERE t.document_id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, label }) => [id, label]));
}

/** Up to 20 records of a type whose name contains `text`, for a picker. Throws CASE_TYPE_UNKNOWN. */
export async function choicesFor({ office, scope }: Viewing, type: string, text: string) {
  const known = Object.hasOwn(LABELS, type) ? LABELS[type] : undefined;
  if (!known) throw notFound('CASE_TYPE_UNKNOWN', { type });
  const table = tableNameOf(office.strapi, type);
  const like = `%${text.slice(0, 100).replace(/[\\%_\u0000]/g, (sign) => (sign === '\u0000' ? '' : `\\${sign}`))}%`;
  return query<{ documentId: string; label: string }>(
    office.pool,
    `SELECT t.document_id AS "documentId", ${known.label} AS label FROM "${table}" t
     WHERE ${known.label} ILIKE $1 AND ${known.where ?? 'true'} AND ${scope?.sql(type, 't') ?? 'true'} ORDER BY 2 LIMIT ${MOST}`,
    [like],
  );
}
