/** What `npm start` finds in `.env`, with secrets that are none. Nothing of the machine's own leaks in. */
export const TEST_ENVIRONMENT: Readonly<Record<string, string>> = {
  NODE_ENV: 'test',
  TZ: 'UTC',
  // Strapi reads the file named here instead of the developer's own `.env`.
  ENV_PATH: '/dev/null',
  STRAPI_TELEMETRY_DISABLED: 'true',
  GUANJIA_DEMO: 'off',
  GUANJIA_BACKGROUND: 'off',
  APP_KEYS: 'test-key-one,test-key-two',
  ADMIN_JWT_SECRET: 'test-admin-jwt-secret',
  API_TOKEN_SALT: 'test-api-token-salt',
  TRANSFER_TOKEN_SALT: 'test-transfer-token-salt',
  JWT_SECRET: 'test-jwt-secret',
  ENCRYPTION_KEY: '0123456789abcdef0123456789abcdef',
  PERSONAL_DATA_KEY: Buffer.alloc(32, 1).toString('base64'),
  PERSONAL_DATA_KEY_ID: 'test',
  LOOKUP_HASH_KEY: Buffer.alloc(32, 2).toString('base64'),
  CONTRACTOR_LINK_KEY: Buffer.alloc(32, 3).toString('base64'),
  CONTRACTOR_LINK_RATE_LIMIT_MAX: '0',
  DATABASE_POOL_MIN: '0',
  DATABASE_POOL_MAX: '8',
};

const OURS =
  /^(HOST|PORT|PUBLIC_URL|TRUST_PROXY|CORS_ORIGINS|ADMIN_PATH|LOG_LEVEL)$|^(SMTP|MAIL|DATABASE|BODY)_/;

/** Puts the test settings into `env` and takes out what the shell may have set of ours. */
export function applyTestEnvironment(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(env)) if (OURS.test(name)) delete env[name];
  Object.assign(env, TEST_ENVIRONMENT);
}
