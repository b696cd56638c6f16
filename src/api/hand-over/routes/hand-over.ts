import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::hand-over.hand-over');
