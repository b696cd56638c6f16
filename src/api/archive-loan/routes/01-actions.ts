import { actionRoutes } from '../../../engine/door/rest';

export default actionRoutes('archive-loan', 'archive-loans');
