import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { Client } from 'pg';

import { installedBinaries } from './binaries';
import { createCluster, hasCluster, NAME } from './cluster';
import { as, chooseOwner, type Owner } from './owner';
import { settle, settledPlace, type Place } from './place';
import { forgetDead, pidFile, runningOn, stop } from './postmaster';
import { watch } from './watchdog';

/** A bundled server: where to reach it, and how to stop it. */
export type EmbeddedServer = {
  url: string;
  pid: number;
  folder: string;
  /** Stops it; `keep` leaves the folder of a throw-away server where it is. */
  stop: (options?: { keep?: boolean }) => Promise<void>;
};

export type EmbeddedOptions = {
  /** Where data, log and password are kept. Made when missing. */
  folder: string;
  /** A server for tests: nothing is flushed to disk, and the folder goes when the server goes. */
  throwAway?: boolean;
};

const READY_WITHIN = 60_000;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  max_connections: '100',
};

const MEGABYTE = 1024 * 1024;

/** An eighth of the machine's memory for what is looked at again and again, between 128 MB and 1 GB. */
function memoryOf(throwAway: boolean): string {
  const machine = Math.min(os.totalmem(), process.constrainedMemory() || Infinity);
  const share = throwAway ? 0 : Math.floor(machine / 8 / MEGABYTE);
  return `${Math.min(1024, Math.max(128, share))}MB`;
}

const IN_A_HURRY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  jit: 'off',
};

/**
 * Starts the bundled server on `folder`, creating its data the first time, and waits until it answers.
 * A server left behind by a process that is gone is stopped first. The caller makes sure that no living
 * process is using the folder.
 */
export async function startEmbedded({ folder, throwAway = false }: EmbeddedOptions): Promise<EmbeddedServer> {
  if (process.platform === 'win32') throw new Error('the bundled PostgreSQL needs Linux, macOS or WSL');
  const owner = chooseOwner();
  const place = settle(folder, installedBinaries(), owner);
  const data = path.join(place.folder, 'postgres');
  const password = passwordOf(place.folder);

  const leftBehind = runningOn(data);
  if (leftBehind) await stop(leftBehind.pid);
  forgetDead(data);
  if (!hasCluster(data)) await createCluster({ data, binaries: place.binaries, owner, password });

  const port = await freePort();
  const settings = {
    ...SETTINGS,
    port: String(port),
    shared_buffers: memoryOf(throwAway),
    ...(throwAway && IN_A_HURRY),
  };
  const server = launch({ place, data, owner, settings });
  const callOff = watch({ pid: server.pid, pidFile: pidFile(data), throwAway: throwAway ? folder : '' });
  const url = address({ password, port });
  const halt = async ({ keep = !throwAway } = {}): Promise<void> => {
    await stop(server.pid);
    callOff();
    if (!keep) fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answers(url, server.failed);
    await ensureDatabase(url);
  } catch (error) {
    await halt();
    throw error;
  }
  return { url, pid: server.pid, folder: place.folder, stop: halt };
}

/** The bundled server that is running on `folder` right now, if any; starts and stops nothing. */
export function findEmbedded(folder: string): { url: string; pid: number } | undefined {
  const home = settledPlace(folder);
  const running = runningOn(path.join(home, 'postgres'));
  if (!running || !fs.existsSync(secret(home))) return undefined;
  return { url: address({ password: passwordOf(home), port: running.port }), pid: running.pid };
}

/** Whether `folder` already holds a database. */
export function hasEmbeddedData(folder: string): boolean {
  return fs.existsSync(path.join(settledPlace(folder), 'postgres', 'PG_VERSION'));
}

type Launch = { place: Place; data: string; owner: Owner | undefined; settings: Record<string, string> };

/** Runs the server in a session of its own: Ctrl-C in the terminal is ours to answer, not the server's. */
function launch({ place, data, owner, settings }: Launch): { pid: number; failed: Promise<never> } {
  const logFile = path.join(place.folder, 'postgres.log');
  const log = fs.openSync(logFile, 'w', 0o600);
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(place.binaries.postgres, ['-D', data, ...args], {
    ...as(owner),
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  });
  fs.closeSync(log);
  server.unref();
  const failed = new Promise<never>((_resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error(lastWords(logFile))));
  });
  failed.catch(() => undefined);
  return { pid: server.pid ?? -1, failed };
}

function lastWords(logFile: string): string {
  const lines = fs.existsSync(logFile) ? fs.readFileSync(logFile, 'utf8').trim().split('\n') : [];
  return lines.slice(-3).join(' / ') || 'PostgreSQL ended without a word';
}

async function answers(url: string, failed: Promise<never>): Promise<void> {
  let last: unknown;
  for (const end = Date.now() + READY_WITHIN; Date.now() < end;) {
    try {
      return await Promise.race([query(url, 'postgres', 'select 1').then(() => undefined), failed]);
    } catch (error) {
      last = error;
      // 57P03: it is still starting; refused: it is not listening yet.
      const code = (error as { code?: string }).code;
      if (code !== '57P03' && code !== 'ECONNREFUSED') throw error;
    }
    await Promise.race([wait(50), failed]);
  }
  throw last;
}

async function ensureDatabase(url: string): Promise<void> {
  const found = await query(url, 'postgres', `select 1 from pg_database where datname = '${NAME}'`);
  if (!found) await query(url, 'postgres', `create database ${NAME}`);
}

async function query(url: string, database: string, sql: string): Promise<number> {
  const target = new URL(url);
  target.pathname = `/${database}`;
  const client = new Client({ connectionString: target.href });
  // A server that goes away under an idle connection is reported to whoever asks next.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

function address({ password, port }: { password: string; port: number }): string {
  return `postgresql://${NAME}:${password}@127.0.0.1:${port}/${NAME}`;
}

function secret(folder: string): string {
  return path.join(folder, 'database.json');
}

/** The superuser's password: made once, kept beside the data, readable by its owner only. */
function passwordOf(folder: string): string {
  const file = secret(folder);
  if (!fs.existsSync(file)) {
    fs.writeFileSync(file, `${JSON.stringify({ password: randomBytes(24).toString('hex') })}\n`, {
      mode: 0o600,
    });
  }
  return (JSON.parse(fs.readFileSync(file, 'utf8')) as { password: string }).password;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
