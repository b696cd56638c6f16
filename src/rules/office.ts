import type { DispatchRule } from './dispatch/types';
import type { EmergencyRule } from './emergency';
import type { CategoryWords } from './intake/categories';
import type { PriceItem } from './prices';
import type { WarrantyTerm } from './warranty';
import type { Directory } from './people/directory';
import type { Words } from './words/say';
import { BOOK_VISITS, type VisitPolicy } from './visits/policy';

/** A category as the rules look at it; `path` runs from itself up to the root. */
export interface CategoryEntry {
  readonly id: string;
  readonly code: string;
  readonly path: readonly string[];
  readonly nature: string;
  readonly department: string | null;
  readonly defaultUrgency: string | null;
  /** Days within which the same problem counts as a repeat; null: as the category above. */
  readonly repeatDays: number | null;
  /** Days after completion within which the same fault is rework; null as the category above says [B-09]. */
  readonly reworkDays: number | null;
  /** From how many households on, within how many days, reports of one cause are one matter [E-04]. */
  readonly groupHouseholds: number | null;
  readonly groupDays: number | null;
  /** Trades that its requests ask for; none named means those of the category above, or the category itself. */
  readonly requiredTrades: readonly string[];
}

/** Somebody outside the office who is told of emergencies [B-02]. */
export interface OutsideParty {
  readonly id: string;
  readonly code: string;
  readonly name: Words;
  readonly phone: string | null;
  readonly email: string | null;
}

/** What managers have set the office up as, as far as the rules look at it. */
export interface OfficeView {
  /** IANA zone of the office. */
  readonly timeZone: string;
  readonly categories: ReadonlyMap<string, CategoryEntry>;
  /** What people call them, by documentId. */
  readonly categoryWords: ReadonlyMap<string, CategoryWords>;
  readonly directory: Directory;
  /** documentId of each department, by its code. */
  readonly departments: ReadonlyMap<string, string>;
  /** How work is given out, active rows only [B-03]. */
  readonly dispatchRules: readonly DispatchRule[];
  /** The rules of B-02 that are in force; the same array as long as nothing in the policy changes. */
  readonly emergencyRules: readonly EmergencyRule[];
  /** Those who are told of emergencies, by code; the inactive left out. */
  readonly outsideParties: ReadonlyMap<string, OutsideParty>;
  /** How long the builder answers for what; the inactive left out [B-04]. */
  readonly warrantyTerms: readonly WarrantyTerm[];
  /** The price list, by documentId [B-04]. */
  readonly prices: ReadonlyMap<string, PriceItem>;
  readonly visits: VisitPolicy;
}

/** An office in which nothing is set up yet. */
export const EMPTY_OFFICE: OfficeView = {
  timeZone: 'Asia/Shanghai',
  categories: new Map(),
  categoryWords: new Map(),
  directory: {
    staff: new Map(),
    byUser: new Map(),
    heads: new Map(),
    teams: new Map(),
    employers: new Map(),
  },
  departments: new Map(),
  dispatchRules: [],
  emergencyRules: [],
  outsideParties: new Map(),
  warrantyTerms: [],
  prices: new Map(),
  visits: BOOK_VISITS,
};
