import { officeOf } from '../../../src/engine/office';
import { wakeUp } from '../../../src/engine/wakeups';
import { act, DAY, look, open, refused, stopTime, type CaseSeen, type OfficeTime } from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { coded, staffOf, type Staff } from '../../support/people';

/** 09:20 in Shanghai on a working Friday. */
const NINE_TWENTY = Date.parse('2026-11-20T01:20:00Z');

let office: Office;
let staff: Staff;
let time: OfficeTime;
let outage: string;
beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  time = stopTime(office, NINE_TWENTY);
  outage = await coded(office.strapi, 'category', 'SD-06');
});
afterAll(() => office.close());
beforeEach(() => time.set(NINE_TWENTY));

let built = 0;

/** A building with so many homes. */
async function aBuilding(homes: number): Promise<{ community: string; units: string[] }> {
  built += 1;
  const create = async (type: string, data: object): Promise<string> =>
    (await office.strapi.documents(`api::${type}.${type}` as 'api::unit.unit').create({ data } as never))
      .documentId;
  const code = `QT${built}`;
  const community = await create('community', { name: code, code });
  const building = await create('building', { name: `${code} 栋`, code, community });
  const units: string[] = [];
  for (let home = 1; home <= homes; home += 1)
    units.push(await create('unit', { label: `${code}-${home}`, building }));
  return { community, units };
}

const report = (data: object): Promise<CaseSeen> =>
  open(staff.front_desk, 'ticket', { matter: '整栋楼停水', category: outage, ...data });

const seenAgain = (ticket: CaseSeen) => look(staff.supervisor, ticket);
const groupOf = async (ticket: CaseSeen): Promise<CaseSeen> => {
  const { record } = await seenAgain(ticket);
  return look(staff.director, { type: 'group-matter', documentId: String(record.groupMatter) });
};

/** Three households of one building report the same. */
async function aGroup(): Promise<{ tickets: CaseSeen[]; units: string[]; group: CaseSeen }> {
  const { units } = await aBuilding(6);
  const tickets: CaseSeen[] = [];
  for (const unit of units.slice(0, 3)) tickets.push(await report({ unit }));
  await time.pass(0);
  return { tickets, units, group: await groupOf(tickets[0] as CaseSeen) };
}

describe('several households with one cause', () => {
  test('[E-04] are one matter, before the head of department and told to the director', async () => {
    const { tickets, group } = await aGroup();
    expect(group).toMatchObject({ stage: 'formed', record: { households: 3, category: outage } });
    expect(group.number).toMatch(/^QT-20261120-\d{4}$/);
    expect(group.record.head).toBe(staff.department_head.staffId);
    expect(group.related.map(({ documentId }) => documentId).sort()).toEqual(
      tickets.map(({ documentId }) => documentId).sort(),
    );
    const sent = (await office.strapi.db.query('api::outbox-message.outbox-message').findMany({
      where: { caseId: group.documentId, template: 'group_formed' },
    })) as { recipientName: string }[];
    expect(sent.map(({ recipientName }) => recipientName).sort()).toEqual(
      [staff.department_head.name, staff.director.name].sort(),
    );
  });

  test('[E-04] take in whoever reports it later, and nobody of another building or another cause', async () => {
    const { units, group } = await aGroup();
    const later = await report({ unit: units[3] });
    const otherCause = await report({
      unit: units[4],
      category: await coded(office.strapi, 'category', 'RD-01'),
      matter: '门禁刷不开',
    });
    const elsewhere = await report({ unit: (await aBuilding(1)).units[0] });
    await time.pass(0);
    expect((await seenAgain(later)).record.groupMatter).toBe(group.documentId);
    expect((await look(staff.director, group)).record.households).toBe(4);
    for (const ticket of [otherCause, elsewhere])
      expect((await seenAgain(ticket)).record.groupMatter).toBeNull();
  });

  test('[E-04] are told by their units: one that calls three times is one household', async () => {
    const { units } = await aBuilding(2);
    const tickets = [
      await report({ unit: units[0] }),
      await report({ unit: units[0] }),
      await report({ unit: units[0] }),
      await report({ unit: units[1] }),
    ];
    await time.pass(0);
    for (const ticket of tickets) expect((await seenAgain(ticket)).record.groupMatter).toBeNull();
  });

  test('[E-04] in a public place are told by the telephone that they call from', async () => {
    const { community } = await aBuilding(1);
    const at = { community, exactLocation: '东门广场' };
    const tickets: CaseSeen[] = [];
    for (const contactPhone of ['13800138001', '13800138002', '13800138003'])
      tickets.push(await report({ ...at, contactPhone, matter: '广场喷泉停水' }));
    await time.pass(0);
    expect((await groupOf(tickets[2] as CaseSeen)).record).toMatchObject({ households: 3, community });
  });

  test('[E-04] have to report within the days that a manager sets, as many as he says', async () => {
    const { units } = await aBuilding(5);
    const path = `/content-manager/collection-types/api::category.category/${outage}`;
    await report({ unit: units[0] });
    await report({ unit: units[1] });
    time.set(NINE_TWENTY + 8 * DAY);
    const late = await report({ unit: units[2] });
    await time.pass(0);
    expect((await seenAgain(late)).record.groupMatter).toBeNull();
    expect((await staff.steward.agent.put(path).send({ groupHouseholds: 2 })).status).toBe(403);
    expect((await staff.manager.agent.put(path).send({ groupHouseholds: 2 })).status).toBe(200);
    const second = await report({ unit: units[3] });
    await time.pass(0);
    expect((await groupOf(second)).record.households).toBe(2);
    expect((await staff.manager.agent.put(path).send({ groupHouseholds: null })).status).toBe(200);
  });
});

