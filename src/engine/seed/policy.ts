import type { Core } from '@strapi/strapi';
import { book } from '../../rules/rulebook';
import { closeDefaultDoors } from './doors';
import { readData } from './files';
import { create, idsByCode, type Values } from './records';
import { loadRoles, type RolePolicy } from './roles';

interface Coded {
  readonly code: string;
}
interface CalendarRow extends Coded {
  readonly weekly?: Readonly<Record<string, readonly string[]>>;
}
interface DepartmentRow extends Coded {
  readonly parent?: string;
}
interface CategoryRow extends Coded {
  readonly kind?: string;
  readonly department?: string;
  readonly children?: readonly CategoryRow[];
}
interface TargetRow extends Coded {
  readonly calendar?: string;
  readonly category?: string;
}

/** What has once been given to this office, by type and code. What is taken away again is not given twice. */
type Given = Record<string, string[]>;

/**
 * Gives an office the default policy: the rule book, calendars, departments, categories, targets and roles of
 * `database/policy`. What the office already has, under the same code, stays as it is, and so does what
 * a manager has since changed or deleted; a later release adds only what is new in it.
 */
export async function loadPolicy(strapi: Core.Strapi): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    // Instances that start together take turns; the second finds everything given.
    await trx.raw("SELECT pg_advisory_xact_lock(hashtext('guanjia.policy'))");
    const store = strapi.store({ type: 'core', name: 'office' });
    const before = (await store.get({ key: 'policy_given' })) as Given | null;
    const given: Given = { ...before };

    await giveAll(strapi, given, 'rule', rules());
    await giveAll(strapi, given, 'work-calendar', calendars(strapi));
    await giveAll(strapi, given, 'department', readData<DepartmentRow[]>(strapi, 'policy', 'departments'), {
      parent: 'department',
    });
    await giveAll(strapi, given, 'category', categories(strapi), {
      parent: 'category',
      department: 'department',
    });
    await giveAll(strapi, given, 'target', readData<TargetRow[]>(strapi, 'policy', 'targets'), {
      calendar: 'work-calendar',
      category: 'category',
    });
    given.role = await loadRoles(strapi, readData<RolePolicy>(strapi, 'policy', 'roles'), given.role ?? []);
    await closeDefaultDoors(strapi, before === null);
    if (JSON.stringify(given) !== JSON.stringify(before))
      await store.set({ key: 'policy_given', value: given });
  });
}

/** Writes those rows that were never given before; `relations` names the type whose code a field holds. */
async function giveAll(
  strapi: Core.Strapi,
  given: Given,
  type: string,
  rows: readonly (Coded & object)[],
  relations: Readonly<Record<string, string>> = {},
): Promise<void> {
  const had = new Set(given[type]);
  const fresh = rows.filter((row) => !had.has(row.code));
  if (fresh.length === 0) return;
  const present = await idsByCode(strapi, type);
  const related = new Map<string, ReadonlyMap<string, string>>();
  for (const other of Object.values(relations)) {
    related.set(other, other === type ? present : await idsByCode(strapi, other));
  }
  for (const row of fresh) {
    if (present.has(row.code)) continue;
    const links = Object.entries(relations).map(([field, other]): [string, unknown] => {
      const code = (row as Values)[field];
      return [field, typeof code === 'string' ? related.get(other)?.get(code) : undefined];
    });
    const made = await create(strapi, type, { ...row, ...Object.fromEntries(links) });
    present.set(row.code, made.documentId);
  }
  given[type] = [...had, ...fresh.map((row) => row.code)];
}

function rules(): Coded[] {
  return book.map(({ id, zh, en, source }) => ({
    code: id,
    letter: id.slice(0, id.indexOf('-')),
    textZh: zh,
    textEn: en,
    source: source.join(' '),
  }));
}

/** `weekly` reads "08:30-12:00" per weekday and becomes one span each. */
function calendars(strapi: Core.Strapi): Coded[] {
  return readData<CalendarRow[]>(strapi, 'policy', 'calendars').map(({ weekly = {}, ...row }) => ({
    ...row,
    spans: Object.entries(weekly).flatMap(([weekday, spans]) =>
      spans.map((span) => {
        const [from, to] = span.split('-');
        return { weekday, from, to };
      }),
    ),
  }));
}

/** The tree as rows, a parent always before its children; the kind passes down the branch. */
function categories(strapi: Core.Strapi): Coded[] {
  const flat = (rows: readonly CategoryRow[], above: Values): Coded[] =>
    rows.flatMap(({ children = [], ...row }, index) => {
      const kept = { ...above, ...row, sort: (index + 1) * 10 };
      return [kept, ...flat(children, { kind: kept.kind, parent: row.code })];
    });
  return flat(readData<CategoryRow[]>(strapi, 'policy', 'categories'), {});
}
