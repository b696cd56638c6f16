import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';

interface Work {
  /** Under which it is written down what was found when nothing was left to do. */
  readonly key: string;
  /** Everything that the work looks at, in one word. */
  readonly digest: () => Promise<string>;
  readonly work: () => Promise<unknown>;
}

/** What the work has made is changed once more by the next turn, at times; after that nothing changes. */
const TURNS = 3;

/**
 * Does what Strapi does on every start, and leaves it out as long as everything that it looks at is as it was when it last
 * had nothing to do.
 */
export async function unlessDone(strapi: Core.Strapi, { key, digest, work }: Work): Promise<void> {
  const store = strapi.store({ type: 'core', name: 'office' });
  let before = await digest();
  if ((await store.get({ key })) === before) return;
  for (let turn = 0; turn < TURNS; turn += 1) {
    await work();
    const after = await digest();
    if (after === before) return store.set({ key, value: after });
    before = after;
  }
}

/** One word for what is written down in JSON. */
export const digestOf = (said: unknown): string =>
  createHash('sha256').update(JSON.stringify(said)).digest('base64url');

/** The one value of a query, as text. */
export async function valueOf(
  strapi: Core.Strapi,
  sql: string,
  params: readonly string[] = [],
): Promise<string> {
  const { rows } = (await strapi.db.connection.raw(sql, [...params])) as unknown as {
    rows: readonly Readonly<Record<string, unknown>>[];
  };
  return String(Object.values(rows[0] ?? {})[0] ?? '');
}
