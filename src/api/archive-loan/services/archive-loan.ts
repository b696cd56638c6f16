import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::archive-loan.archive-loan');
