import type { Core } from '@strapi/strapi';
import { isPersonalKind, type PersonalKind } from '../../rules/masking';

/** What there is to know of a type for keeping its personal data. */
export interface Model {
  readonly uid: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export interface Attribute {
  readonly type: string;
  readonly target?: string;
  readonly component?: string;
  searchable?: boolean;
  readonly pluginOptions?: { readonly guanjia?: { readonly personal?: unknown } };
}

/** The personal attributes of a type. */
export interface PersonalFields {
  /** Kind by attribute. */
  readonly kinds: ReadonlyMap<string, PersonalKind>;
  /** Attribute whose look-up hash, of the whole or of its end, stands in this one. */
  readonly hashes: ReadonlyMap<string, string>;
}

export type ModelOf = (uid: string) => Model | undefined;

export const hashAttribute = (attribute: string): string => `${attribute}Hash`;
/** Beside it, where people give only the end of a number: the hash of its last four digits. */
export const tailAttribute = (attribute: string): string => `${attribute}TailHash`;

export const modelsOf =
  (strapi: Core.Strapi): ModelOf =>
  (uid) =>
    strapi.getModel(uid as never);

const found = new WeakMap<Model, PersonalFields>();

/**
 * The attributes that a schema marks with `pluginOptions.guanjia.personal`, and the hashes beside them.
 * Throws a plain `Error` for a kind that there is not.
 */
export function personalFields(model: Model): PersonalFields {
  const before = found.get(model);
  if (before) return before;
  const kinds = new Map<string, PersonalKind>();
  const hashes = new Map<string, string>();
  for (const [name, attribute] of Object.entries(model.attributes)) {
    const kind = attribute.pluginOptions?.guanjia?.personal;
    if (kind === undefined) continue;
    if (!isPersonalKind(kind))
      throw new Error(`${model.uid}.${name}: ${String(kind)} is no kind of personal data`);
    kinds.set(name, kind);
    for (const hash of [hashAttribute(name), tailAttribute(name)])
      if (model.attributes[hash]) hashes.set(hash, name);
  }
  const fields = { kinds, hashes };
  found.set(model, fields);
  return fields;
}

/** Every type and component that has personal attributes, by uid. */
export function personalModels(strapi: Core.Strapi): readonly Model[] {
  const all = [
    ...Object.values(strapi.contentTypes),
    ...Object.values(strapi.components),
  ] as unknown as Model[];
  return all.filter((model) => personalFields(model).kinds.size > 0);
}

/** The type that a relation, component or file of an attribute leads to; undefined where it may be of several. */
export function targetOf(attribute: Attribute): string | undefined {
  if (attribute.type === 'relation') return attribute.target;
  if (attribute.type === 'component') return attribute.component;
  return attribute.type === 'media' ? 'plugin::upload.file' : undefined;
}
