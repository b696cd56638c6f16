import type { Core } from '@strapi/strapi';
import type { Pool } from 'pg';
import type { CaseDefinition } from '../rules/cases/types';
import { ordersOnHand } from './asks/dispatch';
import { BOOKINGS_FUNCTION, BOOKINGS_TABLE, BOOKINGS_TRIGGER } from './bookings';
import { inTransaction } from './db';
import { NEWS_CHANNEL, POLICY_CHANGED } from './news/bulletin';
import { SINGLES } from './registers/singles';
import { tableOf, uidOf } from './tables';

/** Raised by the database itself when somebody tries to change what is append-only. */
export const APPEND_ONLY_STATE = 'GJ001';

/** The engine's own tables: they hold no record that a person edits, so Strapi does not know them. */
const TABLES = `
CREATE TABLE IF NOT EXISTS gj_number_counters (
  prefix text NOT NULL, day date NOT NULL, last integer NOT NULL CHECK (last > 0), PRIMARY KEY (prefix, day));
CREATE TABLE IF NOT EXISTS gj_case_heads (
  case_id text NOT NULL, case_type text NOT NULL, seq integer NOT NULL, hash text NOT NULL, PRIMARY KEY (case_id, case_type));
CREATE TABLE IF NOT EXISTS gj_clock_moments (
  clock_id text NOT NULL, cycle integer NOT NULL, kind text NOT NULL, level integer NOT NULL,
  at timestamp NOT NULL, fired_at timestamp NOT NULL, PRIMARY KEY (clock_id, cycle, kind, level));
CREATE TABLE IF NOT EXISTS gj_deeds (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, case_type text NOT NULL, case_id text NOT NULL, action text NOT NULL,
  input jsonb NOT NULL, due_at timestamp NOT NULL);
CREATE INDEX IF NOT EXISTS gj_deeds_due ON gj_deeds (due_at);
CREATE TABLE IF NOT EXISTS gj_links (
  id text PRIMARY KEY, hash text NOT NULL UNIQUE, case_type text NOT NULL, case_id text NOT NULL, holder text NOT NULL,
  message_id text NOT NULL, issued_at timestamp NOT NULL, expires_at timestamp NOT NULL, voided_at timestamp);
CREATE UNIQUE INDEX IF NOT EXISTS gj_links_one_open ON gj_links (case_id, case_type) WHERE voided_at IS NULL;
CREATE INDEX IF NOT EXISTS gj_links_message ON gj_links (message_id);
CREATE TABLE IF NOT EXISTS gj_link_answers (link_id text PRIMARY KEY, answer text NOT NULL, at timestamp NOT NULL);
CREATE TABLE IF NOT EXISTS gj_photos (
  id text PRIMARY KEY, case_type text NOT NULL, case_id text NOT NULL, name text NOT NULL, sent_by text NOT NULL,
  sent_at timestamp NOT NULL, jpeg bytea NOT NULL);
CREATE INDEX IF NOT EXISTS gj_photos_case ON gj_photos (case_id, case_type);
CREATE UNLOGGED TABLE IF NOT EXISTS gj_reserved (order_id text PRIMARY KEY, staff_id text NOT NULL, until timestamptz NOT NULL);
CREATE TABLE IF NOT EXISTS gj_rotations (rule_id text PRIMARY KEY, last_key text NOT NULL, at timestamp NOT NULL);
CREATE TABLE IF NOT EXISTS gj_idempotency_keys (
  scope text NOT NULL, key text NOT NULL, fingerprint text NOT NULL, response jsonb,
  created_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (scope, key));
CREATE INDEX IF NOT EXISTS gj_idempotency_keys_age ON gj_idempotency_keys (created_at);
CREATE TABLE IF NOT EXISTS gj_policy_revision (one boolean PRIMARY KEY DEFAULT true CHECK (one), revision bigint NOT NULL);
INSERT INTO gj_policy_revision (one, revision) VALUES (true, 1) ON CONFLICT DO NOTHING;
CREATE TABLE IF NOT EXISTS gj_policy_versions (
  target_id text NOT NULL, version integer NOT NULL, fingerprint text NOT NULL, snapshot jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (target_id, version), UNIQUE (target_id, fingerprint));
CREATE TABLE IF NOT EXISTS gj_chain_digests (
  day date PRIMARY KEY, upto bigint NOT NULL, heads bigint NOT NULL, digest text NOT NULL, made_at timestamptz NOT NULL DEFAULT now());
`;

const FUNCTIONS = `
CREATE OR REPLACE FUNCTION gj_append_only() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  RAISE EXCEPTION 'append only: %', TG_TABLE_NAME USING ERRCODE = '${APPEND_ONLY_STATE}';
END $body$;
CREATE OR REPLACE FUNCTION gj_bump_policy() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  UPDATE gj_policy_revision SET revision = revision + 1;
  PERFORM pg_notify('${NEWS_CHANNEL}', '${POLICY_CHANGED}');
  RETURN NULL;
END $body$;
`;

