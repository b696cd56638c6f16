import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::outside-party.outside-party');
