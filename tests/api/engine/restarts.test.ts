import { Client } from 'pg';

import { openOffice, type Office } from '../../support/office';

/** What a start leaves out when nothing has changed, it does when something has. */
let office: Office;
let database: Client;

beforeAll(async () => {
  office = await openOffice();
  database = new Client({ connectionString: office.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await office.close();
});

const startAgain = async (): Promise<void> => {
  office = await office.reopen(() => Promise.resolve());
};

const ask = async <T>(sql: string): Promise<T[]> => (await database.query(sql)).rows as T[];

const OF_ROLE = (code: string): string =>
  `SELECT l.permission_id FROM admin_permissions_role_lnk l JOIN admin_roles r ON r.id = l.role_id WHERE r.code = '${code}'`;
const rightsOf = async (code: string): Promise<string[]> =>
  (
    await ask<{ line: string }>(
      `SELECT action || ' ' || coalesce(subject, '') AS line FROM admin_permissions WHERE id IN (${OF_ROLE(code)}) ORDER BY 1`,
    )
  ).map(({ line }) => line);

const LAYOUT = 'plugin_content_manager_configuration_content_types::api::ticket.ticket';
const layout = async () => {
  const [row] = await ask<{ value: string }>(
    `SELECT value FROM strapi_core_store_settings WHERE key = '${LAYOUT}'`,
  );
  return JSON.parse(row?.value ?? '') as {
    metadatas: Record<string, unknown>;
    settings: { pageSize: number };
  };
};

test('the next start puts right what is amiss with rights and layouts, and leaves what managers have chosen', async () => {
  const before = { chief: await rightsOf('strapi-super-admin'), desk: await rightsOf('office-front-desk') };
  await database.query(`DELETE FROM admin_permissions WHERE id = (SELECT min(permission_id) FROM
    (${OF_ROLE('strapi-super-admin')}) AS one)`);
  await database.query(
    `UPDATE admin_permissions SET action = 'api::gone.read' WHERE id = (SELECT min(permission_id) FROM (${OF_ROLE('office-front-desk')}) AS one)`,
  );
  await database.query(
    `UPDATE strapi_core_store_settings SET value = jsonb_set(value::jsonb #- '{metadatas,matter}', '{settings,pageSize}', '50')::text
     WHERE key = '${LAYOUT}'`,
  );
  expect(await rightsOf('strapi-super-admin')).toHaveLength(before.chief.length - 1);
  expect((await rightsOf('office-front-desk')).join()).toContain('api::gone.read');
  expect((await layout()).metadatas).not.toHaveProperty('matter');

  await startAgain();

  expect(await rightsOf('strapi-super-admin')).toEqual(before.chief);
  expect(await rightsOf('office-front-desk')).toHaveLength(before.desk.length - 1);
  expect(await layout()).toMatchObject({ metadatas: { matter: {} }, settings: { pageSize: 50 } });
});

test('a start that finds nothing changed writes neither rights nor layouts', async () => {
  const seen = async () => [
    await ask('SELECT id, xmin::text FROM admin_permissions ORDER BY id'),
    await ask(
      "SELECT key, xmin::text FROM strapi_core_store_settings WHERE key LIKE 'plugin_content_manager_configuration%' ORDER BY key",
    ),
  ];
  const before = await seen();
  await startAgain();
  expect(await seen()).toEqual(before);
});
