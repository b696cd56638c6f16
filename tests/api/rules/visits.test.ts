import {
  act,
  clock,
  DAY,
  HOUR,
  kin,
  look,
  notOpened,
  open,
  refused,
  repairUntil,
  stopTime,
  type CaseSeen,
  type OfficeTime,
} from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { coded, staffOf, type Staff } from '../../support/people';

const TEN = Date.parse('2026-11-20T02:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();

let office: Office;
let staff: Staff;
let time: OfficeTime;
beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  time = stopTime(office, TEN);
});
afterAll(() => office.close());
beforeEach(() => time.set(TEN));

const visitOf = async (ticket: CaseSeen): Promise<CaseSeen> =>
  look(staff.supervisor, { ...kin(await look(staff.supervisor, ticket), 'return-visit') });
const inCategory = async (code: string) => ({
  register: { category: await coded(office.strapi, 'category', code) },
});
const report = () => ({
  form: 'phone',
  visitor: staff.steward.staffId,
  interviewee: '王女士',
  said: '已不漏水，师傅很细心',
  opinion: '希望更快到场',
  result: '解释了排班，业主理解',
  satisfaction: 'satisfied',
});

describe('the duty of a return visit', () => {
  test('[D-01] arises by itself when a repair is finished, once', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    const seen = await look(staff.supervisor, ticket);
    expect(seen.related.filter(({ type }) => type === 'return-visit')).toHaveLength(1);
    const visit = await visitOf(ticket);
    expect(visit).toMatchObject({ stage: 'due', record: { kind: 'repair_quality', dutySince: iso(TEN) } });
    expect(visit.number).toMatch(/^HF-20261120-\d{4}$/);
  });

  test('[D-01] arises for a complaint too, and for no inquiry', async () => {
    for (const [kind, visits] of [
      ['complaint', 1],
      ['inquiry', 0],
      ['suggestion', 0],
      ['help', 0],
    ] as const) {
      const ticket = await open(staff.front_desk, 'ticket', { kind, matter: '夜间施工噪声' });
      const done = await act(staff.front_desk, ticket, 'complete', { result: '已劝止' });
      const owed = done.related.filter(({ type }) => type === 'return-visit');
      expect(owed).toHaveLength(visits);
      if (visits) expect((await visitOf(done)).record.kind).toBe('complaint');
    }
  });

  test('[D-01] is made by nobody by hand', async () => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '跳闸' });
    const data = {
      ticket: ticket.documentId,
      kind: 'repair_quality',
      nature: 'general',
      dutySince: iso(TEN),
    };
    for (const post of ['manager', 'steward'] as const) {
      expect((await notOpened(staff[post], 'return-visit', data)).status).toBe(403);
    }
  });

  test('[D-01] does not double when a reopened repair is finished again; it counts from then', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    time.set(TEN + DAY);
    await act(staff.front_desk, ticket, 'reopen', { reason: '又漏' });
    time.set(TEN + DAY + HOUR);
    const done = await act(staff.front_desk, ticket, 'complete', { result: '重做防水' });
    expect(done.related.filter(({ type }) => type === 'return-visit')).toHaveLength(1);
    const visit = await visitOf(done);
    expect(visit.record.dutySince).toBe(iso(TEN + DAY + HOUR));
    expect(clock(visit, 'visit')).toMatchObject({ dueAt: iso(TEN + 3 * DAY + HOUR), verdict: null });
  });

  test('[D-01] of a visit that was made arises anew when the repair is done again', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    await act(staff.steward, await visitOf(ticket), 'record', report());
    await act(staff.front_desk, ticket, 'reopen', { reason: '又漏' });
    const done = await act(staff.front_desk, ticket, 'complete');
    expect(
      done.related
        .filter(({ type }) => type === 'return-visit')
        .map(({ stage }) => stage)
        .sort(),
    ).toEqual(['due', 'recorded']);
  });
});

