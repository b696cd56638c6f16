import type { Core } from '@strapi/strapi';
import { ONE_OWNER } from '../registers/ownerships';
import { uidOf } from '../tables';

const OCCUPANCY = uidOf('occupancy');

/**
 * Has the database look at the periods of owners while whoever enters them is still there to hear of it [G-01]: Strapi takes a
 * commit that fails for one that went well. Throws what the database raises, which is answered as OWNER_PERIOD_TAKEN.
 */
export function guardOwnerships(strapi: Core.Strapi): void {
  type Context = { readonly uid: string; readonly action: string };
  const guard = async (ctx: Context, next: () => Promise<unknown>): Promise<unknown> => {
    if (ctx.uid !== OCCUPANCY || !/^(create|update|clone)$/.test(ctx.action)) return next();
    return strapi.db.transaction(async ({ trx }) => {
      const saved = await next();
      await trx.raw(`SET CONSTRAINTS "${ONE_OWNER}" IMMEDIATE`);
      await trx.raw(`SET CONSTRAINTS "${ONE_OWNER}" DEFERRED`);
      return saved;
    });
  };
  strapi.documents.use(guard as Parameters<typeof strapi.documents.use>[0]);
}
