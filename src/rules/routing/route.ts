import type { Post } from '../cases/types';
import type { Directory, StaffEntry } from '../people/directory';

/** How a matter came to the next person; `named`: somebody chose him, by no rule. */
export const ROUTE_STEPS = ['superior', 'responsible_department', 'director', 'named'] as const;
export type RouteStep = (typeof ROUTE_STEPS)[number];

/** Where the superiors of somebody end without anybody to go to. */
export type LineEnd = 'top' | 'ring';

export type Route =
  | { readonly step: 'own_remit' }
  | { readonly step: Exclude<RouteStep, 'named'>; readonly to: string }
  | { readonly step: 'nobody' };

export interface Matter {
  /** The category of the matter and all above it, itself first; none when nothing is said. */
  readonly categories: readonly string[];
  /** Departments that it concerns: none is unclear, several are several. */
  readonly departments: readonly string[];
}

export interface Asking {
  /** Who is accountable now and looks for the one to go to. */
  readonly asker: StaffEntry;
  readonly matter: Matter;
  readonly directory: Directory;
}

/** Posts that answer for a department, or for all of them; everyone else stands at the front line. */
const HEADS: ReadonlySet<Post | null> = new Set(['department_head', 'director', 'manager']);
const TOP: ReadonlySet<Post | null> = new Set(['director', 'manager']);

/**
 * Where a matter goes: what is one's own remit is one's own to handle; what concerns several departments, or
 * nobody knows which, goes to the centre's director; what concerns one goes from a department head to that department's
 * head, and from anybody else to his direct superior. Nobody who has left is gone to, nor the asker himself: who
 * comes next up the line takes his place, a ring of superiors ends where it began, and the last is the director.
 */
export function routeOf({ asker, matter, directory }: Asking): Route {
  if (isOwnRemit({ asker, matter, directory })) return { step: 'own_remit' };
  const [department, ...more] = matter.departments;
  if (department !== undefined && more.length === 0) {
    const next = HEADS.has(asker.post)
      ? { step: 'responsible_department' as const, to: headOf(directory, department) }
      : { step: 'superior' as const, to: superiorOf(directory, asker) ?? ownHeadOf(directory, asker) };
    if (next.to && next.to.id !== asker.id) return { step: next.step, to: next.to.id };
  }
  const director = directorOf(directory, asker.id);
  return director ? { step: 'director', to: director.id } : { step: 'nobody' };
}

/**
 * Whether a matter is somebody's own: by his trades where he has any, by his department or one that he heads otherwise,
 * and the director's whatever it is.
 */
export function isOwnRemit({ asker, matter, directory }: Asking): boolean {
  const { categories, departments } = matter;
  if (TOP.has(asker.post)) return true;
  const [department, ...more] = departments;
  if (more.length > 0) return false;
  if (asker.trades.length > 0 && !HEADS.has(asker.post))
    return categories.some((category) => asker.trades.includes(category));
  if (department === undefined) return false;
  return asker.department === department || headOf(directory, department)?.id === asker.id;
}

/** The nearest superior who is still there; null at the top of the line or where it runs in a ring. */
function superiorOf(directory: Directory, { id, superior }: StaffEntry): StaffEntry | null {
  const seen = new Set([id]);
  for (let next = superior; next !== null && !seen.has(next);) {
    seen.add(next);
    const one = directory.staff.get(next);
    if (one?.active) return one;
    next = one?.superior ?? null;
  }
  return null;
}

/** Whether the superiors of `staff`, read as `superiorOf`, lead back to himself or run in a ring above him. */
export function lineEnd(superiorOfId: (id: string) => string | null, staff: string): LineEnd {
  const seen = new Set<string>();
  for (let one: string | null = staff; one !== null; one = superiorOfId(one)) {
    if (seen.has(one)) return 'ring';
    seen.add(one);
  }
  return 'top';
}

function ownHeadOf(directory: Directory, { department }: StaffEntry): StaffEntry | null {
  return department === null ? null : headOf(directory, department);
}

/** The head of a department: named in its record, else whoever of it holds the post. */
function headOf(directory: Directory, department: string): StaffEntry | null {
  const named = directory.staff.get(directory.heads.get(department) ?? '');
  if (named?.active) return named;
  return first(directory, (one) => one.post === 'department_head' && one.department === department);
}

function directorOf(directory: Directory, except: string): StaffEntry | null {
  for (const post of TOP) {
    const found = first(directory, (one) => one.post === post && one.id !== except);
    if (found) return found;
  }
  return null;
}

/** Those on duty first, then by job number. */
function first(directory: Directory, fits: (one: StaffEntry) => boolean): StaffEntry | null {
  const found = [...directory.staff.values()].filter((one) => one.active && fits(one));
  found.sort((a, b) => Number(b.onDuty) - Number(a.onDuty) || a.jobNumber.localeCompare(b.jobNumber));
  return found[0] ?? null;
}
