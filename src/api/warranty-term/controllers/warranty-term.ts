import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::warranty-term.warranty-term');
