import { caseController } from '../../../engine/door/rest';

export default caseController('archive-file');
