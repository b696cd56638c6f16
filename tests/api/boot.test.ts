import { Client } from 'pg';

import { openOffice, type Office } from '../support/office';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function ask<T>(sql: string): Promise<T[]> {
  const client = new Client({ connectionString: office.databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

test('the office opens and says it is well', async () => {
  await office.request.get('/_health').expect(204);
});

test('the office counts in UTC, and so does every session of its database', async () => {
  expect(process.env['TZ']).toBe('UTC');
  const { rows } = await office.strapi.db.connection.raw<{ rows: { TimeZone: string }[] }>('show timezone');
  expect(rows[0]?.TimeZone).toBe('UTC');
});

test('the database keeps UTF-8, sorts by code point and knows a Chinese letter when it sees one', async () => {
  const [database] = await ask<Record<string, string>>(
    'select pg_encoding_to_char(encoding) as encoding, datcollate from pg_database where datname = current_database()',
  );
  expect(database).toMatchObject({ encoding: 'UTF8', datcollate: 'C' });
  await ask('create extension if not exists pg_trgm');
  const [found] = await ask<{ similar: boolean }>("select '三栋二单元漏水' ilike '%二单元%' as similar");
  expect(found?.similar).toBe(true);
  const [trigrams] = await ask<{ count: number }>("select cardinality(show_trgm('二单元漏水')) as count");
  expect(trigrams?.count).toBeGreaterThan(3);
});

test('a super admin logs in to the panel; without a session there is nothing to see', async () => {
  await office.request.get('/admin/users/me').expect(401);
  const chief = await office.hire('strapi-super-admin');
  const answer = await chief.get('/admin/users/me').expect(200);
  expect((answer.body as { data: { email: string } }).data.email).toBe(chief.user.email);
});

test('no other site may read the API with the session of one of ours', async () => {
  const answer = await office.request.get('/_health').set('Origin', 'https://elsewhere.example');
  expect(answer.headers['access-control-allow-origin']).toBeFalsy();
});
