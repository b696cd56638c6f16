import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** Sends a signal to a child that was started `detached`, and to everything it has started. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  try {
    return child.pid !== undefined && process.kill(-child.pid, signal);
  } catch {
    return false;
  }
}

/** Asks a group to end, and ends it by force when it has not done so within `patience` ms. */
export async function endGroup(child: ChildProcess, patience: number): Promise<void> {
  signalGroup(child, 'SIGTERM');
  for (const end = Date.now() + patience; Date.now() < end; await wait(50)) {
    if (!signalGroup(child, 0)) return;
  }
  signalGroup(child, 'SIGKILL');
}
