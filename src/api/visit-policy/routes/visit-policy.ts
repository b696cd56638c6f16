import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::visit-policy.visit-policy');
