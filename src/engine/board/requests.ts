import { query } from '../db';
import { linkOf, join } from '../join';
import type { Office } from '../office';
import { ordersOnHand } from '../asks/dispatch';
import { asked, clocksSql, momentSql, placeJoins, TICKET_SELECT, ticketJoins } from './parts';

/** What requests go out by an order; of other kinds only those for which one is written. */
const SENT_OUT = ['repair', 'paid_service', 'help'];

/** How many requests, and how many orders under way, a board shows at most. */
export const MOST_WAITING = 500;
export const MOST_UNDER_WAY = 1000;

export interface TicketRow {
  readonly ticketId: string;
  readonly ticketNumber: string;
  readonly kind: string;
  readonly ticketStage: string;
  readonly ticketVersion: number;
  readonly matter: string;
  readonly urgency: string | null;
  readonly emergencyWord: string | null;
  readonly priority: string | null;
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

export interface ClockRow {
  readonly documentId: string;
  readonly caseType: string;
  readonly name: string;
  readonly rule: string | null;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly pausedAt: string | null;
  readonly pauseReason: string | null;
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

/** Conditions of `asked`, in its order. */
export type Conditions = readonly [readonly string[] | null, string | null, string | null, string | null];

/**
 * The requests that wait to be sent out: newly registered, with an order that is drafted or offered and with nobody yet, or
 * whose order was cancelled and that nobody else has been given since. Emergencies first, then by what falls due first; `MOST_WAITING` at most,
 * each saying how many there are.
 */
export async function waitingRows(office: Office, conditions: Conditions): Promise<WaitingRow[]> {
  const link = linkOf(office, 'dispatch-order', 'ticket');
  const ofOrder = `JOIN "${link.table}" l ON l."${link.ownColumn}" = o.id`;
  const kinds = SENT_OUT.map((kind) => `'${kind}'`).join(', ');
  return query<WaitingRow & Record<string, unknown>>(
    office.pool,
    `WITH pending AS MATERIALIZED (
       SELECT DISTINCT ON (1) l."${link.otherColumn}" AS id, o.id AS order_row FROM dispatch_orders o ${ofOrder}
       WHERE o.stage IN ('drafted', 'offered') ORDER BY 1, o.id DESC),
     left_alone AS (
       SELECT t.id FROM dispatch_orders o ${ofOrder} JOIN tickets t ON t.id = l."${link.otherColumn}"
         ${join(office, 'ticket', 'handler', ['t', 'h'])} ${join(office, 'dispatch-order', 'technician', ['o', 'w'])}
       WHERE o.stage = 'cancelled' AND t.stage IN ('assigned', 'in_progress') AND h.id IS NOT DISTINCT FROM w.id AND NOT EXISTS (
         SELECT FROM "${link.table}" m WHERE m."${link.otherColumn}" = t.id AND m."${link.ownColumn}" > o.id)),
     candidates AS (
       SELECT t.id FROM tickets t WHERE t.stage = 'registered' AND t.kind IN (${kinds})
       UNION SELECT t.id FROM pending p JOIN tickets t USING (id) WHERE t.stage IN ('registered', 'assigned', 'in_progress')
       UNION SELECT id FROM left_alone),
     chosen AS (
       SELECT t.id, count(*) OVER ()::int AS total, row_number() OVER (
         ORDER BY (t.urgency = 'urgent') DESC NULLS LAST, due.at NULLS LAST, t.received_at, t.id) AS place
       FROM candidates JOIN tickets t USING (id) ${join(office, 'ticket', 'category', ['t', 'g'])} ${placeJoins(office)}
       LEFT JOIN LATERAL (SELECT min(k.due_at) FILTER (WHERE k.paused_at IS NULL) AS at FROM clocks k
         WHERE k.case_id = t.document_id AND k.case_type = 'ticket' AND k.stopped_at IS NULL) due ON true
       WHERE ${asked(1)} ORDER BY place LIMIT ${MOST_WAITING})
     SELECT x.total, ${TICKET_SELECT}, o.document_id AS "orderId", o.number AS "orderNumber", o.stage AS "orderStage",
       o.version AS "orderVersion", ${clocksSql(`k.case_id = t.document_id AND k.case_type = 'ticket'`)} AS clocks
     FROM chosen x JOIN tickets t USING (id) ${ticketJoins(office)}
     LEFT JOIN pending p ON p.id = t.id LEFT JOIN dispatch_orders o ON o.id = p.order_row ORDER BY x.place`,
    conditions,
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

/** The orders that are on somebody's hands, emergencies first, then the longest out; one more than `MOST_UNDER_WAY` where there are more. */
export async function underWayRows(office: Office, conditions: Conditions): Promise<UnderWayRow[]> {
  const to = (attribute: string, as: string) => join(office, 'dispatch-order', attribute, ['o', as]);
  const moments = ['appointment_from', 'appointment_to', 'dispatched_at', 'accepted_at', 'arrived_at'];
  const camel = (column: string) =>
    column.replace(/_(\w)/g, (_whole, letter: string) => letter.toUpperCase());
  return query<UnderWayRow & Record<string, unknown>>(
    office.pool,
    `SELECT o.document_id AS "documentId", o.number, o.stage, o.version, w.document_id AS technician, m.document_id AS team,
       f.document_id AS contractor, ${moments.map((column) => `${momentSql(`o.${column}`)} AS "${camel(column)}"`).join(', ')},
       ${TICKET_SELECT}, ${clocksSql(`(k.case_id, k.case_type) IN ((t.document_id, 'ticket'), (o.document_id, 'dispatch-order'))`)} AS clocks
     FROM dispatch_orders o ${to('ticket', 't')} ${ticketJoins(office)}
     ${to('technician', 'w')} ${to('team', 'm')} ${to('contractor', 'f')}
     WHERE ${ordersOnHand('o')} AND t.id IS NOT NULL AND ${asked(1)}
     ORDER BY (t.urgency = 'urgent') DESC NULLS LAST, o.dispatched_at, o.id LIMIT ${MOST_UNDER_WAY + 1}`,
    conditions,
  );
}
