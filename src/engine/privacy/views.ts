import type { Core } from '@strapi/strapi';

/** The log of who saw which personal value in full, and when. It can only be added to. */
export const VIEWS_TABLE = 'personal_views';

const STATEMENTS = [
  `CREATE TABLE IF NOT EXISTS ${VIEWS_TABLE} (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     viewed_at timestamptz NOT NULL DEFAULT now(),
     user_id integer NOT NULL,
     user_name text NOT NULL,
     record_type text NOT NULL,
     document_id text NOT NULL,
     field text NOT NULL)`,
  `CREATE INDEX IF NOT EXISTS personal_views_record ON ${VIEWS_TABLE} (document_id, record_type)`,
  `CREATE INDEX IF NOT EXISTS personal_views_user ON ${VIEWS_TABLE} (user_id, viewed_at)`,
  `CREATE OR REPLACE TRIGGER gj_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${VIEWS_TABLE}
     FOR EACH STATEMENT EXECUTE FUNCTION gj_append_only()`,
] as const;

/**
 * Lays down the log, on every start. Needs the engine's `gj_append_only()`, so the engine is opened first.
 */
export async function ensureViews(strapi: Core.Strapi): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    await trx.raw("SELECT pg_advisory_xact_lock(hashtext('guanjia.constraints'))");
    for (const sql of STATEMENTS) await trx.raw(sql);
  });
}

export interface View {
  readonly userId: number;
  readonly userName: string;
  readonly type: string;
  readonly documentId: string;
  readonly field: string;
}

type Transaction = { raw(sql: string, values: readonly unknown[]): Promise<unknown> };

export async function logView(trx: Transaction, view: View): Promise<void> {
  await trx.raw(
    `INSERT INTO ${VIEWS_TABLE} (user_id, user_name, record_type, document_id, field) VALUES (?, ?, ?, ?, ?)`,
    [view.userId, view.userName, view.type, view.documentId, view.field],
  );
}
