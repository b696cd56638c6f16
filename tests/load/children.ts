import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

import { TEST_ENVIRONMENT } from '../support/environment';

/** A server in a process of its own, reached over HTTP like any other. */
export type Running = {
  url: string;
  token: string;
  databaseUrl: string;
  pid: number;
  /** Asks our own office for something that has no address. */
  ask: <Answer>(what: string, given?: object) => Promise<Answer>;
  stop: () => Promise<void>;
};

export type Serving = {
  appDir: string;
  distDir: string;
  databaseUrl: string;
  /** What Node is told when the app is started as it tells people to. */
  flags?: readonly string[];
};

/** Starts a compiled Strapi as it runs in production, and waits until it listens. */
export async function serve({ appDir, distDir, databaseUrl, flags = [] }: Serving): Promise<Running> {
  const child = fork(path.join(__dirname, 'serve.cjs'), [appDir, distDir], {
    cwd: appDir,
    execArgv: [...flags],
    env: {
      PATH: process.env['PATH'],
      ...TEST_ENVIRONMENT,
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      // Both as they come: Strapi's own number of connections.
      DATABASE_POOL_MIN: '2',
      DATABASE_POOL_MAX: '10',
      DATABASE_URL: databaseUrl,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-4000)));
  const { port, token } = await ready(child, () => said);
  const ask = questionsTo(child);
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    databaseUrl,
    pid: child.pid ?? -1,
    ask: <Answer>(what: string, given?: object) => ask(what, given) as Promise<Answer>,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.disconnect();
      }),
  };
}

function ready(child: ChildProcess, said: () => string): Promise<{ port: number; token: string }> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as { port: number; token: string }));
    child.once('exit', () => reject(new Error(`a server did not open:\n${said()}`)));
  });
}

/** Gives each question a number, by which its answer is known. */
function questionsTo(child: ChildProcess): (what: string, given?: object) => Promise<unknown> {
  const open = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  let asked = 0;
  child.on('message', (message) => {
    const { id, answer, error } = message as { id: number; answer: unknown; error?: string };
    if (error) open.get(id)?.reject(new Error(error));
    else open.get(id)?.resolve(answer);
    open.delete(id);
  });
  child.once('exit', () => {
    for (const { reject } of open.values()) reject(new Error('the server has ended'));
  });
  return (what, given) =>
    new Promise((resolve, reject) => {
      const id = (asked += 1);
      open.set(id, { resolve, reject });
      child.send({ id, ask: what, with: given });
    });
}
