import { notFound } from '../../rules/refusal';
import { query } from '../db';
import type { Viewing } from './views';

/** What a record is called in a list to choose from, by type; only these types may be listed. */
const LABELS: Readonly<Record<string, { readonly label: string; readonly where?: string }>> = {
  community: { label: 't.name' },
  building: { label: 't.name' },
  unit: { label: 't.label' },
  category: { label: 't.name', where: 't.active IS NOT FALSE' },
  'staff-member': { label: "concat_ws(' · ', t.name, t.job_number)", where: 't.active IS NOT FALSE' },
  team: { label: 't.name' },
  contractor: { label: 't.name', where: 't.active IS NOT FALSE' },
  ticket: { label: 't.number' },
  'dispatch-order': { label: 't.number' },
};

const MOST = 20;

/** Up to 20 records of a type whose name contains `text`, for a picker. Throws CASE_TYPE_UNKNOWN. */
export async function choicesFor({ office }: Viewing, type: string, text: string) {
  const known = Object.hasOwn(LABELS, type) ? LABELS[type] : undefined;
  if (!known) throw notFound('CASE_TYPE_UNKNOWN', { type });
  const table = (office.strapi.db.metadata.get(`api::${type}.${type}`) as unknown as { tableName: string })
    .tableName;
  const like = `%${text.slice(0, 100).replace(/[\\%_\u0000]/g, (sign) => (sign === '\u0000' ? '' : `\\${sign}`))}%`;
  return query<{ documentId: string; label: string }>(
    office.pool,
    `SELECT t.document_id AS "documentId", ${known.label} AS label FROM "${table}" t
     WHERE ${known.label} ILIKE $1 AND ${known.where ?? 'true'} ORDER BY 2 LIMIT ${MOST}`,
    [like],
  );
}
