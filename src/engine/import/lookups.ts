import type { Core } from '@strapi/strapi';
import { codeOf } from '../../rules/import/convert';
import { NameIndex, nameKey, type Named, type NameToFind } from '../../rules/import';
import { quietly } from './quietly';

/** Where the names of a record type stand, and what it lies in. */
interface LookupSource {
  readonly names: (row: Row) => readonly unknown[];
  readonly within?: (row: Row) => readonly (Row | null | undefined)[];
  readonly populate?: object;
}

type Row = Readonly<Record<string, unknown>> & { readonly documentId: string };

const usual = (row: Row): readonly unknown[] => [row.code, row.name, row.nameEn, ...listOf(row.aliases)];

/** Record types that a mapping may look up by name. */
const SOURCES: Readonly<Record<string, LookupSource>> = {
  community: { names: usual },
  building: { names: usual, populate: { community: true }, within: (row) => [rowOf(row.community)] },
  unit: {
    // A room is told apart by its building, so registers write both in one cell.
    names: (row) => [
      row.label,
      row.fullLabel,
      `${String(row.buildingCode)}-${String(row.label)}`,
      ...listOf(row.aliases),
    ],
    populate: { building: { populate: { community: true } } },
    within: (row) => [rowOf(row.building), rowOf(rowOf(row.building)?.community)],
  },
  owner: { names: (row) => [row.name] },
  category: { names: usual },
  department: { names: usual },
  team: { names: usual },
  contractor: { names: usual },
  'staff-member': { names: (row) => [row.jobNumber, row.name, row.nameEn] },
  'work-calendar': { names: usual },
};

export type Resolved =
  | { readonly ok: true; readonly id: string | null }
  | {
      readonly ok: false;
      readonly code: 'LOOKUP_UNKNOWN' | 'LOOKUP_AMBIGUOUS';
      readonly details: Readonly<Record<string, unknown>>;
    };

/** The names of the register, read once, as it stood when the import began. */
export interface Lookups {
  /** The documentId that a name stands for; null for a record that is yet to be made. */
  resolve(name: NameToFind): Resolved;
  /** Names met that have no record yet and may be given one, by type. */
  readonly missing: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Makes the missing records; gives back the way to take them away again. */
  createMissing(): Promise<{ readonly count: number; readonly undo: () => Promise<void> }>;
}

export const canBeLookedUp = (type: string): boolean => type in SOURCES;

/** Reads the names of these record types, each of which can be looked up. */
export async function openLookups(strapi: Core.Strapi, types: ReadonlySet<string>): Promise<Lookups> {
  const indexes = new Map<string, NameIndex>();
  for (const type of types) indexes.set(type, await readNames(strapi, type));
  const missing = new Map<string, Map<string, string>>();

  function resolve({ lookup, name, create, within }: NameToFind): Resolved {
    let outer: string | undefined;
    if (within) {
      const resolved = resolve(within);
      if (!resolved.ok) return resolved;
      outer = resolved.id ?? undefined;
    }
    const found = indexOf(lookup).find(name, outer);
    if (found.outcome === 'found') return { ok: true, id: found.id };
    if (found.outcome === 'ambiguous') {
      return { ok: false, code: 'LOOKUP_AMBIGUOUS', details: { name, type: lookup, count: found.count } };
    }
    if (!create) return { ok: false, code: 'LOOKUP_UNKNOWN', details: { name, type: lookup } };
    const names = missing.get(lookup) ?? new Map<string, string>();
    missing.set(lookup, names.set(nameKey(name), name));
    return { ok: true, id: null };
  }

  function indexOf(type: string): NameIndex {
    const index = indexes.get(type);
    if (!index) throw new Error(`the names of ${type} were not read`);
    return index;
  }

  async function createMissing() {
    const names = [...(missing.get('category')?.values() ?? [])];
    const made = await quietly(strapi, async () => {
      const result: { id: string; name: string }[] = [];
      for (const name of names) result.push({ id: await createCategory(strapi, name), name });
      return { keep: true, result };
    });
    for (const { id, name } of made) indexOf('category').add({ id, names: [name] });
    missing.clear();
    const undo = async (): Promise<void> => {
      await quietly(strapi, async () => {
        for (const { id } of made) await strapi.documents(CATEGORY).delete({ documentId: id });
        return { keep: true, result: undefined };
      });
    };
    return { count: made.length, undo };
  }

  return { resolve, missing, createMissing };
}

const CATEGORY = 'api::category.category';

/** A category that came in by its name only: at the top of the tree, for managers to place. */
async function createCategory(strapi: Core.Strapi, name: string): Promise<string> {
  const data = { name, code: `x-${codeOf(nameKey(name))}`, active: true };
  return (await strapi.documents(CATEGORY).create({ data: data as never })).documentId;
}

const PAGE = 5_000;

async function readNames(strapi: Core.Strapi, type: string): Promise<NameIndex> {
  const source = SOURCES[type];
  if (!source) throw new Error(`${type} cannot be looked up`);
  const index = new NameIndex();
  for (let last = 0; ;) {
    const rows = (await strapi.db.query(`api::${type}.${type}` as never).findMany({
      where: { id: { $gt: last } },
      orderBy: { id: 'asc' },
      limit: PAGE,
      ...(source.populate ? { populate: source.populate } : {}),
    })) as (Row & { id: number })[];
    for (const row of rows) index.add(namedOf(row, source));
    const end = rows.at(-1);
    if (!end || rows.length < PAGE) return index;
    last = end.id;
  }
}

function namedOf(row: Row, source: LookupSource): Named {
  return {
    id: row.documentId,
    names: source.names(row).filter((name) => typeof name === 'string'),
    within: (source.within?.(row) ?? []).flatMap((outer) => (outer ? [outer.documentId] : [])),
  };
}

const rowOf = (value: unknown): Row | null =>
  typeof value === 'object' && value !== null ? (value as Row) : null;
/** Aliases are a list, or a text with separators. */
const listOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? value.split(/[,，、;；|\n]/) : [];
};
