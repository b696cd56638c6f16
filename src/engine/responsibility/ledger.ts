import { invalid } from '../../rules/refusal';
import { query } from '../db';
import { definitionOf, tableFor, type Office } from '../office';
import { join } from '../join';

/** What a reader of the ledger asks for. */
export interface LedgerQuery {
  /** documentId of the member of staff whose lines are wanted. */
  readonly person: string | null;
  /** documentId of the community whose requests are wanted. */
  readonly community: string | null;
  readonly page: number;
  readonly pageSize: number;
}

/** With the SQL condition that holds for the requests `t` whose lines he may see. */
export type OpenLedgerQuery = LedgerQuery & { readonly open: string };

const MOST = 100;
const USUAL = 25;

/** The query of a request: `person`, `community`, `page`, `pageSize`. Throws INPUT_INVALID naming the field. */
export function ledgerQueryOf(given: Readonly<Record<string, unknown>>): LedgerQuery {
  const wrong = (field: string, reason: string) => invalid('INPUT_INVALID', { field, reason });
  const id = (field: string): string | null => {
    const value = given[field];
    if (value === undefined || value === '') return null;
    if (typeof value !== 'string' || !/^[a-z][a-z0-9]{23}$/.test(value)) throw wrong(field, 'format');
    return value;
  };
  const whole = (field: string, usual: number, most: number): number => {
    const value = given[field];
    if (value === undefined || value === '') return usual;
    const number = typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : 0;
    if (number < 1 || number > most) throw wrong(field, 'range');
    return number;
  };
  return {
    person: id('person'),
    community: id('community'),
    page: whole('page', 1, 100_000),
    pageSize: whole('pageSize', USUAL, MOST),
  };
}

export interface Named {
  readonly documentId: string;
  readonly name: string;
}

export interface LedgerTicket {
  readonly documentId: string;
  readonly number: string;
  readonly kind: string;
  readonly stage: string;
  readonly matter: string;
}

/** One open request, whose it is, and since when. */
export interface Holding {
  readonly ticket: LedgerTicket;
  readonly person: Named & { readonly jobNumber: string };
  readonly since: string;
  readonly community: Named | null;
  readonly handOverCount: number;
  /** Whom it is offered to at the moment; it is still `person`'s until he accepts. */
  readonly offeredTo: Named | null;
}

/** One hand-over, as far as it has come [A-04][A-07]. */
export interface Passing {
  readonly documentId: string;
  readonly number: string;
  readonly stage: string;
  readonly step: string;
  readonly reason: string;
  readonly ticket: LedgerTicket;
  readonly giver: Named;
  readonly receiver: Named;
  readonly offeredAt: string;
  readonly acceptedAt: string | null;
  readonly declinedAt: string | null;
  readonly declineReason: string | null;
  /** When feedback falls due, where it is owed. */
  readonly feedbackDueAt: string | null;
}

export interface Pages<Line> {
  readonly lines: readonly Line[];
  readonly total: number;
}

const TICKET = `jsonb_build_object('documentId', t.document_id, 'number', t.number, 'kind', t.kind, 'stage', t.stage,
  'matter', t.matter)`;
