import type { Core } from '@strapi/strapi';
import { declareCase } from '../../engine/engine';
import { archiveFileCase } from './case';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    declareCase(strapi, archiveFileCase);
  },
};
