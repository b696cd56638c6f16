import { query } from '../db';
import { join } from '../join';
import { tableOfLink, type Office } from '../office';
import { ordersOnHand } from '../asks/dispatch';
import { promises, TICKET_SELECT, ticketJoins, wanted, type Conditions } from './parts';

/** What requests go out by an order; of other kinds only those for which one is written. */
const SENT_OUT = ['repair', 'paid_service', 'help'];

/** How many requests, and how many orders under way, a board shows at most. */
export const MOST_WAITING = 500;
export const MOST_UNDER_WAY = 500;

export interface TicketRow {
  readonly ticketId: string;
  readonly ticketNumber: string;
  readonly kind: string;
  readonly ticketStage: string;
  readonly ticketVersion: number;
  readonly matter: string;
  readonly urgency: string | null;
  readonly emergencyWord: string | null;
  readonly rework: boolean | null;
  readonly exactLocation: string | null;
  readonly receivedAt: string | null;
  readonly wantedAt: string | null;
  readonly suitableHours: string | null;
  readonly dispatchAlarm: string | null;
  readonly unit: string | null;
  readonly communityName: string | null;
  readonly communityNameEn: string | null;
  readonly categoryId: string | null;
  readonly categoryName: string | null;
  readonly categoryNameEn: string | null;
  readonly accountableId: string | null;
  readonly accountableName: string | null;
  readonly clocks: readonly ClockRow[] | null;
}

/** Moments are UTC without saying so. */
export interface ClockRow {
  readonly documentId: string;
  readonly name: string;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly pausedAt: string | null;
  readonly brokenAt: string | null;
  readonly warned: boolean;
}

export interface WaitingRow extends TicketRow {
  readonly total: number;
  /** The order that is written for it and with nobody yet. */
  readonly orderId: string | null;
  readonly orderNumber: string | null;
  readonly orderStage: string | null;
  readonly orderVersion: number | null;
}

/** How long ago an order may have gone out whose cancellation still leaves its request waiting, milliseconds. */
const LEFT_BEHIND = 90 * 24 * 3_600_000;

const URGENT_FIRST = "(t.urgency = 'urgent') DESC NULLS LAST";

/**
 * The requests that wait to be sent out: newly registered, with an order that is drafted or offered and with nobody yet, or
 * whose order was cancelled in the last months and that nobody else has been given since. Of more than `MOST_WAITING` the emergencies and the oldest
 * are taken; they come emergencies first, then by what falls due first, each saying how many there are in all.
 */
