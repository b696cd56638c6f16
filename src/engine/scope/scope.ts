import type { Core } from '@strapi/strapi';
import { forbidden } from '../../rules/refusal';
import { uidOf } from '../tables';
import { idsSql } from './near';

const EXPLORER = 'plugin::content-manager.explorer';

export type Verb = 'create' | 'read' | 'update' | 'delete';

/** What Strapi's authentication makes of the roles of a panel user. */
export interface Ability {
  can(action: string, subject: string, field?: string): boolean;
  rulesFor(action: string, subject: string): readonly { readonly conditions?: unknown }[];
}

/** What one reader's roles open to him: types, fields and records. */
export interface Scope {
  /** Whether a type, or a field of it, is open at all. */
  may(verb: Verb, type: string, field?: string): boolean;
  /** SQL that holds for those rows `alias` of a type that he may read; 'true' where all are his to see. */
  sql(type: string, alias: string): string;
  /** SQL: the row ids of a type that he may read, to be made once for a whole statement; null where all are his to see. */
  ids(type: string): string | null;
  /** Which of these records (documentIds) are open. */
  among(type: string, ids: readonly string[], verb?: Verb): Promise<ReadonlySet<string>>;
  /** Throws NOT_ENTITLED for a record that is there and not open. One that is not there is for others to miss. */
  assert(type: string, id: string, verb?: Verb): Promise<void>;
}

export type Filter = Readonly<Record<string, unknown>>;

/** The filter that a role's conditions leave of a type; null where they bound nothing. */
export function filterOf(strapi: Core.Strapi, ability: Ability, type: string, verb: Verb): Filter | null {
  const action = `${EXPLORER}.${verb}`;
  const rules = ability.rulesFor(action, uidOf(type));
  if (rules.some(({ conditions }) => !conditions)) return null;
  const manager = strapi
    .service('admin::permission')
    .createPermissionsManager({ ability, action, model: uidOf(type) }) as { getQuery(): Filter | null };
  // No rule at all is nothing at all.
  return manager.getQuery() ?? { id: { $in: [] } };
}

/** The scope of a session of the panel. */
export function scopeOf(strapi: Core.Strapi, ability: Ability): Scope {
  const sqls = new Map<string, string>();
  const fields = new Map<string, boolean>();

  const sql = (type: string, alias: string): string => {
    const key = `${type} ${alias}`;
    const made =
      sqls.get(key) ?? sqlOf(strapi, { type, alias, filter: filterOf(strapi, ability, type, 'read') });
    sqls.set(key, made);
    return made;
  };

  const among = async (type: string, ids: readonly string[], verb: Verb = 'read') => {
    const filter = filterOf(strapi, ability, type, verb);
    if (filter === null || ids.length === 0) return new Set(ids);
    const rows = (await strapi.db.query(uidOf(type)).findMany({
      select: ['documentId'],
      where: { $and: [{ documentId: { $in: [...ids] } }, filter] },
    })) as { documentId: string }[];
    return new Set(rows.map(({ documentId }) => documentId));
  };

  return {
    may(verb, type, field) {
      const key = `${verb} ${type} ${field ?? ''}`;
      const may = fields.get(key) ?? ability.can(`${EXPLORER}.${verb}`, uidOf(type), field);
      fields.set(key, may);
      return may;
    },
    sql,
    ids(type) {
      const filter = filterOf(strapi, ability, type, 'read');
      return filter && idsSql(strapi, type, filter);
    },
    among,
    async assert(type, id, verb = 'read') {
      if ((await among(type, [id], verb)).has(id)) return;
      const there = await strapi.db.query(uidOf(type)).count({ where: { documentId: id } });
      if (there > 0) throw forbidden('NOT_ENTITLED', { action: verb, type });
    },
  };
}

interface Bounded {
  readonly type: string;
  readonly alias: string;
  readonly filter: Filter | null;
}

interface Raw {
  andWhereRaw(sql: string): { toQuery(): string };
}

/** The filter as a condition on the rows of another statement; correlated, so that a few rows cost a few look-ups. */
function sqlOf(strapi: Core.Strapi, { type, alias, filter }: Bounded): string {
  if (filter === null) return 'true';
  const builder = strapi.db.queryBuilder(uidOf(type)).init({ select: ['id'], where: filter });
  const statement = builder.getKnexQuery() as unknown as Raw;
  return `EXISTS (${statement.andWhereRaw(`"${builder.alias}"."id" = ${alias}."id"`).toQuery()})`;
}
