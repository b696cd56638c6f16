import { branchOf, repeatKeysOf } from '../../rules/repeats';
import { reworkDaysOf, type Redone } from '../../rules/rework';
import { tableOfLink, type Office } from '../office';
import type { Policy } from '../policy';
import { afterwards, type Ask, type Asked } from './ask';

const DAY = 86_400_000;

function isAsked(asked: Asked, policy: Policy): boolean {
  const { record, actor } = asked;
  if (actor.kind === 'import' || record?.rework || record?.reworkRuledOut) return false;
  const after = afterwards(asked);
  const { placeKey, branchKey } = repeatKeysOf(after);
  if (after.kind !== 'repair' || !placeKey || !branchKey || reworkDaysOf(policy, branchKey) === 0)
    return false;
  return record === null || placeKey !== record.placeKey || branchKey !== record.branchKey;
}

/** The repair of the same place and branch that was finished last, within the days that the branch says, or null [B-09]. */
export const rework: Ask<Redone | null> = {
  when: isAsked,
  answer: ({ office, policy }, asked) => ({
    text: searchSql(office),
    values: [JSON.stringify(asked.map((one, ord) => soughtBy(one, ord, policy)))],
    answers: (rows: readonly (Redone & { ord: number })[]) => {
      const found = new Map(rows.map(({ ord, ...redone }) => [ord, redone]));
      return asked.map((_, ord) => found.get(ord) ?? null);
    },
  }),
};

function soughtBy(asked: Asked, ord: number, policy: Policy) {
  const after = afterwards(asked);
  const { placeKey, branchKey } = repeatKeysOf(after);
  const at = typeof after.receivedAt === 'string' ? Date.parse(after.receivedAt) : asked.now;
  return {
    ord,
    self: asked.record?.documentId ?? '',
    place: placeKey,
    branch: branchOf(policy, String(branchKey)),
    since: new Date(at - reworkDaysOf(policy, String(branchKey)) * DAY).toISOString(),
    until: new Date(at).toISOString(),
  };
}

function searchSql(office: Office): string {
  const of = tableOfLink(office, 'dispatch-order', 'ticket');
  const by = tableOfLink(office, 'dispatch-order', 'technician');
  const handler = tableOfLink(office, 'ticket', 'handler');
  return `SELECT x.ord, done.id, done.number, coalesce(went.technician, had.handler) AS technician
    FROM jsonb_to_recordset($1::jsonb) AS x(ord integer, self text, place text, branch jsonb, since timestamp, until timestamp)
    CROSS JOIN LATERAL (
      SELECT t.id AS row, t.document_id AS id, t.number FROM tickets t WHERE t.place_key = x.place
        AND t.branch_key = ANY(ARRAY(SELECT jsonb_array_elements_text(x.branch))) AND t.kind = 'repair'
        AND t.stage IN ('completed', 'closed') AND t.completed_at BETWEEN x.since AND x.until AND t.document_id <> x.self
      ORDER BY t.completed_at DESC, t.id DESC LIMIT 1
    ) done
    LEFT JOIN LATERAL (
      SELECT s.document_id AS technician FROM "${of.table}" l JOIN dispatch_orders o ON o.id = l."${of.ownColumn}"
      JOIN "${by.table}" k ON k."${by.ownColumn}" = o.id JOIN "${by.otherTable}" s ON s.id = k."${by.otherColumn}"
      WHERE l."${of.otherColumn}" = done.row AND o.stage <> 'cancelled' ORDER BY o.id DESC LIMIT 1
    ) went ON true
    LEFT JOIN LATERAL (
      SELECT s.document_id AS handler FROM "${handler.table}" k JOIN "${handler.otherTable}" s ON s.id = k."${handler.otherColumn}"
      WHERE k."${handler.ownColumn}" = done.row LIMIT 1
    ) had ON true`;
}
