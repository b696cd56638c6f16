import type { Post } from '../cases/types';
import type { Directory, StaffEntry } from '../people/directory';

/** Who is looked for, one post after the other, when the one who took a request in is no member of staff. */
const TAKING_IN: readonly Post[] = [
  'front_desk',
  'steward',
  'supervisor',
  'department_head',
  'director',
  'manager',
];

export interface Intake {
  readonly directory: Directory;
  /** documentId of whoever takes the request in; may be nobody of the register. */
  readonly taker: string | null;
  /** documentId of the steward of the building concerned, where that is known. */
  readonly steward: string | null;
}

/**
 * Whose a request is from the moment it comes in [A-04][A-10]: the member of staff who takes it in; of one that came by
 * itself (a web site, a resident, an import), the steward of the building, else whoever is on duty from the front
 * desk up to the director, else whoever of them is not, else anybody there is. Gives a documentId; null only when
 * the register has nobody active.
 */
export function firstAsked({ directory, taker, steward }: Intake): string | null {
  for (const id of [taker, steward]) {
    const found = id === null ? undefined : directory.staff.get(id);
    if (found?.active) return found.id;
  }
  return firstInTurn(directory);
}

const firstOf = new WeakMap<Directory, string | null>();

/** The same for every request of a directory, which is never changed: another one takes its place. */
function firstInTurn(directory: Directory): string | null {
  const known = firstOf.get(directory);
  if (known !== undefined) return known;
  const [first] = [...directory.staff.values()].filter(({ active }) => active).sort(byTurn);
  firstOf.set(directory, first?.id ?? null);
  return first?.id ?? null;
}

const LAST = TAKING_IN.length;

function placeOf({ post, onDuty }: StaffEntry): number {
  const place = post === null ? -1 : TAKING_IN.indexOf(post);
  // Whoever is on duty comes before all who are not; other posts come last.
  return place < 0 ? 2 * LAST + (onDuty ? 0 : 1) : place + (onDuty ? 0 : LAST);
}

const byTurn = (one: StaffEntry, other: StaffEntry): number =>
  placeOf(one) - placeOf(other) ||
  one.jobNumber.localeCompare(other.jobNumber) ||
  one.id.localeCompare(other.id);
