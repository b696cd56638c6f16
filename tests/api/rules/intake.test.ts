import { officeOf } from '../../../src/engine/office';
import { perform } from '../../../src/engine/perform';
import { THE_OFFICE } from '../../../src/engine/actor';
import {
  act,
  clock,
  DAY,
  look,
  MINUTE,
  notOpened,
  open,
  refused,
  stopTime,
  type OfficeTime,
} from '../../support/cases';
import { openOffice, type Agent, type Office } from '../../support/office';
import { aUnit, coded, outsideSystem, staffOf, type Staff } from '../../support/people';

/** 09:20 in Shanghai on a working Friday. */
const NINE_TWENTY = Date.parse('2026-11-20T01:20:00Z');
const iso = (at: number): string => new Date(at).toISOString();

let office: Office;
let staff: Staff;
let time: OfficeTime;
beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  time = stopTime(office, NINE_TWENTY);
});
afterAll(() => office.close());
beforeEach(() => time.set(NINE_TWENTY));

describe('the register', () => {
  test('[A-01] keeps requester, contact, unit, matter, time received and channel of every request', async () => {
    const unit = await aUnit(office.strapi);
    const seen = await open(staff.front_desk, 'ticket', {
      channel: 'walk_in',
      matter: '卫生间顶部渗水',
      requesterName: '李先生',
      contactPhone: '13800138000',
      unit,
      receivedAt: iso(NINE_TWENTY - 5 * MINUTE),
    });
    expect(seen).toMatchObject({ stage: 'registered', version: 1, cycle: 1 });
    expect(seen.number).toMatch(/^WX-20261120-\d{4}$/);
    expect(seen.record).toMatchObject({
      channel: 'walk_in',
      matter: '卫生间顶部渗水',
      requesterName: '李先生',
      unit,
      receivedAt: iso(NINE_TWENTY - 5 * MINUTE),
    });
    expect(seen.record.contactPhone).toBeTruthy();
    expect(seen.activities).toMatchObject([
      {
        action: 'register',
        actorName: staff.front_desk.name,
        occurredAt: iso(NINE_TWENTY - 5 * MINUTE),
        recordedAt: iso(NINE_TWENTY),
      },
    ]);
  });

  test.each(['phone', 'walk_in', 'online', 'letter', 'patrol', 'department'])(
    '[A-01] is one, also for what comes by %s',
    async (channel) => {
      const seen = await open(staff.steward, 'ticket', { channel, matter: '灯不亮' });
      expect(seen.record.channel).toBe(channel);
    },
  );

  test.each([
    'front_desk',
    'steward',
    'clerk',
    'security',
    'supervisor',
    'department_head',
    'director',
    'manager',
  ] as const)('[A-01] is open to the post of %s', async (post) => {
    expect((await open(staff[post], 'ticket', { matter: '灯不亮' })).stage).toBe('registered');
  });

  test.each(['technician', 'finance'] as const)('[A-01] is not written by the post of %s', async (post) => {
    expect(await notOpened(staff[post], 'ticket', { matter: '灯不亮' })).toMatchObject({
      status: 403,
      code: 'NOT_ENTITLED',
    });
  });

  test('[A-01] takes requests from outside systems that have the right, and from nobody else', async () => {
    const site: Agent = await outsideSystem(
      office,
      'api::ticket.ticket.create',
      'api::ticket.ticket.findOne',
    );
    const answer = await site
      .post('/api/tickets')
      .send({ data: { matter: '官网报修：门禁失灵', channel: 'online' } });
    expect(answer.status).toBe(201);
    const { data } = answer.body as { data: { documentId: string; stage: string; number: string } };
    expect(data).toMatchObject({ stage: 'registered', channel: 'online' });
    const seen = await look(staff.supervisor, { type: 'ticket', documentId: data.documentId });
    expect(seen.activities[0]).toMatchObject({ action: 'register' });
    const blind = await outsideSystem(office, 'api::ticket.ticket.find');
    expect((await blind.post('/api/tickets').send({ data: { matter: '门禁失灵' } })).status).toBe(403);
    expect((await office.request.post('/api/tickets').send({ data: { matter: '门禁失灵' } })).status).toBe(
      403,
    );
  });

  test('[A-01] gives its numbers without a gap, also where an intake is refused', async () => {
    const first = await open(staff.front_desk, 'ticket', { matter: '一' });
    await notOpened(staff.front_desk, 'ticket', { matter: '' });
    await notOpened(staff.technician, 'ticket', { matter: '二' });
    const next = await open(staff.front_desk, 'ticket', { matter: '三' });
    expect(Number(next.number.slice(-4))).toBe(Number(first.number.slice(-4)) + 1);
  });

  test('[A-01] is put right by an edit that stays on record, and not after the end', async () => {
    const seen = await open(staff.front_desk, 'ticket', { matter: '灯不亮', exactLocation: '厨房' });
    const edited = await act(staff.front_desk, seen, 'edit', { exactLocation: '客厅' });
    expect(edited.activities[0]?.changes).toMatchObject([
      { field: 'exactLocation', from: '厨房', to: '客厅' },
    ]);
    await act(staff.front_desk, seen, 'cancel', { reason: '重复登记' });
    expect(await refused(staff.front_desk, seen, 'edit', { matter: '换' })).toMatchObject({
      status: 409,
      code: 'STAGE_WRONG',
      stage: 'cancelled',
    });
  });

  test('[A-06] keeps reporter, unit, exact place, symptom, time reported, time wanted and suitable hours', async () => {
    const unit = await aUnit(office.strapi);
    const given = {
      kind: 'repair',
      requesterName: '李先生',
      unit,
      exactLocation: '主卧卫生间洗手台下',
      matter: '角阀滴水，地面已湿',
      wantedAt: '2026-11-20T06:00:00.000Z',
      suitableHours: '下午两点后，周末全天',
    };
    const seen = await open(staff.front_desk, 'ticket', given);
    expect(seen.record).toMatchObject({ ...given, receivedAt: iso(NINE_TWENTY) });
  });

  test('[B-01] classes a repair by trade and by urgency', async () => {
    const category = await coded(office.strapi, 'category', 'SD-03');
    const seen = await open(staff.front_desk, 'ticket', { matter: '水管漏水', category, urgency: 'urgent' });
    expect(seen.record).toMatchObject({ category, urgency: 'urgent' });
    const plain = await open(staff.front_desk, 'ticket', { matter: '水管漏水' });
    expect(plain.record).toMatchObject({ category: null, urgency: 'ordinary' });
    expect(
      await notOpened(staff.front_desk, 'ticket', { matter: '水管漏水', urgency: 'soon' }),
    ).toMatchObject({
      status: 422,
      code: 'INPUT_INVALID',
      field: 'urgency',
    });
  });

  test('[B-01] has a tree of categories that managers edit, without a restart', async () => {
    const path = '/content-manager/collection-types/api::category.category';
    const row = { code: 'SD-99', name: '智能家居', kind: 'repair' };
    expect((await staff.technician.agent.post(path).send(row)).status).toBe(403);
    const made = await staff.manager.agent.post(path).send(row);
    expect(made.status).toBe(201);
    const { documentId } = (made.body as { data: { documentId: string } }).data;
    const seen = await open(staff.front_desk, 'ticket', { matter: '面板失灵', category: documentId });
    expect(seen.record.category).toBe(documentId);
  });
});

