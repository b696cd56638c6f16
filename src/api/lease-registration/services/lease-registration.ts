import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::lease-registration.lease-registration');
