import type { Core } from '@strapi/strapi';

/** Levels at which a line for every request is kept; it is not composed for nobody. */
const writesAccessLog = (level: string | undefined): boolean =>
  ['http', 'verbose', 'debug', 'silly'].includes(level ?? '');

/**
 * What every request passes, in this order. `global::secret-links` stands before the logger, which writes addresses
 * down. `global::refusals` stands right inside `strapi::errors`, so it
 * sees what the office refuses before it is turned into a plain 500. `global::lane` stands before what only the panel needs.
 */
export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Middlewares => [
  'global::secret-links',
  ...(writesAccessLog(env('LOG_LEVEL')) ? ['strapi::logger'] : []),
  'strapi::errors',
  'global::refusals',
  'strapi::security',
  {
    name: 'strapi::cors',
    config: {
      // No origin but those named. (An empty list is not "all": nothing matches it.)
      origin: env.array('CORS_ORIGINS', []),
      credentials: true,
      headers: ['Content-Type', 'Authorization', 'Origin', 'Accept', 'Idempotency-Key'],
      expose: ['Retry-After'],
      maxAge: 86_400,
      keepHeadersOnError: true,
    },
  },
  'strapi::query',
  {
    name: 'strapi::body',
    config: {
      jsonLimit: env('BODY_JSON_LIMIT', '1mb'),
      formLimit: env('BODY_FORM_LIMIT', '256kb'),
      textLimit: env('BODY_TEXT_LIMIT', '256kb'),
      formidable: { maxFileSize: env.int('UPLOAD_MAX_BYTES', 20 * 1024 * 1024), maxFiles: 20 },
    },
  },
  'global::sound-body',
  'global::lane',
  {
    name: 'strapi::session',
    config: { secure: env('PUBLIC_URL', '').startsWith('https:'), sameSite: 'lax' },
  },
  { name: 'strapi::favicon', config: { path: 'public/favicon.png' } },
  'strapi::public',
];
