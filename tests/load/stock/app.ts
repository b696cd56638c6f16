import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { ROOT } from '../../../src/commands/launch/paths';

const STAGES = ['registered', 'assigned', 'in_progress', 'waiting', 'completed', 'closed', 'cancelled'];

const ticket = {
  // Strapi makes no index for `unique` and would read the whole table on every create: it is given one.
  number: { type: 'string', unique: true, column: { unique: true } },
  stage: { type: 'enumeration', enum: STAGES, default: 'registered' },
  matter: { type: 'text', required: true },
  receivedAt: { type: 'datetime' },
  unit: { type: 'relation', relation: 'manyToOne', target: 'api::unit.unit' },
};
const unit = { label: { type: 'string', required: true } };

/** What `create-strapi` writes for PostgreSQL, as plain JavaScript. */
const CONFIG: Readonly<Record<string, string>> = {
  database: `module.exports = ({ env }) => ({ connection: { client: 'postgres',
    connection: { connectionString: env('DATABASE_URL') },
    pool: { min: env.int('DATABASE_POOL_MIN', 2), max: env.int('DATABASE_POOL_MAX', 10) } } });`,
  server: `module.exports = ({ env }) => ({ host: '127.0.0.1', app: { keys: env.array('APP_KEYS') },
    logger: { config: { level: env('LOG_LEVEL', 'info') }, updates: { enabled: false }, startup: { enabled: false } } });`,
  admin: `module.exports = ({ env }) => ({ auth: { secret: env('ADMIN_JWT_SECRET') },
    apiToken: { salt: env('API_TOKEN_SALT') }, transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
    secrets: { encryptionKey: env('ENCRYPTION_KEY') }, flags: { nps: false, promoteEE: false } });`,
  api: `module.exports = { rest: { defaultLimit: 25, maxLimit: 100, withCount: true } };`,
  plugins: `module.exports = ({ env }) => ({ 'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } } });`,
  middlewares: `module.exports = ['strapi::logger', 'strapi::errors', 'strapi::security', 'strapi::cors', 'strapi::poweredBy',
    'strapi::query', 'strapi::body', 'strapi::session', 'strapi::favicon', 'strapi::public'];`,
};

/** Writes the smallest plain Strapi app that has tickets and units, and gives its folder. */
export function writeStockApp(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'guanjia-stock-'));
  const write = (file: string, content: string): void => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), content);
  };
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const own = ['@strapi/strapi', '@strapi/plugin-users-permissions', 'pg'];
  write(
    'package.json',
    JSON.stringify({
      name: 'stock',
      private: true,
      dependencies: Object.fromEntries(own.map((name) => [name, dependencies[name]])),
      strapi: { telemetryDisabled: true },
    }),
  );
  for (const [name, content] of Object.entries(CONFIG)) write(`config/${name}.js`, content);
  write('src/index.js', 'module.exports = { register() {}, bootstrap() {} };');
  write('public/uploads/.gitkeep', '');
  writeType(write, 'ticket', ticket);
  writeType(write, 'unit', unit);
  return folder;
}

function writeType(write: (file: string, content: string) => void, name: string, attributes: object): void {
  const uid = `api::${name}.${name}`;
  write(
    `src/api/${name}/content-types/${name}/schema.json`,
    JSON.stringify({
      kind: 'collectionType',
      collectionName: `${name}s`,
      info: { singularName: name, pluralName: `${name}s`, displayName: name },
      options: { draftAndPublish: false },
      attributes,
    }),
  );
  const made: Readonly<Record<string, string>> = {
    controllers: 'createCoreController',
    services: 'createCoreService',
    routes: 'createCoreRouter',
  };
  for (const [room, factory] of Object.entries(made)) {
    write(
      `src/api/${name}/${room}/${name}.js`,
      `module.exports = require('@strapi/strapi').factories.${factory}('${uid}');`,
    );
  }
}
