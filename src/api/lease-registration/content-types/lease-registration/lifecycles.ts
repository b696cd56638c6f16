import { refuseDirectWrites } from '../../../../engine/guard/lifecycles';

export default refuseDirectWrites('lease-registration');
