import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::outside-party.outside-party');
