import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { Client } from 'pg';

import { startEmbedded, type EmbeddedServer } from '../../database/embedded';

/** A PostgreSQL for one run, with the durability of a real one. */
export type BenchServer = {
  /** The address of a database on it. */
  address: (database: string) => string;
  stop: () => Promise<void>;
};

/** What both sides run on. Nothing that a crash could lose is switched off. */
const SETTINGS: Readonly<Record<string, string>> = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track': 'top',
  track_commit_timestamp: 'on',
  max_wal_size: '4GB',
};

/** Starts the bundled server on a folder of its own, with two empty databases, `ours` and `stock`. */
export async function startServer(): Promise<BenchServer> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'guanjia-bench-'));
  fs.rmdirSync(folder);
  const first = await startEmbedded({ folder });
  for (const [name, value] of Object.entries(SETTINGS))
    await run(first.url, `ALTER SYSTEM SET ${name} = ${quoted(name, value)}`);
  await first.stop({ keep: true });
  const server = await again(folder);
  for (const database of ['ours', 'stock']) {
    await run(server.url, `CREATE DATABASE ${database}`);
    await run(addressOf(server.url, database), 'CREATE EXTENSION pg_stat_statements');
  }
  return {
    address: (database) => addressOf(server.url, database),
    stop: async () => {
      await server.stop({ keep: true });
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

// The server's watchdog of the first start may still be looking when the second begins.
async function again(folder: string): Promise<EmbeddedServer> {
  const server = await startEmbedded({ folder });
  const [row] = await ask<{ fsync: string; commit: string }>(
    server.url,
    "SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit",
  );
  if (row?.fsync !== 'on' || row.commit !== 'on') throw new Error('the server must keep what it is told');
  return server;
}

const quoted = (name: string, value: string): string =>
  name === 'shared_preload_libraries' ? `'${value}'` : `'${value.replaceAll("'", "''")}'`;

function addressOf(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/** Runs one or more statements. */
export async function run(url: string, sql: string): Promise<void> {
  await ask(url, sql);
}

/** Gives the rows of a statement. */
export async function ask<Row>(url: string, sql: string, values?: unknown[]): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query(sql, values);
    return result.rows as Row[];
  } finally {
    await client.end();
  }
}

/** Begins to count statements anew. */
export const forgetStatements = (url: string): Promise<void> => run(url, 'SELECT pg_stat_statements_reset()');

/** How many statements (BEGIN and COMMIT among them) have been run in a database since `forgetStatements`. */
export async function countStatements(url: string): Promise<number> {
  const [row] = await ask<{ calls: string }>(
    url,
    `SELECT coalesce(sum(calls), 0) AS calls FROM pg_stat_statements
     WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND query NOT ILIKE '%pg_stat_statements%'`,
  );
  return Number(row?.calls ?? 0);
}
