import { actionRoutes } from '../../../engine/door/rest';

export default actionRoutes('open-letter', 'open-letters');
