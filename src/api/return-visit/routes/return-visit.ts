import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::return-visit.return-visit');
