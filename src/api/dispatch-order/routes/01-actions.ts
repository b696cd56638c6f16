import { actionRoutes } from '../../../engine/door/rest';

export default actionRoutes('dispatch-order', 'dispatch-orders');
