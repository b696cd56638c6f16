import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { binariesIn, type Binaries } from './binaries';
import { canEnter, canRun, type Owner } from './owner';

/** Where data goes when the project's own folder is closed to the user PostgreSQL runs as. */
const ELSEWHERE = '/var/lib/guanjia';

/** Where a server's data, log and password live, and which programs run on them. */
export type Place = { folder: string; binaries: Binaries };

/**
 * Settles where the server lives: in `folder` when its user can get there, else in a folder of its own
 * below /var/lib. The choice is written down in `folder`, so it stays the same from start to start.
 */
export function settle(folder: string, installed: Binaries, owner: Owner | undefined): Place {
  fs.mkdirSync(folder, { recursive: true });
  if (owner) fs.chmodSync(folder, 0o711);
  const home = chosenBefore(folder) ?? (canEnter(owner, folder) ? folder : chooseElsewhere(folder));
  const binaries = canRun(owner, installed.postgres) ? installed : copyOf(installed, home);
  return { folder: home, binaries };
}

/** Where `settle` has put the server of `folder`, without changing anything. */
export function settledPlace(folder: string): string {
  return chosenBefore(folder) ?? folder;
}

function note(folder: string): string {
  return path.join(folder, 'database-is-in');
}

function chosenBefore(folder: string): string | undefined {
  return fs.existsSync(note(folder)) ? fs.readFileSync(note(folder), 'utf8').trim() : undefined;
}

function chooseElsewhere(folder: string): string {
  const home = path.join(ELSEWHERE, randomBytes(6).toString('hex'));
  fs.mkdirSync(home, { recursive: true });
  for (const each of [ELSEWHERE, home]) fs.chmodSync(each, 0o711);
  fs.writeFileSync(note(folder), `${home}\n`);
  return home;
}

/** Programs in a folder that their user cannot enter are copied to where he can, once per release. */
function copyOf(installed: Binaries, home: string): Binaries {
  const copy = path.join(home, `programs-${installed.version}`);
  if (!fs.existsSync(copy)) {
    const draft = `${copy}.new`;
    fs.rmSync(draft, { recursive: true, force: true });
    fs.cpSync(installed.folder, draft, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(draft, copy);
  }
  return binariesIn(copy, installed.version);
}
