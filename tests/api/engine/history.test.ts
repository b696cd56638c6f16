import { digestHeads, verifyChains } from '../../../src/engine/chain';
import { openDesk, refusalOf, type Desk } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** Does what nobody may: works on an append-only table with its trigger off, and takes it all back afterwards. */
async function tampering(statement: string, look: () => Promise<void>): Promise<void> {
  const keep = [
    'create temp table kept_activities as table activities',
    'create temp table kept_heads as table gj_case_heads',
    'create temp table kept_tickets as select * from tickets where false',
  ];
  for (const sql of [...keep, 'alter table activities disable trigger gj_append_only', statement])
    await desk.sql(sql);
  try {
    await look();
  } finally {
    for (const sql of [
      'delete from activities',
      'insert into activities select * from kept_activities',
      'alter table activities enable trigger gj_append_only',
      'delete from gj_case_heads',
      'insert into gj_case_heads select * from kept_heads',
      'drop table kept_activities, kept_heads, kept_tickets',
    ])
      await desk.sql(sql);
  }
}

async function threeLines(): Promise<string> {
  const { documentId } = await desk.register();
  await desk.act('ticket', documentId, 'edit', { matter: '卫生间漏水' });
  await desk.act('ticket', documentId, 'start', { note: '已联系业主' });
  return documentId;
}

describe('the history can only be added to', () => {
  test.each([
    ['update activities set note = $$x$$'],
    ['delete from activities'],
    ['truncate activities'],
    ['update activities set note = note where false'],
    ['update gj_chain_digests set digest = $$x$$'],
    ['delete from gj_clock_moments'],
    ['truncate gj_policy_versions'],
  ])('the database refuses: %s', async (statement) => {
    await expect(desk.sql(statement)).rejects.toMatchObject({ code: 'GJ001' });
  });

  test('APPEND_ONLY is what every door of Strapi’s says to a change, in both languages', async () => {
    const documentId = await threeLines();
    const [line] = (await desk.activitiesOf(documentId)) as { id: number; document_id: string }[];
    const where = { id: line?.id };
    const documents = desk.strapi.documents('api::activity.activity');
    const query = desk.strapi.db.query('api::activity.activity');
    for (const attempt of [
      () => documents.update({ documentId: String(line?.document_id), data: { note: 'x' } as never }),
      () => documents.delete({ documentId: String(line?.document_id) }),
      () => query.update({ where, data: { note: 'x' } }),
      () => query.updateMany({ where, data: { note: 'x' } }),
      () => query.delete({ where }),
      () => query.deleteMany({ where }),
    ]) {
      expect(await refusalOf(attempt())).toMatchObject({ code: 'APPEND_ONLY', status: 409 });
    }
    const chief = await desk.hire('strapi-super-admin');
    const path = `/content-manager/collection-types/api::activity.activity/${line?.document_id}`;
    const zh = await chief.put(path).set('Accept-Language', 'zh-CN').send({ note: 'x' });
    expect([zh.status, zh.body.error.details.code]).toEqual([409, 'APPEND_ONLY']);
    expect(zh.body.error.message).toBe('办理记录只能追加，不能修改或删除。');
    const en = await chief.delete(path).set('Accept-Language', 'en');
    expect([en.status, en.body.error.details.code]).toEqual([409, 'APPEND_ONLY']);
    expect(en.body.error.message).toMatch(/only be added to/);
    expect(await desk.activitiesOf(documentId)).toHaveLength(3);
  });
});

describe('the chain of a case', () => {
  test('is whole after whatever was done', async () => {
    await threeLines();
    const report = await verifyChains(desk.engine);
    expect(report.faults).toEqual([]);
    expect(report.activities).toBeGreaterThanOrEqual(3);
  });

  test.each([
    [
      'a changed line',
      (id: string) => `update activities set note = '改过' where case_id = '${id}' and seq = 3`,
      ['changed'],
    ],
    [
      'a changed value',
      (id: string) =>
        `update activities set changes = '{"matter":["a","b"]}' where case_id = '${id}' and seq = 2`,
      ['changed'],
    ],
    [
      'a moved moment',
      (id: string) =>
        `update activities set occurred_at = occurred_at - interval '1 hour' where case_id = '${id}' and seq = 1`,
      ['changed'],
    ],
    [
      'a removed line',
      (id: string) => `delete from activities where case_id = '${id}' and seq = 2`,
      ['gap', 'torn'],
    ],
    ['a removed end', (id: string) => `delete from activities where case_id = '${id}' and seq = 3`, ['head']],
    ['a removed history', (id: string) => `delete from activities where case_id = '${id}'`, ['gap']],
    [
      'two lines that changed places',
      (
        id: string,
      ) => `update activities set seq = case seq when 2 then 3 else 2 end + 10 where case_id = '${id}' and seq > 1;
        update activities set seq = seq - 10 where case_id = '${id}' and seq > 10`,
      ['torn', 'changed'],
    ],
    [
      'a head that is gone',
      (id: string) => `delete from gj_case_heads where case_id = '${id}'`,
      ['head', 'unrecorded'],
    ],
  ])('%s is found', async (_what, statement, expected) => {
    const id = await threeLines();
    await tampering(statement(id), async () => {
      const { faults } = await verifyChains(desk.engine);
      expect(faults.length).toBeGreaterThan(0);
      expect(faults.every(({ caseId }) => caseId === id)).toBe(true);
      expect(faults.map(({ fault }) => fault)).toEqual(expect.arrayContaining(expected));
    });
    expect((await verifyChains(desk.engine)).faults).toEqual([]);
  });
});

describe('the digest of the night', () => {
  test('holds while the histories go on, and tells when one was written anew from end to end', async () => {
    const id = await threeLines();
    await digestHeads(desk.engine);
    await digestHeads({ ...desk.engine, now: () => Date.now() + 86_400_000 });
    await desk.act('ticket', id, 'edit', { matter: '后来的事' });
    await threeLines();
    const before = await verifyChains(desk.engine);
    expect(before).toMatchObject({ brokenDigests: [], digests: 2 });

    // A forger who knows how hashes are made leaves no trace in the chain itself.
    const forged = `
      delete from activities where case_id = '${id}' and seq > 2;
      update gj_case_heads h set seq = 2, hash = a.hash from activities a
      where a.case_id = h.case_id and a.case_type = h.case_type and a.seq = 2 and h.case_id = '${id}'`;
    await tampering(forged, async () => {
      const report = await verifyChains(desk.engine);
      expect(report.faults).toEqual([]);
      expect(report.brokenDigests).toHaveLength(2);
    });
    expect((await verifyChains(desk.engine)).brokenDigests).toEqual([]);
  });

  test('waits for what is being written, so that it never misses a line', async () => {
    await desk.sql('begin');
    await desk.sql('insert into gj_idempotency_keys (scope, key, fingerprint) values ($1, $2, $3)', [
      'x',
      'y',
      'z',
    ]);
    let taken = false;
    const digest = digestHeads({ ...desk.engine, now: () => Date.now() + 5 * 86_400_000 }).then(
      () => (taken = true),
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(taken).toBe(false);
    await desk.sql('rollback');
    await digest;
    expect((await verifyChains(desk.engine)).brokenDigests).toEqual([]);
  });
});

test('a case whose row was taken away is found', async () => {
  const id = await threeLines();
  await desk.sql(`delete from tickets where document_id = '${id}'`);
  const { faults } = await verifyChains(desk.engine);
  expect(faults).toEqual([expect.objectContaining({ caseId: id, fault: 'lost' })]);
});
