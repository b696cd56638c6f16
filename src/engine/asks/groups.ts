import { groupTermsOf, mayBeGrouped, type GroupFound, type Neighbours } from '../../rules/groups';
import { branchOf, repeatKeysOf } from '../../rules/repeats';
import { query } from '../db';
import { tableFor, tableOfLink, type Office } from '../office';
import { tableNameOf } from '../tables';
import type { Policy } from '../policy';
import { afterwards, ComeBack, type Ask, type Asked, type Asking } from './ask';

const DAY = 86_400_000;

/** The public place alone, whatever unit the report comes from. */
const placeOf = (request: Readonly<Record<string, unknown>>): string | null =>
  repeatKeysOf({ ...request, unit: null }).placeKey;

function concerns(asked: Asked, policy: Policy): boolean {
  const { record, actor } = asked;
  const after = afterwards(asked);
  if (actor.kind === 'import' || !mayBeGrouped(after.kind) || record?.groupMatter) return false;
  if (typeof after.category !== 'string' || groupTermsOf(policy, after.category).households === 0)
    return false;
  if (typeof after.unit !== 'string' && placeOf(after) === null) return false;
  return (
    record === null ||
    ['unit', 'community', 'exactLocation', 'category'].some((field) => after[field] !== record[field])
  );
}

/**
 * Which building or public place a request is about, and how many other households have lately reported the same of
 * it [E-04]. What others report in the same moment may be missed; whoever comes next finds them all.
 */
export const neighbours: Ask<Neighbours> = {
  when: concerns,
  answer: ({ office, policy }, asked) => ({
    text: neighboursSql(office),
    values: [JSON.stringify(asked.map((one, ord) => soughtBy(one, ord, policy)))],
    answers: (rows: readonly (Neighbours & { ord: number })[]) => {
      const found = new Map(rows.map(({ ord, ...answer }) => [ord, answer]));
      const before = new Map<string, number>();
      return asked.map((_, ord) => {
        const { key, others } = found.get(ord) ?? { key: null, others: 0 };
        // Those of the same transaction are not on record yet.
        const beside = before.get(key ?? '') ?? 0;
        if (key !== null) before.set(key, beside + 1);
        return { key, others: others + beside };
      });
    },
  }),
};

function soughtBy(asked: Asked, ord: number, policy: Policy) {
  const after = afterwards(asked);
  const category = String(after.category);
  const terms = groupTermsOf(policy, category);
  return {
    ord,
    self: asked.record?.documentId ?? '',
    unit: after.unit ?? null,
    place: placeOf(after),
    branch: branchOf(policy, category),
    since: new Date(asked.now - terms.days * DAY).toISOString(),
    wanted: terms.households,
  };
}

/** So many reports tell enough households apart, unless they are all from the same few: only then are all looked at. */
const ENOUGH = 40;

/** A household is known by its unit, which is what its place is kept by, else by the telephone that it calls from. */
const HOUSEHOLD = "CASE WHEN t.place_key LIKE 'u:%' THEN t.place_key ELSE t.contact_phone_hash END";

function neighboursSql(office: Office): string {
  const building = tableOfLink(office, 'unit', 'building');
  const same = `${HOUSEHOLD} AS household FROM "${tableNameOf(office.strapi, 'ticket')}" t
    WHERE t.group_key = k.key AND t.branch_key = ANY(ARRAY(SELECT jsonb_array_elements_text(x.branch)))
      AND t.received_at >= x.since AND t.stage NOT IN ('closed', 'cancelled') AND t.document_id <> x.self
      AND t.place_key IS DISTINCT FROM 'u:' || x.unit`;
  return `SELECT x.ord, k.key, coalesce(near.others, 0)::integer AS others
    FROM jsonb_to_recordset($1::jsonb) AS x(ord integer, self text, unit text, place text, branch jsonb, since timestamp, wanted integer)
    LEFT JOIN LATERAL (
      SELECT b.document_id AS building FROM "${tableNameOf(office.strapi, 'unit')}" u
      JOIN "${building.table}" l ON l."${building.ownColumn}" = u.id JOIN "${building.otherTable}" b ON b.id = l."${building.otherColumn}"
      WHERE u.document_id = x.unit LIMIT 1
    ) home ON true
    CROSS JOIN LATERAL (SELECT coalesce('b:' || home.building, x.place) AS key) k
    LEFT JOIN LATERAL (
      SELECT count(*) AS seen, count(DISTINCT household) AS households FROM (SELECT ${same} LIMIT ${ENOUGH}) s
    ) few ON k.key IS NOT NULL
    CROSS JOIN LATERAL (
      SELECT CASE WHEN few.seen < ${ENOUGH} OR few.households >= x.wanted THEN few.households
        ELSE (SELECT count(DISTINCT household) FROM (SELECT ${same}) s) END AS others
    ) near`;
}

/**
 * The open group of a request's cause, or those who would make one up; the place stays locked until the commit. Nobody
 * waits for it: who forms the group takes the requests of the others, which they would hold meanwhile. Throws ComeBack.
 */
export const group: Ask<GroupFound> = {
  when: ({ record }) => typeof record?.groupKey === 'string' && typeof record.category === 'string',
  answer: async ({ office, client, policy }, asked) => {
    const answers: GroupFound[] = [];
    for (const { record, now } of asked) {
      await lockPlace(client, String(record?.groupKey));
      const category = String(record?.category);
      const since = new Date(now - groupTermsOf(policy, category).days * DAY).toISOString();
      const of = [record?.groupKey, branchOf(policy, category)];
      const [open] = await query<{ id: string }>(
        client,
        `SELECT g.document_id AS id FROM "${tableFor(office, 'group-matter').table}" g
         WHERE g.group_key = $1 AND g.branch_key = ANY($2::text[]) AND g.stage <> 'closed' ORDER BY g.id LIMIT 1`,
        of,
      );
      const members = await query<{ id: string; household: string | null }>(client, membersSql(office), [
        ...of,
        since,
      ]);
      const homes = new Set(members.map((member) => member.household).filter((one) => one !== null));
      answers.push({
        group: open?.id ?? null,
        members: members.map(({ id }) => id),
        households: homes.size,
      });
    }
    return answers;
  },
};

async function lockPlace(client: Asking['client'], key: string): Promise<void> {
  const [taken] = await query<{ locked: boolean }>(
    client,
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS locked',
    [`group ${key}`],
  );
  if (!taken?.locked) throw new ComeBack(`group ${key}`);
}

function membersSql(office: Office): string {
  const group = tableOfLink(office, 'ticket', 'groupMatter');
  return `SELECT t.document_id AS id, ${HOUSEHOLD} AS household FROM "${tableNameOf(office.strapi, 'ticket')}" t
    WHERE t.group_key = $1 AND t.branch_key = ANY($2::text[]) AND t.received_at >= $3::timestamp
      AND t.stage NOT IN ('closed', 'cancelled') AND t.group_ruled_out IS NULL
      AND NOT EXISTS (SELECT FROM "${group.table}" g WHERE g."${group.ownColumn}" = t.id)
    ORDER BY t.id`;
}
