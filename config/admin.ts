import type { Core } from '@strapi/strapi';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The panel: its secrets, its sessions and its log-in limits. The session cookie is marked `secure`
 * exactly when the public address is https, so that a log-in over plain HTTP inside a house network works.
 */
export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  url: env('ADMIN_PATH', '/admin'),
  autoOpen: false,
  auth: {
    secret: env('ADMIN_JWT_SECRET', ''),
    sessions: {
      accessTokenLifespan: env.int('ADMIN_ACCESS_TOKEN_SECONDS', 30 * MINUTE),
      maxRefreshTokenLifespan: 30 * DAY,
      idleRefreshTokenLifespan: 14 * DAY,
      maxSessionLifespan: env.int('ADMIN_SESSION_MAX_SECONDS', DAY),
      idleSessionLifespan: env.int('ADMIN_SESSION_IDLE_SECONDS', 2 * HOUR),
    },
    cookie: { secure: env('PUBLIC_URL', '').startsWith('https:'), sameSite: 'lax' },
  },
  apiToken: { salt: env('API_TOKEN_SALT', '') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT', '') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY', '') },
  rateLimit: {
    enabled: env.bool('ADMIN_RATE_LIMIT', true),
    interval: 5 * MINUTE * 1000,
    max: env.int('ADMIN_RATE_LIMIT_MAX', 5),
  },
  flags: { nps: false, promoteEE: false, docLinks: false },
  ai: { enabled: false },
});
