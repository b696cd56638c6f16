import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

import { Client } from 'pg';

import { findEmbedded, startEmbedded } from '../../database/embedded';
import { keepBuilt } from './built';
import { freshCopy } from './copy';
import { leftOf, npm, processesOf, type Running } from './running';

const MINUTE = 60_000;
const OPEN = /The office is open: {2}(\S+)/;

jest.setTimeout(5 * MINUTE);

let folder: string;
let port: number;
const started: Running[] = [];

/** `npm start` with nothing set but the port, which must not be that of an office on this machine. */
function start(env: Record<string, string> = {}): Running {
  const running = npm(folder, ['start'], { PORT: String(port), ...env });
  started.push(running);
  return running;
}

beforeAll(async () => {
  folder = freshCopy();
  port = await freePort();
});

afterAll(async () => {
  for (const running of started) running.ctrlC();
  await leftOf(folder);
  for (const { pid } of processesOf(folder)) process.kill(pid, 'SIGKILL');
  fs.rmSync(folder, { recursive: true, force: true });
});

test(
  'npm start opens the office on a machine that has nothing but Node',
  async () => {
    const office = start();
    const [, panel] = await office.says(OPEN, 7 * MINUTE);
    expect(panel).toBe(`http://localhost:${port}/admin`);

    const page = await fetch(`http://127.0.0.1:${port}/admin/auth/login`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<div id="strapi">');

    expect(fs.statSync(path.join(folder, '.env')).mode & 0o777).toBe(0o600);
    expect(fs.statSync(path.join(folder, '.data', 'database.json')).mode & 0o777).toBe(0o600);
    await sql('create table left_by_the_first_start ()');

    const second = start({ PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('The office in this folder is open already');

    office.ctrlC();
    expect(await office.ended).toBe(0);
    expect(await leftOf(folder)).toEqual([]);
    keepBuilt(folder);
  },
  8 * MINUTE,
);

test('the next start is quick, keeps the data, and survives the one before being killed', async () => {
  const secrets = fs.readFileSync(path.join(folder, '.env'), 'utf8');
  const before = Date.now();
  const office = start();
  await office.says(OPEN, 3 * MINUTE);
  console.log(`second start: ${((Date.now() - before) / 1000).toFixed(1)} s`);
  expect(fs.readFileSync(path.join(folder, '.env'), 'utf8')).toBe(secrets);
  await sql('select from left_by_the_first_start');

  // The launcher writes down who it is, and dies without a chance to clean up.
  const lock = fs.readFileSync(path.join(folder, '.data', 'lock'), 'utf8');
  process.kill((JSON.parse(lock) as { pid: number }).pid, 'SIGKILL');
  expect(await leftOf(folder)).toEqual([]);

  const again = start();
  await again.says(OPEN, 3 * MINUTE);
  await sql('select from left_by_the_first_start');
  again.kill('SIGTERM');
  await again.ended;
  expect(await leftOf(folder)).toEqual([]);
});

test('Ctrl-C while the office is opening leaves nothing behind either', async () => {
  const office = start();
  await office.says(/\[2\/5\]/, MINUTE);
  office.ctrlC();
  expect(await office.ended).toBe(0);
  expect(await leftOf(folder)).toEqual([]);
});

test('a port that is taken is named before anything is begun', async () => {
  const squatter = net.createServer().listen(port, '127.0.0.1');
  const office = start();
  expect(await office.ended).toBe(1);
  expect(office.output()).toContain(`Port ${port} is taken`);
  expect(office.output()).not.toContain('[2/5]');
  await new Promise((resolve) => squatter.close(resolve));
});

test('with DATABASE_URL the office moves into that database and brings none of its own', async () => {
  const own = fs.mkdtempSync(path.join(os.tmpdir(), 'guanjia-start-database-'));
  const database = await startEmbedded({ folder: own, throwAway: true });
  try {
    const office = start({ DATABASE_URL: database.url });
    await office.says(OPEN, 3 * MINUTE);
    expect(findEmbedded(path.join(folder, '.data'))).toBeUndefined();
    await sql('select from strapi_core_store_settings', database.url);
    office.ctrlC();
    expect(await office.ended).toBe(0);
  } finally {
    await database.stop();
  }
});

test('a database that cannot be reached is named, without its password', async () => {
  const office = start({ DATABASE_URL: 'postgresql://office:hidden-word@127.0.0.1:9/office' });
  expect(await office.ended).toBe(1);
  expect(office.output()).toContain('127.0.0.1:9 cannot be reached');
  expect(office.output()).not.toContain('hidden-word');
});

test('keys that are lost stop the start before data written under new ones is mixed in', async () => {
  const file = path.join(folder, '.env');
  const secrets = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(file, secrets.replace(/^PERSONAL_DATA_KEY=.*$/m, ''));
  const office = start();
  expect(await office.ended).toBe(1);
  expect(office.output()).toContain('PERSONAL_DATA_KEY, which is gone');
  fs.writeFileSync(file, secrets);
});

async function sql(text: string, url = findEmbedded(path.join(folder, '.data'))?.url): Promise<void> {
  if (!url) throw new Error('the bundled PostgreSQL does not run');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(free));
    });
  });
}
