import { createHash } from 'node:crypto';
import { Pool, types, type PoolClient, type PoolConfig, type QueryResultRow } from 'pg';

/** OID of `timestamp without time zone`: Strapi's `datetime`, written and read as UTC. */
const TIMESTAMP = 1114;
const DATE = 1082;
const INT8 = 20;
const JSON_TYPE = 114;
const JSONB = 3802;

const parsers: Readonly<Record<number, (value: string) => unknown>> = {
  [TIMESTAMP]: (value) => new Date(`${value.replace(' ', 'T')}Z`).toISOString(),
  [DATE]: (value) => value,
  [INT8]: Number,
  // Strapi changes the driver's own reading of these for the whole process.
  [JSON_TYPE]: (value) => JSON.parse(value) as unknown,
  [JSONB]: (value) => JSON.parse(value) as unknown,
};

/**
 * The engine's own connections: moments come as ISO strings in UTC, whole numbers as numbers. Statements are sent without
 * waiting for the answers to those before them; the server takes them in order.
 */
export function openPool(config: PoolConfig): Pool {
  const pool = new Pool({
    ...config,
    pipeline: true,
    // Compiling a plan costs more than running any of the engine's short statements.
    options: '-c TimeZone=UTC -c jit=off',
    application_name: 'guanjia-engine',
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        parsers[oid] ?? types.getTypeParser(oid, format)) as typeof types.getTypeParser,
    },
  });
  // A connection that the server drops while idle must not end the process; the next query opens another.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  return pool;
}

/** One or more named common table expressions; `$?` stands for the next of `params`. */
export interface Part {
  readonly ctes: readonly (readonly [name: string, sql: string])[];
  readonly params: readonly unknown[];
  /** A read-only expression that forces functions called for their effect. */
  readonly force?: string;
}

const names = new Map<string, string>();

/** A stable name, so that the server plans one text once per connection. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash('sha1').update(text).digest('base64url');
    names.set(text, name);
  }
  return name;
}

/** Lets the statements that `send` asks for at once leave in one write: a write costs more than many a statement. */
export function inOneWrite<Result>({ connection: { stream } }: PoolClient, send: () => Result): Result {
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}

/** Runs a prepared statement. */
export async function query<Row extends QueryResultRow>(
  client: Pool | PoolClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const result = await client.query<Row>({ name: nameOf(text), text, values: [...values] });
  return result.rows;
}

/** Runs all parts as one statement: one trip to the server, all or nothing. */
export async function runParts(client: PoolClient, parts: readonly Part[]): Promise<void> {
  if (parts.length === 0) return;
  const params: unknown[] = [];
  const ctes: string[] = [];
  const forced: string[] = [];
  for (const part of parts) {
    const first = params.length;
    let used = 0;
    for (const [name, sql] of part.ctes) {
      ctes.push(`${name} AS (${sql.replaceAll('$?', () => `$${(first + (used += 1)).toString()}`)})`);
    }
    params.push(...part.params);
    if (part.force) forced.push(part.force);
  }
  const select = forced.length ? forced.join(', ') : '1';
  await query(client, `WITH ${ctes.join(',\n')} SELECT ${select}`, params);
}

const afterwards = new WeakMap<PoolClient, (() => void)[]>();

/** Does something once the transaction that `inTransaction` runs on this connection is on disk; not when it is rolled back. */
export function onceCommitted(client: PoolClient, then: () => void): void {
  const known = afterwards.get(client);
  if (known) known.push(then);
  else afterwards.set(client, [then]);
}

/** How a transaction ends. */
export interface Ending {
  /** Lets the last statement of a transaction go out with the commit, which is a rollback should it fail. */
  last(statement: () => Promise<unknown>): void;
}

interface Transacting {
  /** How often it is tried when PostgreSQL gives it up for the sake of another. */
  readonly attempts?: number;
  /** The work waits for something that it reads before it writes: its beginning goes out with that. */
  readonly readsFirst?: boolean;
}

type Transaction<Result> = (client: PoolClient, ending: Ending) => Promise<Result>;

/**
 * Runs `work` in one transaction and gives back what it gives; rolls back when it throws. The work is
 * done again, whole, when PostgreSQL gave it up for the sake of another (deadlock, serialization).
 */
export async function inTransaction<Result>(
  pool: Pool,
  work: Transaction<Result>,
  { attempts = 4, readsFirst = false }: Transacting = {},
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    const client = await pool.connect();
    let broken: Error | undefined;
    afterwards.delete(client);
    try {
      const result = await transact(client, work, readsFirst);
      for (const then of afterwards.get(client) ?? []) then();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((lost: Error) => {
        broken = lost;
      });
      const { code } = error as { code?: string };
      if (attempt >= attempts || (code !== '40P01' && code !== '40001')) throw error;
    } finally {
      afterwards.delete(client);
      client.release(broken);
    }
  }
}

async function transact<Result>(
  client: PoolClient,
  work: Transaction<Result>,
  readsFirst: boolean,
): Promise<Result> {
  const { stream } = client.connection;
  const last: Promise<unknown>[] = [];
  const ending: Ending = {
    last: (statement) => {
      if (last.length === 0) stream.cork();
      const done = statement();
      done.catch(() => undefined);
      last.push(done);
    },
  };
  const begin = () => client.query('BEGIN');
  if (!readsFirst) await begin();
  try {
    const [begun, working] = inOneWrite(client, () => [readsFirst ? begin() : null, work(client, ending)]);
    // Nothing may be written outside a transaction: what is still to come finds the line closed.
    begun?.catch(() => stream.destroy());
    const result = await working;
    const committing = client.query('COMMIT');
    if (last.length > 0) stream.uncork();
    const [ended] = await Promise.all([committing, begun, ...last.splice(0)]);
    // A commit after a statement that failed is answered as what it was.
    if (ended.command !== 'COMMIT') throw new Error('the transaction was given up by the database');
    return result;
  } finally {
    if (last.length > 0) stream.uncork();
  }
}
