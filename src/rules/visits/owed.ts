/** Kinds whose completion owes the requester a return visit [D-01]. */
const VISITED_KINDS: ReadonlySet<unknown> = new Set(['repair', 'complaint']);

/** Whether a request, once it is finished, owes its requester a return visit [D-01]. */
export const owesVisit = (ticket: Readonly<Record<string, unknown>>): boolean =>
  VISITED_KINDS.has(ticket.kind);
