import type { Core } from '@strapi/strapi';
import { chainOfHands } from '../../../engine/door/chain-of-hands';
import { viewingOf, type DoorContext } from '../../../engine/door/context';
import { assertMayLook } from '../../../engine/door/handlers';
import { overdueOrders } from '../../../engine/door/overdue-orders';
import { caseController } from '../../../engine/door/rest';

async function looking(strapi: Core.Strapi, ctx: DoorContext) {
  const viewing = await viewingOf(strapi, ctx, 'api');
  assertMayLook(viewing);
  return viewing;
}

/** What dispatch orders are asked besides: who had the request [B-03], and which of them are overdue [B-10]. */
export default caseController('dispatch-order', (strapi) => ({
  async chain(ctx: DoorContext) {
    const data = await chainOfHands(await looking(strapi, ctx), 'dispatch-order', String(ctx.params.id));
    ctx.body = { data, meta: {} };
  },
  async overdue(ctx: DoorContext) {
    ctx.body = await overdueOrders(await looking(strapi, ctx), ctx.query);
  },
}));
