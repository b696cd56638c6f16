import type { Actor } from '../../rules/cases/types';
import { query } from '../db';
import { tableFor, type Office } from '../office';
import { join } from '../join';
import type { Scope } from '../scope/scope';
import { poolFor } from './pool';
import { REASONS, waitingFor, type Reason, type Waiting } from './waiting';

/** How many lines somebody's list shows, and how many of one kind are counted at most. */
export const MOST_SHOWN = 50;
const MOST_COUNTED = 1_000;
const SHORT = 80;

/** A promise that runs on a case, as the database gives it. */
export interface RunningClock {
  readonly name: string;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly brokenAt: string | null;
  readonly pausedAt: string | null;
}

/** One case that waits for somebody. */
export interface WorkLine extends Record<string, unknown> {
  readonly reason: Reason;
  readonly type: string;
  readonly documentId: string;
  readonly number: string;
  readonly stage: string;
  readonly matter: string | null;
  /** The home that it is about. */
  readonly place: string | null;
  /** What falls due next; null where nothing runs. */
  readonly clock: RunningClock | null;
}

export interface Work {
  readonly total: number;
  readonly byReason: Readonly<Partial<Record<Reason, number>>>;
  readonly lines: readonly WorkLine[];
}

const NOTHING: Work = { total: 0, byReason: {}, lines: [] };

/**
 * What waits for one member of staff, what falls due first on top, 50 at most [A-04][B-03][D-01]; of one kind no more than 1,000
 * are counted. `scope` says which records he may see at all; what is offered to him he may.
 */
export async function workOf(office: Office, actor: Actor, scope: Scope | undefined): Promise<Work> {
  const reads = (type: string): boolean => scope?.may('read', type) ?? false;
  const lists = waitingFor(office, actor.posts).filter(({ type }) => reads(type));
  if (lists.length === 0) return NOTHING;
  const policy = await office.policy.current(office.pool);
  const me = policy.directory.staff.has(String(actor.id)) ? actor.id : null;
  const contractors = actor.teams.flatMap((team) => policy.directory.employers.get(team) ?? []);
  const pool = me && reads('dispatch-order') ? await poolFor(office, policy, me) : [];
  const rows = await query<WorkLine & { total: number; counts: Record<Reason, number> }>(
    office.pool,
    statementFor(office, lists, (type) => scope?.sql(type, 't') ?? 'true'),
    [me, actor.teams, contractors, pool],
  );
  return {
    total: rows[0]?.total ?? 0,
    byReason: rows[0]?.counts ?? {},
    lines: rows.map(({ total: _total, counts: _counts, ...line }) => line),
  };
}

/** $1 who asks, $2 his teams, $3 the contractors they belong to (documentIds), $4 row ids of the orders he may take. */
function statementFor(office: Office, lists: readonly Waiting[], open: (type: string) => string): string {
  const rank = `array_position(ARRAY[${REASONS.map((reason) => `'${reason}'`).join(', ')}], reason)`;
  return `WITH a AS MATERIALIZED (
      SELECT (SELECT id FROM staff_members WHERE document_id = $1::text LIMIT 1) AS me,
        ARRAY(SELECT id FROM teams WHERE document_id = ANY($2::text[])) AS teams,
        ARRAY(SELECT id FROM contractors WHERE document_id = ANY($3::text[])) AS contractors, $4::int[] AS pool
    ), every AS (
      ${lists.map((one) => `(${partFor(office, one, open(one.type))})`).join(' UNION ALL ')}
    ), work AS (
      SELECT DISTINCT ON (type, document_id) * FROM every ORDER BY type, document_id, ${rank}
    ), clocked AS (
      SELECT w.*, k.clock, k.due FROM work w LEFT JOIN LATERAL (
        SELECT json_build_object('name', c.name, 'startedAt', ${iso('c.started_at')}, 'dueAt', ${iso('c.due_at')},
            'brokenAt', ${iso('c.broken_at')}, 'pausedAt', ${iso('c.paused_at')}) AS clock,
          CASE WHEN c.paused_at IS NULL THEN c.due_at END AS due
        FROM clocks c WHERE c.stopped_at IS NULL AND c.due_at IS NOT NULL AND c.case_id IN (w.document_id, w.ticket_id)
        ORDER BY c.paused_at IS NOT NULL, c.due_at, c.id LIMIT 1) k ON true
    )
    SELECT reason, type, document_id AS "documentId", number, stage, left(matter, ${SHORT}) AS matter, place, clock,
      (SELECT count(*)::int FROM work) AS total,
      (SELECT json_object_agg(reason, n) FROM (SELECT reason, count(*)::int AS n FROM work GROUP BY reason) r) AS counts
    FROM clocked ORDER BY due NULLS LAST, ${rank}, number LIMIT ${MOST_SHOWN}`;
}

function partFor(
  office: Office,
  { reason, type, where, withTicketsClocks, matter }: Waiting,
  open: string,
): string {
  const { table, links } = tableFor(office, type);
  const linked = links.some(({ attribute }) => attribute === 'ticket');
  const ticket = type === 'ticket' ? 't' : 'k';
  const joins = [
    ...(linked ? [join(office, type, 'ticket', ['t', 'k'])] : []),
    ...(linked || type === 'ticket' ? [join(office, 'ticket', 'unit', [ticket, 'u'])] : []),
  ];
  const place = joins.length > 0 ? 'coalesce(u.full_label, u.label)' : 'NULL::text';
  return `SELECT '${reason}' AS reason, '${type}' AS type, t.document_id, t.number, t.stage, ${matter ?? 'k.matter'} AS matter,
      ${place} AS place, ${withTicketsClocks ? 'k.document_id' : 'NULL::text'} AS ticket_id
    FROM a CROSS JOIN "${table}" t ${joins.join(' ')} WHERE ${where.join(' AND ')} AND ${open} ORDER BY t.id LIMIT ${MOST_COUNTED}`;
}

const iso = (column: string): string => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
