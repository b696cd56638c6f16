import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import type { Binaries } from './binaries';
import { as, type Owner } from './owner';

/** The bundled release; a data folder of another one cannot be opened. */
export const RELEASE = '17';

/** The name of the database's superuser, and of the office's database. */
export const NAME = 'guanjia';

type NewCluster = { data: string; binaries: Binaries; owner: Owner | undefined; password: string };

/** Whether a finished data folder is there. Throws when it belongs to another release. */
export function hasCluster(data: string): boolean {
  const version = path.join(data, 'PG_VERSION');
  if (!fs.existsSync(version)) return false;
  const release = fs.readFileSync(version, 'utf8').trim();
  if (release !== RELEASE)
    throw new Error(`${data} was written by PostgreSQL ${release}, this is ${RELEASE}`);
  return true;
}

/**
 * Creates a data folder beside its final name and moves it there when it is whole. Sort order `C` keeps
 * indexes independent of the system's locale files; character class `C.UTF-8` lets `lower()` and trigram
 * search understand Chinese. Where a system has no `C.UTF-8`, plain `C` must do.
 */
export async function createCluster(cluster: NewCluster): Promise<void> {
  try {
    await initialise(cluster, 'C.UTF-8');
  } catch {
    await initialise(cluster, 'C');
  }
}

async function initialise({ data, binaries, owner, password }: NewCluster, ctype: string): Promise<void> {
  const draft = `${data}.new`;
  const passwordFile = `${data}.password`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (owner) for (const file of [draft, passwordFile]) fs.chownSync(file, owner.uid, owner.gid);
  try {
    const locale = [`--lc-ctype=${ctype}`, '--lc-collate=C', '--lc-messages=C', '--locale=C'];
    const access = [`--username=${NAME}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    await run(binaries.initdb, [`--pgdata=${draft}`, '--encoding=UTF8', ...locale, ...access], owner);
    fs.renameSync(draft, data);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

function run(program: string, args: string[], owner: Owner | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...as(owner), stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (part: Buffer) => (complaint += part.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(complaint.trim()))));
  });
}
