import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::return-visit.return-visit');
