import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::house-call.house-call');
