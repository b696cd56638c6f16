import { actionRoutes } from '../../../engine/door/rest';

export default actionRoutes('group-matter', 'group-matters');
