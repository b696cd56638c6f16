import { actionRoutes } from '../../../engine/door/rest';

export default actionRoutes('incident', 'incidents');
