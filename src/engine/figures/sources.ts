import type { Office } from '../office';
import { scopeSql, type FiguresQuery, type ParamList } from './query';

/** Where a figure comes from: the records it counts, each under the keys that it is counted by. */
export interface Source {
  /** SQL expressions over `from`, by key; what a figure is broken down and drilled down by. */
  readonly keys: Readonly<Record<string, string>>;
  /** Type, documentId and number of the case behind a record. */
  readonly record: { readonly type: string; readonly id: string; readonly number: string };
  /** A quantity of each record, in seconds. */
  readonly value?: string;
  readonly from: string;
  readonly where: readonly string[];
  /** The documentId of the ticket that the record belongs to, for scope and grouping. */
  readonly ticketId: string;
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

/** A promise is of the period in which it was decided: kept when its clock stopped, broken when it ran out. So figures of the past stand. */
const DECIDED = 'coalesce(c.broken_at, c.stopped_at)';

/** SQL: the documentId of the ticket behind clock `c`, whichever case of it the promise was made on. */
export function ticketOfClock(office: Office): string {
  const others = [...office.definitions.values()].filter(({ root }) => root?.type === 'ticket');
  const cases = others.flatMap(({ type, root }) => {
    const table = office.tables.get(type);
    const link = table?.links.find(({ attribute }) => attribute === root?.by);
    if (!table || !link) return [];
    return [
      `WHEN '${type}' THEN (SELECT r.document_id FROM "${table.table}" o JOIN "${link.table}" l ON l."${link.ownColumn}" = o.id
         JOIN "${link.otherTable}" r ON r.id = l."${link.otherColumn}" WHERE o.document_id = c.case_id)`,
    ];
  });
  return `CASE c.case_type WHEN 'ticket' THEN c.case_id ${cases.join(' ')} END`;
}

const TICKET_OF_VISIT = `(SELECT r.document_id FROM return_visits_ticket_lnk l JOIN tickets r ON r.id = l.ticket_id WHERE l.return_visit_id = v.id)`;
const CATEGORY_OF_TICKET = `(SELECT k.document_id FROM tickets_category_lnk l JOIN categories k ON k.id = l.category_id WHERE l.ticket_id = t.id)`;
const seconds = (span: string): string => `extract(epoch FROM ${span})::float8`;

export const SOURCES: Readonly<Record<SourceName, (sourcing: Sourcing) => Source>> = {
  /** Requests received in the period [A-01]. */
  received: (sourcing) => ({
    keys: {
      kind: 't.kind',
      channel: 't.channel',
      urgency: 't.urgency',
      stage: 't.stage',
      category: CATEGORY_OF_TICKET,
    },
    record: TICKET,
    from: 'tickets t',
    where: [within(sourcing, 't.received_at')],
    ticketId: 't.document_id',
    moment: 't.received_at',
  }),
  /** Requests completed in the period, from report to completion [B-13]. */
  completed: (sourcing) => ({
    keys: {
      kind: 't.kind',
      faultClass: 't.fault_class',
      category: CATEGORY_OF_TICKET,
      rework: "CASE WHEN coalesce(t.rework, t.reopen_count > 0) THEN 'yes' ELSE 'no' END",
    },
    record: TICKET,
    value: seconds('t.completed_at - t.received_at'),
    from: 'tickets t',
    where: [within(sourcing, 't.completed_at')],
    ticketId: 't.document_id',
    moment: 't.completed_at',
  }),
  /** Promises decided in the period [C-09]. */
  promises: (sourcing) => ({
    keys: { target: 'c.target_id', clock: 'c.name', verdict: 'c.verdict' },
    record: { type: 'c.case_type', id: 'c.case_id', number: 'c.case_number' },
    from: 'clocks c',
    where: [`c.verdict IN ('kept', 'broken')`, within(sourcing, DECIDED)],
    ticketId: ticketOfClock(sourcing.office),
    moment: DECIDED,
  }),
  /** Arrivals in the period, from report to arrival [C-01]. */
  arrival: (sourcing) => ({
    keys: { verdict: 'c.verdict' },
    record: { type: 'c.case_type', id: 'c.case_id', number: 'c.case_number' },
    value: seconds('c.stopped_at - c.started_at'),
    from: 'clocks c',
    where: [`c.name = 'arrive'`, `c.verdict IN ('kept', 'broken')`, within(sourcing, 'c.stopped_at')],
    ticketId: ticketOfClock(sourcing.office),
    moment: 'c.stopped_at',
  }),
  /** Visits owed for work finished in the period [D-01]; those asked for beside the rule [D-05] are not among them. */
  visits: (sourcing) => ({
    keys: {
      state:
        "CASE WHEN v.stage IN ('due', 'exempting') THEN 'due' WHEN v.stage = 'exempt' THEN 'exempt' ELSE 'visited' END",
      kind: 'v.kind',
    },
    record: { type: "'return-visit'", id: 'v.document_id', number: 'v.number' },
    from: 'return_visits v',
    where: ['v.requested IS NOT TRUE', within(sourcing, 'v.duty_since')],
    ticketId: TICKET_OF_VISIT,
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
    ticketId: TICKET_OF_VISIT,
    moment: 'v.visited_at',
  }),
  /** Complaints received in the period [E-06]; those found invalid are helped, and are no fault of anybody's [E-07]. */
  complaints: (sourcing) => ({
    keys: {
      category: CATEGORY_OF_TICKET,
      stage: 't.stage',
      class: 't.complaint_class',
      cause: 't.complaint_cause',
      fault: "CASE WHEN t.counts_as_fault IS FALSE THEN 'no' ELSE 'yes' END",
    },
    record: TICKET,
    from: 'tickets t',
    where: [`t.kind = 'complaint'`, within(sourcing, 't.received_at')],
    ticketId: 't.document_id',
    moment: 't.received_at',
  }),
  /** Promises that are broken and still owed, now [C-11][R-05]. */
  overdue: ({ office, params }) => ({
    keys: { clock: 'c.name', target: 'c.target_id' },
    record: { type: 'c.case_type', id: 'c.case_id', number: 'c.case_number' },
    value: seconds(`${params.moment(office.now())} - c.broken_at`),
    from: 'clocks c',
    where: [`c.verdict = 'broken'`, 'c.stopped_at IS NULL'],
    ticketId: ticketOfClock(office),
    moment: 'c.broken_at',
  }),
};

/** The records of a source within the scope asked for, as the body of a FROM: columns type, id, number, value, moment, and one per key. */
export function recordsSql(source: Source, sourcing: Sourcing): string {
  const scope = scopeSql(sourcing, source.ticketId);
  const keys = Object.entries(source.keys).map(([key, sql]) => `${sql} AS "${key}"`);
  return `SELECT ${source.record.type} AS type, ${source.record.id} AS id, ${source.record.number} AS number,
      ${source.value ?? 'NULL::float8'} AS value, ${source.moment} AS moment, ${keys.join(', ')}${scope.group ? `, ${scope.group} AS "group"` : ''}
    FROM ${source.from} ${scope.join} WHERE ${[...source.where, ...scope.where].join(' AND ')}`;
}
