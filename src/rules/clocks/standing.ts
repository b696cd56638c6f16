import { CONDITIONS, fit, targetsFor, type CaseFacts } from './targets';
import type { TargetPolicy } from './types';

/** How a target stands to a case: the one in force for its clock, beaten by a closer one, or not meant for it. */
export type Standing =
  | { readonly kind: 'in_force' }
  | { readonly kind: 'beaten'; readonly by: TargetPolicy }
  | { readonly kind: 'other_case'; readonly fields: readonly string[] };

/**
 * Why a target is or is not the one that a case goes by [C-01] … [C-07]. `fields` names the conditions that the case does
 * not meet, by their field of the target. `targets` are those in force, this one among them.
 */
export function standingOf(
  targets: readonly TargetPolicy[],
  target: TargetPolicy,
  facts: CaseFacts,
): Standing {
  if (fit(target.conditions, facts) === null) return { kind: 'other_case', fields: unmet(target, facts) };
  const best = targetsFor(targets, target.caseType, facts).get(target.clock);
  return !best || best.id === target.id ? { kind: 'in_force' } : { kind: 'beaten', by: best };
}

function unmet({ conditions }: TargetPolicy, facts: CaseFacts): string[] {
  const plain = CONDITIONS.filter((name) => conditions[name] !== null && conditions[name] !== facts[name]);
  const elsewhere = conditions.category !== null && !facts.categories.includes(conditions.category);
  return elsewhere ? [...plain, 'category'] : [...plain];
}

/** The targets that these facts will go by once their event comes, those left out whose clock runs already. */
export function targetsAhead(
  targets: readonly TargetPolicy[],
  facts: CaseFacts,
  { caseTypes, running }: { caseTypes: readonly string[]; running: ReadonlySet<string> },
): TargetPolicy[] {
  return caseTypes
    .flatMap((caseType) => [...targetsFor(targets, caseType, facts).values()])
    .filter(
      (target) => !running.has(`${target.caseType}.${target.clock}`) && target.promised?.rule !== 'only',
    );
}
