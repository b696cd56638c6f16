import type { Core } from '@strapi/strapi';

/** The REST API: bounded pages, and whatever is not declared is refused. */
const api: Core.Config.Api = {
  rest: {
    prefix: '/api',
    defaultLimit: 25,
    maxLimit: 100,
    withCount: true,
    strictParams: true,
  },
  documents: {
    strictParams: true,
    strictRelations: true,
  },
};

export default api;
