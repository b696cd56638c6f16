import type { Core } from '@strapi/strapi';
import type { PoolClient } from 'pg';
import { firstAsked } from '../../rules/routing/first-asked';
import { inTransaction, query } from '../db';
import { definitionOf, officeOf, tableFor, tableOfLink, type Office } from '../office';
import { LEFT_MEANWHILE_STATE, NOBODY_ACCOUNTABLE_STATE } from '../robust/database-errors';
import type { Link, Table } from '../tables';

/** Where it is written who is accountable for which request. */
interface Place {
  readonly tickets: Table;
  readonly link: Link;
  /** SQL that is true of a request in whose stage something is still owed, of alias or row `of`. */
  readonly open: (of: string) => string;
}

function placeOf(office: Office): Place {
  const tickets = tableFor(office, 'ticket');
  const link = tableOfLink(office, 'ticket', 'accountable');
  const ended = definitionOf(office, 'ticket').finalStages.map((stage) => `'${stage}'`);
  return {
    tickets,
    link,
    open: (of) => `(coalesce(${of}.stage, '') NOT IN (${ended.join(', ')}))`,
  };
}

/**
 * Has the database itself hold that every open request has exactly one person accountable for it: a second one
 * cannot stand beside the first (a unique index, see `engine/constraints`), and no transaction commits that leaves an open
 * request without one. Requests from before this was so are first given to whom they would go if they came in now.
 * Idempotent; runs on every start once the office has a policy, under the lock of the other constraints.
 */
