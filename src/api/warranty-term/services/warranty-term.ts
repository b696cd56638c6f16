import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::warranty-term.warranty-term');
