import type { Core } from '@strapi/strapi';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** Mail goes to the SMTP server named; with none it is rendered and dropped, never sent. */
function mail({ env }: Core.Config.Shared.ConfigParams): Record<string, unknown> {
  const host = env('SMTP_HOST', '');
  const user = env('SMTP_USER', '');
  const from = env('MAIL_FROM', 'office@localhost');
  return {
    provider: 'nodemailer',
    providerOptions: host
      ? {
          host,
          port: env.int('SMTP_PORT', 587),
          secure: env.bool('SMTP_SECURE', false),
          ...(user && { auth: { user, pass: env('SMTP_PASSWORD', '') } }),
        }
      : { jsonTransport: true },
    settings: { defaultFrom: from, defaultReplyTo: env('MAIL_REPLY_TO', from) },
  };
}

export default (params: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  email: { config: mail(params) },
  'users-permissions': {
    config: {
      jwtSecret: params.env('JWT_SECRET'),
      jwtManagement: 'refresh',
      sessions: {
        accessTokenLifespan: params.env.int('RESIDENT_ACCESS_TOKEN_SECONDS', 30 * MINUTE),
        maxRefreshTokenLifespan: 30 * DAY,
        idleRefreshTokenLifespan: 14 * DAY,
        httpOnly: true,
        cookie: { secure: params.env('PUBLIC_URL', '').startsWith('https:'), sameSite: 'lax' },
      },
      ratelimit: { enabled: params.env.bool('RESIDENT_RATE_LIMIT', true), interval: MINUTE * 1000, max: 10 },
    },
  },
  upload: {
    config: {
      sizeLimit: params.env.int('UPLOAD_MAX_BYTES', 20 * 1024 * 1024),
      security: {
        allowedTypes: ['image/*', 'audio/*', 'video/mp4', 'application/pdf', 'text/csv', 'text/plain'],
        deniedTypes: ['image/svg+xml', 'text/html'],
      },
    },
  },
  i18n: { enabled: true },
});
