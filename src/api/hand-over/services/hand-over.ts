import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::hand-over.hand-over');
