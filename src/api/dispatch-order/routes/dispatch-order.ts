import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::dispatch-order.dispatch-order');
