import type { Post } from '../cases/types';

/** One member of staff, as far as the rules care. Ids are documentIds. */
export interface StaffEntry {
  readonly id: string;
  readonly name: string;
  readonly post: Post | null;
  readonly superior: string | null;
  readonly department: string | null;
  readonly teams: readonly string[];
  readonly onDuty: boolean;
  readonly active: boolean;
  readonly email: string | null;
  /** Row id of the panel user, if linked. */
  readonly userId: number | null;
  readonly jobNumber: string;
  /** Categories of work that this one can do, each with all below it. */
  readonly trades: readonly string[];
  /** How many open orders he may have; null where nothing is said. */
  readonly openOrderCap: number | null;
}

/** Who is who in the office. */
export interface Directory {
  readonly staff: ReadonlyMap<string, StaffEntry>;
  readonly byUser: ReadonlyMap<number, StaffEntry>;
  /** Head of each department, by its documentId. */
  readonly heads: ReadonlyMap<string, string>;
  /** Leader and members of each team, leader first. */
  readonly teams: ReadonlyMap<string, readonly string[]>;
  /** The contractor that a team belongs to, for those that belong to one. */
  readonly employers: ReadonlyMap<string, string>;
}

export interface PostSought {
  readonly post: Post;
  readonly department?: string | null | undefined;
  /** documentId of the person whose line is climbed. */
  readonly below?: string | null | undefined;
}

/**
 * The one person meant by "the supervisor" [C-11]: first up the line of the person concerned, then in the
 * department, then anywhere in the office; those on duty before the others. When the post is empty, the
 * next post up; null only when the whole chain is.
 */
export function holderOf(directory: Directory, sought: PostSought): StaffEntry | null {
  const chain: readonly Post[] = ['supervisor', 'department_head', 'director', 'manager'];
  const from = chain.indexOf(sought.post);
  for (const post of from < 0 ? [sought.post, ...chain] : chain.slice(from)) {
    const found = inLine(directory, sought.below, post) ?? inOffice(directory, post, sought.department);
    if (found) return found;
  }
  return null;
}

/** The nearest superior of that post up the line; circular lines end where they began. */
function inLine(directory: Directory, below: string | null | undefined, post: Post): StaffEntry | null {
  const seen = new Set<string>();
  let one = below ? directory.staff.get(below) : undefined;
  while (one && !seen.has(one.id)) {
    seen.add(one.id);
    one = one.superior ? directory.staff.get(one.superior) : undefined;
    if (one?.post === post && one.active) return one;
  }
  return null;
}

function inOffice(
  directory: Directory,
  post: Post,
  department: string | null | undefined,
): StaffEntry | null {
  if (post === 'department_head' && department) {
    const head = directory.staff.get(directory.heads.get(department) ?? '');
    if (head?.active) return head;
  }
  const holders = [...directory.staff.values()].filter((one) => one.active && one.post === post);
  const rank = (one: StaffEntry) =>
    (department && one.department === department ? 0 : 2) + (one.onDuty ? 0 : 1);
  holders.sort((a, b) => rank(a) - rank(b) || a.jobNumber.localeCompare(b.jobNumber));
  return holders[0] ?? null;
}
