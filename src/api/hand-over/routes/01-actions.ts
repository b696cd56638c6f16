import { actionRoutes } from '../../../engine/door/rest';

export default actionRoutes('hand-over', 'hand-overs');
