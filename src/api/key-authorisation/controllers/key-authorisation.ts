import { caseController } from '../../../engine/door/rest';

export default caseController('key-authorisation');
