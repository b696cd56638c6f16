import { type Model, type ModelOf, personalFields, targetOf } from './fields';

interface Masking {
  readonly modelOf: ModelOf;
  readonly masked: (kind: string, stored: string) => string;
}

/**
 * Masks the personal data of records that have been read, and takes their hashes out: in the records themselves
 * and in whatever is populated in them. Works in place.
 */
export function maskRecords(model: Model, result: unknown, masking: Masking): void {
  if (Array.isArray(result)) {
    for (const one of result) maskRecords(model, one, masking);
    return;
  }
  if (!isRecord(result)) return;
  const { kinds, hashes } = personalFields(model);
  for (const [name, value] of Object.entries(result)) {
    if (hashes.has(name)) {
      delete result[name];
      continue;
    }
    const kind = kinds.get(name);
    if (kind) {
      if (typeof value === 'string') result[name] = masking.masked(kind, value);
      continue;
    }
    if (typeof value !== 'object' || value === null) continue;
    const attribute = Object.hasOwn(model.attributes, name) ? model.attributes[name] : undefined;
    if (attribute) maskRelated(targetOf(attribute), value, masking);
  }
}

/** Records of one type, or of several that say themselves which (dynamic zones, relations to anything). */
function maskRelated(uid: string | undefined, value: object, masking: Masking): void {
  for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
    if (!isRecord(one)) continue;
    const own = uid ?? one.__component ?? one.__type;
    const model = typeof own === 'string' ? masking.modelOf(own) : undefined;
    if (model) maskRecords(model, one, masking);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
