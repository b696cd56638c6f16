import autocannon from 'autocannon';

import type { Options } from './options';
import { ask } from './database';
import type { Running } from './children';

/** One request of a round. */
export type Shot = { method: 'GET' | 'POST'; path: string; body?: unknown };

/** What a round came to: requests a second that succeeded, and how long the slowest fortieth of them took at least, ms. */
export type Round = { rate: number; p975: number; count: number };

export type Drive = {
  server: Running;
  shoot: () => Shot;
  options: Options;
  seconds?: number;
  /** What is cleared away before each round. */
  before?: () => Promise<void>;
};

/** Sends requests over `connections` at once for some seconds. Throws when any of them is refused. */
export async function drive({ server, shoot, options, seconds = options.seconds }: Drive): Promise<Round> {
  const result = await autocannon({
    url: server.url,
    connections: options.connections,
    duration: seconds,
    timeout: 60,
    headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
    requests: [
      {
        setupRequest: (request) => {
          const { method, path, body } = shoot();
          return { ...request, method, path, ...(body ? { body: JSON.stringify({ data: body }) } : {}) };
        },
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) {
    const { method, path, body } = shoot();
    throw new Error(
      `${result.non2xx} requests were refused, ${result.errors} failed: ${await whatItSays(server, { method, path, body })}`,
    );
  }
  return { rate: result['2xx'] / result.duration, p975: result.latency.p97_5, count: result['2xx'] };
}

/** Sends one request and gives its body as text. */
export async function whatItSays(server: Running, { method, path, body }: Shot): Promise<string> {
  const answer = await fetch(server.url + path, {
    method,
    headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify({ data: body }) } : {}),
  });
  return `${answer.status} ${await answer.text()}`;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
};

const WARM = 1500;
const WARM_WITHIN = 25_000;

/** Lets a server run in: code that has not been compiled yet says nothing about the app, on either side. */
async function warmUp(side: Drive): Promise<void> {
  let answered = 0;
  for (const end = Date.now() + WARM_WITHIN; answered < WARM && Date.now() < end;) {
    answered += (await drive({ ...side, seconds: 3 })).count;
  }
}

const QUIET_LOOKS = 4;
const QUIET_WITHIN = 120_000;

/**
 * Waits until the database server has nothing left to do: a server goes on with requests whose callers have
 * hung up, and what one side left behind must not be paid for by the other.
 */
export async function quiet(url: string): Promise<void> {
  let looks = 0;
  for (const end = Date.now() + QUIET_WITHIN; looks < QUIET_LOOKS && Date.now() < end;) {
    const [row] = await ask<{ busy: number }>(
      url,
      `SELECT count(*)::int AS busy FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND state <> 'idle' AND pid <> pg_backend_pid()`,
    );
    looks = row?.busy === 0 ? looks + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Rounds of one side and the other by turns, after each has run in. */
export async function alternate(
  ours: Omit<Drive, 'options'>,
  stock: Omit<Drive, 'options'>,
  options: Options,
): Promise<{ ours: Round[]; stock: Round[] }> {
  for (const side of [ours, stock]) {
    await warmUp({ ...side, options });
    await side.before?.();
  }
  const rounds = { ours: [] as Round[], stock: [] as Round[] };
  for (let round = 0; round < options.rounds; round += 1) {
    await ours.before?.();
    const turn = async (): Promise<void> => void rounds.ours.push(await drive({ ...ours, options }));
    const theirs = async (): Promise<void> => void rounds.stock.push(await drive({ ...stock, options }));
    for (const go of round % 2 === 0 ? [turn, theirs] : [theirs, turn]) {
      await quiet(ours.server.databaseUrl);
      await go();
    }
  }
  return rounds;
}
