import { spawn } from 'node:child_process';

/**
 * Waits for its input to end, which happens when the process at the other end is gone for whatever reason;
 * then stops the server, if it still is the one that was watched, and throws its folder away if told so.
 */
const SCRIPT = `
cat >/dev/null
if [ "$(head -n 1 "$2" 2>/dev/null)" = "$1" ]; then kill -INT "$1"; fi
if [ -n "$3" ]; then
  while kill -0 "$1" 2>/dev/null; do sleep 0.1; done
  rm -rf "$3"
fi
`;

type Watched = { pid: number; pidFile: string; throwAway?: string };

/**
 * Sets a watchdog over a server: should this process die without stopping it, the watchdog does.
 * @returns a function that calls the watchdog off; call it when the server has been stopped.
 */
export function watch({ pid, pidFile, throwAway = '' }: Watched): () => void {
  const dog = spawn('/bin/sh', ['-c', SCRIPT, 'sh', String(pid), pidFile, throwAway], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  dog.on('error', () => undefined);
  dog.stdin.on('error', () => undefined);
  dog.unref();
  // The pipe must stay open as long as we live, but must not keep us alive.
  (dog.stdin as unknown as { unref?: () => void }).unref?.();
  return () => {
    if (dog.pid !== undefined && dog.exitCode === null) process.kill(-dog.pid, 'SIGKILL');
  };
}
