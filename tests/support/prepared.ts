import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { startEmbedded } from '../../database/embedded';
import { compileServer } from '../../src/commands/launch/compile';
import { fingerprint } from '../../src/commands/launch/fingerprint';
import { CACHE, ROOT } from '../../src/commands/launch/paths';
import { serverSources } from '../../src/commands/launch/sources';
import { TEST_ENVIRONMENT } from './environment';

const STORE = path.join(CACHE, 'tests');
const KEEP = 3;
const HOUR = 3_600_000;

/** A compiled server, and the folder of a PostgreSQL whose database the office has set up. */
export type Prepared = { server: string; database: string };

/**
 * Gives the server compiled from the sources as they are now and the database it has set up, from the last
 * run if nothing changed since. The database folder is to be copied, not used.
 */
export async function prepare(say: (line: string) => void): Promise<Prepared> {
  const wanted = path.join(STORE, preparationKey());
  if (!fs.existsSync(wanted)) {
    say('compiling the server and setting up the template database …');
    await build(wanted);
    tidy(wanted);
  }
  fs.utimesSync(wanted, new Date(), new Date());
  return { server: path.join(wanted, 'server'), database: path.join(wanted, 'database') };
}

/** Copies a folder with the owners of its files, which belong to another user when we are root. */
export function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to]);
}

function preparationKey(): string {
  const user = String(process.getuid?.() ?? os.userInfo().username);
  return fingerprint({ of: ['database', 'tests/support'], and: [serverSources(), user, process.version] });
}

/** Builds beside the final name and moves there: half a preparation never counts as one. */
async function build(wanted: string): Promise<void> {
  const draft = `${wanted}.${process.pid}`;
  try {
    const server = path.join(draft, 'server');
    const compiled = compileServer(server);
    // Heard below, when the database is there too.
    compiled.catch(() => undefined);
    const database = fs.mkdtempSync(path.join(os.tmpdir(), 'guanjia-template-'));
    try {
      const postgres = await startEmbedded({ folder: database, throwAway: true });
      await compiled.then(() => setUp(server, postgres.url)).finally(() => postgres.stop({ keep: true }));
      copyFolder(database, path.join(draft, 'database'));
    } finally {
      fs.rmSync(database, { recursive: true, force: true });
    }
    if (!fs.existsSync(wanted)) fs.renameSync(draft, wanted);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

/** Boots the office once in a process of its own: Strapi takes every process listener with it when it ends. */
function setUp(server: string, databaseUrl: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = path.join(__dirname, 'prepare-template.ts');
    const child = spawn(process.execPath, ['--require', 'tsx/cjs', script, server], {
      cwd: ROOT,
      env: { ...process.env, ...TEST_ENVIRONMENT, DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part: Buffer) => (output += part.toString()));
    }
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`the office could not be set up:\n${output}`)),
    );
  });
}

/** Keeps the youngest few, and those another run may be using: the disk does not fill. */
function tidy(current: string): void {
  const others = fs
    .readdirSync(STORE)
    .map((name) => path.join(STORE, name))
    .filter((folder) => folder !== current && !folder.includes('.', STORE.length))
    .sort((a, b) => fs.statSync(b).mtimeMs - fs.statSync(a).mtimeMs);
  for (const folder of others.slice(KEEP - 1)) {
    if (fs.statSync(folder).mtimeMs < Date.now() - HOUR) fs.rmSync(folder, { recursive: true, force: true });
  }
}
