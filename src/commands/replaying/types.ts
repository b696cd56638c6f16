/** One line of an event log. */
export interface LogEvent {
  /** Physical line in the file. */
  readonly line: number;
  /** The case it belongs to, by the log's own name. */
  readonly caseName: string;
  /** When it was recorded, epoch milliseconds. */
  readonly at: number;
  /** Who recorded it. */
  readonly by: string;
  /** The line word for word, to know a repetition by. */
  readonly text: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** How the case stands in the office, by the names that the log uses. */
export interface CaseState {
  /** null before it is registered. */
  readonly stage: string | null;
  readonly team: string | null;
  readonly handler: string | null;
  readonly waitReason: string | null;
  readonly urgency: string | null;
}

/** An action to be performed; `team` and `handler` are names of the log. */
export interface PlannedAction {
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Why an event of the log is not carried out, apart from what the office's rules refuse. */
export type RefusalReason =
  'DUPLICATE' | 'NO_CHANGE' | 'OUT_OF_ORDER' | 'NO_SUCH_ACTION' | 'ALREADY_REGISTERED' | 'TIME_UNREADABLE';

export type EventPlan = { readonly actions: readonly PlannedAction[] } | { readonly refused: RefusalReason };

/** What the log says of a case itself, to hold the office against. */
export interface CaseCounts {
  readonly reassignments: number;
  readonly reopenings: number;
  /** Where the log contradicts itself, so that nobody could agree with it. */
  readonly contradictions: readonly string[];
}

/** How one kind of log is read. */
export interface LogKind {
  readonly timeZone: string;
  readonly formats: readonly string[];
  readonly caseColumn: string;
  readonly timeColumn: string;
  readonly byColumn: string;
  /** When the case came in, where the log says so. */
  readonly receivedColumn?: string;
  /** All columns that are looked at. */
  readonly columns: readonly string[];
  /** Names of teams and people that an event mentions. */
  readonly namesIn: (event: LogEvent) => { readonly team?: string; readonly handler?: string };
  /** What an event asks of the office, given the events before it and how the case stands. */
  readonly plan: (event: LogEvent, before: readonly LogEvent[], state: CaseState) => EventPlan;
  /** The log's own counts of a case. */
  readonly counts: (events: readonly LogEvent[]) => CaseCounts;
  /** Which change of an assignment is a reassignment in this log. */
  readonly reassignedBy: 'team' | 'handler';
}

export const UNREGISTERED: CaseState = {
  stage: null,
  team: null,
  handler: null,
  waitReason: null,
  urgency: null,
};

/** Stages in which the work is over for now. */
export const isDone = (stage: string | null): boolean =>
  stage === 'completed' || stage === 'closed' || stage === 'cancelled';
