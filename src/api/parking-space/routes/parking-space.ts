import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::parking-space.parking-space');
