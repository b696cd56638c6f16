import {
  isDone,
  type CaseCounts,
  type CaseState,
  type EventPlan,
  type LogEvent,
  type LogKind,
  type PlannedAction,
} from './types';

/**
 * A help desk's log in which every line is something that was done, and by whom. It counts nothing itself:
 * a reassignment is a ticket taken in charge by another person than the last one, a reopening is any work
 * on a ticket that had been resolved or closed.
 */
export const helpDesk: LogKind = {
  timeZone: 'Europe/Rome',
  formats: ['yyyy/MM/dd HH:mm:ss.SSS'],
  caseColumn: 'Case ID',
  timeColumn: 'Complete Timestamp',
  byColumn: 'Resource',
  columns: ['Activity', 'Resource', 'seriousness', 'customer', 'product', 'service_type'],
  namesIn: ({ cells }) => (cells.Activity === 'Take in charge ticket' ? { handler: cells.Resource } : {}),
  plan,
  counts,
  reassignedBy: 'handler',
};

/** What the log calls it, and the work that it means. */
const TAKE = 'Take in charge ticket';
const RESOLVE = 'Resolve ticket';
const CLOSE = 'Closed';
const WAITS: Readonly<Record<string, string>> = {
  Wait: 'requester_request',
  'Require upgrade': 'outside_party',
  'Create SW anomaly': 'outside_party',
};

function plan(event: LogEvent, before: readonly LogEvent[], state: CaseState): EventPlan {
  if (before.some(({ text }) => text === event.text)) return { refused: 'DUPLICATE' };
  const last = before.at(-1);
  if (last && event.at < last.at) return { refused: 'OUT_OF_ORDER' };
  const registration = state.stage === null ? [register(event)] : [];
  const done = doneBy(event, { ...state, stage: state.stage ?? 'registered' });
  if (done === undefined)
    return registration.length > 0 ? { actions: registration } : { refused: 'NO_SUCH_ACTION' };
  const actions = [...registration, ...done];
  if (actions.length > 0) return { actions };
  return { refused: event.cells.Activity === 'Insert ticket' ? 'ALREADY_REGISTERED' : 'NO_CHANGE' };
}

const register = ({ cells }: LogEvent): PlannedAction => ({
  action: 'register',
  input: {
    kind: 'help',
    channel: 'online',
    matter: `${cells.service_type ?? ''} / ${cells.product ?? ''}`,
    requesterName: cells.customer ?? null,
    urgency: urgencyOf(cells),
  },
});

const urgencyOf = ({ seriousness }: LogEvent['cells']): string =>
  seriousness === 'Value 2' ? 'urgent' : 'ordinary';

/** The actions that an activity of the log means; undefined where the office has no such action. */
function doneBy({ cells }: LogEvent, state: CaseState): PlannedAction[] | undefined {
  const activity = cells.Activity ?? '';
  const reopened: PlannedAction[] = isDone(state.stage)
    ? [{ action: 'reopen', input: { reason: `Log: ${activity}` } }]
    : [];
  const waiting = WAITS[activity];
  if (waiting !== undefined) {
    if (state.stage === 'waiting' && state.waitReason === waiting) return [];
    const resumed: PlannedAction[] = state.stage === 'waiting' ? [{ action: 'resume', input: {} }] : [];
    return [...reopened, ...resumed, { action: 'wait', input: { reason: waiting, note: activity } }];
  }
  switch (activity) {
    case 'Insert ticket':
      return [];
    case 'Assign seriousness':
      if (state.urgency === null || state.urgency === urgencyOf(cells)) return [];
      return [
        { action: 'reclass', input: { urgency: urgencyOf(cells), reason: 'Log: seriousness assigned' } },
      ];
    case TAKE:
      return [...reopened, ...takenInCharge(cells, state)];
    case 'Resolve SW anomaly':
      return state.stage === 'waiting' ? [{ action: 'resume', input: {} }] : [];
    case RESOLVE:
      return isDone(state.stage) ? [] : [{ action: 'complete', input: {} }];
    case CLOSE:
      return state.stage === 'closed' ? [] : [{ action: 'close', input: closing(cells) }];
    default:
      return undefined;
  }
}

function takenInCharge(cells: LogEvent['cells'], state: CaseState): PlannedAction[] {
  const handler = cells.Resource ?? null;
  const assigned: PlannedAction[] =
    state.handler === handler ? [] : [{ action: 'assign', input: { handler } }];
  if (state.stage === 'in_progress') return assigned;
  return [...assigned, { action: state.stage === 'waiting' ? 'resume' : 'start', input: {} }];
}

const closing = (cells: LogEvent['cells']) => ({
  confirmedWith: cells.customer ?? '?',
  noAnswerReason: 'The log holds no answer about satisfaction.',
});

function counts(events: readonly LogEvent[]): CaseCounts {
  const seen = new Set<string>();
  let holder: string | undefined;
  let over = false;
  let reassignments = 0;
  let reopenings = 0;
  for (const { text, cells } of events) {
    if (seen.has(text)) continue;
    seen.add(text);
    const { Activity: activity = '', Resource: resource } = cells;
    if (activity === RESOLVE || activity === CLOSE) over = true;
    else if (over && (activity === TAKE || activity in WAITS)) {
      reopenings += 1;
      over = false;
    }
    if (activity !== TAKE) continue;
    if (holder !== undefined && holder !== resource) reassignments += 1;
    holder = resource;
  }
  return { reassignments, reopenings, contradictions: [] };
}
