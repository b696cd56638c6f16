import { ensureConstraints } from '../../../src/engine/constraints';
import { inTransaction, onceCommitted, query } from '../../../src/engine/db';
import { officeOf } from '../../../src/engine/office';
import { prepareWorker } from '../../../src/engine/worker';
import { ensureRegisterConstraints } from '../../../src/engine/registers/constraints';
import { many, openDesk, outcomesOf, type Desk } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const indexOf = async (name: string) =>
  (await desk.sql<{ indexdef: string }>('select indexdef from pg_indexes where indexname = $1', [name]))[0]
    ?.indexdef;

/** Everything that the database keeps of its own shape. */
async function shape() {
  return {
    indexes: await desk.sql(
      `select tablename, indexname, indexdef from pg_indexes where schemaname = 'public' order by 1, 2`,
    ),
    constraints: await desk.sql(
      `select conrelid::regclass::text as on, conname, pg_get_constraintdef(oid) as def from pg_constraint
       where connamespace = 'public'::regnamespace order by 1, 2`,
    ),
    triggers: await desk.sql(
      `select tgrelid::regclass::text as on, tgname, pg_get_triggerdef(oid) as def from pg_trigger where not tgisinternal order by 1, 2`,
    ),
    columns: await desk.sql(
      `select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' order by 1, 2`,
    ),
  };
}

describe('what must never be double is a constraint of the database', () => {
  test.each([
    ['tickets', 'number'],
    ['dispatch_orders', 'number'],
    ['return_visits', 'number'],
    ['tickets', 'source_key'],
    ['outbox_messages', 'dedupe_key'],
    ['tickets', 'document_id'],
    ['clocks', 'document_id'],
    ['outbox_messages', 'document_id'],
  ])('%s.%s', async (table, column) => {
    const unique = await desk.sql(
      `select 1 from pg_indexes where tablename = $1 and indexdef like 'CREATE UNIQUE INDEX % USING btree (' || $2 || ')'`,
      [table, column],
    );
    expect(unique).toHaveLength(1);
  });

  test('one open clock per promise', async () => {
    expect(await indexOf('clocks_one_open_per_promise')).toMatch(
      /UNIQUE INDEX .* \(case_id, name, case_type\) WHERE \(stopped_at IS NULL\)/,
    );
    const { documentId } = await desk.register();
    await expect(
      desk.sql(
        `insert into clocks (document_id, case_id, case_type, name) select 'x', case_id, case_type, name from clocks where case_id = $1 limit 1`,
        [documentId],
      ),
    ).rejects.toMatchObject({ code: '23505' });
  });

  test('one line per place in a history, one mark per moment, one head per case', async () => {
    expect(await indexOf('activities_case_uq')).toMatch(/UNIQUE INDEX .* \(case_id, seq, case_type\)/);
    expect(await indexOf('gj_clock_moments_pkey')).toMatch(
      /UNIQUE INDEX .* \(clock_id, cycle, kind, level\)/,
    );
    expect(await indexOf('gj_case_heads_pkey')).toMatch(/UNIQUE INDEX .* \(case_id, case_type\)/);
    expect(await indexOf('gj_number_counters_pkey')).toMatch(/UNIQUE INDEX .* \(prefix, day\)/);
    expect(await indexOf('gj_idempotency_keys_pkey')).toMatch(/UNIQUE INDEX .* \(scope, key\)/);
  });

  test('one record behind every relation of a case', async () => {
    const tables = [...desk.engine.tables.values()];
    expect(tables.flatMap(({ links }) => links).length).toBeGreaterThan(tables.length);
    for (const table of tables) {
      for (const link of table.links) {
        expect(await indexOf(`${link.table}_one`)).toMatch(
          new RegExp(`UNIQUE INDEX .* \\("?${link.ownColumn}"?\\)`),
        );
      }
    }
  });

  test('a stage that the table does not know, or no number at all, cannot be stored', async () => {
    const { documentId } = await desk.register();
    for (const [type, { table }] of desk.engine.tables) {
      const [check] = await desk.sql<{ def: string }>(
        'select pg_get_constraintdef(oid) as def from pg_constraint where conname = $1',
        [`${table}_stage_known`],
      );
      for (const stage of desk.engine.definitions.get(type)?.stages ?? [])
        expect(check?.def).toContain(`'${stage}'`);
    }
    for (const change of [`stage = 'bogus'`, 'number = null']) {
      await expect(
        desk.sql(`update tickets set ${change} where document_id = $1`, [documentId]),
      ).rejects.toMatchObject({
        code: '23514',
      });
    }
  });
});

