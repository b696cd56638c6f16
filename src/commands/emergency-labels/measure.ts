import { HAZARDS, matchEmergency, type EmergencyRule, type Hazard } from '../../rules/emergency';
import type { Label, Labelled } from './facts';

/** What a request was called, and what the rules called it. */
export interface Judged {
  readonly label: Label;
  readonly also: readonly Hazard[];
  readonly hit: Hazard | null;
}

/** Of one class: how often it was labelled, hit, hit rightly, and found. */
export interface Score {
  readonly labelled: number;
  readonly hits: number;
  readonly right: number;
  readonly found: number;
}

export type Scores = Readonly<Record<Hazard | 'overall' | 'any', Score>>;

/** Asks the rules about each request, none of which has a category yet. */
export const judgeAll = (rules: readonly EmergencyRule[], requests: readonly Labelled[]): Judged[] =>
  requests.map(({ text, label, also }) => ({
    label,
    also,
    hit: matchEmergency(rules, { text, categories: [] })?.rule.hazard ?? null,
  }));

/**
 * Counts right and wrong by class. A hit is right when it names the label or one of the hazards that the text reports as
 * well. `overall` counts that over all classes; `any` asks only whether an emergency was told from none.
 */
export function scoresOf(judged: readonly Judged[]): Scores {
  const isRight = ({ label, also, hit }: Judged): boolean =>
    hit !== null && (hit === label || (also as readonly string[]).includes(hit));
  const score = (hits: readonly Judged[], labelled: readonly Judged[], right = isRight): Score => ({
    labelled: labelled.length,
    hits: hits.length,
    right: hits.filter(right).length,
    found: labelled.filter(right).length,
  });
  const hits = judged.filter(({ hit }) => hit !== null);
  const labelled = judged.filter(({ label }) => label !== 'none');
  const classes = HAZARDS.map((hazard) => [
    hazard,
    score(
      hits.filter(({ hit }) => hit === hazard),
      labelled.filter(({ label }) => label === hazard),
    ),
  ]);
  return {
    ...(Object.fromEntries(classes) as Record<Hazard, Score>),
    overall: score(hits, labelled),
    any: score(hits, labelled, ({ label, hit }) => label !== 'none' && hit !== null),
  };
}

/** A share of a whole with two digits; a dash where there is no whole. */
export const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(2));
