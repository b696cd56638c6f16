import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::dispatch-rule.dispatch-rule');
