import type { Core } from '@strapi/strapi';
import { declareCase } from '../../engine/engine';
import { transferCase } from './case';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    declareCase(strapi, transferCase);
  },
};
