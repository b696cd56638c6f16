import type { Pool, PoolClient } from 'pg';
import { inOneWrite, query } from '../db';

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Locks that are let go before the transaction that asked for them ends. */
export interface BriefLock {
  /**
   * Waits for the locks of these names, on a connection that is kept for that: nobody who waits for us can have it; and looks
   * at what they protect in the same trip.
   */
  take(names: readonly string[], look: (client: PoolClient) => Promise<void>): Promise<void>;
  /** Runs the statements and lets the locks go, so that whoever has them next sees what was put down. */
  letGo(putDown: readonly Statement[]): Promise<void>;
  /** Lets the locks go, if they are held, and puts nothing down. */
  drop(): Promise<void>;
}

/** How long the locks are waited for: what is waited for longer is decided without company. */
const PATIENCE = '5s';

/** Waits for the locks of these names and holds them to the end of the transaction. */
export async function takeLocks(client: PoolClient, names: readonly string[]): Promise<void> {
  await query(client, 'SELECT pg_advisory_xact_lock(hashtextextended(x, 0)) FROM unnest($1::text[]) AS x', [
    names,
  ]);
}

/** A lock that has not been taken yet (decision 0008). What it puts down need not survive a crash: what it was put down for does not either. */
export function briefLock(pool: Pool): BriefLock {
  let held: PoolClient | null = null;
  const end = async (how: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
    const client = held;
    if (!client) return;
    held = null;
    const broken = await client.query(how).then(
      () => undefined,
      (error: Error) => error,
    );
    client.release(broken);
    if (broken && how === 'COMMIT') throw broken;
  };
  return {
    async take(names, look) {
      const client = await pool.connect();
      held = client;
      await Promise.all(
        inOneWrite(client, () => [
          client.query(`BEGIN; SET LOCAL synchronous_commit = off; SET LOCAL lock_timeout = '${PATIENCE}'`),
          takeLocks(client, names),
          look(client),
        ]),
      );
    },
    async letGo(putDown) {
      const client = held;
      if (!client) return;
      await Promise.all(
        inOneWrite(client, () => [
          ...putDown.map(({ text, values }) => query(client, text, values)),
          end('COMMIT'),
        ]),
      );
    },
    drop: () => end('ROLLBACK'),
  };
}