export async function ensureAccountable(strapi: Core.Strapi): Promise<void> {
  const office = officeOf(strapi);
  const place = placeOf(office);
  const triggers = triggersFor(place);
  await inTransaction(office.pool, async (client) => {
    await client.query("SET LOCAL client_min_messages = 'warning'");
    await client.query("SELECT pg_advisory_xact_lock(hashtext('guanjia.constraints'))");
    await client.query(checkFor(place));
    await client.query(oneOpenOffer(office));
    for (const { name, table, text } of triggers) {
      if (await stands(client, { name, table, text })) continue;
      // Nobody writes past the fill from here on.
      await client.query(`LOCK TABLE "${place.tickets.table}" IN SHARE ROW EXCLUSIVE MODE`);
      await fill(office, client, place);
      await client.query(`DROP TRIGGER IF EXISTS "${name}" ON "${table}"`);
      await client.query(text);
      await client.query(`COMMENT ON TRIGGER "${name}" ON "${table}" IS ${quoted(text)}`);
    }
  });
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * The function of all triggers but the last. What takes a link away waits for whoever is just changing the request, and the other
 * way round, so that of a reopening and a removal that come at once the later one sees the earlier. Whoever has left while
 * the request was on its way to him is nobody: it is decided anew, with the register as it is then.
 */
function checkFor({ tickets: { table }, link, open }: Place): string {
  return `CREATE OR REPLACE FUNCTION gj_one_accountable() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
  concerned bigint;
BEGIN
  IF TG_TABLE_NAME = '${table}' THEN
    concerned := NEW.id;
  ELSE
    concerned := OLD."${link.ownColumn}";
    PERFORM FROM "${table}" WHERE id = concerned FOR NO KEY UPDATE;
  END IF;
  PERFORM FROM "${table}" t WHERE t.id = concerned AND ${open('t')} AND NOT EXISTS (
    SELECT FROM "${link.table}" l WHERE l."${link.ownColumn}" = t.id AND l."${link.otherColumn}" IS NOT NULL);
  IF FOUND THEN
    RAISE EXCEPTION 'nobody is accountable for open request %', concerned
      USING ERRCODE = '${NOBODY_ACCOUNTABLE_STATE}', CONSTRAINT = 'gj_one_accountable', TABLE = '${table}';
  END IF;
  PERFORM FROM "${table}" t JOIN "${link.table}" l ON l."${link.ownColumn}" = t.id
    JOIN "${link.otherTable}" s ON s.id = l."${link.otherColumn}"
    WHERE t.id = concerned AND ${open('t')} AND s.active = false;
  IF FOUND THEN
    RAISE EXCEPTION 'who was to be accountable for request % has just left', concerned USING ERRCODE = '${LEFT_MEANWHILE_STATE}';
  END IF;
  RETURN NULL;
END $body$`;
}

/** An offer that is open says for which request, in a column in which nothing stands twice: one at a time. */
function oneOpenOffer(office: Office): string {
  const { table } = tableFor(office, 'hand-over');
  const check = `(stage = 'proposed') = (open_for IS NOT NULL)`;
  return `CREATE UNIQUE INDEX IF NOT EXISTS "${table}_one_open" ON "${table}" (open_for) WHERE open_for IS NOT NULL;
    DO $do$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = '${table}_open_for_check' AND conrelid = '"${table}"'::regclass) THEN
        ALTER TABLE "${table}" ADD CONSTRAINT "${table}_open_for_check" CHECK (${check});
      END IF;
    END $do$`;
}

interface Trigger {
  readonly name: string;
  readonly table: string;
  readonly text: string;
}

/** Ordinary work passes none of them but the first and, with a hand-over, the fourth. */
function triggersFor({ tickets: { table }, link, open }: Place): Trigger[] {
  const { ownColumn, otherColumn } = link;
  const trigger = (name: string, on: string, when: string): Trigger => ({
    name,
    table: on.slice(on.indexOf('"') + 1, -1),
    text: `CREATE CONSTRAINT TRIGGER "${name}" AFTER ${on} DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW ${when} EXECUTE FUNCTION gj_one_accountable()`,
  });
  return [
    trigger('gj_accountable_taken_in', `INSERT ON "${table}"`, `WHEN (${open('NEW')})`),
    trigger(
      'gj_accountable_taken_up',
      `UPDATE ON "${table}"`,
      `WHEN (${open('NEW')} AND NOT ${open('OLD')})`,
    ),
    trigger('gj_accountable_kept', `DELETE ON "${link.table}"`, ''),
    trigger(
      'gj_accountable_moved',
      `UPDATE ON "${link.table}"`,
      `WHEN (NEW."${otherColumn}" IS DISTINCT FROM OLD."${otherColumn}" OR NEW."${ownColumn}" IS DISTINCT FROM OLD."${ownColumn}")`,
    ),
    {
      name: 'gj_accountable_whole',
      table: link.table,
      text: `CREATE TRIGGER "gj_accountable_whole" BEFORE TRUNCATE ON "${link.table}"
        FOR EACH STATEMENT EXECUTE FUNCTION gj_append_only()`,
    },
  ];
}

async function stands(client: PoolClient, { name, table, text }: Trigger): Promise<boolean> {
  const [row] = await query<{ said: string | null }>(
    client,
    `SELECT obj_description(oid, 'pg_trigger') AS said FROM pg_trigger WHERE tgname = $1 AND tgrelid = $2::regclass`,
    [name, `"${table}"`],
  );
  return row?.said === text;
}

/** Gives open requests that are nobody's to whom they would go if they came in now; a request as good as none costs nothing. */
async function fill(office: Office, client: PoolClient, { tickets: { table }, link, open }: Place) {
  const orphans = await query<{ id: number; steward: string | null }>(
    client,
    `SELECT t.id, ${stewardOf(office)} AS steward FROM "${table}" t WHERE ${open('t')} AND NOT EXISTS (
       SELECT FROM "${link.table}" l WHERE l."${link.ownColumn}" = t.id)`,
  );
  if (orphans.length === 0) return;
  const { directory } = await office.policy.current(client);
  const given = orphans.map(({ id, steward }) => ({
    id,
    person: firstAsked({ directory, taker: null, steward }),
  }));
  await query(
    client,
    `INSERT INTO "${link.table}" ("${link.ownColumn}", "${link.otherColumn}")
     SELECT x.id, s.id FROM jsonb_to_recordset($1::jsonb) AS x(id integer, person text)
     JOIN "${link.otherTable}" s ON s.document_id = x.person`,
    [JSON.stringify(given)],
  );
  await query(client, `UPDATE "${table}" SET accountable_since = $2::timestamp WHERE id = ANY($1::int[])`, [
    orphans.map(({ id }) => id),
    new Date(office.now()).toISOString(),
  ]);
  office.strapi.log.info(`${orphans.length} open requests were nobody's and have been given out.`);
}

/** SQL for the documentId of the steward of the building that the unit of request `t` is in. */
function stewardOf(office: Office): string {
  const unit = tableOfLink(office, 'ticket', 'unit');
  const building = tableOfLink(office, 'unit', 'building');
  const keeper = tableOfLink(office, 'building', 'steward');
  return `(SELECT s.document_id FROM "${unit.table}" u
    JOIN "${building.table}" b ON b."${building.ownColumn}" = u."${unit.otherColumn}"
    JOIN "${keeper.table}" k ON k."${keeper.ownColumn}" = b."${building.otherColumn}"
    JOIN "${keeper.otherTable}" s ON s.id = k."${keeper.otherColumn}"
    WHERE u."${unit.ownColumn}" = t.id LIMIT 1)`;
}
