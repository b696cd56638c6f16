import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::visit-attempt.visit-attempt');
