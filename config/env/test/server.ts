import type { Core } from '@strapi/strapi';

/** Tests listen on a free port of this machine and say nothing but what goes wrong. */
export default ({ env }: Core.Config.Shared.ConfigParams): Partial<Core.Config.Server> => ({
  host: '127.0.0.1',
  port: 0,
  logger: {
    config: { level: env('LOG_LEVEL', 'error') },
    updates: { enabled: false },
    startup: { enabled: false },
  },
});
