import { actionRoutes } from '../../../engine/door/rest';

export default actionRoutes('transfer', 'transfers');