describe('a group matter', () => {
  test('[E-04] is handled, answered and closed by the head of department; after that a new one may be formed', async () => {
    const { units, group } = await aGroup();
    expect(await refused(staff.front_desk, group, 'handle', { handling: '抢修' })).toMatchObject({
      status: 403,
    });
    expect(await refused(staff.department_head, group, 'close')).toMatchObject({ code: 'STAGE_WRONG' });
    await act(staff.department_head, group, 'handle', { handling: '更换二次供水泵' });
    await act(staff.department_head, group, 'answer', { answer: '已在楼内张贴公告' });
    const closed = await act(staff.director, group, 'close');
    expect(closed).toMatchObject({
      stage: 'closed',
      record: { handling: '更换二次供水泵', answer: '已在楼内张贴公告' },
    });
    const again: CaseSeen[] = [];
    for (const unit of units.slice(3, 6)) again.push(await report({ unit }));
    await time.pass(0);
    expect((await groupOf(again[0] as CaseSeen)).documentId).not.toBe(group.documentId);
  });

  test('[E-04] lets a request go that has another cause, with a reason, and does not take it in again', async () => {
    const { tickets, group } = await aGroup();
    const [first] = tickets as [CaseSeen];
    const out = { ticket: first.documentId, reason: '户内阀门未开' };
    expect(await refused(staff.supervisor, group, 'take_out', { ticket: first.documentId })).toMatchObject({
      field: 'reason',
    });
    expect(await refused(staff.finance, group, 'take_out', out)).toMatchObject({ status: 403 });
    const rest = await act(staff.supervisor, group, 'take_out', out);
    expect(rest.record.households).toBe(2);
    expect((await seenAgain(first)).record).toMatchObject({
      groupMatter: null,
      groupRuledOut: '户内阀门未开',
    });
    expect(await refused(staff.supervisor, group, 'take_out', out)).toMatchObject({ code: 'NOT_A_MEMBER' });
    const edited = await act(staff.front_desk, first, 'edit', { exactLocation: '厨房' });
    await time.pass(0);
    expect((await seenAgain(edited)).record.groupMatter).toBeNull();
  });

  test('[E-04] is formed by nobody by hand', async () => {
    const answer = await staff.manager.agent
      .post('/office/cases/group-matter')
      .send({ data: { matter: '停水' } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });
});

test('[E-04] of fifty households who report at once there is one group, however many look for it', async () => {
  const { units } = await aBuilding(50);
  const tickets = await Promise.all(units.map((unit) => report({ unit })));
  const engine = officeOf(office.strapi);
  await Promise.all([1, 2, 3, 4].map(() => wakeUp(engine, time.now())));
  await time.pass(6 * 60_000);
  const groups = new Set<unknown>();
  for (const ticket of tickets) groups.add((await seenAgain(ticket)).record.groupMatter);
  expect([...groups]).toEqual([expect.stringMatching(/^[a-z0-9]{24}$/)]);
  const group = await groupOf(tickets[0] as CaseSeen);
  expect(group.record.households).toBe(50);
});

test('[E-04] the database keeps one open group matter of one cause', async () => {
  const { rows } = await office.strapi.db.connection.raw<{ rows: { indexdef: string }[] }>(
    "select indexdef from pg_indexes where indexname = 'group_matters_one_open'",
  );
  expect(rows[0]?.indexdef).toMatch(/UNIQUE.*\(group_key, branch_key\) WHERE/);
});
