import { type OrderUnderWay, type WaitingRequest } from '../http/contract';
import { type AssigneeKind, type Candidate } from '../people/suitable';

/** What is to be given to somebody: a request that waits, or an order that is to go to another. */
export type Parcel = { what: 'request'; request: WaitingRequest } | { what: 'order'; order: OrderUnderWay };

/** The action by which a parcel goes to somebody. */
export interface Sending {
  type: 'ticket' | 'dispatch-order';
  documentId: string;
  action: 'dispatch' | 'reassign';
  version: number;
  /** An order is not taken away from anybody without a reason: its form is opened at once. */
  asksReason: boolean;
}

export const numberOf = (parcel: Parcel): string =>
  parcel.what === 'request' ? parcel.request.number : parcel.order.number;

export const ticketOf = (parcel: Parcel) =>
  parcel.what === 'request' ? parcel.request : parcel.order.ticket;

/** A request goes out by a new order, or by the one that is drafted for it; an offer is taken back, an order passed on [B-03]. */
export function sendingOf(parcel: Parcel): Sending {
  const order = parcel.what === 'order' ? parcel.order : parcel.request.order;
  if (!order) {
    const { documentId, version } = ticketOf(parcel);
    return { type: 'ticket', documentId, version, action: 'dispatch', asksReason: false };
  }
  const { documentId, version } = order;
  const drafted = order.stage === 'drafted';
  return {
    type: 'dispatch-order',
    documentId,
    version,
    action: drafted ? 'dispatch' : 'reassign',
    asksReason: !drafted,
  };
}

/** Whom it goes to, as input of the action; the other two are named so that no form asks for them. */
export const assigneeInput = (
  to: Pick<Candidate, 'kind' | 'documentId'>,
): Record<AssigneeKind, string | undefined> => ({
  technician: undefined,
  team: undefined,
  contractor: undefined,
  [to.kind]: to.documentId,
});

/** Whether a parcel is with this one already. */
export function isWith(parcel: Parcel, to: Pick<Candidate, 'kind' | 'documentId'>): boolean {
  if (parcel.what === 'request') return false;
  const { technician, team, contractor } = parcel.order;
  if (to.kind === 'technician') return technician === to.documentId;
  return technician === null && (to.kind === 'team' ? team : contractor) === to.documentId;
}
