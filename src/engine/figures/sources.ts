import type { Office } from '../office';
import { scopeSql, type FiguresQuery, type ParamList } from './query';

/** Where a figure comes from: the records it counts, each under the keys that it is counted by. */
export interface Source {
  /** SQL expressions over `from`, by key; what a figure is broken down and drilled down by. */
  readonly keys: Readonly<Record<string, string>>;
  /** Keys that are row ids, and the table whose documentIds they are given as: looked up for each group, not for each record. */
  readonly named?: Readonly<Record<string, string>>;
  /** Type, documentId and number of the case behind a record. */
  readonly record: { readonly type: string; readonly id: string; readonly number: string };
  /** A quantity of each record, in seconds. */
  readonly value?: string;
  readonly from: string;
  readonly where: readonly string[];
  /** The row id of the ticket that the record belongs to, for scope and grouping. */
  readonly ticketRow: string;
  /** The moment by which a record falls into the period, for grouping by month. */
  readonly moment: string;
}

export interface Sourcing {
  readonly office: Office;
  readonly query: FiguresQuery;
  readonly params: ParamList;
}

export type SourceName =
  'received' | 'completed' | 'promises' | 'arrival' | 'visits' | 'made' | 'complaints' | 'overdue';

const TICKET = { type: "'ticket'", id: 't.document_id', number: 't.number' } as const;

const within = ({ query, params }: Sourcing, moment: string): string =>
  `${moment} >= ${params.moment(query.period.from)} AND ${moment} < ${params.moment(query.period.to)}`;

/** SQL: or happened only after the moment that is looked back from. */
const since = ({ query: { asOf }, params }: Sourcing, moment: string): string =>
  asOf === undefined ? '' : `OR ${moment} >= ${params.moment(asOf)}`;

/** A promise is of the period in which it was decided: kept when its clock stopped, broken when it ran out. So figures of the past stand. */
const DECIDED = 'coalesce(c.broken_at, c.stopped_at)';

/** SQL: the row of the ticket behind clock `c`, whichever case of it the promise was made on. */
export function ticketOfClock(office: Office): string {
  const others = [...office.definitions.values()].filter(({ root }) => root?.type === 'ticket');
  const cases = others.flatMap(({ type, root }) => {
    const table = office.tables.get(type);
    const link = table?.links.find(({ attribute }) => attribute === root?.by);
    if (!table || !link) return [];
    return [
      `WHEN '${type}' THEN (SELECT l."${link.otherColumn}" FROM "${table.table}" o JOIN "${link.table}" l ON l."${link.ownColumn}" = o.id
         WHERE o.document_id = c.case_id LIMIT 1)`,
    ];
  });
  const own = '(SELECT o.id FROM tickets o WHERE o.document_id = c.case_id LIMIT 1)';
  return `CASE c.case_type WHEN 'ticket' THEN ${own} ${cases.join(' ')} END`;
}

const TICKET_OF_VISIT = `(SELECT l.ticket_id FROM return_visits_ticket_lnk l WHERE l.return_visit_id = v.id LIMIT 1)`;
const TICKETS = 'tickets t LEFT JOIN tickets_category_lnk kl ON kl.ticket_id = t.id';
const BY_CATEGORY = { category: 'categories' } as const;
const seconds = (span: string): string => `extract(epoch FROM ${span})::float8`;

