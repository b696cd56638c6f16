import { isMask } from '../../rules/masking';
import { invalid, Refusal } from '../../rules/refusal';
import { type Model, type ModelOf, personalFields } from './fields';
import { hashColumns } from './hashes';
import type { Sealer } from './seal';

type Row = Readonly<Record<string, unknown>>;

interface Sealing {
  readonly modelOf: ModelOf;
  readonly sealer: Sealer;
  /** The rows that a mask in this data may stand for, as they are stored. */
  readonly storedRows: (model: Model, componentId: unknown) => Promise<readonly Row[]>;
}

interface Spot {
  readonly model: Model;
  readonly path: string;
}

/**
 * The data of a write as it goes into the columns: personal values sealed, their hashes beside them. A value that
 * is the mask of what is stored means "unchanged" and is left out, because a form sends back what it was shown;
 * any other mask is refused, it would put stars in place of a number. Hashes are never taken from outside.
 */
export async function sealData(model: Model, data: unknown, sealing: Sealing): Promise<unknown> {
  return sealRecord({ model, path: '' }, data, sealing);
}

async function sealRecord({ model, path }: Spot, data: unknown, sealing: Sealing): Promise<unknown> {
  if (!isRecord(data)) return data;
  const { kinds, hashes } = personalFields(model);
  const sealed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(data)) {
    if (hashes.has(name)) continue;
    const spot = { model, path: path ? `${path}.${name}` : name };
    const kind = kinds.get(name);
    if (kind) {
      Object.assign(sealed, await sealField({ ...spot, name, kind, data }, value, sealing));
    } else {
      sealed[name] = await sealInside(spot, name, value, sealing);
    }
  }
  return sealed;
}

interface Field extends Spot {
  readonly name: string;
  readonly kind: string;
  readonly data: Row;
}

async function sealField(field: Field, value: unknown, sealing: Sealing): Promise<Row> {
  const { model, name, kind, path } = field;
  if (value === undefined) return {};
  if (value === null || value === '')
    return { [name]: null, ...hashColumns({ model, name, kind }, null, sealing.sealer) };
  if (typeof value !== 'string')
    throw invalid('INPUT_INVALID', { type: model.uid, field: path, reason: 'type' });
  if (isMask(value)) {
    const rows = await sealing.storedRows(model, field.data.id);
    const same = rows.some(
      (row) => isText(row[name]) && sealing.sealer.masked(kind, row[name]) === value.trim(),
    );
    if (same) return {};
  }
  const { stored } = naming(field, () => sealing.sealer.seal(kind, value));
  return { [name]: stored, ...hashColumns({ model, name, kind }, stored, sealing.sealer) };
}

/** A refusal of the sealer with the field that it is about. */
function naming<Result>({ model, path }: Spot, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, error.kind, { type: model.uid, field: path, ...error.details });
  }
}

async function sealInside(
  { model, path }: Spot,
  name: string,
  value: unknown,
  sealing: Sealing,
): Promise<unknown> {
  const attribute = Object.hasOwn(model.attributes, name) ? model.attributes[name] : undefined;
  if (attribute?.type !== 'component' && attribute?.type !== 'dynamiczone') return value;
  const one = (part: unknown, at: string): Promise<unknown> | unknown => {
    const uid = attribute.component ?? (isRecord(part) ? part.__component : undefined);
    const inner = typeof uid === 'string' ? sealing.modelOf(uid) : undefined;
    return inner ? sealRecord({ model: inner, path: at }, part, sealing) : part;
  };
  if (!Array.isArray(value)) return one(value, path);
  return Promise.all(value.map((part, index) => one(part, `${path}.${index}`)));
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isRecord = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
