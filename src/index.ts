import type { Core } from '@strapi/strapi';

export default {
  register(_context: { strapi: Core.Strapi }): void {},

  async bootstrap(_context: { strapi: Core.Strapi }): Promise<void> {},

  async destroy(_context: { strapi: Core.Strapi }): Promise<void> {},
};
