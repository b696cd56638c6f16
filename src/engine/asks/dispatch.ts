import { automatic, ruleOf, type Board } from '../../rules/dispatch';
import { matchEmergency } from '../../rules/emergency';
import { tableFor, type Office } from '../office';
import type { Policy } from '../policy';
import type { Work } from '../work';
import { afterwards, type Ask, type Asked } from './ask';

/** Stages in which an order is on the hands of its technician. */
export const ON_HAND = [
  'dispatched',
  'accepted',
  'arrived',
  'consented',
  'working',
  'paused',
  'no_access',
  'missed',
] as const;

interface BoardRow {
  readonly kind: 'load' | 'turn' | 'busy';
  readonly id: string;
  readonly load: number;
  readonly turn: string;
}

export const DISPATCH_LOCK = 'turns and loads';

/** How long an order that was decided counts although it is not on record yet, seconds: its transaction may be given up. */
const RESERVED_FOR = 30;

interface Kept extends Board {
  readonly loads: Map<string, number>;
  readonly turns: Map<string, string>;
}

/**
 * Who has how many orders on his hands, and whose turn it is: the `Board` that the office chooses by [B-03]. One at a time
 * until it is decided and all can see it, so that nobody is given more than he may and no turn is given twice.
 */
export const dispatch: Ask<Kept> = {
  wide: true,
  when: (asked, policy) => asked.type !== 'ticket' || goesOutByItself(asked, policy),
  // The last of all locks in their order: who holds it waits for nobody.
  locks: () => [DISPATCH_LOCK],
  answer: ({ office }, asked) => {
    // Only an order that is there already has a window, and it is asked about by itself.
    const window = asked.length === 1 ? windowOf(asked[0]) : null;
    return {
      text: boardStatement(office) + (window ? EXPECTED_ELSEWHERE : ''),
      values: window ?? [],
      answers: (rows: readonly BoardRow[]) => {
        const busy = new Set<string>();
        const board: Kept = { loads: new Map(), turns: new Map(), busy };
        for (const { kind, id, load, turn } of rows)
          if (kind === 'load') board.loads.set(id, load);
          else if (kind === 'turn') board.turns.set(id, turn);
          else busy.add(id);
        return asked.map(() => board);
      },
    };
  },
  decided: (board, work) => {
    for (const { technician } of ordersMadeBy(work))
      board.loads.set(technician, (board.loads.get(technician) ?? 0) + 1);
    for (const [rule, key] of work.turns) board.turns.set(rule, key);
  },
  putDown: (decided) => {
    const orders = decided.flatMap(ordersMadeBy);
    const turns = new Map(decided.flatMap((work) => [...work.turns]));
    if (orders.length === 0 && turns.size === 0) return null;
    return {
      text: PUT_DOWN,
      values: [
        orders.map(({ order }) => order),
        orders.map(({ technician }) => technician),
        [...turns.keys()],
        [...turns.values()],
      ],
    };
  },
};

/** The orders that an action has made for somebody in person. */
export const ordersMadeBy = ({ cases }: Work): { readonly order: string; readonly technician: string }[] =>
  [...cases.values()].flatMap(({ type, stored, record: { documentId, technician } }) =>
    type === 'dispatch-order' && !stored && typeof technician === 'string'
      ? [{ order: documentId, technician }]
      : [],
  );

const PUT_DOWN = `WITH given_up AS (DELETE FROM gj_reserved WHERE until < now()),
  orders AS (INSERT INTO gj_reserved (order_id, staff_id, until)
    SELECT x.id, x.staff, now() + interval '${RESERVED_FOR} seconds' FROM unnest($1::text[], $2::text[]) AS x(id, staff))
  INSERT INTO gj_rotations (rule_id, last_key, at)
    SELECT x.rule, x.key, now() AT TIME ZONE 'UTC' FROM unnest($3::text[], $4::text[]) AS x(rule, key)
    ON CONFLICT (rule_id) DO UPDATE SET last_key = excluded.last_key, at = excluded.at`;

const found = new WeakMap<Asked, boolean>();

/** Whether a rule sends somebody as soon as the request is taken in [B-03]; found out once, whichever question wants to know. */
export function goesOutByItself(asked: Asked, policy: Policy): boolean {
  const goes = found.get(asked) ?? isSentBy(policy, afterwards(asked));
  found.set(asked, goes);
  return goes;
}

function isSentBy(policy: Policy, request: Readonly<Record<string, unknown>>): boolean {
  const sends = (urgency: unknown) => automatic(ruleOf({ ...request, urgency }, policy)) !== null;
  return sends(request.urgency) || (sends('urgent') && soundsUrgent(request, policy));
}

/** Whether a request may be found urgent when it is taken in [B-02]; one that comes unforeseen is performed by itself. */
function soundsUrgent({ matter, category }: Readonly<Record<string, unknown>>, policy: Policy): boolean {
  const entry = policy.categories.get(String(category ?? ''));
  const said = { text: String(matter ?? ''), categories: entry?.path ?? [] };
  return entry?.defaultUrgency === 'urgent' || matchEmergency(policy.emergencyRules, said) !== null;
}

/** The time in which an order was promised, as far as it is still to come [B-05]. */
function windowOf(asked: Asked | undefined): readonly [from: string, to: string, order: unknown] | null {
  const { record, now } = asked ?? {};
  const from = record?.appointmentFrom;
  const to = record?.appointmentTo;
  if (typeof from !== 'string' || typeof to !== 'string' || Date.parse(to) <= Number(now)) return null;
  return [from, to, record?.documentId];
}

/** Those who have given away that time. */
const EXPECTED_ELSEWHERE = `
  UNION ALL SELECT 'busy', b.staff_id, NULL, NULL FROM gj_bookings b JOIN staff_members s ON s.document_id = b.staff_id
  WHERE b.during && tsrange($1::timestamp, $2::timestamp) AND b.case_id <> $3
  GROUP BY b.staff_id, s.appointment_capacity HAVING count(*) >= coalesce(s.appointment_capacity, 1)`;

/** Loads and turns in one trip; the stages stand in the text, so that the index of orders in hand answers it alone. */
function boardStatement(office: Office): string {
  const { table } = tableFor(office, 'dispatch-order');
  return `SELECT 'load' AS kind, x.id, count(*)::int AS load, NULL AS turn FROM (
       SELECT t.technician_key AS id FROM "${table}" t WHERE ${ordersOnHand('t')} AND t.technician_key IS NOT NULL
       UNION ALL SELECT r.staff_id FROM gj_reserved r
       WHERE r.until > now() AND NOT EXISTS (SELECT FROM "${table}" t WHERE t.document_id = r.order_id)
     ) x GROUP BY x.id
     UNION ALL SELECT 'turn', rule_id, NULL, last_key FROM gj_rotations`;
}

/** The condition under which an order is on somebody's hands. */
export const ordersOnHand = (alias: string): string =>
  `${alias}.stage IN (${ON_HAND.map((stage) => `'${stage}'`).join(', ')})`;
