import {
  isDone,
  type CaseCounts,
  type CaseState,
  type EventPlan,
  type LogEvent,
  type LogKind,
  type PlannedAction,
} from './types';

/** The log writes '?' where something was not recorded; as a group it counts like any other. */
const UNRECORDED = '?';

const WAITING: Readonly<Record<string, string>> = {
  'Awaiting User Info': 'requester_request',
  'Awaiting Evidence': 'requester_absent',
  'Awaiting Problem': 'outside_party',
  'Awaiting Vendor': 'outside_party',
};

const URGENCY: Readonly<Record<string, string>> = { '1 - High': 'urgent' };

/**
 * An incident log in which every line is a snapshot of the incident after a change. What was done is the
 * difference between the snapshot and how the case stands in the office.
 */
export const serviceNow: LogKind = {
  timeZone: 'UTC',
  formats: ['d/M/yyyy H:mm'],
  caseColumn: 'number',
  timeColumn: 'sys_updated_at',
  byColumn: 'sys_updated_by',
  receivedColumn: 'opened_at',
  columns: [
    'incident_state',
    'reassignment_count',
    'reopen_count',
    'sys_mod_count',
    'caller_id',
    'opened_at',
    'category#1',
    'subcategory',
    'u_symptom',
    'location',
    'urgency',
    'assignment_group',
    'assigned_to',
    'closed_code',
  ],
  namesIn: ({ cells }) => ({
    team: cells.assignment_group,
    ...(personIn(cells) ? { handler: cells.assigned_to } : {}),
  }),
  plan,
  counts,
  reassignedBy: 'team',
};

function plan(event: LogEvent, before: readonly LogEvent[], state: CaseState): EventPlan {
  if (before.some(({ text }) => text === event.text)) return { refused: 'DUPLICATE' };
  const latest = Math.max(-1, ...before.map(({ cells }) => Number(cells.sys_mod_count)));
  const last = before.at(-1);
  if (Number(event.cells.sys_mod_count) < latest || (last && event.at < last.at))
    return { refused: 'OUT_OF_ORDER' };
  const actions = [...registration(event, state), ...assignment(event, state), ...stageChange(event, state)];
  // A case that is taken up again is reopened before anything else is done to it.
  const reopened = actions.filter(({ action }) => action === 'reopen' || action === 'resume');
  const ordered = [...reopened, ...actions.filter((one) => !reopened.includes(one))];
  return ordered.length > 0 ? { actions: ordered } : { refused: 'NO_CHANGE' };
}

function registration({ cells }: LogEvent, { stage }: CaseState): PlannedAction[] {
  if (stage !== null) return [];
  const known = [cells['category#1'], cells.subcategory, cells.u_symptom].filter(
    (text) => text !== UNRECORDED,
  );
  return [
    {
      action: 'register',
      input: {
        kind: 'help',
        matter: known.join(' / ') || 'Incident',
        requesterName: cells.caller_id === UNRECORDED ? null : cells.caller_id,
        exactLocation: cells.location === UNRECORDED ? null : cells.location,
        urgency: URGENCY[cells.urgency ?? ''] ?? 'ordinary',
      },
    },
  ];
}

const personIn = (cells: LogEvent['cells']): string | null =>
  cells.assigned_to === UNRECORDED ? null : (cells.assigned_to ?? null);

function assignment({ cells }: LogEvent, { team, handler }: CaseState): PlannedAction[] {
  const wanted = { team: cells.assignment_group ?? UNRECORDED, handler: personIn(cells) };
  if (wanted.team === team && wanted.handler === handler) return [];
  return [{ action: 'assign', input: wanted }];
}

function stageChange({ cells }: LogEvent, state: CaseState): PlannedAction[] {
  const wanted = cells.incident_state ?? '';
  const reason = WAITING[wanted];
  const takenUp: PlannedAction[] = isDone(state.stage)
    ? [{ action: 'reopen', input: { reason: `Log: ${wanted}` } }]
    : [];
  const resumed: PlannedAction[] = state.stage === 'waiting' ? [{ action: 'resume', input: {} }] : [];
  if (reason !== undefined) {
    if (state.stage === 'waiting' && state.waitReason === reason) return [];
    return [...takenUp, ...resumed, { action: 'wait', input: { reason, note: wanted } }];
  }
  switch (wanted) {
    case 'New':
      return [...takenUp, ...resumed];
    case 'Active':
      if (state.stage === 'in_progress') return [];
      // Taking up again after a wait is itself the way back to work.
      return resumed.length > 0 ? resumed : [...takenUp, { action: 'start', input: {} }];
    case 'Resolved':
      return isDone(state.stage)
        ? []
        : [{ action: 'complete', input: { result: cells.closed_code ?? null } }];
    case 'Closed':
      return state.stage === 'closed' ? [] : [{ action: 'close', input: closing(cells) }];
    default:
      return [];
  }
}

const closing = (cells: LogEvent['cells']) => ({
  confirmedWith: cells.caller_id ?? UNRECORDED,
  noAnswerReason: 'The log holds no answer about satisfaction.',
});

/** The log counts by itself; where its count moves and the group it names does not, something is missing from it. */
function counts(events: readonly LogEvent[]): CaseCounts {
  const contradictions: string[] = [];
  events.forEach(({ line, cells }, i) => {
    const before = events[i - 1]?.cells;
    if (!before) return;
    const counted = Number(cells.reassignment_count) - Number(before.reassignment_count);
    const seen = cells.assignment_group === before.assignment_group ? 0 : 1;
    if (counted === seen) return;
    contradictions.push(
      `line ${line}: reassignment_count ${before.reassignment_count} → ${cells.reassignment_count}, ` +
        `group “${before.assignment_group}” → “${cells.assignment_group}”`,
    );
  });
  const most = (column: string): number => Math.max(0, ...events.map(({ cells }) => Number(cells[column])));
  return { reassignments: most('reassignment_count'), reopenings: most('reopen_count'), contradictions };
}
