import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::open-letter.open-letter');
