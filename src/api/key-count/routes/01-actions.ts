import { actionRoutes } from '../../../engine/door/rest';

export default actionRoutes('key-count', 'key-counts');