describe('late intake', () => {
  test('[C-01] a call taken at 9:00 and typed at 9:20 counts from 9:00', async () => {
    const nine = NINE_TWENTY - 20 * MINUTE;
    const seen = await open(staff.front_desk, 'ticket', { matter: '断电', receivedAt: iso(nine) });
    expect(seen.record.receivedAt).toBe(iso(nine));
    expect(clock(seen, 'arrive')).toMatchObject({ startedAt: iso(nine), dueAt: iso(nine + 15 * MINUTE) });
    await time.pass(0);
    const after = await look(staff.supervisor, seen);
    expect(clock(after, 'arrive')).toMatchObject({ verdict: 'broken', brokenAt: iso(nine + 15 * MINUTE) });
  });

  test('[A-01] a time of day is taken with its own offset', async () => {
    const seen = await open(staff.front_desk, 'ticket', {
      matter: '断电',
      receivedAt: '2026-11-20T09:00:00+08:00',
    });
    expect(seen.record.receivedAt).toBe('2026-11-20T01:00:00.000Z');
  });

  test('[A-01] what lies in the future is refused', async () => {
    const no = await notOpened(staff.front_desk, 'ticket', {
      matter: '断电',
      receivedAt: iso(NINE_TWENTY + 1000),
    });
    expect(no).toMatchObject({ status: 422, code: 'RECEIVED_IN_FUTURE', field: 'receivedAt' });
  });

  test('[A-01] what is over thirty days back is refused, imports excepted', async () => {
    const receivedAt = iso(NINE_TWENTY - 30 * DAY - 1);
    const no = await notOpened(staff.front_desk, 'ticket', { matter: '断电', receivedAt });
    expect(no).toMatchObject({ status: 422, code: 'RECEIVED_TOO_LONG_AGO', field: 'receivedAt', days: 30 });
    expect(
      (await open(staff.front_desk, 'ticket', { matter: '断电', receivedAt: iso(NINE_TWENTY - 30 * DAY) }))
        .stage,
    ).toBe('registered');
    const imported = await perform(officeOf(office.strapi), {
      type: 'ticket',
      id: 'new',
      action: 'register',
      input: { matter: '断电', receivedAt },
      actor: { ...THE_OFFICE, kind: 'import', via: 'import' },
    });
    expect(imported.record.receivedAt).toBe(receivedAt);
  });
});

