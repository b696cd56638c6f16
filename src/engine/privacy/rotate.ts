import type { Core } from '@strapi/strapi';
import { hashAttribute, type Model, personalFields, personalModels, tailAttribute } from './fields';
import { readKeys, type Sealer, theSealer } from './seal';

export interface Rotation {
  /** Values looked at. */
  readonly seen: number;
  /** Values sealed anew with the current key. */
  readonly sealed: number;
  /** Values whose key is not known any more; they stay as they are. */
  readonly unreadable: number;
}

interface RotationOptions {
  /** Rows of one transaction. */
  readonly batch?: number;
  readonly onProgress?: (soFar: Rotation) => void;
}

const BATCH = 500;

/**
 * Seals every personal value anew with the current key and makes its hashes anew: after a new `PERSONAL_DATA_KEY`
 * (the old one in `PERSONAL_DATA_KEYS_OLD`), or a new `LOOKUP_HASH_KEY`. The office may stay open; whoever writes
 * a row meanwhile wins. Can be broken off and begun again.
 */
export async function rotatePersonalKeys(
  strapi: Core.Strapi,
  { batch = BATCH, onProgress }: RotationOptions = {},
): Promise<Rotation> {
  const sealer = readKeys();
  const columns = personalModels(strapi).flatMap((model) => columnsOf(strapi, model));
  return goThrough(strapi, columns, { sealer, batch, onProgress });
}

/**
 * Makes the hashes of ends that are missing: of numbers that were sealed before ends were kept. Does nothing where none
 * is missing, so it may run on every start.
 */
export async function fillTails(strapi: Core.Strapi): Promise<Rotation> {
  const columns = personalModels(strapi)
    .flatMap((model) => columnsOf(strapi, model))
    .filter(({ tail }) => tail !== undefined);
  return goThrough(strapi, columns, { sealer: theSealer(), batch: BATCH, onlyWithoutTail: true });
}

interface Going {
  readonly sealer: Sealer;
  readonly batch: number;
  readonly onlyWithoutTail?: boolean;
  readonly onProgress?: RotationOptions['onProgress'] | undefined;
}

async function goThrough(
  strapi: Core.Strapi,
  columns: readonly PersonalColumn[],
  { onProgress, ...going }: Going,
): Promise<Rotation> {
  const total = { seen: 0, sealed: 0, unreadable: 0 };
  for (const column of columns) {
    for (let after = 0; ;) {
      const done = await goThroughBatch(strapi, { ...going, column, after, total });
      onProgress?.({ ...total });
      if (done === undefined) break;
      after = done;
    }
  }
  return total;
}

interface PersonalColumn {
  readonly table: string;
  readonly kind: string;
  readonly name: string;
  readonly hash: string | undefined;
  readonly tail: string | undefined;
}

interface Meta {
  readonly tableName: string;
  readonly attributes: Readonly<Record<string, { readonly columnName?: string }>>;
}

function columnsOf(strapi: Core.Strapi, model: Model): PersonalColumn[] {
  const { tableName, attributes } = strapi.db.metadata.get(model.uid) as unknown as Meta;
  const columnOf = (name: string) => attributes[name] && (attributes[name].columnName ?? name);
  return [...personalFields(model).kinds].map(([name, kind]) => ({
    table: tableName,
    kind,
    name: columnOf(name) ?? name,
    hash: columnOf(hashAttribute(name)),
    tail: columnOf(tailAttribute(name)),
  }));
}

interface Batch extends Omit<Going, 'onProgress'> {
  readonly column: PersonalColumn;
  readonly after: number;
  readonly total: { seen: number; sealed: number; unreadable: number };
}

interface Row {
  readonly id: number;
  readonly value: string;
  readonly hash: string | null;
  readonly tail: string | null;
}

/** Does the rows after the id given; gives the last id it saw, undefined when there are no more. */
async function goThroughBatch(
  strapi: Core.Strapi,
  { column, sealer, after, batch, total, onlyWithoutTail }: Batch,
): Promise<number | undefined> {
  const { table, name, hash, tail } = column;
  return strapi.db.transaction(async ({ trx }) => {
    const { rows } = (await trx.raw(
      `SELECT id, ?? AS value, ${hash ? '??' : 'NULL'} AS hash, ${tail ? '??' : 'NULL'} AS tail FROM ??
        WHERE id > ? AND ?? IS NOT NULL ${onlyWithoutTail && tail ? 'AND ?? IS NULL' : ''} ORDER BY id LIMIT ? FOR UPDATE`,
      [
        name,
        ...(hash ? [hash] : []),
        ...(tail ? [tail] : []),
        table,
        after,
        name,
        ...(onlyWithoutTail && tail ? [tail] : []),
        batch,
      ],
    )) as { rows: Row[] };
    for (const row of rows) {
      const fresh = sealedAnew(column, row, sealer);
      total.seen += 1;
      if (fresh === 'unreadable') total.unreadable += 1;
      if (fresh === undefined || fresh === 'unreadable') continue;
      await trx(table).where({ id: row.id }).update(fresh);
      total.sealed += 1;
    }
    return rows[rows.length - 1]?.id;
  });
}

/** The columns to write; undefined where nothing is to be done. */
function sealedAnew({ kind, name, hash, tail }: PersonalColumn, row: Row, sealer: Sealer) {
  try {
    const plain = sealer.open(row.value);
    const hashes = {
      ...(hash && { [hash]: sealer.hash(kind, plain) }),
      ...(tail && { [tail]: sealer.tailHash(kind, plain) }),
    };
    const same = (!hash || row.hash === hashes[hash]) && (!tail || row.tail === hashes[tail]);
    if (sealer.isCurrent(row.value) && same) return undefined;
    return { [name]: sealer.seal(kind, plain).stored, ...hashes };
  } catch {
    return 'unreadable';
  }
}
