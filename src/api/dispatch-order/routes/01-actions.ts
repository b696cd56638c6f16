import { actionRoutes } from '../../../engine/door/rest';

const { type, routes } = actionRoutes('dispatch-order', 'dispatch-orders');
const own = (path: string, handler: string) => ({
  method: 'GET',
  path: `/dispatch-orders/${path}`,
  handler: `api::dispatch-order.dispatch-order.${handler}`,
  config: {},
});

export default { type, routes: [own('overdue', 'overdue'), own(':id/chain', 'chain'), ...routes] };