export const SOURCES: Readonly<Record<SourceName, (sourcing: Sourcing) => Source>> = {
  /** Requests received in the period [A-01]. */
  received: (sourcing) => ({
    keys: {
      kind: 't.kind',
      channel: 't.channel',
      urgency: 't.urgency',
      stage: 't.stage',
      category: 'kl.category_id',
    },
    record: TICKET,
    from: TICKETS,
    named: BY_CATEGORY,
    where: [within(sourcing, 't.received_at')],
    ticketRow: 't.id',
    moment: 't.received_at',
  }),
  /** Requests completed in the period, from report to completion [B-13]. */
  completed: (sourcing) => ({
    keys: {
      kind: 't.kind',
      faultClass: 't.fault_class',
      category: 'kl.category_id',
      rework: "CASE WHEN coalesce(t.rework, t.reopen_count > 0) THEN 'yes' ELSE 'no' END",
    },
    record: TICKET,
    value: seconds('t.completed_at - t.received_at'),
    from: TICKETS,
    named: BY_CATEGORY,
    where: [within(sourcing, 't.completed_at')],
    ticketRow: 't.id',
    moment: 't.completed_at',
  }),
  /** Promises decided in the period [C-09]; what somebody owes the office, to bring a key back, is none of them. */
  promises: (sourcing) => ({
    keys: { target: 'c.target_id', clock: 'c.name', verdict: 'c.verdict' },
    record: { type: 'c.case_type', id: 'c.case_id', number: 'c.case_number' },
    from: 'clocks c',
    where: [`c.verdict IN ('kept', 'broken')`, `c.name <> 'return'`, within(sourcing, DECIDED)],
    ticketRow: ticketOfClock(sourcing.office),
    moment: DECIDED,
  }),
  /** Arrivals in the period, from report to arrival [C-01]. */
  arrival: (sourcing) => ({
    keys: { verdict: 'c.verdict' },
    record: { type: 'c.case_type', id: 'c.case_id', number: 'c.case_number' },
    value: seconds('c.stopped_at - c.started_at'),
    from: 'clocks c',
    where: [`c.name = 'arrive'`, `c.verdict IN ('kept', 'broken')`, within(sourcing, 'c.stopped_at')],
    ticketRow: ticketOfClock(sourcing.office),
    moment: 'c.stopped_at',
  }),
  /** Visits owed for work finished in the period [D-01]; those asked for beside the rule [D-05] are not among them. */
  visits: (sourcing) => ({
    keys: {
      state: `CASE WHEN v.stage IN ('due', 'exempting') ${since(sourcing, 'v.visited_at')} THEN 'due' WHEN v.stage = 'exempt' THEN 'exempt' ELSE 'visited' END`,
      kind: 'v.kind',
    },
    record: { type: "'return-visit'", id: 'v.document_id', number: 'v.number' },
    from: 'return_visits v',
    where: ['v.requested IS NOT TRUE', within(sourcing, 'v.duty_since')],
    ticketRow: TICKET_OF_VISIT,
    moment: 'v.duty_since',
  }),
  /** Visits made in the period [D-04]. */
  made: (sourcing) => ({
    keys: {
      form: 'v.form',
      signed: "CASE WHEN v.form = 'on_site' AND v.signature IS NOT NULL THEN 'yes' ELSE 'no' END",
      satisfaction: 'v.satisfaction',
    },
    record: { type: "'return-visit'", id: 'v.document_id', number: 'v.number' },
    from: 'return_visits v',
    where: [`v.stage IN ('recorded', 'reviewed')`, within(sourcing, 'v.visited_at')],
    ticketRow: TICKET_OF_VISIT,
    moment: 'v.visited_at',
  }),
  /** Complaints received in the period [E-06]; those found invalid are helped, and are no fault of anybody's [E-07]. */
  complaints: (sourcing) => ({
    keys: {
      category: 'kl.category_id',
      stage: 't.stage',
      class: 't.complaint_class',
      cause: 't.complaint_cause',
      fault: "CASE WHEN t.counts_as_fault IS FALSE THEN 'no' ELSE 'yes' END",
    },
    record: TICKET,
    from: TICKETS,
    named: BY_CATEGORY,
    where: [`t.kind = 'complaint'`, within(sourcing, 't.received_at')],
    ticketRow: 't.id',
    moment: 't.received_at',
  }),
  /** Promises that are broken and still owed, now (or as of the moment asked for) [C-11][R-05]. */
  overdue: ({ office, query: { asOf }, params }) => ({
    keys: { clock: 'c.name', target: 'c.target_id' },
    record: { type: 'c.case_type', id: 'c.case_id', number: 'c.case_number' },
    value: seconds(`${params.moment(asOf ?? office.now())} - c.broken_at`),
    from: 'clocks c',
    where:
      asOf === undefined
        ? [`c.verdict = 'broken'`, 'c.stopped_at IS NULL']
        : [
            `c.verdict = 'broken'`,
            `c.broken_at < ${params.moment(asOf)}`,
            `(c.stopped_at IS NULL OR c.stopped_at >= ${params.moment(asOf)})`,
          ],
    ticketRow: ticketOfClock(office),
    moment: 'c.broken_at',
  }),
};

/** The records of a source within the scope asked for, as the body of a FROM: columns type, id, number, value, moment, and one per key. */
export function recordsSql(source: Source, sourcing: Sourcing): string {
  const { where, group } = scopeSql(sourcing);
  const keys = Object.entries(source.keys).map(([key, sql]) => `${sql} AS "${key}"`);
  const columns = `${source.record.type} AS type, ${source.record.id} AS id, ${source.record.number} AS number,
      ${source.value ?? 'NULL::float8'} AS value, ${source.moment} AS moment, ${keys.join(', ')}`;
  const from = `FROM ${source.from} WHERE ${source.where.join(' AND ')}`;
  if (where.length === 0 && !group) return `SELECT ${columns} ${from}`;
  // The period is the narrower of the two and is read first, behind a fence: the planner would begin with the scope.
  const names = ['type', 'id', 'number', 'value', 'moment', ...Object.keys(source.keys)];
  const shown = [...names.map((name) => `p."${name}"`), ...(group ? [`${group} AS "group"`] : [])];
  return `SELECT ${shown.join(', ')} FROM (SELECT ${columns}, ${source.ticketRow} AS ticket_row ${from} OFFSET 0) p
    CROSS JOIN LATERAL (SELECT p.ticket_row AS id) s ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}`;
}

/** A key as it is shown: the documentId where it is a row id. */
export const namedSql = ({ named }: Source, value: string, key: string): string =>
  named?.[key] ? `(SELECT d.document_id FROM "${named[key]}" d WHERE d.id = ${value})` : value;
