import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::key-authorisation.key-authorisation');
