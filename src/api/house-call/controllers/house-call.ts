import { caseController } from '../../../engine/door/rest';

export default caseController('house-call');
