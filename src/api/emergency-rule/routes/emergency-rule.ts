import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::emergency-rule.emergency-rule');
