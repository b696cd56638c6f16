import type { Core } from '@strapi/strapi';
import { book } from '../../rules/rulebook';
import { giveDirector } from './director';
import { closeDefaultDoors } from './doors';
import { readData } from './files';
import { create, createAll, rowsByCode, settled, type Values } from './records';
import { loadRoles, type RolePolicy, type RolesGiven } from './roles';

interface Coded {
  readonly code: string;
}
interface CalendarRow extends Coded {
  readonly weekly?: Readonly<Record<string, readonly string[]>>;
}
interface EmergencyRow extends Coded {
  readonly words: readonly string[];
  readonly excluding: readonly string[];
  readonly order: number;
}
interface CategoryRow extends Coded {
  readonly kind?: string;
  readonly children?: readonly CategoryRow[];
}

/** What has once been given to this office, by type and code. What is taken away again is not given twice. */
type Given = Record<string, string[]>;

/**
 * Gives an office the default policy: the rule book, calendars, departments, categories, targets and roles of
 * `database/policy`. What the office already has, under the same code, stays as it is, and so does what
 * a manager has since changed or deleted; a later release adds only what is new in it.
 */
export async function loadPolicy(strapi: Core.Strapi): Promise<void> {
  const changed = await strapi.db.transaction(async ({ trx }) => {
    // Instances that start together take turns; the second finds everything given.
    await trx.raw("SELECT pg_advisory_xact_lock(hashtext('guanjia.policy'))");
    const store = strapi.store({ type: 'core', name: 'office' });
    const before = (await store.get({ key: 'policy_given' })) as Given | null;
    const given: Given = { ...before };
    for (const part of parts(strapi)) given[part.type] = await give(strapi, part, given[part.type] ?? []);
    given['staff-member'] = await giveDirector(strapi, given['staff-member'] ?? []);
    const rights = (await store.get({ key: 'roles_given' })) as RolesGiven | null;
    const roles = await loadRoles(strapi, readData<RolePolicy>(strapi, 'policy', 'roles'), {
      given: given.role ?? [],
      asGiven: rights ?? {},
    });
    given.role = roles.given;
    await closeDefaultDoors(strapi, before === null);
    if (JSON.stringify(roles.asGiven) !== JSON.stringify(rights))
      await store.set({ key: 'roles_given', value: roles.asGiven });
    if (JSON.stringify(given) === JSON.stringify(before)) return false;
    await store.set({ key: 'policy_given', value: given });
    return true;
  });
  if (changed) await settled(strapi);
}

interface Part {
  readonly type: string;
  readonly rows: readonly Coded[];
  /** Fields that hold the code of a record, or a list of codes, with its type. */
  readonly relations: Readonly<Record<string, string>>;
  /** Has components or relations to many, which only the Document Service can write. */
  readonly composed: boolean;
}

/** What is given, in the order in which one part needs another. */
function parts(strapi: Core.Strapi): Part[] {
  const departments = readData<Coded[]>(strapi, 'policy', 'departments');
  const targets = readData<Coded[]>(strapi, 'policy', 'targets');
  const terms = readData<Coded[]>(strapi, 'policy', 'warranty-terms');
  const prices = readData<Coded[]>(strapi, 'policy', 'price-items');
  return [
    { type: 'rule', rows: rules(), relations: {}, composed: false },
    { type: 'work-calendar', rows: calendars(strapi), relations: {}, composed: true },
    { type: 'department', rows: departments, relations: { parent: 'department' }, composed: false },
    {
      type: 'category',
      rows: categories(strapi),
      relations: { parent: 'category', department: 'department' },
      composed: false,
    },
    {
      type: 'dispatch-rule',
      rows: readData<Coded[]>(strapi, 'policy', 'dispatch-rules'),
      relations: { category: 'category' },
      composed: false,
    },
    {
      type: 'visit-policy',
      rows: readData<Coded[]>(strapi, 'policy', 'visit-policies'),
      relations: {},
      composed: false,
    },
    {
      type: 'target',
      rows: targets,
      relations: { calendar: 'work-calendar', category: 'category' },
      composed: true,
    },
    {
      type: 'outside-party',
      rows: readData<Coded[]>(strapi, 'policy', 'outside-parties'),
      relations: {},
      composed: false,
    },
    {
      type: 'emergency-rule',
      rows: emergencyRules(strapi),
      relations: { categories: 'category', outsideParties: 'outside-party' },
      composed: true,
    },
    { type: 'warranty-term', rows: terms, relations: { category: 'category' }, composed: false },
    { type: 'price-item', rows: prices, relations: { category: 'category' }, composed: false },
  ];
}

/** Writes those rows that were never given before and are not there; gives back all codes given so far. */
async function give(strapi: Core.Strapi, part: Part, given: readonly string[]): Promise<string[]> {
  const fresh = part.rows.filter(({ code }) => !given.includes(code));
  if (fresh.length === 0) return [...given];
  const present = await rowsByCode(strapi, part.type);
  const related = new Map([[part.type, present]]);
  for (const type of Object.values(part.relations)) {
    if (!related.has(type)) related.set(type, await rowsByCode(strapi, type));
  }
  for (const batch of generations(fresh.filter(({ code }) => !present.has(code)))) {
    const data = batch.map((row) => linked(row, part, related));
    const ids: number[] = part.composed ? [] : await createAll(strapi, part.type, data);
    if (part.composed) for (const row of data) ids.push((await create(strapi, part.type, row)).id);
    batch.forEach(({ code }, index) => present.set(code, ids[index] ?? 0));
  }
  return [...given, ...fresh.map(({ code }) => code)];
}

/** The row with row ids where it names others by code. */
function linked(
  row: Coded,
  { relations }: Part,
  related: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Values {
  const links = Object.entries(relations).map(([field, type]): [string, unknown] => {
    const code = (row as unknown as Values)[field];
    const idOf = (one: unknown) => (typeof one === 'string' ? related.get(type)?.get(one) : undefined);
    return [field, Array.isArray(code) ? code.map(idOf).filter((id) => id !== undefined) : idOf(code)];
  });
  return { ...row, ...Object.fromEntries(links) };
}

/** The rows in batches, so that a row comes after its parent. */
function* generations(rows: readonly (Coded & { readonly parent?: string })[]): Generator<readonly Coded[]> {
  let rest = rows;
  while (rest.length > 0) {
    const waiting = new Set(rest.map(({ code }) => code));
    const ready = rest.filter(({ parent }) => parent === undefined || !waiting.has(parent));
    if (ready.length === 0) throw new Error(`In a ring: ${[...waiting].join(', ')}`);
    yield ready;
    rest = rest.filter((row) => !ready.includes(row));
  }
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

/** Phrases stand one a line, as a manager types them. */
function emergencyRules(strapi: Core.Strapi): Coded[] {
  return readData<EmergencyRow[]>(strapi, 'policy', 'emergency-rules').map(
    ({ words, excluding, order, ...row }) => ({
      ...row,
      words: words.join('\n'),
      excluding: excluding.join('\n'),
      sort: order,
    }),
  );
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
