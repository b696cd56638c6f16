import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::dispatch-rule.dispatch-rule');
