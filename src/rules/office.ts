import type { DispatchRule } from './dispatch/types';
import type { Directory } from './people/directory';

/** A category as the rules look at it; `path` runs from itself up to the root. */
export interface CategoryEntry {
  readonly id: string;
  readonly code: string;
  readonly path: readonly string[];
  readonly nature: string;
  readonly department: string | null;
  readonly defaultUrgency: string | null;
  /** Trades that its requests ask for; none named means those of the category above, or the category itself. */
  readonly requiredTrades: readonly string[];
}

/** What managers have set the office up as, as far as the rules look at it. */
export interface OfficeView {
  readonly categories: ReadonlyMap<string, CategoryEntry>;
  readonly directory: Directory;
  /** How work is given out, active rows only [B-03]. */
  readonly dispatchRules: readonly DispatchRule[];
}

/** An office in which nothing is set up yet. */
export const EMPTY_OFFICE: OfficeView = {
  categories: new Map(),
  directory: { staff: new Map(), byUser: new Map(), heads: new Map(), teams: new Map() },
  dispatchRules: [],
};
