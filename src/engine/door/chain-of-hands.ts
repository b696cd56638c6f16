import { chainOf, type Hand, type HandLine, type Passage } from '../../rules/dispatch';
import { notFound } from '../../rules/refusal';
import { actionWord } from '../../rules/words/cases';
import { enumWord } from '../../rules/words/enums';
import { say, type Words } from '../../rules/words/say';
import { query } from '../db';
import { tableFor, tableOfLink, type Office } from '../office';
import { labelsOf } from './choices';
import { readCase, type Viewing } from './views';

interface Line extends Record<string, unknown> {
  readonly type: HandLine['type'];
  readonly id: string;
  readonly action: string;
  readonly at: string;
  readonly toStage: string | null;
  readonly changes: HandLine['changes'] | null;
  readonly by: string;
  readonly note: string | null;
}

/** Record types by the kind of holder. */
const TYPES = { staff: 'staff-member', team: 'team', contractor: 'contractor', pool: 'team' } as const;

const HOLDERS: Readonly<Record<Hand['holder']['kind'], Words>> = {
  staff: { zh: '员工', en: 'Staff member' },
  team: { zh: '班组', en: 'Team' },
  contractor: { zh: '外包单位', en: 'Contractor' },
  pool: { zh: '待抢单', en: 'Offered to the pool' },
  desk: { zh: '待派', en: 'Waiting at the desk' },
  settled: { zh: '已办完', en: 'Settled' },
};

/**
 * Who had a request, by which of its orders, from when to when, how it came to him and why it left him [B-03]: read from
 * the append-only history of the request and all its orders. `id` is the documentId of the request or of any of its orders.
 * Throws CASE_UNKNOWN, CASE_TYPE_UNKNOWN.
 */
export async function chainOfHands(viewing: Viewing, type: string, id: string) {
  const { office } = viewing;
  if (type !== 'ticket' && type !== 'dispatch-order') throw notFound('CASE_TYPE_UNKNOWN', { type });
  const record = await readCase(office, type, id);
  const ticket = type === 'ticket' ? id : String(record.ticket);
  const orders = await ordersOf(office, ticket);
  const chain = chainOf(await linesOf(office, ticket, [...orders.keys()]));
  const named = await namesOf(office, chain);
  return chain.map((hand) => viewOf(viewing, hand, { orders, named }));
}

async function ordersOf(office: Office, ticket: string): Promise<Map<string, string>> {
  const { table } = tableFor(office, 'dispatch-order');
  const link = tableOfLink(office, 'dispatch-order', 'ticket');
  const rows = await query<{ id: string; number: string }>(
    office.pool,
    `SELECT t.document_id AS id, t.number FROM "${table}" t JOIN "${link.table}" l ON l."${link.ownColumn}" = t.id
     JOIN "${link.otherTable}" o ON o.id = l."${link.otherColumn}" WHERE o.document_id = $1 ORDER BY t.id`,
    [ticket],
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Written while the request was locked: the order of the rows is the order of what was done. */
async function linesOf(office: Office, ticket: string, orders: readonly string[]): Promise<HandLine[]> {
  const rows = await query<Line>(
    office.pool,
    `SELECT case_type AS type, case_id AS id, action, occurred_at AS at, to_stage AS "toStage", changes, actor_name AS by, note
     FROM activities WHERE (case_type = 'ticket' AND case_id = $1) OR (case_type = 'dispatch-order' AND case_id = ANY($2))
     ORDER BY activities.id`,
    [ticket, orders],
  );
  return rows.map((row) => ({ ...row, at: Date.parse(row.at), changes: row.changes ?? {} }));
}

async function namesOf(office: Office, chain: readonly Hand[]): Promise<Map<string, string>> {
  const named = new Map<string, string>();
  for (const type of new Set(Object.values(TYPES))) {
    const ids = chain.flatMap(({ holder: { kind, id } }) =>
      id !== null && TYPES[kind as keyof typeof TYPES] === type ? [id] : [],
    );
    for (const [id, name] of await labelsOf(office, type, [...new Set(ids)])) named.set(id, name);
  }
  return named;
}

interface Known {
  readonly orders: ReadonlyMap<string, string>;
  readonly named: ReadonlyMap<string, string>;
}

function viewOf({ locale }: Viewing, hand: Hand, { orders, named }: Known) {
  const passage = (one: Passage | null) => {
    if (!one) return null;
    const words = actionWord(one.type, one.action);
    return { ...one, label: words ? say(words, locale) : one.action };
  };
  const { holder, order, from, until, way, rule } = hand;
  const wayWords = way ? enumWord('dispatch-order', 'cameBy', way) : undefined;
  return {
    holder: {
      ...holder,
      name: (holder.id && named.get(holder.id)) ?? say(HOLDERS[holder.kind], locale),
    },
    order,
    orderNumber: order ? (orders.get(order) ?? null) : null,
    from: new Date(from).toISOString(),
    until: until === null ? null : new Date(until).toISOString(),
    way,
    wayLabel: wayWords ? say(wayWords, locale) : null,
    rule,
    came: passage(hand.came),
    went: passage(hand.went),
  };
}
