import { actionRoutes } from '../../../engine/door/rest';

export default actionRoutes('house-call-plan', 'house-call-plans');
