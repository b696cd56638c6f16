import { actionRoutes } from '../../../engine/door/rest';

export default actionRoutes('lease-registration', 'lease-registrations');
