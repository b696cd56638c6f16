import type { Core } from '@strapi/strapi';
import { declareCase } from '../../engine/engine';
import { archiveLoanCase } from './case';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    declareCase(strapi, archiveLoanCase);
  },
};
