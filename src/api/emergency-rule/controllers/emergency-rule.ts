import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::emergency-rule.emergency-rule');
