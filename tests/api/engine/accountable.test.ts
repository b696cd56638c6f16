import { ensureAccountable } from '../../../src/engine/registers/accountable';
import { openDesk, type Desk } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const LINK = 'tickets_accountable_lnk';
const TICKET = `(select id from tickets where document_id = $1)`;
/** SQLSTATE of an open request left to nobody. */
const NOBODY = { code: 'GJ002' };

const accountableOf = async (documentId: string) =>
  desk.sql<{ person: string; post: string }>(
    `select s.document_id as person, s.post from ${LINK} l join staff_members s on s.id = l.staff_member_id
     where l.ticket_id = ${TICKET}`,
    [documentId],
  );

describe('[A-10] the database itself keeps one accountable person for every open request', () => {
  test('by a unique index and by checks at the end of each transaction', async () => {
    const [index] = await desk.sql<{ indexdef: string }>(
      'select indexdef from pg_indexes where indexname = $1',
      [`${LINK}_one`],
    );
    expect(index?.indexdef).toMatch(/UNIQUE INDEX .* \(ticket_id\)/);
    const checks = await desk.sql<{ on: string; deferred: boolean }>(
      `select conrelid::regclass::text as on, condeferred as deferred from pg_constraint
       where contype = 't' and conname like 'gj_accountable_%' order by 1`,
    );
    expect(checks).toEqual([LINK, LINK, 'tickets', 'tickets'].sort().map((on) => ({ on, deferred: true })));
  });

  test('a request without anybody cannot be written', async () => {
    const insert = `insert into tickets (document_id, number, stage, kind, channel, matter) values ($1, $1, $2, 'repair', 'phone', 'x')`;
    await expect(desk.sql(insert, ['nobodys', 'registered'])).rejects.toMatchObject(NOBODY);
    await expect(desk.sql(insert, ['stageless', null])).rejects.toMatchObject(NOBODY);
    await desk.sql(insert, ['over', 'closed']);
    await expect(
      desk.sql(`update tickets set stage = 'assigned' where document_id = 'over'`),
    ).rejects.toMatchObject(NOBODY);
  });

  test('nobody is taken away from one, and no second put beside him', async () => {
    const { documentId } = await desk.register();
    const before = await accountableOf(documentId);
    expect(before).toHaveLength(1);
    const attempts = [
      `delete from ${LINK} where ticket_id = ${TICKET}`,
      `update ${LINK} set staff_member_id = null where ticket_id = ${TICKET}`,
      `update ${LINK} set ticket_id = null where ticket_id = ${TICKET}`,
      `with moved as (update ${LINK} set ticket_id = null where ticket_id = ${TICKET} returning id) delete from ${LINK} where id in (select id from moved)`,
    ];
    for (const sql of attempts) await expect(desk.sql(sql, [documentId])).rejects.toMatchObject(NOBODY);
    await expect(desk.sql(`truncate ${LINK}`)).rejects.toMatchObject({ code: 'GJ001' });
    await expect(
      desk.sql(
        `insert into ${LINK} (ticket_id, staff_member_id) select ${TICKET}, max(id) from staff_members`,
        [documentId],
      ),
    ).rejects.toMatchObject({ code: '23505' });
    await expect(desk.sql('delete from staff_members')).rejects.toMatchObject({ code: '23503' });
    expect(await accountableOf(documentId)).toEqual(before);
  });

  test('of a reopening and a removal that come at the same time, one is refused', async () => {
    const { documentId } = await desk.register();
    await desk.sql(`update tickets set stage = 'closed' where document_id = $1`, [documentId]);
    const one = await desk.engine.pool.connect();
    const other = await desk.engine.pool.connect();
    try {
      await one.query('begin');
      await other.query('begin');
      await one.query(`delete from ${LINK} where ticket_id = ${TICKET}`, [documentId]);
      await other.query(`update tickets set stage = 'registered' where document_id = $1`, [documentId]);
      const ends = await Promise.allSettled([one.query('commit'), other.query('commit')]);
      expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    } finally {
      await one.query('rollback');
      await other.query('rollback');
      one.release();
      other.release();
    }
    const [row] = await desk.sql<{ open: boolean; held: boolean }>(
      `select stage <> 'closed' as open, exists (select from ${LINK} where ticket_id = t.id) as held from tickets t where document_id = $1`,
      [documentId],
    );
    expect(row?.open && !row.held).toBe(false);
  });

  test('requests of before this was so are given out on the next start, to whom they would go now', async () => {
    const steward = await desk.staff('steward');
    const community = await desk.strapi
      .documents('api::community.community')
      .create({ data: { name: '旧苑', code: 'OLD' } });
    const building = await desk.strapi.documents('api::building.building').create({
      data: { name: '9 栋', code: 'OLD9', community: community.documentId, steward: steward.id } as never,
    });
    const unit = await desk.strapi.documents('api::unit.unit').create({
      data: { number: '101', label: '9 栋 101', code: 'OLD9-101', building: building.documentId } as never,
    });
    const { documentId: athome } = await desk.register({ unit: unit.documentId });
    const { documentId: elsewhere } = await desk.register();
    const both = [athome, elsewhere];
    await desk.sql(`drop trigger gj_accountable_kept on ${LINK}`);
    await desk.sql(
      `delete from ${LINK} where ticket_id in (select id from tickets where document_id = any($1))`,
      [both],
    );
    await ensureAccountable(desk.strapi);
    expect(await accountableOf(athome)).toEqual([{ person: steward.id, post: 'steward' }]);
    expect(await accountableOf(elsewhere)).toHaveLength(1);
    await expect(desk.sql(`delete from ${LINK} where ticket_id = ${TICKET}`, [athome])).rejects.toMatchObject(
      NOBODY,
    );
  });
});
