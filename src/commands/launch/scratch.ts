import { Client } from 'pg';

import type { House } from './housekeeping';
import { CannotStart } from './sentences';

/**
 * Makes an empty database beside the one in use, on the same PostgreSQL, and uses that instead until the
 * house is closed; then it is dropped. What is tried out in it leaves the office's own data untouched.
 * @throws CannotStart when the user may not make databases.
 */
export async function openScratch(house: House): Promise<void> {
  const { env } = process;
  const own = env['DATABASE_URL'] ?? '';
  const name = `guanjia_scratch_${process.pid}_${Date.now().toString(36)}`;
  await run(own, `create database ${name}`).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotStart({
      zh: `无法在数据库服务器上建立临时数据库（${reason}）。请授权：ALTER USER … CREATEDB。`,
      en: `No temporary database can be made on the server (${reason}). Grant it: ALTER USER … CREATEDB.`,
    });
  });
  const scratch = new URL(own);
  scratch.pathname = `/${name}`;
  env['DATABASE_URL'] = scratch.href;
  env['GUANJIA_DEMO'] = 'off';
  house.onClose(async () => {
    env['DATABASE_URL'] = own;
    await run(own, `drop database if exists ${name} with (force)`);
  });
}

async function run(url: string, sql: string): Promise<void> {
  const { env } = process;
  const ssl = env['DATABASE_SSL'] === 'true' && {
    rejectUnauthorized: env['DATABASE_SSL_VERIFY'] !== 'false',
    ca: env['DATABASE_SSL_CA'],
  };
  const client = new Client({ connectionString: url, ssl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
