import { automatic, ruleOf, type Board } from '../../rules/dispatch';
import { matchEmergency } from '../../rules/emergency';
import { query } from '../db';
import { tableFor, tableOfLink, type Office } from '../office';
import type { Policy } from '../policy';
import { afterwards, type Ask, type Asked, type Asking } from './ask';

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

interface Kept extends Board {
  readonly loads: Map<string, number>;
  readonly turns: Map<string, string>;
}

/**
 * Who has how many orders on his hands, and whose turn it is: the `Board` that the office chooses by [B-03]. One at a time
 * from here to the commit, so that nobody is given more than he may and no turn is given twice.
 */
export const dispatch: Ask<Kept> = {
  wide: true,
  when: (asked, policy) => asked.type !== 'ticket' || goesOutByItself(asked, policy),
  locks: () => ['dispatch'],
  answer: async ({ office, client }, asked) => {
    const [only] = asked;
    const rows = await query<{ kind: 'load' | 'turn'; id: string; load: number; turn: string }>(
      client,
      boardStatement(office),
    );
    // Only an order that is there already has a window, and it is asked about by itself.
    const busy = only && asked.length === 1 ? await expectedElsewhere(client, only) : new Set<string>();
    const board: Kept = { loads: new Map(), turns: new Map(), busy };
    for (const { kind, id, load, turn } of rows)
      if (kind === 'load') board.loads.set(id, load);
      else board.turns.set(id, turn);
    return asked.map(() => board);
  },
  decided: (board, { cases, turns }) => {
    for (const { type, stored, record } of cases.values()) {
      const { technician } = record;
      if (type !== 'dispatch-order' || stored || typeof technician !== 'string') continue;
      board.loads.set(technician, (board.loads.get(technician) ?? 0) + 1);
    }
    for (const [rule, key] of turns) board.turns.set(rule, key);
  },
};

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

/** Those who have given away the time in which an order was promised [B-05]. */
async function expectedElsewhere(client: Asking['client'], { record, now }: Asked): Promise<Set<string>> {
  const from = record?.appointmentFrom;
  const to = record?.appointmentTo;
  if (typeof from !== 'string' || typeof to !== 'string' || Date.parse(to) <= now) return new Set();
  const rows = await query<{ id: string }>(
    client,
    `SELECT b.staff_id AS id FROM gj_bookings b JOIN staff_members s ON s.document_id = b.staff_id
     WHERE b.during && tsrange($1::timestamp, $2::timestamp) AND b.case_id <> $3
     GROUP BY b.staff_id, s.appointment_capacity HAVING count(*) >= coalesce(s.appointment_capacity, 1)`,
    [from, to, record?.documentId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Loads and turns in one trip; the stages stand in the text, so that the index of open orders serves it. */
function boardStatement(office: Office): string {
  const { table } = tableFor(office, 'dispatch-order');
  const link = tableOfLink(office, 'dispatch-order', 'technician');
  return `SELECT 'load' AS kind, s.document_id AS id, count(*)::int AS load, NULL AS turn FROM "${table}" t
     JOIN "${link.table}" l ON l."${link.ownColumn}" = t.id JOIN "${link.otherTable}" s ON s.id = l."${link.otherColumn}"
     WHERE ${ordersOnHand('t')} GROUP BY s.document_id
     UNION ALL SELECT 'turn', rule_id, NULL, last_key FROM gj_rotations`;
}

/** The condition under which an order is on somebody's hands. */
export const ordersOnHand = (alias: string): string =>
  `${alias}.stage IN (${ON_HAND.map((stage) => `'${stage}'`).join(', ')})`;
