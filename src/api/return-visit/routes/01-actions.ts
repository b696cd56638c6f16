import { actionRoutes } from '../../../engine/door/rest';

export default actionRoutes('return-visit', 'return-visits');
