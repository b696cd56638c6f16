import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::house-call.house-call');
