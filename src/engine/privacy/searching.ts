import { invalid } from '../../rules/refusal';
import { type Attribute, hashAttribute, type Model, type ModelOf, personalFields, targetOf } from './fields';

interface Looking {
  readonly modelOf: ModelOf;
  readonly hash: (kind: string, value: string) => string;
}

type Params = Readonly<Record<string, unknown>>;

/**
 * The parameters of a read in which personal fields are looked up by their hash: equality finds, anything that
 * would need the number itself (part of it, order) is refused with PERSONAL_DATA_NOT_SEARCHABLE. Holds for
 * filters, sorting, what is populated, and a search for what looks like a number.
 */
export function lookUpParams(model: Model, params: Params, looking: Looking): Params {
  const { filters, sort, populate, _q: q } = params;
  assertSortable(model, sort, looking);
  const looked: Record<string, unknown> = { ...params };
  if (filters !== undefined) looked.filters = lookUp(model, filters, looking);
  if (populate !== undefined) looked.populate = lookUpPopulate(model, populate, looking);
  const wanted = numberWanted(model, q, looking);
  if (!wanted) return looked;
  delete looked._q;
  looked.filters = looked.filters === undefined ? wanted : { $and: [looked.filters, wanted] };
  return looked;
}

/** Filters with the personal fields in them turned into their hashes, through relations and components. */
function lookUp(model: Model, filters: unknown, looking: Looking): unknown {
  if (Array.isArray(filters)) return filters.map((one) => lookUp(model, one, looking));
  if (!isObject(filters)) return filters;
  const { kinds, hashes } = personalFields(model);
  const looked: Record<string, unknown> = {};
  for (const [name, condition] of Object.entries(filters)) {
    const kind = kinds.get(name);
    if (name.startsWith('$')) {
      looked[name] = lookUp(model, condition, looking);
    } else if (hashes.has(name)) {
      looked[name] = assertEquality(model, hashes.get(name) ?? name, condition);
    } else if (kind) {
      const toHash = (value: string) => looking.hash(kind, value);
      const hash = model.attributes[hashAttribute(name)] ? hashAttribute(name) : name;
      looked[hash] = byHash({ model, name, toHash: hash === name ? undefined : toHash }, condition);
    } else {
      const target = targetModel(model, name, looking);
      looked[name] = target ? lookUp(target, condition, looking) : condition;
    }
  }
  return looked;
}

interface ByHash {
  readonly model: Model;
  readonly name: string;
  /** Undefined where no hash is kept: then only presence can be asked for. */
  readonly toHash: ((value: string) => string) | undefined;
}

const EQUAL: Readonly<Record<string, string>> = {
  $eq: '$eq',
  $eqi: '$eq',
  $ne: '$ne',
  $nei: '$ne',
  $in: '$in',
  $notIn: '$notIn',
};
const PRESENT = new Set(['$null', '$notNull']);

function byHash(given: ByHash, condition: unknown): unknown {
  if (condition === null) return null;
  if (Array.isArray(condition)) return condition.map((one) => byHash(given, one));
  if (!isObject(condition)) {
    if (!given.toHash) throw notSearchable(given.model, given.name);
    return given.toHash(String(condition));
  }
  const looked: Record<string, unknown> = {};
  for (const [operator, value] of Object.entries(condition)) {
    if (PRESENT.has(operator)) looked[operator] = value;
    else if (operator === '$not') looked[operator] = byHash(given, value);
    else if (EQUAL[operator]) looked[EQUAL[operator]] = byHash(given, value);
    else throw notSearchable(given.model, given.name);
  }
  return looked;
}

/** The hash itself may be compared as a whole (by those who hold it), never in part. */
function assertEquality(model: Model, name: string, condition: unknown): unknown {
  if (isObject(condition) && !Array.isArray(condition)) {
    const odd = Object.keys(condition).find((operator) => !['$eq', '$in', ...PRESENT].includes(operator));
    if (odd) throw notSearchable(model, name);
  }
  return condition;
}

/** `phone:asc`, `owner.phone:desc`, lists and objects of these. */
function assertSortable(model: Model, sort: unknown, looking: Looking): void {
  if (Array.isArray(sort)) {
    for (const one of sort) assertSortable(model, one, looking);
  } else if (typeof sort === 'string') {
    for (const one of sort.split(','))
      assertPath(model, (one.split(':')[0] ?? '').trim().split('.'), looking);
  } else if (isObject(sort)) {
    for (const [name, order] of Object.entries(sort)) {
      assertPath(model, name.split('.'), looking);
      const target = targetModel(model, name, looking);
      if (target && isObject(order)) assertSortable(target, order, looking);
    }
  }
}

function assertPath(model: Model, [name = '', ...deeper]: readonly string[], looking: Looking): void {
  const { kinds, hashes } = personalFields(model);
  if (kinds.has(name)) throw notSearchable(model, name);
  if (hashes.has(name)) throw notSearchable(model, hashes.get(name) ?? name);
  const target = deeper.length > 0 ? targetModel(model, name, looking) : undefined;
  if (target) assertPath(target, deeper, looking);
}

function lookUpPopulate(model: Model, populate: unknown, looking: Looking): unknown {
  if (!isObject(populate) || Array.isArray(populate)) return populate;
  return Object.fromEntries(
    Object.entries(populate).map(([name, inner]) => {
      const target = targetModel(model, name, looking);
      return [name, isObject(inner) ? lookUpFragments(target, inner, looking) : inner];
    }),
  );
}

function lookUpFragments(target: Model | undefined, inner: Params, looking: Looking): unknown {
  const looked = target ? lookUpParams(target, inner, looking) : { ...inner };
  if (!isObject(inner.on)) return looked;
  const on = Object.entries(inner.on).map(([uid, fragment]) => {
    const model = looking.modelOf(uid);
    return [uid, model && isObject(fragment) ? lookUpParams(model, fragment, looking) : fragment];
  });
  return { ...looked, on: Object.fromEntries(on) as Params };
}

const NUMBER_LIKE = /^[+\d][\d\s()-]{5,30}[\dXx]$/;
const TEXTS = new Set(['string', 'text', 'email', 'uid', 'enumeration', 'richtext']);

/**
 * A search for what looks like a whole number finds it among the personal ones by hash, and in the texts as
 * ever; undefined for any other search, which Strapi makes in the texts alone.
 */
function numberWanted(model: Model, q: unknown, { hash }: Looking): Params | undefined {
  const { kinds } = personalFields(model);
  if (typeof q !== 'string' || kinds.size === 0 || !NUMBER_LIKE.test(q.trim())) return undefined;
  const byNumber = [...kinds]
    .filter(([name]) => model.attributes[hashAttribute(name)])
    .map(([name, kind]) => ({ [hashAttribute(name)]: hash(kind, q) }));
  const inTexts = Object.entries(model.attributes)
    .filter(([, attribute]) => TEXTS.has(attribute.type) && attribute.searchable !== false)
    .map(([name]) => ({ [name]: { $containsi: q.trim() } }));
  return { $or: [...byNumber, ...inTexts] };
}

function targetModel(model: Model, name: string, { modelOf }: Looking): Model | undefined {
  const attribute: Attribute | undefined = Object.hasOwn(model.attributes, name)
    ? model.attributes[name]
    : undefined;
  const uid = attribute && targetOf(attribute);
  return uid ? modelOf(uid) : undefined;
}

const notSearchable = (model: Model, field: string) =>
  invalid('PERSONAL_DATA_NOT_SEARCHABLE', { type: model.uid, field });

const isObject = (value: unknown): value is Params => typeof value === 'object' && value !== null;
