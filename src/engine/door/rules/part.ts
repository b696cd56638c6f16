import { standingOf, type CaseFacts } from '../../../rules/clocks';
import { factsIn, ruleOf, unmetBy } from '../../../rules/dispatch';
import { matchEmergency } from '../../../rules/emergency';
import { say, type Locale } from '../../../rules/words/say';
import type { Policy } from '../../policy';
import { fieldLabel } from '../views';

/** The part that one row of the policy plays in what happens. */
export interface PartView {
  /** It decides; another does; the request is none of those it is for; it is not in force. */
  readonly kind: 'in_force' | 'beaten' | 'other_case' | 'inactive';
  /** What the other one is called. */
  readonly by: string | null;
  /** The fields of the row that the request does not meet, as they are called. */
  readonly fields: readonly string[];
}

export interface Imagined {
  readonly record: Readonly<Record<string, unknown>>;
  readonly facts: CaseFacts;
  readonly policy: Policy;
  /** What the dispatch rule is called by which it would be given out. */
  readonly sentBy: string | null;
  readonly locale: Locale;
}

type Part = (documentId: string, imagined: Imagined) => PartView;

const part = (
  kind: PartView['kind'],
  by: string | null = null,
  fields: readonly string[] = [],
): PartView => ({
  kind,
  by,
  fields,
});

/** How a row of each type is asked for its part. */
export const PARTS: Readonly<Record<string, Part>> = {
  target: (documentId, { facts, policy, locale }) => {
    const target = policy.targets.find(({ id }) => id === documentId);
    if (!target) return part('inactive');
    const standing = standingOf(policy.targets, target, facts);
    if (standing.kind === 'beaten') return part('beaten', say(standing.by.name, locale));
    if (standing.kind === 'in_force') return part('in_force');
    return part(
      'other_case',
      null,
      standing.fields.map((field) => fieldLabel('target', field, locale)),
    );
  },
  'dispatch-rule': (documentId, { record, policy, sentBy, locale }) => {
    const rule = policy.dispatchRules.find(({ id }) => id === documentId);
    if (!rule) return part('inactive');
    const unmet = unmetBy(rule, factsIn(record, policy));
    if (unmet.length > 0)
      return part(
        'other_case',
        null,
        unmet.map((field) => fieldLabel('dispatch-rule', field, locale)),
      );
    const chosen = ruleOf(record, policy);
    return chosen?.id === documentId ? part('in_force') : part('beaten', sentBy);
  },
  'emergency-rule': (documentId, { record, policy, locale }) => {
    const rule = policy.emergencyRules.find(({ id }) => id === documentId);
    if (!rule) return part('inactive');
    const said = {
      text: String(record.matter ?? ''),
      categories: policy.categories.get(String(record.category))?.path ?? [],
    };
    const hit = matchEmergency(policy.emergencyRules, said);
    if (hit?.rule.id === documentId) return part('in_force');
    if (hit && matchEmergency([rule], said)) return part('beaten', say(hit.rule.name, locale));
    return part('other_case', null, [fieldLabel('emergency-rule', 'words', locale)]);
  },
  category: (documentId, { facts, policy, locale }) => {
    const words = policy.categoryWords.get(documentId);
    if (!words?.active) return part('inactive');
    if (facts.categories.includes(documentId)) return part('in_force');
    return part('other_case', null, [fieldLabel('ticket', 'category', locale)]);
  },
};