export async function waitingRows(office: Office, conditions: Conditions): Promise<WaitingRow[]> {
  const link = tableOfLink(office, 'dispatch-order', 'ticket');
  const [order, ticket] = [`"${link.ownColumn}"`, `"${link.otherColumn}"`];
  const kinds = SENT_OUT.map((kind) => `'${kind}'`).join(', ');
  const { joins, where, values } = wanted(office, conditions);
  // Step by step where few of a great many are looked up: left to itself the planner reads all of them.
  const left = `SELECT t.id, t.urgency, t.received_at FROM dispatch_orders o
    CROSS JOIN LATERAL (SELECT l.${ticket} AS id FROM "${link.table}" l WHERE l.${order} = o.id LIMIT 1) l
    CROSS JOIN LATERAL (SELECT * FROM tickets t WHERE t.id = l.id AND t.stage IN ('assigned', 'in_progress') LIMIT 1) t
    ${join(office, 'ticket', 'handler', ['t', 'h'])} ${join(office, 'dispatch-order', 'technician', ['o', 'w'])}
    WHERE o.stage = 'cancelled' AND o.dispatched_at > $${values.length + 1}::timestamp AND h.id IS NOT DISTINCT FROM w.id
      AND NOT EXISTS (SELECT FROM "${link.table}" m WHERE m.${ticket} = t.id AND m.${order} > o.id)`;
  return query<WaitingRow & Record<string, unknown>>(
    office.pool,
    `WITH pending AS MATERIALIZED (
       SELECT DISTINCT ON (1) l.${ticket} AS id, o.id AS order_row FROM dispatch_orders o JOIN "${link.table}" l ON l.${order} = o.id
       WHERE o.stage IN ('drafted', 'offered') ORDER BY 1, o.id DESC),
     candidates AS (
       SELECT t.id, t.urgency, t.received_at FROM tickets t WHERE t.stage = 'registered' AND t.kind IN (${kinds})
       UNION SELECT t.id, t.urgency, t.received_at FROM pending JOIN tickets t USING (id)
         WHERE t.stage IN ('registered', 'assigned', 'in_progress')
       UNION ${left}),
     chosen AS MATERIALIZED (
       SELECT t.id, count(*) OVER ()::int AS total FROM candidates t ${joins} WHERE ${where}
       ORDER BY ${URGENT_FIRST}, t.received_at, t.id LIMIT ${MOST_WAITING})
     SELECT x.total, ${TICKET_SELECT}, o.document_id AS "orderId", o.number AS "orderNumber", o.stage AS "orderStage",
       o.version AS "orderVersion", p.clocks
     FROM chosen x JOIN tickets t USING (id) ${ticketJoins(office)}
     LEFT JOIN pending d ON d.id = t.id LEFT JOIN dispatch_orders o ON o.id = d.order_row
     ${promises(`k.case_id = t.document_id AND k.case_type = 'ticket'`)}
     ORDER BY ${URGENT_FIRST}, p.due NULLS LAST, t.received_at, t.id`,
    [...values, new Date(office.now() - LEFT_BEHIND).toISOString()],
  );
}

export interface UnderWayRow extends TicketRow {
  readonly documentId: string;
  readonly number: string;
  readonly stage: string;
  readonly version: number;
  readonly technician: string | null;
  readonly team: string | null;
  readonly contractor: string | null;
  readonly appointmentFrom: string | null;
  readonly appointmentTo: string | null;
  readonly dispatchedAt: string | null;
  readonly acceptedAt: string | null;
  readonly arrivedAt: string | null;
}

const MOMENTS = {
  appointmentFrom: 'appointment_from',
  appointmentTo: 'appointment_to',
  dispatchedAt: 'dispatched_at',
  acceptedAt: 'accepted_at',
  arrivedAt: 'arrived_at',
} as const;

/** The orders that are on somebody's hands, emergencies first, then the longest out; one more than `MOST_UNDER_WAY` where there are more. */
export async function underWayRows(office: Office, conditions: Conditions): Promise<UnderWayRow[]> {
  const to = (attribute: string, as: string) => join(office, 'dispatch-order', attribute, ['o', as]);
  const { joins, where, values } = wanted(office, conditions);
  const moments = Object.entries(MOMENTS).map(([field, column]) => `o.${column} AS "${field}"`);
  return query<UnderWayRow & Record<string, unknown>>(
    office.pool,
    `WITH chosen AS MATERIALIZED (
       SELECT o.id, t.id AS ticket_row FROM dispatch_orders o ${to('ticket', 't')} ${joins}
       WHERE ${ordersOnHand('o')} AND t.id IS NOT NULL AND ${where} AND ${conditions.open('dispatch-order', 'o')}
       ORDER BY ${URGENT_FIRST}, o.dispatched_at, o.id LIMIT ${MOST_UNDER_WAY + 1})
     SELECT o.document_id AS "documentId", o.number, o.stage, o.version, w.document_id AS technician, m.document_id AS team,
       f.document_id AS contractor, ${moments.join(', ')}, ${TICKET_SELECT}, p.clocks
     FROM chosen x JOIN dispatch_orders o USING (id) JOIN tickets t ON t.id = x.ticket_row ${ticketJoins(office)}
     ${to('technician', 'w')} ${to('team', 'm')} ${to('contractor', 'f')}
     ${promises(`(k.case_id, k.case_type) IN ((t.document_id, 'ticket'), (o.document_id, 'dispatch-order'))`)}
     ORDER BY ${URGENT_FIRST}, o.dispatched_at, o.id`,
    values,
  );
}
