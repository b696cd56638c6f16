import { invalid, type Refusal } from '../../rules/refusal';

/** What the guard needs to know of a type: its attributes, as Strapi has them. */
export interface Model {
  readonly uid: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export interface Attribute {
  readonly type: string;
  readonly target?: string;
  readonly relation?: string;
  readonly component?: string;
  readonly components?: readonly string[];
  readonly repeatable?: boolean;
}

type ModelOf = (uid: string) => Model | undefined;
type Data = Readonly<Record<string, unknown>>;

/** Ids that Strapi gives its documents: never beginning with a digit, so never read as a row id. */
const DOCUMENT_ID = /^[a-z][a-z0-9]{23}$/;
/** Row ids are `integer` columns. */
const LARGEST_ID = 2 ** 31 - 1;
const LOCALE = /^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$/;
/** Columns of Strapi's own that no validator of its looks at. */
const OWN_TEXTS = ['documentId', 'locale'] as const;
const LISTS = ['connect', 'disconnect', 'set'] as const;
const MOST_AT_ONCE = 10_000;

interface Spot {
  readonly model: Model;
  readonly modelOf: ModelOf;
  readonly path: string;
}

/**
 * The data of a write with every relation in one of the shapes that Strapi's documents mean to take, and
 * nothing in them besides. Goes into components and dynamic zones. Throws INPUT_INVALID (a shape that is none)
 * or REFERENCE_UNKNOWN (an id that can be nobody's), naming the field by its path.
 *
 * Strapi itself reads a relation with `parseInt`: `"1abc"` becomes the row id `1abc`, the query of which fails
 * and takes its transaction with it.
 */
export function soundRelations(model: Model, data: unknown, modelOf: ModelOf): unknown {
  return soundData({ model, modelOf, path: '' }, data);
}

function soundData(spot: Spot, data: unknown): unknown {
  if (!isData(data)) {
    if (spot.path === '') return data;
    throw malformed(spot, spot.path);
  }
  for (const name of OWN_TEXTS) {
    const value = data[name];
    if (typeof value === 'object' && value !== null)
      throw malformed(spot, spot.path ? `${spot.path}.${name}` : name);
  }
  const sound: Record<string, unknown> = { ...data };
  for (const [name, value] of Object.entries(data)) {
    const attribute = Object.hasOwn(spot.model.attributes, name) ? spot.model.attributes[name] : undefined;
    if (!attribute || value === undefined || value === null) continue;
    const inside = { ...spot, path: spot.path ? `${spot.path}.${name}` : name };
    if (attribute.type === 'relation' || attribute.type === 'media') {
      sound[name] = soundRelation(inside, attribute, value);
    } else if (attribute.type === 'component') {
      sound[name] = soundComponents(inside, attribute, value);
    } else if (attribute.type === 'dynamiczone') {
      sound[name] = soundZone(inside, attribute, value);
    }
  }
  return sound;
}

function soundComponents(spot: Spot, attribute: Attribute, value: unknown): unknown {
  const model = attribute.component ? spot.modelOf(attribute.component) : undefined;
  if (!model) throw malformed(spot, spot.path);
  if (!attribute.repeatable) return soundComponent({ ...spot, model }, value);
  if (!Array.isArray(value)) throw malformed(spot, spot.path);
  return value.map((one, index) => soundComponent({ ...spot, model, path: `${spot.path}.${index}` }, one));
}

function soundZone(spot: Spot, attribute: Attribute, value: unknown): unknown {
  if (!Array.isArray(value)) throw malformed(spot, spot.path);
  return value.map((one: unknown, index) => {
    const path = `${spot.path}.${index}`;
    const uid = isData(one) ? one.__component : undefined;
    const model =
      typeof uid === 'string' && attribute.components?.includes(uid) ? spot.modelOf(uid) : undefined;
    if (!model) throw malformed(spot, path);
    return soundComponent({ ...spot, model, path }, one);
  });
}

/** A component's own `id` says which row of it is meant. */
function soundComponent(spot: Spot, value: unknown): unknown {
  const sound = soundData(spot, value) as Record<string, unknown>;
  if (sound.id === undefined || sound.id === null) return sound;
  return { ...sound, id: soundRowId(spot, sound.id, `${spot.path}.id`) };
}

function soundRelation(spot: Spot, attribute: Attribute, value: unknown): unknown {
  if (!isData(value) || 'id' in value || 'documentId' in value) return soundRefs(spot, attribute, value);
  const lists = Object.entries(value).filter(([, list]) => list !== undefined);
  const sound: Record<string, unknown> = {};
  for (const [list, refs] of lists) {
    if (list === 'options') {
      sound.options = { strict: isData(refs) ? refs.strict !== false : true };
      continue;
    }
    if (!LISTS.includes(list as (typeof LISTS)[number])) throw malformed(spot, spot.path);
    sound[list] = refs === null ? null : soundRefs(spot, attribute, refs);
  }
  return sound;
}

function soundRefs(spot: Spot, attribute: Attribute, value: unknown): unknown {
  if (!Array.isArray(value)) return soundRef(spot, attribute, value);
  if (value.length > MOST_AT_ONCE) {
    throw invalid('INPUT_INVALID', { type: spot.model.uid, field: spot.path, reason: 'too_many' });
  }
  return value.map((one) => soundRef(spot, attribute, one));
}

function soundRef(spot: Spot, attribute: Attribute, value: unknown): unknown {
  if (typeof value === 'string') return soundDocumentId(spot, value, spot.path);
  if (typeof value === 'number') return soundRowId(spot, value, spot.path);
  if (!isData(value)) throw malformed(spot, spot.path);
  const sound: Record<string, unknown> = {};
  const { documentId, id } = value;
  if (documentId !== undefined && documentId !== null) {
    sound.documentId = soundDocumentId(spot, documentId, spot.path);
  }
  if (id !== undefined && id !== null) sound.id = soundRowId(spot, id, spot.path);
  if (Object.keys(sound).length === 0) throw malformed(spot, spot.path);
  if (value.locale !== undefined && value.locale !== null) sound.locale = soundLocale(spot, value.locale);
  if (value.status !== undefined) sound.status = soundStatus(spot, value.status);
  if (value.position !== undefined && value.position !== null) {
    sound.position = soundPosition(spot, attribute, value.position);
  }
  if (isMorph(attribute)) sound.__type = soundType(spot, value.__type, spot.path);
  return sound;
}

/** Where in an ordered relation the record goes: first, last, before or after another. */
function soundPosition(spot: Spot, attribute: Attribute, value: unknown): unknown {
  const { path } = spot;
  if (!isData(value)) throw malformed(spot, path);
  const sound: Record<string, unknown> = {};
  for (const end of ['start', 'end'] as const) {
    if (value[end] === undefined) continue;
    if (typeof value[end] !== 'boolean') throw malformed(spot, path);
    sound[end] = value[end];
  }
  for (const side of ['before', 'after'] as const) {
    const other = value[side];
    if (other === undefined || other === null) continue;
    sound[side] =
      typeof other === 'number' ? soundRowId(spot, other, path) : soundDocumentId(spot, other, path);
  }
  if (value.locale !== undefined && value.locale !== null) sound.locale = soundLocale(spot, value.locale);
  if (value.status !== undefined) sound.status = soundStatus(spot, value.status);
  if (isMorph(attribute) && value.__type !== undefined) sound.__type = soundType(spot, value.__type, path);
  return sound;
}

function soundDocumentId(spot: Spot, value: unknown, path: string): string {
  if (typeof value !== 'string') throw malformed(spot, path);
  if (DOCUMENT_ID.test(value)) return value;
  throw invalid('REFERENCE_UNKNOWN', { type: spot.model.uid, field: path });
}

function soundRowId(spot: Spot, value: unknown, path: string): number {
  const id = typeof value === 'string' && /^[1-9]\d{0,9}$/.test(value) ? Number(value) : value;
  if (typeof id !== 'number') throw malformed(spot, path);
  if (Number.isInteger(id) && id > 0 && id <= LARGEST_ID) return id;
  throw invalid('REFERENCE_UNKNOWN', { type: spot.model.uid, field: path });
}

function soundLocale(spot: Spot, value: unknown): string {
  if (typeof value === 'string' && LOCALE.test(value)) return value;
  throw malformed(spot, spot.path);
}

/** The panel sends what it shows, which may be `modified`; Strapi reads anything but `published` as a draft. */
function soundStatus(spot: Spot, value: unknown): string {
  if (value === 'published' || value === 'draft' || value === 'modified') return value;
  throw malformed(spot, spot.path);
}

function soundType(spot: Spot, value: unknown, path: string): string {
  if (typeof value === 'string' && value.includes('::') && spot.modelOf(value)) return value;
  throw malformed(spot, path);
}

const isMorph = ({ relation }: Attribute): boolean => relation === 'morphToOne' || relation === 'morphToMany';

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const malformed = (spot: Spot, path: string): Refusal =>
  invalid('INPUT_INVALID', { type: spot.model.uid, field: path, reason: 'shape' });
