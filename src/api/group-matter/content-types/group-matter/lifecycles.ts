import { refuseDirectWrites } from '../../../../engine/guard/lifecycles';

export default refuseDirectWrites('group-matter');
