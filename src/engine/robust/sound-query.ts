import { invalid, type Refusal } from '../../rules/refusal';

type Query = Readonly<Record<string, unknown>>;

const TEXT_ONLY = ['_q', 'locale', 'status', 'page', 'pageSize'] as const;
/** Of these Strapi takes one value; of `$contains` and its like several, as the media library asks for them. */
const OF_ONE = /^\$((eq|ne|lt|gt)[ie]?|null|notNull)$/;
const OF_MANY = /^\$(and|or|between)$/;
const FIELDS = /^\s*(\*|\w+)(\s*,\s*\w+)*\s*$/;
const SORTED = /^\s*[\w.]+(:(asc|desc))?\s*$/i;

/**
 * Refuses what Strapi takes from a query string without looking: a search or a language that is a list, filters
 * that are none, `$and` without a list, `$eq` of several, fields and orders without a name, in what is populated
 * too. Runs after `assertSound`, so depth is bounded. Throws INPUT_INVALID, naming the parameter.
 */
export function assertSoundQuery(query: Query): void {
  for (const name of TEXT_ONLY) if (isObject(query[name])) throw misshapen(name);
  assertReading(query);
}

function assertReading({ filters, fields, sort, populate }: Query): void {
  if (isObject(filters)) assertFilters(filters);
  else if (filters !== undefined && filters !== null && filters !== '') throw misshapen('filters');
  for (const field of listed(fields))
    if (typeof field !== 'string' || !FIELDS.test(field) || namesAnyObject(field)) throw misshapen('fields');
  assertSorting(sort);
  if (isObject(populate)) assertPopulating(populate);
}

function assertFilters(filters: Query): void {
  for (const [name, condition] of Object.entries(filters)) {
    if (OF_MANY.test(name) && !Array.isArray(condition)) throw misshapen('filters');
    if (!isObject(condition)) continue;
    if (OF_ONE.test(name)) throw misshapen('filters');
    assertFilters(condition);
  }
}

/** `name`, `name:desc,unit.label`, lists of these, or `{unit: {label: 'asc'}}`. */
function assertSorting(sort: unknown): void {
  if (sort === undefined || sort === null || sort === '') return;
  if (typeof sort === 'string') {
    if (namesAnyObject(sort) || !sort.split(',').every((one) => SORTED.test(one))) throw misshapen('sort');
    return;
  }
  if (!isObject(sort)) throw misshapen('sort');
  for (const [name, order] of Object.entries(sort)) {
    if (Array.isArray(sort) || isObject(order)) assertSorting(order);
    else if (namesAnyObject(name) || !SORTED.test(`${name}:${String(order)}`)) throw misshapen('sort');
  }
}

function assertPopulating(populate: Query): void {
  for (const inner of Object.values(populate)) {
    if (!isObject(inner)) continue;
    assertReading(inner);
    if (isObject(inner.on)) assertPopulating(inner.on);
  }
}

/** A name that every object has (`constructor`) passes for an attribute where it is looked up with `in`. */
const namesAnyObject = (text: string): boolean =>
  text.split(/[\s,.:]+/).some((name) => Object.hasOwn(Object.prototype, name));

const listed = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? (value as unknown[]) : [value];

const isObject = (value: unknown): value is Query => typeof value === 'object' && value !== null;

const misshapen = (field: string): Refusal => invalid('INPUT_INVALID', { field, reason: 'shape' });
