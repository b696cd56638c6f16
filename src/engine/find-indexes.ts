import type { Pool } from 'pg';

/** What people look for by any part of it: table and expression. */
const SOUGHT = [
  ['units', 'full_label'],
  ['owners', 'name'],
  ['owners', 'contact_name'],
] as const;

/**
 * Lays down the index over how names begin, and those that find a part in the middle of a text, where the database has trigrams (`pg_trgm`) and they
 * know Chinese under its locale. Where it has not, or may not have, everything is found as well, by reading through.
 * Idempotent; runs on every start. Gives back whether the indexes over trigrams stand.
 */
export async function ensureFindIndexes(pool: Pool): Promise<boolean> {
  await pool.query('CREATE INDEX IF NOT EXISTS owners_name_prefix ON owners (lower(name) text_pattern_ops)');
  await pool.query(`DO $do$ BEGIN
      PERFORM pg_advisory_xact_lock(hashtext('guanjia.find-indexes'));
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
    EXCEPTION WHEN OTHERS THEN NULL;
    END $do$`);
  const { rows } = await pool.query<{ there: boolean }>(
    "SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') AS there",
  );
  if (!rows[0]?.there) return false;
  try {
    const { rows: known } = await pool.query<{ chinese: boolean }>(
      "SELECT cardinality(show_trgm('房屋')) > 0 AS chinese",
    );
    if (!known[0]?.chinese) return false;
    for (const [table, column] of SOUGHT)
      await pool.query(
        `CREATE INDEX IF NOT EXISTS "${table}_${column}_trgm" ON "${table}" USING gin (lower("${column}") gin_trgm_ops)`,
      );
    return true;
  } catch {
    // Somebody put the extension where this office does not look for it.
    return false;
  }
}
