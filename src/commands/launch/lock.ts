import fs from 'node:fs';
import path from 'node:path';

/** Who holds a lock. `started` tells a process from a later one that got the same number. */
export type Holder = { pid: number; started: string; purpose: string };

/** The living holder of a lock, if there is one. */
export function holderOf(file: string): Holder | undefined {
  const holder = read(file);
  return holder && isAlive(holder) ? holder : undefined;
}

/** A lock that is ours: what we do under it can change, and in the end it is given back. */
export type Lock = { change: (purpose: string) => void; release: () => void };

/**
 * Takes a lock, clearing away that of a process that is gone.
 * @returns the lock, or the living process that holds it.
 */
export function takeLock(file: string, purpose: string): Lock | { heldBy: Holder } {
  const mine: Holder = { pid: process.pid, started: startOf(process.pid), purpose };
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (;;) {
    if (create(file, mine)) {
      return {
        change: (next) => fs.renameSync(draftOf(file, { ...mine, purpose: next }), file),
        release: () => giveBack(file, mine),
      };
    }
    const holder = read(file);
    if (holder && isAlive(holder)) return { heldBy: holder };
    clearAway(file, holder);
  }
}

/** Written beside and linked into place, so that nobody ever reads half a lock. */
function create(file: string, holder: Holder): boolean {
  const draft = draftOf(file, holder);
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function draftOf(file: string, holder: Holder): string {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  return draft;
}

/** Moves a dead lock aside; puts it back if it turns out to be a new one that somebody took just now. */
function clearAway(file: string, dead: Holder | undefined): void {
  const aside = `${file}.${process.pid}.old`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved && (moved.pid !== dead?.pid || moved.started !== dead.started)) create(file, moved);
  fs.rmSync(aside, { force: true });
}

function giveBack(file: string, mine: Holder): void {
  const holder = read(file);
  if (holder?.pid === mine.pid && holder.started === mine.started) fs.rmSync(file, { force: true });
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startOf(holder.pid) === holder.started;
}

/** When a process began, in the kernel's ticks; empty where the system does not tell. */
function startOf(pid: number): string {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
