import type { Core } from '@strapi/strapi';

type Done = (error?: Error, connection?: unknown) => void;
type Connection = { query: (sql: string, done: (error?: Error) => void) => void };

/** Every session counts in UTC, whatever the server's own default is. */
function inUtc(connection: unknown, done: Done): void {
  (connection as Connection).query("SET TIME ZONE 'UTC'", (error) => done(error, connection));
}

/**
 * PostgreSQL, and only PostgreSQL. The launcher puts the bundled server's address into DATABASE_URL when
 * none is given.
 */
export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database<'postgres'> => ({
  connection: {
    client: 'postgres',
    // The address carries host, name and password, so the fields the type asks for are not given.
    connection: {
      connectionString: env('DATABASE_URL'),
      ssl: env.bool('DATABASE_SSL', false) && {
        rejectUnauthorized: env.bool('DATABASE_SSL_VERIFY', true),
        ca: env('DATABASE_SSL_CA', undefined),
      },
      application_name: env('DATABASE_APPLICATION_NAME', 'guanjia'),
    } as unknown as Core.Config.Database<'postgres'>['connection']['connection'],
    pool: {
      min: env.int('DATABASE_POOL_MIN', 2),
      max: env.int('DATABASE_POOL_MAX', 10),
      afterCreate: inUtc,
    },
    acquireConnectionTimeout: env.int('DATABASE_ACQUIRE_TIMEOUT_MS', 15_000),
  },
  settings: {
    forceMigration: true,
    runMigrations: true,
  },
});
