import type { TargetConditions, TargetPolicy } from './types';

/** What the choice of targets looks at. `categories` runs from the record's own category up to the root. */
export interface CaseFacts {
  readonly kind: string | null;
  readonly categories: readonly string[];
  readonly faultClass: string | null;
  readonly urgency: string | null;
  readonly nature: string | null;
  readonly complaintClass: string | null;
}

/** What a target may ask of a case, its category apart, by how closely it makes the target fit. */
const WEIGHTS = { complaintClass: 16, faultClass: 8, urgency: 4, nature: 2, kind: 1 } as const;
export const CONDITIONS = Object.keys(WEIGHTS) as readonly (keyof typeof WEIGHTS)[];
const CATEGORY_WEIGHT = 100;

/** How closely a target fits (higher is closer), or null when it does not hold for these facts. */
export function fit(conditions: TargetConditions, facts: CaseFacts): number | null {
  let score = 0;
  for (const name of CONDITIONS) {
    if (conditions[name] === null) continue;
    if (conditions[name] !== facts[name]) return null;
    score += WEIGHTS[name];
  }
  if (conditions.category !== null) {
    const depth = facts.categories.indexOf(conditions.category);
    if (depth < 0) return null;
    score += CATEGORY_WEIGHT * (facts.categories.length - depth);
  }
  return score;
}

/** Per clock name the one target that fits these facts best; equals are decided by code. */
export function targetsFor(
  targets: readonly TargetPolicy[],
  caseType: string,
  facts: CaseFacts,
): ReadonlyMap<string, TargetPolicy> {
  const best = new Map<string, { target: TargetPolicy; score: number }>();
  for (const target of targets) {
    if (target.caseType !== caseType) continue;
    const score = fit(target.conditions, facts);
    if (score === null) continue;
    const held = best.get(target.clock);
    if (!held || score > held.score || (score === held.score && target.code < held.target.code)) {
      best.set(target.clock, { target, score });
    }
  }
  return new Map([...best].map(([clock, { target }]) => [clock, target]));
}
