/** What the office answers about the dispatch board. One file, so that both sides can be compared. */

export interface BoardClock {
  documentId: string;
  name: string;
  label: string;
  startedAt: string;
  dueAt: string;
  pausedAt: string | null;
  brokenAt: string | null;
  warned: boolean;
  state: 'running' | 'paused';
}

export interface Named {
  documentId: string;
  name: string;
}

/** A request as its card shows it, wherever it is; what the user may not see is null. */
export interface BoardTicket {
  documentId: string;
  number: string;
  version: number;
  matter: string | null;
  place: string | null;
  urgency: string | null;
  /** Trades that it asks for, by category. */
  trades: readonly string[];
}

export interface WaitingRequest extends BoardTicket {
  kind: string;
  stage: string;
  category: Named | null;
  emergencyWord: string | null;
  rework: boolean | null;
  receivedAt: string | null;
  wantedAt: string | null;
  suitableHours: string | null;
  alarm: string | null;
  accountable: Named | null;
  clocks: readonly BoardClock[];
  /** The order that is written for it already and with nobody yet. */
  order: { documentId: string; number: string; stage: string; version: number } | null;
}

export interface OrderUnderWay {
  documentId: string;
  number: string;
  stage: string;
  version: number;
  technician: string | null;
  team: string | null;
  contractor: string | null;
  appointmentFrom: string | null;
  appointmentTo: string | null;
  dispatchedAt: string | null;
  acceptedAt: string | null;
  arrivedAt: string | null;
  ticket: BoardTicket;
  clocks: readonly BoardClock[];
}

export interface BoardPerson extends Named {
  jobNumber: string | null;
  post: string | null;
  duty: string | null;
  trades: readonly string[];
  teams: readonly string[];
  load: number;
  cap: number | null;
  place: { text: string | null; since: string; thereNow: boolean } | null;
}

export interface BoardCrew extends Named {
  load: number;
  trades: readonly string[];
  members: readonly string[];
}

export interface BoardData {
  waiting: readonly WaitingRequest[];
  underWay: readonly OrderUnderWay[];
  people: readonly BoardPerson[];
  teams: readonly BoardCrew[];
  contractors: readonly BoardCrew[];
  total: { waiting: number };
  cut: { waiting: boolean; underWay: boolean; people: boolean };
}

export interface BoardAnswer {
  data: BoardData;
  meta?: { serverTime?: string; timeZone?: string };
}

export interface Branch extends Named {
  parent: string | null;
}

/** What the board can be narrowed down by. */
export interface BoardChoices {
  communities: readonly Branch[];
  /** `parent` is the community. */
  buildings: readonly Branch[];
  categories: readonly Branch[];
  /** Categories that somebody has as a trade. */
  trades: readonly string[];
}
