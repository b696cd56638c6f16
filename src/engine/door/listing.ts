import type { Core } from '@strapi/strapi';
import { pagination as paging } from '@strapi/utils';
import { query } from '../db';
import { definitionOf, officeOf } from '../office';
import { populateIn, shaped, shapeOf } from './shape';

/** A list of cases that one statement of ours can give. */
export interface Listing {
  readonly type: string;
  readonly stage: string | null;
  readonly sort: { readonly attribute: string; readonly descending: boolean };
  readonly populate: readonly string[];
  readonly start: number;
  readonly limit: number;
  /** Whether the caller counts in pages or in rows. */
  readonly paged: boolean;
}

/** Up to here a total is counted exactly; of more it is said that there are more. Counting on costs more than the list. */
export const COUNTED_UP_TO = 1000;

const KEYS = new Set(['filters', 'sort', 'populate', 'pagination']);

/**
 * What the query of a request asks for, if it is of the kind that lists are made of: by stage or all, by date or number,
 * in pages, with relations that hold nothing personal. Null for anything else, which is Strapi's to understand or to refuse.
 */
export function listingOf(
  strapi: Core.Strapi,
  type: string,
  asked: Readonly<Record<string, unknown>>,
): Listing | null {
  if (Object.keys(asked).some((key) => !KEYS.has(key))) return null;
  const stage = stageIn(asked.filters);
  const sort = sortIn(strapi, type, asked.sort);
  const populate = populateIn(strapi, type, asked.populate);
  const page = pageIn(strapi, asked.pagination);
  if (stage === undefined || !sort || !populate || !page || page.start + page.limit > COUNTED_UP_TO)
    return null;
  return { type, stage, sort, populate, ...page };
}

/** The one stage that is asked for, null for all of them, undefined for what is not understood. */
function stageIn(filters: unknown): string | null | undefined {
  if (filters === undefined) return null;
  const stage = onlyValue(filters, 'stage');
  const wanted = typeof stage === 'string' ? stage : onlyValue(stage, '$eq');
  return typeof wanted === 'string' && /^\w+$/.test(wanted) ? wanted : undefined;
}

function onlyValue(object: unknown, key: string): unknown {
  if (typeof object !== 'object' || object === null) return undefined;
  const entries = Object.entries(object);
  return entries.length === 1 && entries[0]?.[0] === key ? entries[0][1] : undefined;
}

function sortIn(strapi: Core.Strapi, type: string, asked: unknown): Listing['sort'] | null {
  const one: unknown = Array.isArray(asked) && asked.length === 1 ? asked[0] : asked;
  const [attribute, order = 'asc', ...more] = typeof one === 'string' ? one.split(':') : [];
  if (!attribute || more.length > 0 || !['asc', 'desc'].includes(order)) return null;
  const sortable = ['number', definitionOf(officeOf(strapi), type).receivedAt];
  return sortable.includes(attribute) ? { attribute, descending: order === 'desc' } : null;
}

function pageIn(strapi: Core.Strapi, asked: unknown): Pick<Listing, 'start' | 'limit' | 'paged'> | null {
  const given = asked ?? {};
  if (typeof given !== 'object' || !strapi.config.get('api.rest.withCount', true)) return null;
  const whole = Object.values(given).every((value) => typeof value === 'string' && /^\d{1,6}$/.test(value));
  const names = Object.keys(given);
  const paged = names.every((name) => ['page', 'pageSize'].includes(name));
  if (!whole || (!paged && !names.every((name) => ['start', 'limit'].includes(name)))) return null;
  const most = Number(strapi.config.get('api.rest.maxLimit')) || -1;
  const usual = Number(strapi.config.get('api.rest.defaultLimit', 25));
  try {
    const defaults = { offset: { limit: usual }, page: { pageSize: usual } };
    const { start, limit } = paging.withDefaultPagination(given, { defaults, maxLimit: most });
    return limit > 0 ? { start, limit, paged } : null;
  } catch {
    return null;
  }
}

/** One statement: the page with its relations beside the count, so that an empty page knows its count too. */
function statementFor(strapi: Core.Strapi, { type, stage, sort, populate }: Listing): string {
  const { table, select, joins } = shapeOf(strapi, type, populate);
  const column = table.columns.find(({ attribute }) => attribute === sort.attribute)?.column ?? 'id';
  const direction = sort.descending ? 'DESC' : 'ASC';
  const order = (alias: string): string => `${alias}."${column}" ${direction}, ${alias}.id ${direction}`;
  const where = stage === null ? '' : 'WHERE s.stage = $3';
  return `SELECT c.total, p.record FROM
    (SELECT count(*)::int AS total FROM (SELECT FROM "${table.table}" s ${where} LIMIT ${COUNTED_UP_TO + 1}) counted) c
    LEFT JOIN (SELECT ${select}, row_number() OVER (ORDER BY ${order('t')}) AS place
      FROM (SELECT s.* FROM "${table.table}" s ${where} ORDER BY ${order('s')} LIMIT $1 OFFSET $2) t ${joins}) p ON true
    ORDER BY p.place`;
}

/** The cases of a list as Strapi would give them, personal data masked, with a total that says whether it is exact. */
export async function listCases(strapi: Core.Strapi, listing: Listing) {
  const office = officeOf(strapi);
  const { stage, start, limit, paged, type, populate } = listing;
  const rows = await query<{ total: number; record: Record<string, unknown> | null }>(
    office.pool,
    statementFor(strapi, listing),
    [limit, start, ...(stage === null ? [] : [stage])],
  );
  const found = rows[0]?.total ?? 0;
  const total = Math.min(found, COUNTED_UP_TO);
  const inform = paged ? paging.transformPagedPaginationInfo : paging.transformOffsetPaginationInfo;
  const shape = shapeOf(strapi, type, populate);
  return {
    data: rows.flatMap(({ record }) => (record ? [shaped(office, shape, { record })] : [])),
    meta: { pagination: { ...inform({ start, limit }, total), totalIsExact: found <= COUNTED_UP_TO } },
  };
}
