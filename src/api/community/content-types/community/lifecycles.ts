import { communityAddress } from '../../../../engine/registers/addresses';

export default communityAddress(() => strapi);
