import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::emergency-rule.emergency-rule');