/** Record types whose change is a change of policy: targets, calendars, categories and who is who. */
export const POLICY_TYPES = [
  'target',
  'work-calendar',
  'category',
  'staff-member',
  'team',
  'department',
  'dispatch-rule',
  'emergency-rule',
  'outside-party',
  'warranty-term',
  'price-item',
  'visit-policy',
  'contractor',
] as const;

/**
 * Lays down what Strapi's schema sync cannot: the engine's tables, append-only triggers, the constraints that
 * keep numbers, links and open promises single, and the indexes of what is hot. Idempotent; runs on every
 * start, after schema sync, under an advisory lock so that instances starting together do not collide.
 */
export async function ensureConstraints(
  strapi: Core.Strapi,
  pool: Pool,
  definitions: readonly CaseDefinition[],
): Promise<void> {
  const statements = await constraintStatements(strapi, definitions);
  // Tried again when it gets in the way of an office that is at work on the same database.
  await inTransaction(pool, async (client) => {
    await client.query("SET LOCAL client_min_messages = 'warning'");
    await client.query("SELECT pg_advisory_xact_lock(hashtext('guanjia.constraints'))");
    await client.query(TABLES + BOOKINGS_TABLE);
    await client.query(FUNCTIONS + BOOKINGS_FUNCTION);
    await client.query(BOOKINGS_TRIGGER);
    for (const sql of statements) await client.query(sql);
  });
}

async function constraintStatements(
  strapi: Core.Strapi,
  definitions: readonly CaseDefinition[],
): Promise<string[]> {
  const statements: string[] = [];
  for (const table of ['activities', 'gj_clock_moments', 'gj_policy_versions', 'gj_chain_digests']) {
    statements.push(`CREATE OR REPLACE TRIGGER gj_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "${table}"
      FOR EACH STATEMENT EXECUTE FUNCTION gj_append_only()`);
  }
  for (const definition of definitions) {
    const { table, links } = tableOf(strapi, definition.type);
    const stages = definition.stages.map((stage) => `'${stage}'`).join(', ');
    statements.push(
      `CREATE UNIQUE INDEX IF NOT EXISTS "${table}_document_uq" ON "${table}" (document_id)`,
      checkOnce(table, `${table}_stage_known`, `stage IN (${stages})`),
      checkOnce(table, `${table}_numbered`, 'number IS NOT NULL'),
      // One other record per relation: Strapi's own constraint would let a second row stand beside the first.
      ...links.flatMap((link) => [
        `CREATE UNIQUE INDEX IF NOT EXISTS "${link.table}_one" ON "${link.table}" ("${link.ownColumn}")`,
        superseded(`${link.table}_fk`),
      ]),
      superseded(`${table}_documents_idx`),
      ...editorsOf(table),
    );
  }
  statements.push(
    'CREATE UNIQUE INDEX IF NOT EXISTS clocks_document_uq ON clocks (document_id)',
    'CREATE UNIQUE INDEX IF NOT EXISTS clocks_one_open_per_promise ON clocks (case_id, name, case_type) WHERE stopped_at IS NULL',
    'CREATE INDEX IF NOT EXISTS clocks_next_moment ON clocks (next_at) WHERE next_at IS NOT NULL',
    // What figures count a period by, and what is overdue now.
    "CREATE INDEX IF NOT EXISTS clocks_decided ON clocks ((coalesce(broken_at, stopped_at)), target_id, name, verdict) WHERE verdict IN ('kept', 'broken')",
    "CREATE INDEX IF NOT EXISTS clocks_overdue ON clocks (name, broken_at) WHERE verdict = 'broken' AND stopped_at IS NULL",
    // What falls due next, for the home page.
    'CREATE INDEX IF NOT EXISTS clocks_due ON clocks (due_at) WHERE stopped_at IS NULL AND paused_at IS NULL AND broken_at IS NULL',
    "CREATE INDEX IF NOT EXISTS clocks_arrived ON clocks (stopped_at) WHERE name = 'arrive' AND verdict IN ('kept', 'broken')",
    "CREATE INDEX IF NOT EXISTS tickets_complaints ON tickets (received_at) WHERE kind = 'complaint'",
    'CREATE UNIQUE INDEX IF NOT EXISTS summaries_once ON summaries (kind, period)',
    'CREATE INDEX IF NOT EXISTS tickets_completed ON tickets (completed_at) WHERE completed_at IS NOT NULL',
    'CREATE INDEX IF NOT EXISTS return_visits_since ON return_visits (duty_since)',
    'CREATE INDEX IF NOT EXISTS return_visits_made ON return_visits (visited_at) WHERE visited_at IS NOT NULL',
    // Most requests have no place that can come again, and none is looked for by its place alone.
    'CREATE INDEX IF NOT EXISTS tickets_place_recent ON tickets (place_key, branch_key, received_at) WHERE place_key IS NOT NULL',
    // What was finished at a place and may have to be done again [B-09].
    "CREATE INDEX IF NOT EXISTS tickets_place_finished ON tickets (place_key, branch_key, completed_at) WHERE place_key IS NOT NULL AND stage IN ('completed', 'closed')",
    // Where people were last seen, for the board of those who dispatch.
    'CREATE INDEX IF NOT EXISTS dispatch_orders_arrived ON dispatch_orders (arrived_at) WHERE arrived_at IS NOT NULL',
    superseded('dispatch_orders_on_hand'),
    `CREATE INDEX IF NOT EXISTS dispatch_orders_in_hand ON dispatch_orders (technician_key) WHERE ${ordersOnHand('dispatch_orders')}`,
    `UPDATE dispatch_orders t SET technician_key = s.document_id FROM dispatch_orders_technician_lnk l, staff_members s
     WHERE l.dispatch_order_id = t.id AND s.id = l.staff_member_id AND t.technician_key IS NULL AND ${ordersOnHand('t')}`,
    'CREATE INDEX IF NOT EXISTS tickets_group_recent ON tickets (group_key, branch_key, received_at) WHERE group_key IS NOT NULL',
    // One open group matter for one cause [E-04].
    "CREATE UNIQUE INDEX IF NOT EXISTS group_matters_one_open ON group_matters (group_key, branch_key) WHERE stage <> 'closed'",
    // One borrower of a key at a time, whatever happens at once [F-03]; and it is lost once until that is settled [F-05].
    'CREATE UNIQUE INDEX IF NOT EXISTS key_loans_one_out ON key_loans (open_for) WHERE open_for IS NOT NULL',
    'CREATE UNIQUE INDEX IF NOT EXISTS incidents_one_open ON incidents (open_for) WHERE open_for IS NOT NULL',
    ...SINGLES,
    'CREATE UNIQUE INDEX IF NOT EXISTS outbox_messages_document_uq ON outbox_messages (document_id)',
    superseded('clocks_documents_idx'),
    superseded('outbox_messages_documents_idx'),
    ...['clocks', 'activities', 'outbox_messages'].flatMap(editorsOf),
    ...policyTables(strapi).map(
      (table) => `CREATE OR REPLACE TRIGGER gj_bump_policy AFTER INSERT OR UPDATE OR DELETE ON "${table}"
        FOR EACH STATEMENT EXECUTE FUNCTION gj_bump_policy()`,
    ),
  );
  return statements;
}

