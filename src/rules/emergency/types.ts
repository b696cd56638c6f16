import type { Words } from '../words/say';

/** The classes of B-02. `danger` is anything else dangerous. */
export const HAZARDS = [
  'lift',
  'structure',
  'electric',
  'water',
  'heating',
  'fall_hazard',
  'glass_facade',
  'danger',
] as const;

export type Hazard = (typeof HAZARDS)[number];

/** One row of the list of emergencies that managers keep [B-02]. */
export interface EmergencyRule {
  readonly id: string;
  readonly code: string;
  readonly hazard: Hazard;
  readonly name: Words;
  /** Phrases, Chinese or English; `…` stands for a few characters or words of the same clause. */
  readonly words: readonly string[];
  /** Phrases, written the same way, that take away a word which they overlap. */
  readonly excluding: readonly string[];
  /** Categories in whose branch the rule makes sense, by id; none: everywhere. */
  readonly categories: readonly string[];
  /** Who outside the office is told as well, by code. */
  readonly outsideParties: readonly string[];
  /** The damage is still going on, so it is stopped first [B-12]. */
  readonly containFirst: boolean;
  /** Which rule speaks when several words begin at the same place and are as long: the smaller. */
  readonly order: number;
}

/** What a request says. */
export interface EmergencyQuestion {
  readonly text: string;
  /** Its category and those above it, by id; empty when it has none yet, and then every rule may speak. */
  readonly categories: readonly string[];
}

export interface EmergencyHit {
  readonly rule: EmergencyRule;
  /** The word of the rule, as the rule writes it. */
  readonly word: string;
  /** Where it stands in the text: first index and the one after the last. */
  readonly at: readonly [start: number, end: number];
}
