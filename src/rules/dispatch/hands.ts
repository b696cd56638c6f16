/** One line of the history of a request or of one of its orders, oldest first. */
export interface HandLine {
  readonly type: 'ticket' | 'dispatch-order';
  /** documentId of the case. */
  readonly id: string;
  readonly action: string;
  /** When it happened, epoch milliseconds. */
  readonly at: number;
  /** Null for what changes no stage (a warning of a clock). */
  readonly toStage: string | null;
  /** What it changed: from, to; relations by documentId. */
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
  readonly by: string;
  readonly note: string | null;
}

/** Who has a request on his hands: somebody, a team, a contractor, the pool it is offered to, the desk, or nobody any more. */
export interface Holder {
  readonly kind: 'staff' | 'team' | 'contractor' | 'pool' | 'desk' | 'settled';
  /** documentId; null for the desk, for a pool that is no team, and for what is settled. */
  readonly id: string | null;
}

/** How a request came to somebody, or why it left him. */
export interface Passage {
  readonly type: HandLine['type'];
  readonly action: string;
  readonly by: string;
  readonly reason: string | null;
}

/** One link of the chain: who had it, by which order, from when to when, how it came and why it went. */
export interface Hand {
  readonly holder: Holder;
  /** documentId of the dispatch order; null without one. */
  readonly order: string | null;
  readonly from: number;
  /** Null for whoever has it now. */
  readonly until: number | null;
  readonly came: Passage;
  readonly went: Passage | null;
  /** By which way of giving out (`cameBy`) and under which rule, where an order says so. */
  readonly way: string | null;
  readonly rule: string | null;
}

/** What is known of a case after its lines so far. */
type State = Record<string, unknown> & { stage?: string };

const WITH_SOMEBODY: ReadonlySet<string> = new Set([
  'dispatched',
  'accepted',
  'arrived',
  'consented',
  'working',
  'paused',
  'no_access',
  'missed',
]);
const SETTLED: ReadonlySet<string> = new Set(['completed', 'closed', 'cancelled']);

/**
 * The chain of hands that a request went through, from its first line to its last, without a gap: each link begins when
 * the one before ends [B-03]. Takes all lines of the request and its orders in the order they were written.
 */
export function chainOf(lines: readonly HandLine[]): Hand[] {
  const ticket: State = {};
  const orders = new Map<string, State>();
  const chain: Hand[] = [];
  for (const line of lines) {
    if (line.toStage === null) continue;
    const state = line.type === 'ticket' ? ticket : (orders.get(line.id) ?? {});
    if (line.type === 'dispatch-order') orders.set(line.id, state);
    for (const [field, [, to]] of Object.entries(line.changes)) state[field] = to;
    state.stage = line.toStage;
    note(chain, line, heldBy(ticket, orders));
  }
  return chain;
}

interface Held {
  readonly holder: Holder;
  readonly order: string | null;
  readonly state: State;
}

/** Who has the request: the one with its open order, else the one it was assigned to. */
function heldBy(ticket: State, orders: ReadonlyMap<string, State>): Held {
  for (const [order, state] of orders) {
    if (state.stage === 'offered') return { order, state, holder: { kind: 'pool', id: idOf(state.team) } };
    if (WITH_SOMEBODY.has(String(state.stage)))
      return { order, state, holder: personIn(state, 'technician') };
  }
  const settled = SETTLED.has(String(ticket.stage));
  const holder: Holder = settled ? { kind: 'settled', id: null } : personIn(ticket, 'handler');
  return { order: null, state: {}, holder };
}

const idOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function personIn(state: State, person: string): Holder {
  const found = (
    [
      ['staff', state[person]],
      ['team', state.team],
      ['contractor', state.contractor],
    ] as const
  ).find(([, id]) => typeof id === 'string');
  return found ? { kind: found[0], id: idOf(found[1]) } : { kind: 'desk', id: null };
}

/** Adds a link where the holder is another now; a line that only says more of how it came is added to the last. */
function note(chain: Hand[], line: HandLine, { holder, order, state }: Held): void {
  const last = chain.at(-1);
  const way = idOf(state.cameBy);
  const rule = idOf(state.dispatchRule);
  if (last?.holder.kind === holder.kind && last.holder.id === holder.id) {
    if (order !== null && last.order === null) chain[chain.length - 1] = { ...last, order, way, rule };
    return;
  }
  const { type, action, by } = line;
  const passage: Passage = { type, action, by, reason: line.note };
  const from = Math.max(line.at, last?.from ?? line.at);
  if (last) chain[chain.length - 1] = { ...last, until: from, went: passage };
  chain.push({ holder, order, from, until: null, came: passage, went: null, way, rule });
}
