import type { Core } from '@strapi/strapi';
import { hashAttribute, type Model, personalFields, personalModels } from './fields';
import { readKeys, type Sealer } from './seal';

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

/**
 * Seals every personal value anew with the current key and makes its hash anew: after a new `PERSONAL_DATA_KEY`
 * (the old one in `PERSONAL_DATA_KEYS_OLD`), or a new `LOOKUP_HASH_KEY`. The office may stay open; whoever writes
 * a row meanwhile wins. Can be broken off and begun again.
 */
export async function rotatePersonalKeys(
  strapi: Core.Strapi,
  { batch = 500, onProgress }: RotationOptions = {},
): Promise<Rotation> {
  const sealer = readKeys();
  const total = { seen: 0, sealed: 0, unreadable: 0 };
  for (const model of personalModels(strapi)) {
    for (const column of columnsOf(strapi, model)) {
      for (let after = 0; ;) {
        const done = await rotateBatch(strapi, { column, sealer, after, batch, total });
        onProgress?.({ ...total });
        if (done === undefined) break;
        after = done;
      }
    }
  }
  return total;
}

interface PersonalColumn {
  readonly table: string;
  readonly kind: string;
  readonly name: string;
  readonly hash: string | undefined;
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
  }));
}

interface Batch {
  readonly column: PersonalColumn;
  readonly sealer: Sealer;
  readonly after: number;
  readonly batch: number;
  readonly total: { seen: number; sealed: number; unreadable: number };
}

interface Row {
  readonly id: number;
  readonly value: string;
  readonly hash: string | null;
}

/** Does the rows after the id given; gives the last id it saw, undefined when there are no more. */
async function rotateBatch(
  strapi: Core.Strapi,
  { column, sealer, after, batch, total }: Batch,
): Promise<number | undefined> {
  const { table, name, hash } = column;
  return strapi.db.transaction(async ({ trx }) => {
    const { rows } = (await trx.raw(
      `SELECT id, ?? AS value, ${hash ? '??' : 'NULL'} AS hash FROM ??
        WHERE id > ? AND ?? IS NOT NULL ORDER BY id LIMIT ? FOR UPDATE`,
      [name, ...(hash ? [hash] : []), table, after, name, batch],
    )) as { rows: Row[] };
    for (const row of rows) {
      const fresh = sealedAnew(column, row, sealer);
      total.seen += 1;
      if (fresh === 'unreadable') total.unreadable += 1;
      if (fresh === undefined || fresh === 'unreadable') continue;
      await trx(table)
        .where({ id: row.id })
        .update({ [name]: fresh.stored, ...(hash && { [hash]: fresh.hash }) });
      total.sealed += 1;
    }
    return rows[rows.length - 1]?.id;
  });
}

/** Undefined where nothing is to be done. */
function sealedAnew({ kind, hash }: PersonalColumn, row: Row, sealer: Sealer) {
  try {
    const plain = sealer.open(row.value);
    const same = !hash || row.hash === sealer.hash(kind, plain);
    return sealer.isCurrent(row.value) && same ? undefined : sealer.seal(kind, plain);
  } catch {
    return 'unreadable';
  }
}