describe('its time', () => {
  test('[D-02] is two days', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    expect(clock(await visitOf(ticket), 'visit')).toMatchObject({
      rule: 'D-02',
      startedAt: iso(TEN),
      dueAt: iso(TEN + 2 * DAY),
    });
  });

  test('[D-02] is two days for a safety facility', async () => {
    const { ticket } = await repairUntil(staff, 'finish', { inputs: await inCategory('TJ-07') });
    const visit = await visitOf(ticket);
    expect(visit.record.nature).toBe('safety_facility');
    expect(clock(visit, 'visit').dueAt).toBe(iso(TEN + 2 * DAY));
  });

  test('[D-02] is three days from the water test for a leak', async () => {
    const finish = { workDone: '重做防水', waterTestAt: iso(TEN - HOUR) };
    const register = { ...(await inCategory('TJ-03')).register, receivedAt: iso(TEN - DAY) };
    const { ticket } = await repairUntil(staff, 'finish', { inputs: { register, finish } });
    const visit = await visitOf(ticket);
    expect(visit.record).toMatchObject({ nature: 'leak', dutySince: iso(TEN - HOUR) });
    expect(clock(visit, 'visit')).toMatchObject({
      startedAt: iso(TEN - HOUR),
      dueAt: iso(TEN - HOUR + 3 * DAY),
    });
    expect(clock(visit, 'visit').explanation).toMatch(/D-02/);
  });

  test('[D-02] counts from the finish until the water test is made, and from it then', async () => {
    const { ticket } = await repairUntil(staff, 'finish', { inputs: await inCategory('TJ-03') });
    expect(clock(await visitOf(ticket), 'visit').dueAt).toBe(iso(TEN + 3 * DAY));
    time.set(TEN + DAY);
    await act(staff.technician, ticket, 'water_test', { waterTestAt: iso(TEN + 20 * HOUR) });
    const visit = await visitOf(ticket);
    expect(clock(visit, 'visit')).toMatchObject({
      startedAt: iso(TEN + 20 * HOUR),
      dueAt: iso(TEN + 20 * HOUR + 3 * DAY),
    });
    expect(visit.activities[0]?.action).toBe('recount');
  });

  test('[D-02] takes no water test from the future, nor from before the report', async () => {
    const { order, ticket } = await repairUntil(staff, 'start');
    const tryAt = (at: number) =>
      refused(staff.technician, order, 'finish', { workDone: '好', waterTestAt: iso(at) });
    expect(await tryAt(TEN + HOUR)).toMatchObject({
      status: 422,
      code: 'MOMENT_IN_FUTURE',
      field: 'waterTestAt',
    });
    expect(await tryAt(TEN - HOUR)).toMatchObject({
      status: 422,
      code: 'MOMENT_BEFORE_INTAKE',
      field: 'waterTestAt',
    });
    expect(await look(staff.supervisor, order)).toMatchObject({ stage: 'working', version: order.version });
    expect((await look(staff.supervisor, ticket)).stage).toBe('in_progress');
  });

  test('[D-02] missed is broken, and a late visit does not mend it', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    await time.pass(2 * DAY + 1);
    const late = await act(staff.steward, await visitOf(ticket), 'record', report());
    expect(clock(late, 'visit')).toMatchObject({
      verdict: 'broken',
      brokenAt: iso(TEN + 2 * DAY),
      state: 'stopped',
    });
  });
});

describe('the record of a visit', () => {
  test('[D-10] holds what was said, the opinion and the result, and goes to the supervisor', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    const due = await visitOf(ticket);
    for (const field of ['said', 'result', 'interviewee', 'satisfaction', 'visitor', 'form']) {
      const { [field]: _left, ...rest } = report() as Record<string, string>;
      expect(await refused(staff.steward, due, 'record', rest)).toMatchObject({
        status: 422,
        code: 'INPUT_INVALID',
        field,
      });
    }
    const visit = await act(staff.steward, due, 'record', report());
    expect(visit).toMatchObject({ stage: 'recorded', record: { ...report(), visitedAt: iso(TEN) } });
    expect(clock(visit, 'visit').verdict).toBe('kept');
    const told = await office.strapi.db
      .query('api::outbox-message.outbox-message')
      .findMany({ where: { caseId: visit.documentId, template: 'visit_recorded' } });
    expect(told).toMatchObject([{ recipientId: staff.supervisor.staffId }]);
  });

  test('[D-10] is reviewed by a superior and by nobody else', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    const visit = await act(staff.steward, await visitOf(ticket), 'record', report());
    for (const post of ['steward', 'front_desk', 'technician', 'clerk'] as const) {
      expect(await refused(staff[post], visit, 'review', { note: '好' })).toMatchObject({
        status: 403,
        code: 'NOT_ENTITLED',
      });
    }
    const reviewed = await act(staff.supervisor, visit, 'review', { note: '已阅，跟进到场时间' });
    expect(reviewed).toMatchObject({
      stage: 'reviewed',
      record: { reviewNote: '已阅，跟进到场时间', reviewedAt: iso(TEN) },
    });
    expect(await refused(staff.steward, visit, 'record', report())).toMatchObject({
      status: 409,
      code: 'STAGE_WRONG',
    });
  });

  test('[D-10] is not made by the technician, nor by the one who did the work', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    const due = await visitOf(ticket);
    expect(await refused(staff.technician, due, 'record', report())).toMatchObject({ status: 403 });
    const self = { ...report(), visitor: staff.technician.staffId };
    expect(await refused(staff.steward, due, 'record', self)).toMatchObject({
      status: 422,
      code: 'VISITOR_DID_THE_WORK',
      field: 'visitor',
    });
    expect(await look(staff.supervisor, due)).toMatchObject({ stage: 'due', version: due.version });
  });

  test('[D-10] made on site carries the signature', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    const due = await visitOf(ticket);
    const onSite = { ...report(), form: 'on_site' };
    expect(await refused(staff.steward, due, 'record', onSite)).toMatchObject({
      code: 'SIGNATURE_MISSING',
      field: 'signature',
    });
    expect(
      (await act(staff.steward, due, 'record', { ...onSite, signature: 'data:image/png;base64,AA==' })).stage,
    ).toBe('recorded');
  });

  test('[D-01] is entrusted to a steward by a superior, and told', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    const due = await visitOf(ticket);
    expect(await refused(staff.front_desk, due, 'entrust', { steward: staff.steward.staffId })).toMatchObject(
      { status: 403 },
    );
    const given = await act(staff.supervisor, due, 'entrust', { steward: staff.steward.staffId });
    expect(given.record.steward).toBe(staff.steward.staffId);
    expect((await look(staff.supervisor, ticket)).stage).toBe('completed');
  });
});
