import type { Core } from '@strapi/strapi';

/**
 * The web server. Listens on this machine only unless HOST says otherwise: an office full of personal
 * data is opened to a network on purpose, never by default.
 */
export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  url: env('PUBLIC_URL', ''),
  proxy: { koa: env.bool('TRUST_PROXY', false) },
  app: { keys: env.array('APP_KEYS', []) },
  http: {
    serverOptions: {
      requestTimeout: env.int('REQUEST_TIMEOUT_MS', 60_000),
      headersTimeout: 20_000,
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16_384,
    },
  },
  cron: { enabled: false },
  transfer: { remote: { enabled: false } },
  logger: {
    // Request lines carry query strings, and those can carry names and numbers: level `http` is opt-in.
    config: { level: env('LOG_LEVEL', 'info') },
    updates: { enabled: false },
    startup: { enabled: false },
  },
});
