import type { Core } from '@strapi/strapi';

/** Tests log in as often as they like. */
export default ({ env }: Core.Config.Shared.ConfigParams): Partial<Core.Config.Admin> => ({
  rateLimit: { enabled: env.bool('ADMIN_RATE_LIMIT', false) },
});
