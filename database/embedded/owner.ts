import { execFileSync, spawnSync } from 'node:child_process';

/** The user PostgreSQL runs as when we are root; nobody special otherwise. */
export type Owner = { name: string; uid: number; gid: number };

/** What `spawn` needs to run something as `owner`, from a folder everyone may enter. */
export function as(owner: Owner | undefined): { uid?: number; gid?: number; cwd: string } {
  return owner ? { uid: owner.uid, gid: owner.gid, cwd: '/' } : { cwd: '/' };
}

/**
 * Chooses whom to run PostgreSQL as. Ordinary users run it themselves (`undefined`). Root uses the user
 * `postgres`, makes that user where it is missing, and falls back on `nobody` where it cannot.
 */
export function chooseOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return lookUp('postgres') ?? create('postgres') ?? lookUp('nobody');
}

/** Whether `owner` can enter a folder: every folder above it counts, too. */
export function canEnter(owner: Owner | undefined, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], as(owner)).status === 0;
}

/** Whether `owner` can run a program. */
export function canRun(owner: Owner | undefined, program: string): boolean {
  return spawnSync(program, ['--version'], as(owner)).status === 0;
}

function lookUp(name: string): Owner | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function create(name: string): Owner | undefined {
  try {
    const flags = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
    execFileSync('useradd', [...flags, '--shell', '/usr/sbin/nologin', name], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return lookUp(name);
}
