import { actionRoutes } from '../../../engine/door/rest';

export default actionRoutes('archive-file', 'archive-files');
