import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** A command that runs in a folder, as somebody at a terminal would see and stop it. */
export type Running = {
  /** Everything it has said so far. */
  output: () => string;
  /** Waits until it has said something. Throws with all it said when it ends or time is up first. */
  says: (words: RegExp, within: number) => Promise<RegExpMatchArray>;
  /** Its exit code, when it has ended. */
  ended: Promise<number | null>;
  /** What Ctrl-C does: a signal to everything that belongs to the terminal. */
  ctrlC: () => void;
  /** What a service manager does: a signal to the command itself. */
  kill: (signal: NodeJS.Signals) => void;
};

/** Runs `npm <args>` in `folder` with nothing set but what is given, in a terminal session of its own. */
export function npm(folder: string, args: string[], env: Record<string, string> = {}): Running {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn('npm', args, {
    cwd: folder,
    env: { PATH, HOME, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let over = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => (output += part.toString()));
  }
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      over = true;
      resolve(code);
    });
  });
  const says = async (words: RegExp, within: number): Promise<RegExpMatchArray> => {
    for (const end = Date.now() + within; Date.now() < end; await wait(50)) {
      const found = output.match(words);
      if (found) return found;
      if (over) break;
    }
    throw new Error(`${String(words)} was not said:\n${output}`);
  };
  const signal = (pid: number | undefined, name: NodeJS.Signals): void => {
    if (pid !== undefined && !over) process.kill(pid, name);
  };
  return {
    output: () => output,
    says,
    ended,
    ctrlC: () => signal(child.pid && -child.pid, 'SIGINT'),
    kill: (name) => signal(child.pid, name),
  };
}

/** The processes that run in `folder` or name it on their command line. */
export function processesOf(folder: string): { pid: number; command: string }[] {
  return everyProcess().filter(
    ({ pid, command }) => command.includes(folder) || workingFolder(pid).startsWith(folder),
  );
}

/** From /proc where there is one: a slim Linux has no `ps`. */
function everyProcess(): { pid: number; command: string }[] {
  if (process.platform === 'linux') {
    const pids = fs.readdirSync('/proc').map(Number).filter(Number.isInteger);
    return pids.map((pid) => ({ pid, command: commandOf(pid) }));
  }
  return execFileSync('ps', ['-ww', '-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().match(/^(\d+) (.*)$/))
    .filter((found) => found !== null)
    .map(([, pid, command]) => ({ pid: Number(pid), command: String(command) }));
}

function commandOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

function workingFolder(pid: number): string {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

/** Waits until no process belongs to `folder` any more, and gives the commands that still do. */
export async function leftOf(folder: string, within = 10_000): Promise<string[]> {
  for (const end = Date.now() + within; Date.now() < end; await wait(100)) {
    if (processesOf(folder).length === 0) return [];
  }
  return processesOf(folder).map(({ command }) => command);
}