describe('a refused intake', () => {
  test.each([
    ['no matter', {}, 'INPUT_INVALID', 'matter'],
    ['an empty matter', { matter: '  \n' }, 'TEXT_EMPTY', 'matter'],
    ['too long a matter', { matter: '长'.repeat(10_001) }, 'TEXT_TOO_LONG', 'matter'],
    ['a matter that cannot be stored', { matter: '断\u0000电' }, 'TEXT_NOT_STORABLE', 'matter'],
    ['an unknown unit', { matter: '断电', unit: 'a'.repeat(24) }, 'REFERENCE_UNKNOWN', 'unit'],
    ['a unit that is no id', { matter: '断电', unit: '3 栋' }, 'REFERENCE_UNKNOWN', 'unit'],
    ['an unknown category', { matter: '断电', category: 'z'.repeat(24) }, 'REFERENCE_UNKNOWN', 'category'],
    ['a moment that is none', { matter: '断电', receivedAt: '昨天' }, 'INPUT_INVALID', 'receivedAt'],
    ['a stage of his own', { matter: '断电', stage: 'closed' }, 'FIELD_GUARDED', 'stage'],
    ['a field that there is not', { matter: '断电', colour: 'red' }, 'INPUT_UNKNOWN_FIELD', 'colour'],
    ['an unknown channel', { matter: '断电', channel: 'pigeon' }, 'INPUT_INVALID', 'channel'],
  ])('[A-01] names the field: %s', async (_what, data, code, field) => {
    expect(await notOpened(staff.front_desk, 'ticket', data)).toMatchObject({ status: 422, code, field });
  });

  test('[A-01] free text of ten thousand characters is kept as it was given', async () => {
    const matter = `${' 长\n'.repeat(3332)}🚰水 `;
    expect(matter).toHaveLength(10_000);
    expect((await open(staff.front_desk, 'ticket', { matter })).record.matter).toBe(matter);
  });

  test('[A-01] changes nothing', async () => {
    const count = () => office.strapi.db.query('api::ticket.ticket').count();
    const before = await count();
    await notOpened(staff.front_desk, 'ticket', { matter: '' });
    await notOpened(staff.finance, 'ticket', { matter: '断电' });
    expect(await count()).toBe(before);
  });
});

test('[A-01] a stale save is refused with the version that there is now', async () => {
  const seen = await open(staff.front_desk, 'ticket', { matter: '断电' });
  await act(staff.front_desk, seen, 'edit', { matter: '停电' });
  const stale = await staff.steward.agent
    .post(`/office/cases/ticket/${seen.documentId}/actions/edit`)
    .send({ data: { matter: '旧' }, version: seen.version });
  expect(stale.status).toBe(409);
  expect((stale.body as { error: { details: object } }).error.details).toMatchObject({
    code: 'STALE_WRITE',
    version: 2,
  });
  expect((await look(staff.supervisor, seen)).record.matter).toBe('停电');
});

test('[C-09] the promises of a request say themselves how they came about, in both languages, with the rule', async () => {
  const seen = await open(staff.front_desk, 'ticket', { matter: '断电' });
  const zh = clock(seen, 'arrive');
  const en = clock(await look(staff.supervisor, seen, 'en'), 'arrive');
  expect(zh.explanation).toMatch(/C-01.*11月20日 09:20.*15 分钟.*09:35/);
  expect(en.explanation).toMatch(/C-01.*15 minutes.*20 Nov 09:20.*due 20 Nov 09:35/);
  expect(zh.label).not.toBe(en.label);
});
