import { caseController } from '../../../engine/door/rest';

export default caseController('lease-registration');
