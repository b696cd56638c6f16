import type { Core } from '@strapi/strapi';

/** Tests call the residents' log-in as often as they like. */
export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'users-permissions': { config: { ratelimit: { enabled: env.bool('RESIDENT_RATE_LIMIT', false) } } },
});
