import { actionRoutes } from '../../../engine/door/rest';

export default actionRoutes('key-authorisation', 'key-authorisations');
