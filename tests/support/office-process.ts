import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { ROOT } from '../../src/commands/launch/paths';
import { copyTemplate } from './databases';
import { TEST_ENVIRONMENT } from './environment';

export type AttributeSeen = {
  type: string;
  required?: boolean;
  enum?: string[];
  relation?: string;
  target?: string;
  component?: string;
  components?: string[];
  repeatable?: boolean;
  private?: boolean;
};
export type TypeSeen = {
  uid: string;
  kind: string;
  plural: string;
  attributes: Record<string, AttributeSeen>;
};

/** What an office in a process of its own says of itself. */
export type Opened = {
  url: string;
  user: { email: string; password: string };
  apiToken: string;
  routes: { method: string; path: string }[];
  types: TypeSeen[];
  components: Record<string, Record<string, AttributeSeen>>;
};

export type OfficeProcess = Opened & {
  /** Rejections and exceptions that nobody in the office handled. */
  faults: string[];
  /** What it wrote to its log. */
  log: () => string;
  /** False once the process has ended, for whatever reason. */
  alive: () => boolean;
  /** Asks it to end, as Ctrl-C does, and gives the exit code once it has. */
  stop: () => Promise<number | null>;
  close: () => Promise<void>;
};

/**
 * Opens an office in a process of its own, so that its death is seen and not shared: on a fresh copy of the template
 * database, or on the one at `beside`, which another office is at work on.
 */
export async function openOfficeProcess({ beside }: { beside?: string } = {}): Promise<OfficeProcess> {
  const { GUANJIA_TEST_SERVER: server, GUANJIA_TEST_DATABASE: postgres } = process.env;
  if (!server || !postgres) throw new Error('openOfficeProcess() works in `npm run test:api` only');
  const database = beside ? { url: beside, drop: async () => undefined } : await copyTemplate(postgres);
  const child = spawn(
    process.execPath,
    ['--require', 'tsx/cjs', path.join(__dirname, 'serve-office.ts'), server],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        ...TEST_ENVIRONMENT,
        ADMIN_RATE_LIMIT: 'false',
        RESIDENT_RATE_LIMIT: 'false',
        DATABASE_URL: database.url,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => (output = (output + part.toString()).slice(-1_000_000)));
  }
  const faults: string[] = [];
  const opened = await new Promise<Opened>((resolve, reject) => {
    child.on('message', (message: { opened?: Opened; fault?: string }) => {
      if (message.opened) resolve(message.opened);
      if (message.fault) faults.push(message.fault);
    });
    child.once('exit', () => reject(new Error(`the office did not open:\n${output}`)));
  });
  return {
    ...opened,
    faults,
    log: () => output,
    alive: () => child.exitCode === null && child.signalCode === null,
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = (await gone) as [number | null];
      return code;
    },
    close: async () => {
      await end(child);
      await database.drop();
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
