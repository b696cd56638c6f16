import { holderOf, type Directory, type StaffEntry } from '../people/directory';
import { choose, type ChoiceState } from './choose';
import { poolOf, type PoolGiven } from './pool';
import type { DispatchRule, Way } from './types';

export interface Ladder extends PoolGiven, ChoiceState {
  readonly rule: DispatchRule | null;
  /** Those who had it already, or let it pass: never asked again. */
  readonly tried: ReadonlySet<string>;
  /** The department whose people answer for it. */
  readonly department: string | null;
  /** How whoever has it now came by it; null where nobody has it. */
  readonly way: Way | null;
}

export interface Step {
  readonly to: StaffEntry;
  readonly way: Way;
}

/** The next of the pool; null when all of it is through. */
export function nextOfPool({ rule, tried, ...given }: Ladder): Step | null {
  if (!rule) return null;
  const pool = poolOf(rule, given.loads, given).filter(({ id }) => !tried.has(id));
  const way = rule.mode === 'rotate' ? 'rotate' : 'least_loaded';
  const to = choose(way, pool, given);
  return to && { to, way };
}

/**
 * Whom an order goes to that was not accepted in time: the next of the pool, the duty person, the head; null at the end.
 * What was offered to the whole pool was let pass by each of it; what has climbed does not come down again.
 */
export function nextAfter(ladder: Ladder): Step | null {
  const { way } = ladder;
  const climbed = way === 'duty_person' || way === 'head';
  return (
    (climbed || way === 'grab' ? null : nextOfPool(ladder)) ??
    (climbed ? null : dutyPerson(ladder)) ??
    head(ladder)
  );
}

/** The supervisor on duty, of the department if there is one. */
function dutyPerson({ directory, department, tried }: Ladder): Step | null {
  const onDuty = [...directory.staff.values()].filter(
    (one) => one.post === 'supervisor' && one.active && one.onDuty && !tried.has(one.id),
  );
  const rank = (one: StaffEntry) => (department && one.department === department ? 0 : 1);
  onDuty.sort((a, b) => rank(a) - rank(b) || (a.jobNumber < b.jobNumber ? -1 : 1));
  return onDuty[0] ? { to: onDuty[0], way: 'duty_person' } : null;
}

function head({ directory, department, tried }: Ladder): Step | null {
  const found = headOf(directory, department);
  return found && !tried.has(found.id) ? { to: found, way: 'head' } : null;
}

/** The head of a department, or whoever stands above. */
export const headOf = (directory: Directory, department: string | null): StaffEntry | null =>
  holderOf(directory, { post: 'department_head', department });