const named = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN jsonb_build_object('documentId', ${alias}.document_id, 'name', ${alias}.name) END`;

/** Who holds what since when: every open request has one line, and one only; the longest held first. */
export async function holdings(office: Office, asked: OpenLedgerQuery): Promise<Pages<Holding>> {
  const ticket = tableFor(office, 'ticket').table;
  const offers = tableFor(office, 'hand-over').table;
  const from = `FROM "${ticket}" t ${join(office, 'ticket', 'accountable', ['t', 'p'])}
    ${join(office, 'ticket', 'community', ['t', 'c'])}
    LEFT JOIN "${offers}" h ON h.open_for = t.document_id ${join(office, 'hand-over', 'receiver', ['h', 'r'])}
    WHERE t.stage <> ALL($1::text[]) AND ($2::text IS NULL OR p.document_id = $2) AND ($3::text IS NULL OR c.document_id = $3)
      AND ${asked.open}`;
  return paged<Holding>(office, asked, {
    select: `${TICKET} AS ticket, jsonb_build_object('documentId', p.document_id, 'name', p.name, 'jobNumber', p.job_number) AS person,
      to_char(t.accountable_since, '${ISO}') AS since, ${named('c')} AS community,
      t.hand_over_count AS "handOverCount", ${named('r')} AS "offeredTo"`,
    from,
    order: 't.accountable_since, t.id',
    values: [definitionOf(office, 'ticket').finalStages],
  });
}

const ISO = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

/** Which hand-overs are wanted, and what they are sorted by. */
const PASSINGS = {
  /** Offers that nobody has answered yet, the oldest first. */
  offers: { stages: ['proposed'], order: 'h.offered_at, h.id' },
  /** Who refused what and why, the latest first. */
  refusals: { stages: ['declined'], order: 'h.declined_at DESC, h.id DESC' },
  /** Matters at another department of which the requester has heard nothing yet, the oldest first. */
  'awaiting-feedback': { stages: ['awaiting_feedback'], order: 'h.accepted_at, h.id' },
} as const;
export type PassingList = keyof typeof PASSINGS;
export const PASSING_LISTS = Object.keys(PASSINGS) as readonly PassingList[];

/** Hand-overs of one kind; `person` finds those that he gave as well as those that went to him. */
export async function passings(
  office: Office,
  list: PassingList,
  asked: OpenLedgerQuery,
): Promise<Pages<Passing>> {
  const { stages, order } = PASSINGS[list];
  const from = `FROM "${tableFor(office, 'hand-over').table}" h ${join(office, 'hand-over', 'ticket', ['h', 't'])}
    ${join(office, 'hand-over', 'giver', ['h', 'g'])} ${join(office, 'hand-over', 'receiver', ['h', 'r'])}
    ${join(office, 'ticket', 'community', ['t', 'c'])}
    LEFT JOIN clocks k ON k.case_id = h.document_id AND k.case_type = 'hand-over' AND k.name = 'feedback' AND k.stopped_at IS NULL
    WHERE h.stage = ANY($1::text[]) AND ($2::text IS NULL OR $2 IN (g.document_id, r.document_id))
      AND ($3::text IS NULL OR c.document_id = $3) AND ${asked.open}`;
  const moment = (column: string, name: string): string => `to_char(${column}, '${ISO}') AS "${name}"`;
  return paged<Passing>(office, asked, {
    select: `h.document_id AS "documentId", h.number, h.stage, h.step, h.reason, ${TICKET} AS ticket,
      ${named('g')} AS giver, ${named('r')} AS receiver, ${moment('h.offered_at', 'offeredAt')},
      ${moment('h.accepted_at', 'acceptedAt')}, ${moment('h.declined_at', 'declinedAt')},
      h.decline_reason AS "declineReason", ${moment('k.due_at', 'feedbackDueAt')}`,
    from,
    order,
    values: [stages],
  });
}

interface Statement {
  readonly select: string;
  readonly from: string;
  readonly order: string;
  readonly values: readonly unknown[];
}

async function paged<Line>(
  office: Office,
  { person, community, page, pageSize }: LedgerQuery,
  { select, from, order, values }: Statement,
): Promise<Pages<Line>> {
  const filters = [...values, person, community];
  const [counted] = await query<{ total: number }>(
    office.pool,
    `SELECT count(*)::int AS total ${from}`,
    filters,
  );
  const lines = await query<Line & Record<string, unknown>>(
    office.pool,
    `SELECT ${select} ${from} ORDER BY ${order} LIMIT $4 OFFSET $5`,
    [...filters, pageSize, (page - 1) * pageSize],
  );
  return { lines, total: counted?.total ?? 0 };
}
