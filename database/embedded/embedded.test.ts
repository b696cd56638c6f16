import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { Client } from 'pg';

import { findEmbedded, hasEmbeddedData, startEmbedded } from '.';

jest.setTimeout(60_000);

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'guanjia-embedded-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

test('what was written is there after a stop and a start, under the same password', async () => {
  expect(hasEmbeddedData(folder)).toBe(false);
  const first = await startEmbedded({ folder });
  await ask(first.url, "create table notes as select '漏水' as text");
  expect(findEmbedded(folder)).toEqual({ url: first.url, pid: first.pid });
  await first.stop();
  expect(findEmbedded(folder)).toBeUndefined();
  expect(hasEmbeddedData(folder)).toBe(true);

  const second = await startEmbedded({ folder });
  try {
    expect(await ask(second.url, 'select text from notes')).toBe('漏水');
    expect(new URL(second.url).password).toBe(new URL(first.url).password);
    expect(fs.statSync(path.join(folder, 'database.json')).mode & 0o777).toBe(0o600);
  } finally {
    await second.stop();
  }
});

test('it answers on this machine only, asks for a password and keeps UTF-8 and UTC', async () => {
  const server = await startEmbedded({ folder, throwAway: true });
  try {
    expect(await ask(server.url, 'show listen_addresses')).toBe('127.0.0.1');
    expect(await ask(server.url, 'show unix_socket_directories')).toBe('');
    expect(await ask(server.url, 'show server_encoding')).toBe('UTF8');
    expect(await ask(server.url, 'show timezone')).toBe('UTC');
    const stranger = new URL(server.url);
    stranger.password = 'guess';
    await expect(ask(stranger.href, 'select 1')).rejects.toThrow('password authentication failed');
  } finally {
    await server.stop();
  }
  expect(fs.existsSync(folder)).toBe(false);
});

test('a server left behind is stopped before the next one starts on its data', async () => {
  const leftBehind = await startEmbedded({ folder });
  const next = await startEmbedded({ folder });
  try {
    expect(next.pid).not.toBe(leftBehind.pid);
    expect(() => process.kill(leftBehind.pid, 0)).toThrow('ESRCH');
    expect(await ask(next.url, 'select 1')).toBe(1);
  } finally {
    await next.stop();
    await leftBehind.stop();
  }
});

test('the note of a server that crashed does not keep the next from starting', async () => {
  const crashed = await startEmbedded({ folder });
  await ask(crashed.url, 'create table kept ()');
  process.kill(crashed.pid, 'SIGKILL');
  await wait(500);
  // The number in the note now belongs to somebody else, as it may after the machine was restarted.
  const note = path.join(folder, 'postgres', 'postmaster.pid');
  fs.writeFileSync(note, fs.readFileSync(note, 'utf8').replace(String(crashed.pid), String(process.pid)));

  const next = await startEmbedded({ folder });
  try {
    expect(await ask(next.url, 'select count(*)::int from kept')).toBe(0);
  } finally {
    await next.stop();
  }
});
