import type { AddressInfo } from 'node:net';

import type * as Strapi from '@strapi/strapi';
import type { Core } from '@strapi/strapi';
import supertest from 'supertest';

import { ROOT } from '../../src/commands/launch/paths';
import { settled } from '../../src/engine/seed/records';
import { copyTemplate } from './databases';
import { applyTestEnvironment } from './environment';

/** Sends requests, with the session it was made for. */
export type Agent = ReturnType<typeof supertest.agent>;

export type Credentials = { email: string; password: string };

/** An office that is open: for one test file, on a database of its own. */
export type Office = {
  strapi: Core.Strapi;
  /** Requests without a session: the public. */
  request: Agent;
  /** `http://127.0.0.1:<port>`, for those who need a real socket. */
  url: string;
  databaseUrl: string;
  /** Logs a member of staff in to the panel. */
  loginAs: (credentials: Credentials) => Promise<Agent>;
  /** Makes a member of staff with these roles (their codes) and logs him in. */
  hire: (...roleCodes: string[]) => Promise<Agent & { user: { id: number; email: string } }>;
  /** Requests with an `Authorization: Bearer` header: an API token, a resident's session. */
  bearing: (token: string) => Agent;
  /** Closes the office, lets `between` change its database, and opens it again: a restart, or an upgrade. */
  reopen: (between: (databaseUrl: string) => Promise<void>) => Promise<Office>;
  /** Closes the office and drops its database. */
  close: () => Promise<void>;
};

export type OfficeOptions = {
  /** Settings on top of those in `environment.ts`. */
  env?: Record<string, string>;
};

declare global {
  // Made by `office-environment.js`; a `var` is what puts a name on `globalThis`.
  var loadOutside: NodeJS.Require;
}

const PASSWORD = 'Test-pass-1234';
/** Its bcrypt hash at the least cost there is: ten people log in before nearly every test. */
const PASSWORD_HASH = '$2a$04$Y9bQ2GRABzHg9.OaeyCMKOIdJpA8ntMHrSReVyc8x7d5tC44QnMxS';
let hired = 0;

/**
 * Opens an office on a fresh copy of the template database and listens on a free port. One at a time per
 * test file; use it in `beforeAll` and `close` it in `afterAll`.
 */
export async function openOffice({ env = {} }: OfficeOptions = {}): Promise<Office> {
  const { GUANJIA_TEST_SERVER: distDir, GUANJIA_TEST_DATABASE: server } = process.env;
  if (!distDir || !server) throw new Error('openOffice() works in `npm run test:api` only');
  return openOn(await copyTemplate(server), { distDir, env });
}

type Database = Awaited<ReturnType<typeof copyTemplate>>;
type Opening = { distDir: string; env: Record<string, string> };

async function openOn(database: Database, { distDir, env }: Opening): Promise<Office> {
  applyTestEnvironment(process.env);
  Object.assign(process.env, env, { DATABASE_URL: database.url });

  const { createStrapi } = loadOutside('@strapi/strapi') as typeof Strapi;
  const strapi = createStrapi({ appDir: ROOT, distDir, serveAdminPanel: false, autoReload: false });
  try {
    await strapi.load();
    strapi.server.mount();
    await listen(strapi);
  } catch (error) {
    await strapi.destroy().catch(() => undefined);
    await database.drop();
    throw error;
  }

  const { httpServer } = strapi.server;
  const url = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`;
  const bearing = (token: string): Agent => supertest.agent(url).set('Authorization', `Bearer ${token}`);
  const loginAs = async (credentials: Credentials): Promise<Agent> => {
    const answer = await supertest(url).post('/admin/login').send(credentials).expect(200);
    return bearing((answer.body as { data: { token: string } }).data.token);
  };
  return {
    strapi,
    request: supertest.agent(url),
    url,
    databaseUrl: database.url,
    bearing,
    loginAs,
    hire: async (...roleCodes) => {
      const user = await createUser(strapi, roleCodes);
      return Object.assign(await loginAs({ email: user.email, password: PASSWORD }), { user });
    },
    reopen: async (between) => {
      await strapi.destroy();
      await between(database.url);
      return openOn(database, { distDir, env });
    },
    close: async () => {
      await settled(strapi);
      await strapi.destroy();
      await database.drop();
    },
  };
}

function listen(strapi: Core.Strapi): Promise<void> {
  return new Promise((resolve, reject) => {
    strapi.server.httpServer.once('error', reject);
    strapi.server.httpServer.listen(0, '127.0.0.1', resolve);
  });
}

async function createUser(strapi: Core.Strapi, codes: string[]): Promise<{ id: number; email: string }> {
  const roles = await strapi.db.query('admin::role').findMany({ where: { code: { $in: codes } } });
  const missing = codes.filter((code) => !roles.some((role: { code: string }) => role.code === code));
  if (missing.length > 0) throw new Error(`no role with code ${missing.join(', ')}`);
  hired += 1;
  const email = `staff-${hired}@test.example`;
  const user = (await strapi.db.query('admin::user').create({
    data: {
      email,
      firstname: 'Staff',
      lastname: String(hired),
      password: PASSWORD_HASH,
      isActive: true,
      registrationToken: null,
      roles: roles.map((role: { id: number }) => role.id),
    },
  })) as { id: number };
  return { id: user.id, email };
}
