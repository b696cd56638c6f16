import { unitAddress } from '../../../../engine/registers/addresses';

export default unitAddress(() => strapi);
