import type { Core } from '@strapi/strapi';
import { declareCase } from '../../engine/engine';
import { houseCallCase } from './case';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    declareCase(strapi, houseCallCase);
  },
};
