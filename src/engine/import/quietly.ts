import type { Core } from '@strapi/strapi';

/** The transaction that `quietly` runs work in, for savepoints. */
export interface OpenTransaction {
  raw(sql: string): Promise<unknown>;
}

/**
 * Runs `work` in one transaction of the Document Service and keeps it if `work` says so. No event goes out for
 * its records: Strapi would read every one of them again at once after the commit, without waiting for
 * itself, and thousands of them exhaust its connections, which ends the process.
 */
export async function quietly<Result>(
  strapi: Core.Strapi,
  work: (transaction: OpenTransaction) => Promise<{ keep: boolean; result: Result }>,
): Promise<Result> {
  return await strapi.db.transaction(async ({ trx }) => {
    const { keep, result } = await work(trx);
    // Ended here, by hand, Strapi finds nothing left to commit and calls nobody.
    if (keep) await trx.commit();
    else await trx.rollback();
    return result;
  });
}
