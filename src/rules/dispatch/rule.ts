import type { DispatchFacts, DispatchRule } from './types';

/** The rule that holds for these facts: of those that fit the one with the lowest order, then code; null for none. */
export function ruleFor(rules: readonly DispatchRule[], facts: DispatchFacts): DispatchRule | null {
  let best: DispatchRule | null = null;
  for (const rule of rules)
    if (unmetBy(rule, facts).length === 0 && (!best || before(rule, best))) best = rule;
  return best;
}

/** The conditions of a rule that these facts do not meet, by their field; none where it fits. */
export function unmetBy({ conditions }: DispatchRule, facts: DispatchFacts): string[] {
  const { category } = conditions;
  const plain = (['kind', 'urgency', 'community'] as const).filter(
    (name) => conditions[name] !== null && conditions[name] !== facts[name],
  );
  const elsewhere = category !== null && !facts.categories.includes(category);
  return elsewhere ? [...plain, 'category'] : [...plain];
}

const before = (one: DispatchRule, other: DispatchRule): boolean =>
  one.order < other.order || (one.order === other.order && one.code < other.code);
