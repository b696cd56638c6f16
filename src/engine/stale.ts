import type { Pool, PoolClient } from 'pg';
import { query } from './db';

/** What has happened to a case that somebody has seen at an older version. */
export interface Seen {
  readonly type: string;
  readonly id: string;
  readonly version: number;
}

/** The largest version that is asked for; what a caller says he saw may be any whole number. */
const MOST = 2 ** 31 - 1;

/**
 * The attributes that have changed since a version, `stage` among them. Every action makes one version and
 * one line of history; the lines of the clocks make none.
 */
export async function changedSince(
  client: Pool | PoolClient,
  { type, id, version }: Seen,
): Promise<string[]> {
  const rows = await query<{ field: string }>(
    client,
    `WITH since AS (
       SELECT seq, changes, from_stage, to_stage FROM activities
       WHERE case_id = $1 AND case_type = $2 AND action NOT LIKE 'clock.%' ORDER BY seq OFFSET $3::integer)
     SELECT field FROM (
       SELECT seq, key AS field FROM since, jsonb_object_keys(changes) AS key
       UNION ALL SELECT seq, 'stage' FROM since WHERE from_stage IS DISTINCT FROM to_stage) AS changed
     GROUP BY field ORDER BY min(seq), field`,
    [id, type, Math.min(Math.max(version, 0), MOST)],
  );
  return rows.map(({ field }) => field);
}
