import type { Core } from '@strapi/strapi';
import { viewingOf, type DoorContext } from '../../../engine/door/context';
import { showLedger, showRoute } from '../../../engine/door/responsibility';

/** The ledger of first-asked responsibility, for outside systems that hold the right to it. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const list =
    (name: string) =>
    async (ctx: DoorContext): Promise<void> => {
      const { lines, ...meta } = await showLedger(await viewingOf(strapi, ctx, 'api'), name, ctx.query);
      ctx.body = { data: lines, meta };
    };
  return {
    holdings: list('holdings'),
    offers: list('offers'),
    refusals: list('refusals'),
    awaitingFeedback: list('awaiting-feedback'),
    async route(ctx: DoorContext): Promise<void> {
      const data = await showRoute(await viewingOf(strapi, ctx, 'api'), String(ctx.params.id), ctx.query);
      ctx.body = { data, meta: {} };
    },
  };
};
