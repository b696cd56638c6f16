import type { Core } from '@strapi/strapi';
import { officeOf } from '../office';
import { tailHash } from '../privacy';
import { tableOf, uidOf, type Table } from '../tables';

export type Values = Readonly<Record<string, unknown>>;
export interface Kept {
  readonly id: number;
  readonly documentId: string;
}

// Record types are named at run time here, so Strapi's types by uid cannot follow; these two are where that is said.

/** Writes one record through the Document Service, with all that hangs on it (validation, privacy, codes). */
export async function create(strapi: Core.Strapi, type: string, data: Values): Promise<Kept> {
  const made = await strapi.documents(uidOf(type) as never).create({ data: data as never });
  return made;
}

/** The row ids of all records of a type, by their code. */
export async function rowsByCode(strapi: Core.Strapi, type: string): Promise<Map<string, number>> {
  const rows = (await strapi.db
    .query(uidOf(type))
    .findMany({ select: ['code', 'id'] as never })) as unknown as {
    code: string;
    id: number;
  }[];
  return new Map(rows.map(({ code, id }) => [code, id]));
}

const SETTLE_MS = 5_000;

/**
 * Waits until nothing is asked of the database any more. After a commit Strapi reads each new record once
 * more, for its webhooks, and does not wait for that; an office closed in that moment would fall over it.
 */
export async function settled(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client as {
    pool: { numUsed(): number; numPendingAcquires(): number; numPendingCreates(): number };
  };
  const busy = () => pool.numUsed() + pool.numPendingAcquires() + pool.numPendingCreates() > 0;
  for (const until = Date.now() + SETTLE_MS; busy() && Date.now() < until;) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/**
 * Writes many plain records in a few statements, past the Document Service: nothing is checked, to-one relations
 * are row ids, and what lifecycles would fill in has to be given. Personal data is sealed here. For data of
 * our own making only, inside a transaction. Gives back the row ids in the order of the rows.
 */
export async function createAll(
  strapi: Core.Strapi,
  type: string,
  rows: readonly Values[],
): Promise<number[]> {
  if (rows.length === 0) return [];
  const table = tableOf(strapi, type);
  const publishedAt = new Date();
  const data = rows.map((row) => ({ ...sealed(strapi, table, without(row, table)), publishedAt }));
  const { ids } = (await strapi.db.query(uidOf(type)).createMany({ data: data as never })) as unknown as {
    ids: number[];
  };
  await strapi.db.transaction(async ({ trx }) => {
    for (const { attribute, table: linkTable, ownColumn, otherColumn } of table.links) {
      const links = rows.flatMap((row, index) =>
        typeof row[attribute] === 'number'
          ? [{ [ownColumn]: ids[index], [otherColumn]: row[attribute] }]
          : [],
      );
      if (links.length > 0) await trx.batchInsert(linkTable, links, 500);
    }
  });
  return ids;
}

function without(row: Values, { links }: Table): Values {
  const related = new Set(links.map(({ attribute }) => attribute));
  return Object.fromEntries(Object.entries(row).filter(([field]) => !related.has(field)));
}

function sealed(strapi: Core.Strapi, { columns }: Table, row: Values): Values {
  const closed: Record<string, unknown> = { ...row };
  for (const { attribute, personal } of columns) {
    const value = row[attribute];
    if (!personal || typeof value !== 'string') continue;
    const { stored, hash } = officeOf(strapi).privacy.seal(personal, value);
    Object.assign(closed, { [attribute]: stored, [`${attribute}Hash`]: hash });
    const tail = `${attribute}TailHash`;
    if (columns.some((column) => column.attribute === tail)) closed[tail] = tailHash(personal, value);
  }
  return closed;
}
