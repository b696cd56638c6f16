import type { Core } from '@strapi/strapi';
import { typeOfUid } from '../tables';
import type { Filter, Scope } from './scope';

/** What a related record is called by, which whoever sees the relation sees too. */
const LABELS: ReadonlySet<string> = new Set([
  ...['id', 'documentId', 'locale', 'publishedAt', 'createdAt', 'updatedAt'],
  ...['count', 'number', 'name', 'nameEn', 'label', 'fullLabel', 'title', 'code'],
]);

type Entity = Record<string, unknown>;
export interface Populate {
  readonly [relation: string]: true | { readonly populate: Populate };
}

const isEntity = (value: unknown): value is Entity =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** The relations that a filter looks through, so that a record read with them can be held to it in memory. */
export function relationsIn(filter: Filter): Populate {
  let found: Record<string, true | { populate: Populate }> = {};
  for (const [key, value] of Object.entries(filter)) {
    if (key.startsWith('$')) {
      for (const one of Array.isArray(value) ? (value as unknown[]) : [value])
        if (isEntity(one)) found = merged(found, relationsIn(one));
    } else if (isEntity(value) && Object.keys(value).some((inner) => !inner.startsWith('$'))) {
      found = merged(found, { [key]: { populate: relationsIn(value) } });
    }
  }
  return found;
}

function merged(one: Populate, other: Populate): Record<string, true | { populate: Populate }> {
  const all: Record<string, true | { populate: Populate }> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const [before, after] = [populateIn(all[key]), populateIn(value)];
    all[key] = { populate: merged(before, after) };
  }
  return all;
}

const populateIn = (value: Populate[string] | undefined): Populate =>
  typeof value === 'object' ? value.populate : {};

/**
 * Takes out of the records that come along in relations what their reader may not see in their own right: Strapi gives
 * them whole to whoever may see the relation. Works in place, one level deep; what lies deeper goes, but for `kept`.
 */
export function trimRelated(strapi: Core.Strapi, scope: Scope, { uid, result, kept }: Trimming): void {
  if (Array.isArray(result)) {
    for (const one of result as unknown[]) trimRelated(strapi, scope, { uid, result: one, kept });
    return;
  }
  if (!isEntity(result)) return;
  const { attributes } = strapi.getModel(uid as never) as unknown as {
    attributes: Readonly<Record<string, { readonly type: string; readonly target?: string } | undefined>>;
  };
  for (const [name, value] of Object.entries(result)) {
    const attribute = attributes[name];
    const type = attribute?.type === 'relation' ? typeOfUid(attribute.target ?? '') : '';
    if (type === '' || value === null) continue;
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value])
      if (isEntity(one)) trim(scope, { type, record: one, kept: populateIn(kept[name]) });
  }
}

interface Trimming {
  readonly uid: string;
  readonly result: unknown;
  readonly kept: Populate;
}

interface Related {
  readonly type: string;
  readonly record: Entity;
  readonly kept: Populate;
}

function trim(scope: Scope, { type, record, kept }: Related): void {
  for (const field of Object.keys(record)) {
    if (LABELS.has(field) || Object.hasOwn(kept, field)) continue;
    if (isEntity(record[field]) || !scope.may('read', type, field)) delete record[field];
  }
}
