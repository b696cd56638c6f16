import { Client } from 'pg';

const TEMPLATE = 'guanjia';
let copies = 0;

/** A copy of the template database: its address, and how to get rid of it. */
export type DatabaseCopy = { url: string; drop: () => Promise<void> };

/** Makes a copy of the database that the office has set up once. Takes about a tenth of a second. */
export async function copyTemplate(server: string): Promise<DatabaseCopy> {
  const name = `office_${process.pid}_${Date.now().toString(36)}_${(copies += 1)}`;
  await run(server, `create database ${name} template ${TEMPLATE}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(server, `drop database if exists ${name} with (force)`) };
}

async function run(server: string, sql: string): Promise<void> {
  const url = new URL(server);
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