describe('a start finds everything in place', () => {
  test('laying it down again, by several at once and while the office is at work, changes nothing', async () => {
    const before = await shape();
    const { broken } = await outcomesOf<unknown>([
      ...many(6, () =>
        ensureConstraints(desk.strapi, desk.engine.pool, [...desk.engine.definitions.values()]),
      ),
      ...many(3, () => prepareWorker(desk.engine.pool)),
      ...many(200, () => desk.register()),
    ]);
    expect(broken).toEqual([]);
    expect(await shape()).toEqual(before);
  });

  test('the schema sync of the next start leaves all of it there', async () => {
    const before = await shape();
    await desk.strapi.db.schema.sync();
    await ensureConstraints(desk.strapi, desk.engine.pool, [...desk.engine.definitions.values()]);
    await ensureRegisterConstraints(desk.strapi);
    expect(await shape()).toEqual(before);
  });

  test('on a database that has none of it yet, two starts at once both succeed', async () => {
    await desk.sql(`drop table gj_number_counters, gj_case_heads, gj_clock_moments, gj_idempotency_keys, gj_policy_revision,
      gj_policy_versions, gj_chain_digests; drop function gj_append_only cascade; drop function gj_bump_policy cascade;
      drop index clocks_one_open_per_promise; alter table tickets drop constraint tickets_stage_known;
      drop schema graphile_worker cascade`);
    const { broken } = await outcomesOf<unknown>([
      ...many(4, () =>
        ensureConstraints(desk.strapi, desk.engine.pool, [...desk.engine.definitions.values()]),
      ),
      ...many(4, () => prepareWorker(desk.engine.pool)),
    ]);
    expect(broken).toEqual([]);
    expect(await indexOf('clocks_one_open_per_promise')).toBeDefined();
  });
});

describe('the end of a transaction', () => {
  const pool = () => officeOf(desk.strapi).pool;
  const count = async () =>
    (await desk.sql<{ n: number }>(`select count(*)::int as n from gj_reserved where staff_id = 'ending'`))[0]
      ?.n;
  const put = (order: string, until = `now() - interval '1 minute'`) =>
    `INSERT INTO gj_reserved (order_id, staff_id, until) VALUES ('${order}', 'ending', ${until})`;

  test('a last statement that goes out with the commit is on disk when the caller is answered', async () => {
    await inTransaction(pool(), async (client, ending) => ending.last(() => query(client, put('one'))));
    expect(await count()).toBe(1);
  });

  test('one that fails is told as what it was, and nothing before it stays', async () => {
    const told = jest.fn();
    const failing = inTransaction(pool(), async (client, ending) => {
      await query(client, put('two'));
      onceCommitted(client, told);
      ending.last(() => query(client, put('three', `(1 / 0)::text::timestamptz`)));
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect(told).not.toHaveBeenCalled();
    expect(await count()).toBe(1);
  });

  test("fifty at once on few connections do not get each other's answers", async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        inTransaction(
          pool(),
          async (client) => {
            const [fails, [row]] = await Promise.all([
              query(client, 'SAVEPOINT one').then(() => index),
              query<{ n: number }>(client, 'SELECT $1::int AS n', [index]),
            ]);
            if (index % 5 === 0) await query(client, 'SELECT 1 / 0').catch(() => undefined);
            else expect(row?.n).toBe(fails);
            return row?.n;
          },
          { readsFirst: true },
        ).catch((error: Error) => error.message),
      ),
    );
    answers.forEach((answer, index) =>
      expect(answer).toBe(index % 5 === 0 ? 'the transaction was given up by the database' : index),
    );
  });
});
