import { branchOf, repeatDaysOf, repeatKeysOf, type Repeated } from '../../rules/repeats';
import { tableFor, tableOfLink, type Office } from '../office';
import type { Policy } from '../policy';
import { afterwards, type Ask, type Asked } from './ask';

const DAY = 86_400_000;

const keysOf = (asked: Asked) => repeatKeysOf(afterwards(asked));

function isAsked(asked: Asked, policy: Policy): boolean {
  const { record, actor } = asked;
  if (actor.kind === 'import' || record?.repeatOf || record?.repeatRuledOut) return false;
  const { placeKey, branchKey } = keysOf(asked);
  if (!placeKey || !branchKey || repeatDaysOf(policy, branchKey) === 0) return false;
  return record === null || placeKey !== record.placeKey || branchKey !== record.branchKey;
}

/**
 * The request that this one repeats, or null: of the same unit or public place and the same branch of
 * categories, come in within the days that the branch says, not cancelled. Of callers who come at the same time
 * about the same place the later finds the earlier: the place is locked until the commit.
 */
export const repeats: Ask<Repeated | null> = {
  when: isAsked,
  locks: (asked) => [`repeat ${keysOf(asked).placeKey}`],
  apart: (asked) => keysOf(asked).placeKey,
  answer: ({ office, policy }, asked) => ({
    text: searchSql(office),
    values: [JSON.stringify(asked.map((one, ord) => soughtBy(one, ord, policy)))],
    answers: (rows: readonly (Repeated & { ord: number })[]) => {
      const found = new Map(rows.map(({ ord, ...repeated }) => [ord, repeated]));
      return asked.map((_, ord) => found.get(ord) ?? null);
    },
  }),
};

function soughtBy(asked: Asked, ord: number, policy: Policy) {
  const { placeKey, branchKey } = keysOf(asked);
  const { receivedAt } = afterwards(asked);
  const at = typeof receivedAt === 'string' ? Date.parse(receivedAt) : asked.now;
  const days = repeatDaysOf(policy, String(branchKey)) * DAY;
  return {
    ord,
    self: asked.record?.documentId ?? '',
    place: placeKey,
    branch: branchOf(policy, String(branchKey)),
    since: new Date(at - days).toISOString(),
    until: new Date(at + days).toISOString(),
  };
}

/** One look into the index a request; the tables are Strapi's, so their names are asked for. */
function searchSql(office: Office): string {
  const { table } = tableFor(office, 'ticket');
  const handler = tableOfLink(office, 'ticket', 'handler');
  const same = `FROM "${table}" t WHERE t.place_key = x.place
    AND t.branch_key = ANY(ARRAY(SELECT jsonb_array_elements_text(x.branch)))
    AND t.received_at BETWEEN x.since AND x.until AND t.stage <> 'cancelled' AND t.document_id <> x.self`;
  return `SELECT x.ord, last.id, last.number, last.count::integer AS count, worked.handler
    FROM jsonb_to_recordset($1::jsonb) AS x(ord integer, self text, place text, branch jsonb, since timestamp, until timestamp)
    CROSS JOIN LATERAL (
      SELECT t.document_id AS id, t.number, count(*) OVER () AS count ${same} ORDER BY t.received_at DESC, t.id DESC LIMIT 1
    ) last
    LEFT JOIN LATERAL (
      SELECT o.document_id AS handler FROM (SELECT t.id, t.received_at ${same}) t
      JOIN "${handler.table}" l ON l."${handler.ownColumn}" = t.id JOIN "${handler.otherTable}" o ON o.id = l."${handler.otherColumn}"
      ORDER BY t.received_at DESC, t.id DESC LIMIT 1
    ) worked ON true`;
}
