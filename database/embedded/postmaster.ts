import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The file in which a running server notes its process id (first line) and port (fourth). */
export function pidFile(data: string): string {
  return path.join(data, 'postmaster.pid');
}

/** The server that runs on a data folder, as far as its own note and the process table tell. */
export function runningOn(data: string): { pid: number; port: number } | undefined {
  let lines: string[];
  try {
    lines = fs.readFileSync(pidFile(data), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && isPostgres(pid) ? { pid, port } : undefined;
}

/** Removes the note of a server that is gone: its number may have gone to somebody else meanwhile. */
export function forgetDead(data: string): void {
  if (!runningOn(data)) fs.rmSync(pidFile(data), { force: true });
}

/**
 * Stops a server: first politely (open transactions are rolled back, data is written out), after
 * `patience` ms without ceremony (the log is replayed at the next start), then by force.
 */
export async function stop(pid: number, patience = 20_000): Promise<void> {
  for (const [signal, time] of [
    ['SIGINT', patience],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!send(pid, signal)) return;
    if (await gone(pid, time)) return;
  }
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

async function gone(pid: number, patience: number): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; await wait(25)) {
    if (!isPostgres(pid)) return true;
  }
  return false;
}

function isPostgres(pid: number): boolean {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).includes(
        'postgres',
      );
    }
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.includes('(postgres)') && !stat.includes(') Z');
  } catch {
    return false;
  }
}
