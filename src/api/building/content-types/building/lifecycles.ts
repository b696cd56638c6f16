import { buildingAddress } from '../../../../engine/registers/addresses';

export default buildingAddress(() => strapi);