/** Strapi's own index goes where a unique one of ours finds the same rows: every row of a busy table is written to each. */
const superseded = (strapis: string): string => `DROP INDEX IF EXISTS "${strapis}"`;

/**
 * Which users of the panel made and changed a row is only asked when a user goes. What came in by another way has
 * none, and need not stand in an index for that.
 */
const editorsOf = (table: string): string[] =>
  ['created_by_id', 'updated_by_id'].flatMap((column) => [
    superseded(`${table}_${column}_fk`),
    `CREATE INDEX IF NOT EXISTS "${table}_${column}_set" ON "${table}" (${column}) WHERE ${column} IS NOT NULL`,
  ]);

/** A check constraint that is laid down anew only when its text has changed (a new one reads the whole table). */
function checkOnce(table: string, name: string, check: string): string {
  const text = check.replaceAll("'", "''");
  return `DO $do$ BEGIN
    IF (SELECT obj_description(oid) FROM pg_constraint WHERE conname = '${name}' AND conrelid = '"${table}"'::regclass) IS DISTINCT FROM '${text}' THEN
      ALTER TABLE "${table}" DROP CONSTRAINT IF EXISTS "${name}";
      ALTER TABLE "${table}" ADD CONSTRAINT "${name}" CHECK (${check});
      COMMENT ON CONSTRAINT "${name}" ON "${table}" IS '${text}';
    END IF;
  END $do$`;
}

/** Every table that a policy type is spread over: its own, its link tables, its components'. */
function policyTables(strapi: Core.Strapi): string[] {
  const tables = new Set<string>();
  for (const type of POLICY_TYPES) collectTables(strapi, uidOf(type), tables);
  return [...tables];
}

function collectTables(strapi: Core.Strapi, uid: string, tables: Set<string>): void {
  type Attribute = { type: string; target?: string; joinTable?: { name: string } };
  const meta = strapi.db.metadata.get(uid) as unknown as {
    tableName: string;
    attributes: Record<string, Attribute>;
  };
  tables.add(meta.tableName);
  for (const attribute of Object.values(meta.attributes)) {
    if (attribute.joinTable) tables.add(attribute.joinTable.name);
    const component =
      attribute.type === 'relation' && attribute.target && strapi.components[attribute.target as never];
    if (component && attribute.target) collectTables(strapi, attribute.target, tables);
  }
}
