import type { CaseRecord } from '../cases/types';
import { localDate } from '../time';
import type { VisitPolicy } from './policy';

/** How often a requester was sought in vain, as the policy counts: tries, or days on which there was one. */
export function daysSought(attempts: readonly CaseRecord[], policy: VisitPolicy): number {
  const vain = attempts.filter(({ outcome }) => outcome === 'no_answer');
  if (!policy.onDifferentDays) return vain.length;
  return new Set(vain.map(({ visitedAt }) => localDate(policy.timeZone, Date.parse(String(visitedAt))))).size;
}
