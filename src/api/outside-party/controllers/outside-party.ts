import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::outside-party.outside-party');
