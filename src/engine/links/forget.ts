import { query } from '../db';
import type { Office } from '../office';

/** Throws away links, and what was answered by them, that expired more than `days` ago; the history keeps what was done. */
export async function forgetOldLinks(
  { pool, now }: Pick<Office, 'pool' | 'now'>,
  days: number,
): Promise<void> {
  await query(
    pool,
    `WITH old AS (DELETE FROM gj_links WHERE expires_at < $1::timestamp RETURNING id)
     DELETE FROM gj_link_answers a USING old WHERE a.link_id = old.id`,
    [new Date(now() - days * 86_400_000).toISOString()],
  );
}
