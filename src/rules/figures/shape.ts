import type { Share } from './share';

/** How many records there are under each code; `none` for those without one. */
export type Tally = Readonly<Record<string, number>>;

/** How long something took, in seconds. */
export interface Took {
  readonly count: number;
  readonly median: number | null;
  readonly p90: number | null;
  readonly average: number | null;
}

/** What a promise is about, as its target says. */
export type PromiseAbout = 'repair' | 'complaint' | 'visit' | 'other';

export interface PromiseFigure extends Share {
  readonly target: string;
  readonly code: string | null;
  readonly rule: string | null;
  readonly clock: string;
  readonly about: PromiseAbout;
  readonly kept: number;
  readonly broken: number;
}

interface Complaints {
  readonly total: number;
  readonly byClass: Tally;
  readonly byCause: Tally;
  readonly byCategory: Tally;
}

/** The figures of one group, or of all. */
export interface Figures {
  readonly received: {
    readonly total: number;
    readonly byKind: Tally;
    readonly byChannel: Tally;
    readonly byUrgency: Tally;
    readonly byCategory: Tally;
  };
  readonly completed: {
    readonly total: number;
    readonly byKind: Tally;
    readonly byCategory: Tally;
    /** Of repairs. */
    readonly byFaultClass: Tally;
    /** Of repairs. */
    readonly took: Took;
  };
  /** Repairs alone, by category [B-13]. */
  readonly repairs: {
    readonly received: number;
    readonly completed: number;
    readonly receivedByCategory: Tally;
    readonly completedByCategory: Tally;
  };
  readonly rework: Share & { readonly byCategory: Tally };
  readonly promises: Share & { readonly byTarget: readonly PromiseFigure[] };
  readonly arrival: Took;
  readonly visits: Share & {
    readonly target: number;
    readonly owed: number;
    readonly exempt: number;
    readonly due: number;
  };
  readonly signed: Share & {
    readonly target: number;
    readonly reached: boolean | null;
    readonly byForm: Tally;
  };
  readonly satisfaction: Share & { readonly byAnswer: Tally };
  readonly complaints: Complaints & {
    readonly byStage: Tally;
    /** Without those found invalid [E-07]. */
    readonly faults: Complaints;
  };
  readonly overdue: { readonly total: number; readonly byClock: Tally; readonly late: Took };
}

/** The figures of one part of a breakdown; `group` is a documentId or a month, null for what has none. */
export interface FiguresOfGroup {
  readonly group: string | null;
  readonly figures: Figures;
}
