import { actionRoutes } from '../../../engine/door/rest';

export default actionRoutes('visit-attempt', 'visit-attempts');
