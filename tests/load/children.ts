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

export type Serving = { appDir: string; distDir: string; databaseUrl: string };

/** Starts a compiled Strapi as it runs in production, and waits until it listens. */
export async function serve({ appDir, distDir, databaseUrl }: Serving): Promise<Running> {
  const child = fork(path.join(__dirname, 'serve.cjs'), [appDir, distDir], {
    cwd: appDir,
    execArgv: [],
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
  let asked = 0;
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    databaseUrl,
    pid: child.pid ?? -1,
    ask: <Answer>(what: string, given?: object) =>
      answerOf<Answer>(child, { id: (asked += 1), ask: what, with: given }),
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

type Question = { id: number; ask: string; with: object | undefined };

function answerOf<Answer>(child: ChildProcess, question: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const listen = (message: unknown): void => {
      const { id, answer, error } = message as { id: number; answer: Answer; error?: string };
      if (id !== question.id) return;
      child.off('message', listen);
      if (error) reject(new Error(error));
      else resolve(answer);
    };
    child.on('message', listen);
    child.once('exit', () => reject(new Error('the server has ended')));
    child.send(question);
  });
}
