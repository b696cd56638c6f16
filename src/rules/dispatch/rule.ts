import type { DispatchFacts, DispatchRule } from './types';

/** The rule that holds for these facts: of those that fit the one with the lowest order, then code; null for none. */
export function ruleFor(rules: readonly DispatchRule[], facts: DispatchFacts): DispatchRule | null {
  let best: DispatchRule | null = null;
  for (const rule of rules) if (fits(rule, facts) && (!best || before(rule, best))) best = rule;
  return best;
}

function fits({ conditions }: DispatchRule, facts: DispatchFacts): boolean {
  const { kind, category, urgency, community } = conditions;
  if (kind !== null && kind !== facts.kind) return false;
  if (urgency !== null && urgency !== facts.urgency) return false;
  if (community !== null && community !== facts.community) return false;
  return category === null || facts.categories.includes(category);
}

const before = (one: DispatchRule, other: DispatchRule): boolean =>
  one.order < other.order || (one.order === other.order && one.code < other.code);
