import { SUPERIORS } from '../../rules/cases/people';
import { forbidden } from '../../rules/refusal';
import { coverageOf, coverageQueryOf } from '../house-calls/coverage';
import type { DoorContext } from './context';
import type { Viewing } from './views';

/** Who sees every building; a steward sees those that are his. */
const ALL_BUILDINGS: ReadonlySet<string> = new Set([...SUPERIORS, 'clerk', 'front_desk']);

/** How far house calls have come, building by building [D-12]. Throws NOT_ENTITLED, and what the query is refused with. */
export async function showCoverage({ office, actor }: Viewing, given: DoorContext['query']) {
  const all =
    actor.kind === 'integration' ||
    actor.kind === 'system' ||
    (actor.kind === 'staff' && actor.posts.some((post) => ALL_BUILDINGS.has(post)));
  const own = actor.kind === 'staff' && actor.posts.includes('steward');
  if (!all && !own) throw forbidden('NOT_ENTITLED', { action: 'read', type: 'house-call' });
  return coverageOf(office, { ...(await coverageQueryOf(office, given)), steward: all ? null : actor.id });
}
