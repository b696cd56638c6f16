import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::parking-space.parking-space');
