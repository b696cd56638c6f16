import { refuseDirectWrites } from '../../../../engine/guard/lifecycles';

export default refuseDirectWrites('house-call-plan');
