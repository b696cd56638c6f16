import type { CaseRecord } from '../cases/types';

const DISSATISFIED: ReadonlySet<unknown> = new Set(['dissatisfied', 'very_dissatisfied']);

/** Whether a visit found its matter unsettled: the requester dissatisfied, or the problem still there [D-09]. */
export const isUnsettled = (visit: Readonly<Record<string, unknown>>): boolean =>
  DISSATISFIED.has(visit.satisfaction) || visit.solved === false;

/**
 * Which visit of its matter the next one would be [D-07]: 1 where none was made, or the last one found it settled; one
 * more for each that found it unsettled since. `visits` are all return visits of one request.
 */
export function ordinalOf(visits: readonly CaseRecord[]): number {
  const made = visits
    .filter(({ visitedAt }) => typeof visitedAt === 'string')
    .sort((one, other) => String(one.visitedAt).localeCompare(String(other.visitedAt)));
  return made.reduce((ordinal, visit) => (isUnsettled(visit) ? ordinal + 1 : 1), 1);
}
