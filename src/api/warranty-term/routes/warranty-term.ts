import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::warranty-term.warranty-term');
