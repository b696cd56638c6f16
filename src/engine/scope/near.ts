import type { Core } from '@strapi/strapi';
import { canonical } from '../canonical';
import { uidOf } from '../tables';
import type { Filter } from './scope';

/** The alternatives of a filter: what it holds for is what one of them holds for. */
function alternativesOf(filter: Filter): readonly Filter[] {
  const [[key, value] = [], ...more] = Object.entries(filter);
  if (more.length > 0 || !Array.isArray(value)) return [filter];
  const parts = value as readonly Filter[];
  if (key === '$or') return parts.flatMap(alternativesOf);
  return key === '$and' && parts.length === 1 && parts[0] ? alternativesOf(parts[0]) : [filter];
}

/**
 * A list's filters with `bound`, as Strapi has put it there, in a form that is quicker: each alternative looked up by itself,
 * by its own index. An "or" over several relations makes the database join all rows of all of them before it knows which it
 * wants. Filters in which `bound` is not found get it added.
 */
export function quicker(strapi: Core.Strapi, type: string, { filters, bound }: Bounding): unknown {
  const near = nearby(strapi, type, bound);
  const text = canonical(bound);
  if (filters === undefined || canonical(filters) === text) return near;
  const [[key, value] = [], ...more] = Object.entries(filters as Filter);
  if (key !== '$and' || more.length > 0 || !Array.isArray(value)) return { $and: [filters, near] };
  return { $and: [...(value as Filter[]).filter((one) => canonical(one) !== text), near] };
}

interface Bounding {
  readonly filters: unknown;
  readonly bound: Filter;
}

function nearby(strapi: Core.Strapi, type: string, filter: Filter): Filter {
  const ids = strapi.db.connection.raw(idsSql(strapi, type, filter).replaceAll('?', '\\?'));
  // Said the plain way, the database joins: it looks every row up that somebody may see, and sorts them all for one page. Said
  // this way it makes the set once, and walks an index with it until the page is full.
  return { $not: { id: { $notIn: ids } } };
}

/**
 * SQL: the row ids of a type that a filter leaves, each of its alternatives looked up by itself; an id comes once for each that
 * holds for it.
 */
export function idsSql(strapi: Core.Strapi, type: string, filter: Filter): string {
  const parts = alternativesOf(filter).map((where) =>
    strapi.db
      .queryBuilder(uidOf(type))
      .init({ select: ['id'], where: where as never })
      .getKnexQuery()
      .toQuery()
      .replace(/^select distinct /, 'select '),
  );
  return parts.map((part) => `(${part})`).join(' UNION ALL ');
}
