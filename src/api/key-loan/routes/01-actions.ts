import { actionRoutes } from '../../../engine/door/rest';

export default actionRoutes('key-loan', 'key-loans');
