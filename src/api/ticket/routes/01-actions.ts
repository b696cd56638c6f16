import { actionRoutes } from '../../../engine/door/rest';

export default actionRoutes('ticket', 'tickets');
