/** How work finds its technician: by the desk, by whoever is first, in turn, or to whoever has least to do. */
export const DISPATCH_MODES = ['assign', 'grab', 'rotate', 'least_loaded'] as const;
export type DispatchMode = (typeof DISPATCH_MODES)[number];

/** How somebody came by an order: the mode that gave it to him, a colleague, or his being on duty. */
export const WAYS = [...DISPATCH_MODES, 'pass_on', 'duty_person', 'head'] as const;
export type Way = (typeof WAYS)[number];

/** One row that managers edit: which requests it is for, and how they are given out [B-03]. Ids are documentIds. */
export interface DispatchRule {
  readonly id: string;
  readonly code: string;
  readonly mode: DispatchMode;
  /** Null asks for nothing; a category holds for its whole branch. */
  readonly conditions: {
    readonly kind: string | null;
    readonly category: string | null;
    readonly urgency: string | null;
    readonly community: string | null;
  };
  /** Only this team's people; null means every technician of the trades. */
  readonly team: string | null;
  /** Trades that are asked for; none means those of the request's category. */
  readonly requiredTrades: readonly string[];
  /** How many open orders one may have who has no number of his own; null for no limit. */
  readonly cap: number | null;
  /** After how many minutes without acceptance it goes to the next; null for never. */
  readonly acceptMinutes: number | null;
  /** Of the rules that fit the lowest holds. */
  readonly order: number;
}

/** What the choice of a rule looks at. `categories` runs from the request's own category up to the root. */
export interface DispatchFacts {
  readonly kind: string | null;
  readonly categories: readonly string[];
  readonly urgency: string | null;
  readonly community: string | null;
}

/** Open orders by member of staff; who is not in it has none. */
export type Loads = ReadonlyMap<string, number>;

/** Where the turn stands: the key (see `turnKey`) of whoever was last given something; null at the beginning. */
export type Turn = string | null;

/** What the choice stands on: who has how much, and where the turn of each rule stands (by its id). */
export interface Board {
  readonly loads: Loads;
  readonly turns: ReadonlyMap<string, string>;
  /** Those who are expected elsewhere in the window of the order at hand. */
  readonly busy: ReadonlySet<string>;
}
