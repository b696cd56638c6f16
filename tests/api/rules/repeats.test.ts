import { act, DAY, look, open, refused, stopTime, type CaseSeen, type OfficeTime } from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { aUnit, coded, staffOf, type Staff } from '../../support/people';

/** 09:20 in Shanghai on a working Friday. */
const NINE_TWENTY = Date.parse('2026-11-20T01:20:00Z');
const iso = (at: number): string => new Date(at).toISOString();

let office: Office;
let staff: Staff;
let time: OfficeTime;
let tap: string;
beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  time = stopTime(office, NINE_TWENTY);
  tap = await coded(office.strapi, 'category', 'SD-01');
});
afterAll(() => office.close());
beforeEach(() => time.set(NINE_TWENTY));

const report = (data: object): Promise<CaseSeen> =>
  open(staff.front_desk, 'ticket', { matter: '龙头松动', category: tap, ...data });

const aCommunity = async (code: string): Promise<string> =>
  (await office.strapi.documents('api::community.community').create({ data: { name: code, code } as never }))
    .documentId;

describe('the same problem again', () => {
  test('[A-08] is linked, counted and raised, and whoever did the earlier work is proposed', async () => {
    const unit = await aUnit(office.strapi);
    const first = await report({ unit });
    expect(first.record).toMatchObject({ repeatOf: null, repeatCount: 0, priority: 'normal' });
    await act(staff.front_desk, first, 'assign', { handler: staff.technician.staffId });
    time.set(NINE_TWENTY + 3 * DAY);
    const second = await report({ unit, matter: '龙头又松了' });
    expect(second.record).toMatchObject({
      repeatOf: first.documentId,
      repeatCount: 1,
      priority: 'raised',
      proposedHandler: staff.technician.staffId,
    });
    const third = await report({ unit });
    expect(third.record).toMatchObject({
      repeatOf: second.documentId,
      repeatCount: 2,
      priority: 'high',
      proposedHandler: staff.technician.staffId,
    });
    expect((await look(staff.supervisor, first)).related).toContainEqual(
      expect.objectContaining({ type: 'ticket', documentId: second.documentId }),
    );
    const [message] = (await office.strapi.db.query('api::outbox-message.outbox-message').findMany({
      where: { caseId: second.documentId, template: 'ticket_repeated' },
    })) as { params: object; recipientName: string }[];
    expect(message).toMatchObject({
      recipientName: staff.supervisor.name,
      params: { earlier: first.number, times: 2 },
    });
  });

  test('[A-08] in a public place is told by community and place, however it is written', async () => {
    const [community, other] = [await aCommunity('GG1'), await aCommunity('GG2')];
    const first = await report({ community, exactLocation: '东门 2号楼门禁' });
    const again = await report({ community, exactLocation: '东门２号楼，门禁' });
    expect(again.record.repeatOf).toBe(first.documentId);
    const elsewhere = await report({ community: other, exactLocation: '东门2号楼门禁' });
    expect(elsewhere.record.repeatOf).toBeNull();
  });

  test('[A-08] is told by its branch: a category above or below counts, one beside it does not', async () => {
    const unit = await aUnit(office.strapi);
    const [branch, beside] = [
      await coded(office.strapi, 'category', 'SD'),
      await coded(office.strapi, 'category', 'SD-02'),
    ];
    const first = await report({ unit });
    expect((await report({ unit, category: beside })).record.repeatOf).toBeNull();
    const roughly = await report({ unit, category: branch });
    expect(roughly.record.repeatOf).not.toBeNull();
    expect((await report({ unit, category: null })).record.repeatOf).toBeNull();
    expect(first.record.repeatOf).toBeNull();
  });

  test('[A-08] counts within thirty days, or within what a manager says for the branch, at once', async () => {
    const unit = await aUnit(office.strapi);
    await report({ unit });
    time.set(NINE_TWENTY + 31 * DAY);
    const late = await report({ unit });
    expect(late.record.repeatOf).toBeNull();
    const top = await coded(office.strapi, 'category', 'SD');
    const path = `/content-manager/collection-types/api::category.category/${top}`;
    expect((await staff.supervisor.agent.put(path).send({ repeatDays: 90 })).status).toBe(403);
    expect((await staff.manager.agent.put(path).send({ repeatDays: 90 })).status).toBe(200);
    time.set(NINE_TWENTY + 80 * DAY);
    expect((await report({ unit })).record).toMatchObject({ repeatOf: late.documentId, repeatCount: 2 });
    expect((await staff.manager.agent.put(path).send({ repeatDays: 0 })).status).toBe(200);
    expect((await report({ unit })).record.repeatOf).toBeNull();
    expect((await staff.manager.agent.put(path).send({ repeatDays: null })).status).toBe(200);
  });

  test('[A-08] is not what was cancelled, nor what was typed in for long ago', async () => {
    const unit = await aUnit(office.strapi);
    const first = await report({ unit });
    await act(staff.front_desk, first, 'cancel', { reason: '误登' });
    expect((await report({ unit })).record.repeatOf).toBeNull();
    const other = await aUnit(office.strapi);
    await report({ unit: other });
    time.set(NINE_TWENTY + 29 * DAY);
    const typed = await report({ unit: other, receivedAt: iso(NINE_TWENTY + 28 * DAY) });
    expect(typed.record.repeatOf).not.toBeNull();
  });

  test('[A-08] is found also where place or category become known later', async () => {
    const unit = await aUnit(office.strapi);
    const first = await report({ unit });
    const vague = await report({});
    expect(vague.record.repeatOf).toBeNull();
    const known = await act(staff.front_desk, vague, 'edit', { unit });
    expect(known.record).toMatchObject({ repeatOf: first.documentId, priority: 'raised' });
  });

  test('[A-08] is unlinked by the desk with a reason, and stays so', async () => {
    const unit = await aUnit(office.strapi);
    const first = await report({ unit });
    const second = await report({ unit });
    expect(await refused(staff.front_desk, second, 'unlink_repeat', {})).toMatchObject({ field: 'reason' });
    expect(await refused(staff.technician, second, 'unlink_repeat', { reason: '另一个' })).toMatchObject({
      status: 403,
    });
    const apart = await act(staff.front_desk, second, 'unlink_repeat', { reason: '这次是卫生间龙头' });
    expect(apart.record).toMatchObject({
      repeatOf: null,
      repeatCount: 0,
      priority: 'normal',
      proposedHandler: null,
      repeatRuledOut: '这次是卫生间龙头',
    });
    const edited = await act(staff.front_desk, second, 'edit', { exactLocation: '卫生间' });
    expect(edited.record.repeatOf).toBeNull();
    expect(await refused(staff.front_desk, first, 'unlink_repeat', { reason: '错' })).toMatchObject({
      status: 409,
      code: 'NOT_A_REPEAT',
    });
  });
});

test('[A-08] of fifty callers at once about the same place the later finds the earlier: one chain, none double', async () => {
  const unit = await aUnit(office.strapi);
  const seen = await Promise.all(Array.from({ length: 50 }, () => report({ unit })));
  const counts = seen.map(({ record }) => Number(record.repeatCount)).sort((a, b) => a - b);
  expect(counts).toEqual(Array.from({ length: 50 }, (_, index) => index));
  const earlier = seen.map(({ record }) => record.repeatOf).filter((id) => id !== null);
  expect(new Set(earlier).size).toBe(49);
});

test('[A-08] the search uses the index of its own', async () => {
  const { rows } = await office.strapi.db.connection.raw<{ rows: { indexdef: string }[] }>(
    "select indexdef from pg_indexes where indexname = 'tickets_place_recent'",
  );
  expect(rows[0]?.indexdef).toMatch(/\(place_key, branch_key, received_at\) WHERE \(place_key IS NOT NULL\)/);
});
