import type { OfficeView } from '../office';
import type { DispatchFacts, DispatchMode, DispatchRule } from './types';
import { ruleFor } from './rule';

type Record_ = Readonly<Record<string, unknown>>;
const wordOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What the choice of a rule looks at, of this request. */
export function factsIn(request: Record_, { categories }: Pick<OfficeView, 'categories'>): DispatchFacts {
  const category = wordOf(request.category);
  return {
    kind: wordOf(request.kind),
    categories: category ? (categories.get(category)?.path ?? [category]) : [],
    urgency: wordOf(request.urgency),
    community: wordOf(request.community),
  };
}

type Rules = Pick<OfficeView, 'categories' | 'dispatchRules'>;

/** The rule that holds for a request; null for none. */
export const ruleOf = (request: Record_, office: Rules): DispatchRule | null =>
  ruleFor(office.dispatchRules, factsIn(request, office));

/** A rule by which the office itself sends somebody. */
export type AutomaticRule = DispatchRule & { readonly mode: Exclude<DispatchMode, 'assign'> };

/** The rule as one by which the office itself sends somebody; null where the desk does. */
export const automatic = (rule: DispatchRule | null): AutomaticRule | null =>
  rule && rule.mode !== 'assign' ? (rule as AutomaticRule) : null;

/** The rule of that code, as it is now; null when it is gone or not in force. */
export const ruleNamed = (code: unknown, { dispatchRules }: Rules): DispatchRule | null =>
  dispatchRules.find((rule) => rule.code === code) ?? null;
