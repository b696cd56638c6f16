import { actionRoutes } from '../../../engine/door/rest';

export default actionRoutes('summary', 'summaries');
