import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::parking-space.parking-space');
