import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::lease-registration.lease-registration');
