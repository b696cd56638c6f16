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
import {
  aUnit,
  coded,
  employ,
  outsideSystem,
  dispatchByHand,
  staffOf,
  type Staff,
} from '../../support/people';
import { openAdmission } from '../../../src/engine/admit';
import { officeOf } from '../../../src/engine/office';
import { perform } from '../../../src/engine/perform';
import { THE_IMPORT, THE_OFFICE, THE_TIMER } from '../../../src/engine/actor';

const TEN = Date.parse('2026-11-20T02:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();

/** What is owed before work that had to be done twice is finished [B-09]. */
const SORRY = { apology: '电话致歉' };

let office: Office;
let staff: Staff;
let time: OfficeTime;
beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  await dispatchByHand(office);
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
      const ticket = await open(staff.front_desk, 'ticket', {
        kind,
        matter: '夜间施工噪声',
        requesterName: '刘先生',
        promisedReplyAt: iso(TEN + DAY),
      });
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
    await act(staff.front_desk, ticket, 'apologise', SORRY);
    time.set(TEN + DAY + HOUR);
    const done = await act(staff.front_desk, ticket, 'complete', { result: '重做防水' });
    expect(done.related.filter(({ type }) => type === 'return-visit')).toHaveLength(1);
    const visit = await visitOf(done);
    expect(visit.record.dutySince).toBe(iso(TEN + DAY + HOUR));
    expect(clock(visit, 'visit')).toMatchObject({ dueAt: iso(TEN + 3 * DAY + HOUR), verdict: null });
  });

  test('[D-01] arises once when fifty finish the request at once; the database keeps one for each cycle', async () => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '门禁失灵' });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        staff.front_desk.agent
          .post(`/office/cases/ticket/${ticket.documentId}/actions/complete`)
          .send({ data: { result: '已修复' } }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const visit = await visitOf(ticket);
    const copy = office.strapi.db.connection.raw(
      'insert into return_visits (document_id, number, stage, duty_key) select ?, ?, stage, duty_key from return_visits where document_id = ?',
      ['zzzzzzzzzzzzzzzzzzzzzzzz', 'HF-0', visit.documentId],
    );
    await expect(copy).rejects.toMatchObject({ code: '23505' });
  });

  test('[D-01] of a visit that was made arises anew when the repair is done again', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    await act(staff.steward, await visitOf(ticket), 'record', report());
    await act(staff.front_desk, ticket, 'reopen', { reason: '又漏' });
    await act(staff.front_desk, ticket, 'apologise', SORRY);
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
    for (const field of ['said', 'result', 'interviewee', 'satisfaction', 'form']) {
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

const SIGNED = { form: 'on_site', signature: 'data:image/png;base64,AA==' };
const attemptsOf = async (visit: CaseSeen) => {
  const { related } = await look(staff.supervisor, visit);
  const own = related.filter(({ type }) => type === 'visit-attempt');
  return Promise.all(own.map(async (one) => (await look(staff.supervisor, one)).record));
};
const dueOf = async (ticket: CaseSeen): Promise<CaseSeen> => {
  const due = (await look(staff.supervisor, ticket)).related.filter(
    ({ type, stage }) => type === 'return-visit' && stage === 'due',
  );
  expect(due).toHaveLength(1);
  return look(staff.supervisor, due[0] as CaseSeen);
};
const aComplaint = (inputs: object = {}) =>
  open(staff.front_desk, 'ticket', {
    kind: 'complaint',
    matter: '保洁不到位',
    requesterName: '刘先生',
    ...inputs,
  });
const finished = async (ticket: CaseSeen) => act(staff.front_desk, ticket, 'complete', { result: '已处理' });
describe('the visits that are made', () => {
  test('[D-03] each has a record of its own: form, visitor, outcome, what was said', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    const due = await visitOf(ticket);
    await act(staff.steward, due, 'attempt', { form: 'phone', outcome: 'no_answer', note: '无人接听' });
    time.set(TEN + HOUR);
    const done = await act(staff.steward, due, 'record', {
      ...report(),
      ...SIGNED,
      signerName: '王女士之子',
    });
    expect(done.record).toMatchObject({ attemptCount: 2, signerName: '王女士之子' });
    expect(done.record.signedText).toContain(`受访人陈述：${report().said}`);
    expect(await attemptsOf(due)).toMatchObject([
      { ordinal: 1, form: 'phone', outcome: 'no_answer', note: '无人接听', visitedAt: iso(TEN) },
      {
        ...{ ordinal: 2, form: 'on_site', outcome: 'reached', visitor: staff.steward.staffId },
        ...{ said: report().said, opinion: report().opinion, satisfaction: 'satisfied' },
        ...{ visitedAt: iso(TEN + HOUR), signerName: '王女士之子' },
      },
    ]);
    expect((await attemptsOf(due))[0]?.number).toMatch(/^HJ-20261120-\d{4}$/);
  });

  test('[D-02] a visit in vain does not stop the clock, the first that reached somebody does', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    const due = await visitOf(ticket);
    time.set(TEN + HOUR);
    const sought = await act(staff.steward, due, 'attempt', { form: 'on_site', outcome: 'no_answer' });
    expect(clock(sought, 'visit')).toMatchObject({ state: 'running', verdict: null });
    time.set(TEN + 2 * HOUR);
    const done = await act(staff.steward, due, 'record', report());
    expect(clock(done, 'visit')).toMatchObject({ verdict: 'kept', stoppedAt: iso(TEN + 2 * HOUR) });
  });

  test('[D-03] by phone is marked so and is not signed; by letter the letter is filed with it', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    const due = await visitOf(ticket);
    const no = (given: object) => refused(staff.steward, due, 'record', { ...report(), ...given });
    expect(await no({ signature: SIGNED.signature })).toMatchObject({
      code: 'SIGNATURE_NOT_BY_PHONE',
      field: 'signature',
    });
    expect(await no({ form: 'letter' })).toMatchObject({ code: 'LETTER_MISSING', field: 'letterText' });
    expect(await no({ form: 'open_letter' })).toMatchObject({ code: 'INPUT_INVALID', field: 'form' });
    const done = await act(staff.steward, due, 'record', {
      ...report(),
      form: 'letter',
      letterText: '王女士：您报修的水管已更换……',
    });
    expect(done.record).toMatchObject({ form: 'letter', letterText: '王女士：您报修的水管已更换……' });
  });

  test('[D-01] the visitor is whoever writes it down unless somebody is named; nobody unknown or gone', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    const due = await visitOf(ticket);
    const { visitor: _left, ...rest } = report();
    const no = (visitor: string) => refused(staff.front_desk, due, 'record', { ...rest, visitor });
    expect(await no('aaaaaaaaaaaaaaaaaaaaaaaa')).toMatchObject({
      code: 'REFERENCE_UNKNOWN',
      field: 'visitor',
    });
    const gone = await employ(office, 'steward');
    await office.strapi
      .documents('api::staff-member.staff-member')
      .update({ documentId: gone.staffId, data: { active: false } as never });
    expect(await no(gone.staffId)).toMatchObject({ code: 'VISITOR_INACTIVE', field: 'visitor' });
    const done = await act(staff.front_desk, due, 'record', rest);
    expect(done.record.visitor).toBe(staff.front_desk.staffId);
  });

  test('[D-01] nobody visits about his own work: handler, technician of any order, one of the contractor’s', async () => {
    const create = (type: string, data: object) =>
      office.strapi.documents(`api::${type}.${type}` as never).create({ data: data as never }) as Promise<{
        documentId: string;
      }>;
    const contractor = await create('contractor', { name: '安电梯保', code: `WB${Date.now()}` });
    const outside = await employ(office, 'steward');
    await create('team', {
      ...{ name: '梯保班', code: `TB${Date.now()}`, active: true },
      ...{ contractor: contractor.documentId, members: [outside.staffId] },
    });
    const { ticket, order } = await repairUntil(staff, 'arrive');
    await act(staff.supervisor, order, 'reassign', {
      contractor: contractor.documentId,
      reason: '需厂家处理',
    });
    for (const [step, input] of [
      ['accept', {}],
      ['arrive', {}],
      ['consent', { workEstablished: '更换', consentedBy: '王女士' }],
      ['start', {}],
      ['finish', { workDone: '已更换' }],
    ] as const) {
      await act(staff.supervisor, order, step, input);
    }
    const due = await visitOf(ticket);
    const self = { ...report(), visitor: outside.staffId };
    const no = { status: 422, code: 'VISITOR_DID_THE_WORK', field: 'visitor' };
    expect(await refused(staff.steward, due, 'record', self)).toMatchObject(no);
    expect(await refused(staff.supervisor, due, 'entrust', { steward: outside.staffId })).toMatchObject({
      ...no,
      field: 'steward',
    });
    const complaint = await aComplaint();
    await act(staff.supervisor, complaint, 'assign', { handler: staff.steward.staffId });
    const owed = await visitOf(await finished(complaint));
    const { visitor: _left, ...own } = report();
    expect(await refused(staff.steward, owed, 'record', own)).toMatchObject(no);
    expect((await act(staff.front_desk, owed, 'record', own)).stage).toBe('recorded');
  });

  test('[D-01] no timer, import, outside system or job ever writes one', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    const due = await visitOf(ticket);
    const { now } = officeOf(office.strapi);
    for (const actor of [THE_TIMER, THE_IMPORT, THE_OFFICE]) {
      for (const [action, input] of [
        ['record', report()],
        ['attempt', { form: 'phone', outcome: 'no_answer', visitor: staff.steward.staffId }],
      ] as const) {
        const asked = { type: 'return-visit', id: due.documentId, action, input, actor, now: now() };
        await expect(perform(officeOf(office.strapi), asked)).rejects.toMatchObject({
          code: actor === THE_IMPORT ? 'NOT_ENTITLED' : 'VISIT_NEEDS_A_PERSON',
        });
      }
      const made = {
        visit: due.documentId,
        ordinal: 1,
        ofCycle: 1,
        form: 'phone',
        visitedAt: iso(now()),
        outcome: 'reached',
      };
      const asked = { type: 'visit-attempt', id: 'new', action: 'make', input: made, actor };
      await expect(perform(officeOf(office.strapi), asked)).rejects.toMatchObject({ kind: 'forbidden' });
    }
    const site = await outsideSystem(
      office,
      'api::return-visit.return-visit.act',
      'api::visit-attempt.visit-attempt.create',
    );
    const answer = await site
      .post(`/api/return-visits/${due.documentId}/actions/record`)
      .send({ data: report() });
    expect(answer.status).toBe(403);
    expect((await site.post('/api/visit-attempts').send({ data: {} })).status).toBe(403);
    await time.pass(40 * DAY);
    expect(await attemptsOf(due)).toEqual([]);
    expect((await look(staff.supervisor, due)).stage).toBe('due');
  });

  test('[D-01] an import raises the duty of what was finished lately, tied to its request, and writes no visit', async () => {
    const admission = await openAdmission(office.strapi);
    const steps = [
      { action: 'register', input: { matter: '门锁损坏', kind: 'repair' }, at: iso(TEN - 2 * DAY) },
      { action: 'complete', input: { result: '已更换' }, at: iso(TEN - DAY) },
    ];
    expect(await admission.admit([{ type: 'ticket', sourceKey: 'old-1', steps }])).toMatchObject([
      { outcome: 'admitted' },
    ]);
    await admission.commit();
    const ticket = (await office.strapi.db
      .query('api::ticket.ticket')
      .findOne({ where: { sourceKey: 'old-1' } })) as { documentId: string };
    const visit = await visitOf({ type: 'ticket', documentId: ticket.documentId } as CaseSeen);
    expect(visit).toMatchObject({ stage: 'due', record: { dutySince: iso(TEN - DAY), ofCycle: 1 } });
    expect(await attemptsOf(visit)).toEqual([]);
  });

  test('[D-01] fifty who write the same visit down at once make one', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    const due = await visitOf(ticket);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        staff.steward.agent
          .post(`/office/cases/return-visit/${due.documentId}/actions/record`)
          .send({ data: { ...report(), satisfaction: 'dissatisfied' } }),
      ),
    );
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(49);
    expect(await attemptsOf(due)).toHaveLength(1);
    const after = await look(staff.supervisor, ticket);
    expect(after).toMatchObject({ cycle: 2, record: { reopenCount: 1 } });
    expect(after.related.filter(({ type }) => type === 'dispatch-order')).toHaveLength(2);
  });
});

describe('a visit that finds the matter unsettled', () => {
  test.each([
    ['dissatisfied', { satisfaction: 'dissatisfied' }],
    ['very dissatisfied', { satisfaction: 'very_dissatisfied' }],
    ['satisfied, but the problem is still there', { satisfaction: 'fair', solved: false }],
  ])('[D-09] %s: the request goes back to the same person as rework', async (_how, found) => {
    const { ticket, order } = await repairUntil(staff, 'file');
    const due = await visitOf(ticket);
    time.set(TEN + HOUR);
    const visit = await act(staff.steward, due, 'record', { ...report(), ...found, result: '仍有渗水' });
    expect(visit).toMatchObject({ stage: 'recorded', record: found });
    const back = await look(staff.supervisor, ticket);
    expect(back).toMatchObject({
      ...{ stage: 'assigned', cycle: 2 },
      record: { handler: staff.technician.staffId, completedAt: null, reopenCount: 1 },
    });
    const [first, second] = back.related.filter(({ type }) => type === 'dispatch-order');
    expect(first).toMatchObject({ documentId: order.documentId, stage: 'filed' });
    expect(await look(staff.supervisor, second as CaseSeen)).toMatchObject({
      stage: 'dispatched',
      record: { technician: staff.technician.staffId, workDescription: '仍有渗水' },
    });
    expect(clock(back, 'arrive')).toMatchObject({ cycle: 2, startedAt: iso(TEN + HOUR), verdict: null });
    const told = await office.strapi.db
      .query('api::outbox-message.outbox-message')
      .findMany({ where: { caseId: visit.documentId, template: 'visit_dissatisfied' } });
    expect(told).toMatchObject([{ recipientId: staff.technician.staffId }]);
  });

  test('[D-09] a closed request reopens too; done again it owes a visit again', async () => {
    const complaint = await aComplaint({ complaintClass: 'minor' });
    await act(staff.supervisor, complaint, 'assign', { handler: staff.clerk.staffId });
    const done = await finished(complaint);
    await act(staff.front_desk, done, 'find_cause', { complaintCause: 'by_resident', finding: '装修垃圾' });
    await act(staff.front_desk, done, 'tell_outcome', { outcomeToldTo: '刘先生' });
    await act(staff.front_desk, done, 'close', { confirmedWith: '刘先生', satisfaction: 'fair' });
    const due = await visitOf(done);
    await act(staff.steward, due, 'record', { ...report(), satisfaction: 'dissatisfied' });
    const back = await look(staff.supervisor, complaint);
    expect(back).toMatchObject({
      ...{ stage: 'assigned', cycle: 2 },
      record: { handler: staff.clerk.staffId, closedAt: null },
    });
    expect(back.related.filter(({ type }) => type === 'dispatch-order')).toEqual([]);
    await finished(complaint);
    expect((await dueOf(complaint)).record).toMatchObject({ ofCycle: 2, kind: 'complaint' });
    expect((await look(staff.supervisor, due)).stage).toBe('recorded');
  });

  test('[D-09] one that is being worked on again already stays as it is', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    const due = await visitOf(ticket);
    const again = await act(staff.front_desk, ticket, 'reopen', { reason: '又漏' });
    await act(staff.steward, due, 'record', { ...report(), satisfaction: 'dissatisfied' });
    expect(await look(staff.supervisor, ticket)).toMatchObject({ stage: again.stage, cycle: 2 });
  });

  test('[D-07] the second and third visit of an unsettled matter are on site, from the fourth the telephone will do', async () => {
    const complaint = await aComplaint();
    await act(staff.supervisor, complaint, 'assign', { handler: staff.clerk.staffId });
    const unhappy = { ...report(), satisfaction: 'dissatisfied' };
    for (const ordinal of [1, 2, 3, 4]) {
      await finished(complaint);
      const due = await dueOf(complaint);
      if (ordinal === 2 || ordinal === 3) {
        expect(await refused(staff.steward, due, 'record', report())).toMatchObject({
          ...{ status: 409, code: 'VISIT_MUST_BE_ON_SITE', field: 'form' },
          ...{ ordinal, phoneFrom: 4 },
        });
        await act(staff.steward, due, 'record', { ...unhappy, ...SIGNED });
      } else await act(staff.steward, due, 'record', ordinal === 4 ? report() : unhappy);
    }
    expect((await look(staff.supervisor, complaint)).stage).toBe('completed');
  });

  test('[D-07] a manager says from which visit on; the rule holds from then, without a restart', async () => {
    const rules = office.strapi.documents('api::visit-policy.visit-policy');
    const rule = (await rules.findMany({})).at(0);
    expect(rule).toMatchObject({ onSiteFromVisit: 2, phoneFromVisit: 4, triesBeforeExemption: 3 });
    const path = `/content-manager/collection-types/api::visit-policy.visit-policy/${rule?.documentId}`;
    const set = (who: keyof Staff, data: object) => staff[who].agent.put(path).send(data);
    expect((await set('steward', { onSiteFromVisit: 1 })).status).toBe(403);
    const order = await set('manager', { onSiteFromVisit: 3, phoneFromVisit: 2 });
    expect(order).toMatchObject({ status: 422, body: { error: { details: { field: 'phoneFromVisit' } } } });
    expect((await set('manager', { onSiteFromVisit: 1, phoneFromVisit: 4 })).status).toBe(200);
    const { ticket } = await repairUntil(staff, 'finish');
    const due = await visitOf(ticket);
    expect(await refused(staff.steward, due, 'record', report())).toMatchObject({
      code: 'VISIT_MUST_BE_ON_SITE',
      ordinal: 1,
    });
    await set('manager', { onSiteFromVisit: 2 });
    expect((await act(staff.steward, due, 'record', report())).stage).toBe('recorded');
  });
});

describe('who is not visited', () => {
  test('[D-01] an anonymous complaint is exempt by the rule, on record, with no clock', async () => {
    const nameless = await open(staff.front_desk, 'ticket', { kind: 'complaint', matter: '有人高空抛物' });
    const visit = await visitOf(await finished(nameless));
    expect(visit).toMatchObject({ stage: 'exempt', record: { exemptReason: 'anonymous' } });
    expect(visit.clocks.filter(({ name }) => name === 'visit')).toEqual([]);
    const { actions } = await look(staff.manager, visit);
    expect(actions.map(({ name }) => name)).toEqual([]);
    const repair = await repairUntil(staff, 'finish');
    expect((await visitOf(repair.ticket)).stage).toBe('due');
  });

  test('[D-01] unreachable is who was sought on three days; a superior who did not ask approves', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    const due = await visitOf(ticket);
    const asked = { exemptReason: 'unreachable', exemptNote: '三次均无人应答' };
    const seek = () => act(staff.supervisor, due, 'attempt', { form: 'phone', outcome: 'no_answer' });
    await seek();
    await seek();
    time.set(TEN + DAY);
    await seek();
    expect(await refused(staff.supervisor, due, 'ask_exemption', asked)).toMatchObject({
      ...{ status: 409, code: 'VISIT_TRIES_TOO_FEW', field: 'exemptReason' },
      ...{ sought: 2, needed: 3 },
    });
    time.set(TEN + DAY + 16 * HOUR);
    await seek();
    const asking = await act(staff.supervisor, due, 'ask_exemption', asked);
    expect(asking.stage).toBe('exempting');
    expect(clock(asking, 'visit').state).toBe('running');
    expect(await refused(staff.steward, due, 'exempt')).toMatchObject({ status: 403, code: 'NOT_ENTITLED' });
    expect(await refused(staff.supervisor, due, 'exempt')).toMatchObject({
      status: 403,
      code: 'EXEMPTION_BY_THE_ASKER',
    });
    const exempt = await act(staff.department_head, due, 'exempt', { note: '情况属实' });
    expect(exempt).toMatchObject({
      stage: 'exempt',
      record: { ...asked, exemptAskedBy: staff.supervisor.staffId },
    });
    expect(clock(exempt, 'visit')).toMatchObject({ state: 'stopped', verdict: 'released' });
    expect(await attemptsOf(due)).toHaveLength(4);
  });

  test('[D-01] a refusal must be on record; an exemption denied leaves the visit due', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    const due = await visitOf(ticket);
    const asked = { exemptReason: 'refused', exemptNote: '业主称无需回访' };
    expect(await refused(staff.steward, due, 'ask_exemption', asked)).toMatchObject({
      code: 'REFUSAL_NOT_ON_RECORD',
    });
    expect(
      await refused(staff.steward, due, 'ask_exemption', { ...asked, exemptReason: 'anonymous' }),
    ).toMatchObject({
      ...{ status: 422, code: 'INPUT_INVALID', field: 'exemptReason' },
    });
    await act(staff.steward, due, 'attempt', { form: 'on_site', outcome: 'refused' });
    await act(staff.steward, due, 'ask_exemption', asked);
    const denied = await act(staff.supervisor, due, 'deny_exemption', { reason: '请改日再访' });
    expect(denied).toMatchObject({ stage: 'due', record: { exemptReason: null } });
    expect((await act(staff.steward, due, 'record', report())).stage).toBe('recorded');
  });

  test('[D-01] the figures count the exempt apart, and what was asked for beside the rule not at all', async () => {
    const since = TEN + 100 * DAY;
    time.set(since);
    const nameless = await open(staff.front_desk, 'ticket', { kind: 'complaint', matter: '噪声' });
    await finished(nameless);
    const done = await finished(await aComplaint());
    await act(staff.steward, await visitOf(done), 'record', report());
    await act(staff.supervisor, done, 'request_visit', { kind: 'questionnaire' });
    await finished(await aComplaint());
    const day = iso(since + 8 * HOUR).slice(0, 10);
    const answer = await staff.supervisor.agent.get(`/office/figures?from=${day}&to=${day}`);
    const { visits } = (answer.body as { data: { figures: { visits: object } } }).data.figures;
    expect(visits).toMatchObject({ owed: 2, exempt: 1, due: 1 });
  });
});

describe('a major complaint', () => {
  test('[D-07] is never visited by phone alone; a call in vain may be noted', async () => {
    const complaint = await aComplaint({ complaintClass: 'serious' });
    const due = await visitOf(await finished(complaint));
    expect(await refused(staff.steward, due, 'record', report())).toMatchObject({
      ...{ status: 409, code: 'SERIOUS_COMPLAINT_BY_PHONE', field: 'form' },
    });
    await act(staff.steward, due, 'attempt', { form: 'phone', outcome: 'no_answer' });
    expect((await act(staff.steward, due, 'record', { ...report(), ...SIGNED })).stage).toBe('recorded');
  });
});

describe('what comes up on a visit', () => {
  test('[D-06] a new matter becomes a request of its own in the same step, tied to the visit', async () => {
    const unit = await aUnit(office.strapi);
    const ticket = await finished(await aComplaint({ unit, requesterName: '王女士' }));
    const due = await visitOf(ticket);
    const done = await act(staff.steward, due, 'record', { ...report(), newMatter: '楼道灯不亮' });
    const raised = done.related.filter(
      ({ type, documentId }) => type === 'ticket' && documentId !== ticket.documentId,
    );
    expect(raised).toHaveLength(1);
    expect(await look(staff.supervisor, raised[0] as CaseSeen)).toMatchObject({
      stage: 'registered',
      record: {
        ...{ matter: '楼道灯不亮', channel: 'return_visit', kind: 'repair', unit, requesterName: '王女士' },
        raisedOnVisit: due.documentId,
      },
    });
  });

  test('[D-06] more of them are raised one by one, by those who visit and nobody else', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    const due = await visitOf(ticket);
    const matter = { matter: '绿化带枯树', kind: 'repair', urgency: 'ordinary' };
    expect(await refused(staff.technician, due, 'raise', matter)).toMatchObject({ status: 403 });
    expect(await refused(staff.steward, due, 'raise', { ...matter, matter: ' ' })).toMatchObject({
      code: 'TEXT_EMPTY',
      field: 'matter',
    });
    await act(staff.steward, due, 'raise', matter);
    const seen = await act(staff.steward, due, 'raise', { matter: '电梯异响', kind: 'repair' });
    expect(seen.related.filter(({ type }) => type === 'ticket')).toHaveLength(3);
    expect(seen.stage).toBe('due');
  });
});

describe('what cannot be answered on a visit', () => {
  test('[D-06] gets an agreed time for the answer; what is answered on the spot is settled with it', async () => {
    const done = await finished(await aComplaint());
    const due = await visitOf(done);
    const idea = { newMatter: '能否增设充电桩', newMatterKind: 'suggestion' };
    const no = (given: object) => refused(staff.steward, due, 'record', { ...report(), ...given });
    const field = 'promisedReplyAt';
    expect(await no(idea)).toMatchObject({ status: 422, code: 'PROMISE_MISSING', field });
    const past = { ...idea, promisedReplyAt: iso(TEN - HOUR) };
    expect(await no(past)).toMatchObject({ status: 422, code: 'PROMISE_PAST', field });
    expect(await no({ promisedReplyAt: iso(TEN + DAY) })).toMatchObject({
      code: 'TEXT_EMPTY',
      field: 'newMatter',
    });
    expect((await look(staff.supervisor, due)).stage).toBe('due');
    const visit = await act(staff.steward, due, 'record', {
      ...{ ...report(), ...idea },
      promisedReplyAt: iso(TEN + 2 * DAY),
    });
    await act(staff.steward, due, 'raise', { matter: '物业费怎么算', kind: 'inquiry', answer: '已当面说明' });
    expect(await refused(staff.steward, due, 'raise', { matter: '何时绿化', kind: 'inquiry' })).toMatchObject(
      {
        ...{ code: 'PROMISE_MISSING', field },
      },
    );
    const raised = (await look(staff.supervisor, visit)).related.filter(
      ({ type, documentId }) => type === 'ticket' && documentId !== done.documentId,
    );
    const seen = await Promise.all(raised.map((one) => look(staff.supervisor, one as CaseSeen)));
    expect(seen).toMatchObject([
      { stage: 'registered', record: { kind: 'suggestion', promisedReplyAt: iso(TEN + 2 * DAY) } },
      { stage: 'closed', record: { kind: 'inquiry', result: '已当面说明' } },
    ]);
  });
});

describe('visits asked for beside the rule', () => {
  test.each(['questionnaire', 'complaint', 'suggestion', 'repair_quality'])(
    '[D-05] a superior asks for a visit of the kind %s about what is finished',
    async (kind) => {
      const idea = await open(staff.front_desk, 'ticket', {
        kind: 'suggestion',
        matter: '增设充电桩',
        promisedReplyAt: iso(time.now() + DAY),
      });
      expect(await refused(staff.supervisor, idea, 'request_visit', { kind })).toMatchObject({
        code: 'STAGE_WRONG',
      });
      const done = await finished(idea);
      expect(done.related).toEqual([]);
      expect(await refused(staff.technician, idea, 'request_visit', { kind })).toMatchObject({ status: 403 });
      await act(staff.supervisor, idea, 'request_visit', { kind, reason: '了解落实情况' });
      const visit = await visitOf(idea);
      expect(visit).toMatchObject({
        stage: 'due',
        record: { kind, requested: true, requestReason: '了解落实情况' },
      });
      expect(clock(visit, 'visit').dueAt).toBe(iso(TEN + 2 * DAY));
      expect(await refused(staff.steward, idea, 'request_visit', { kind })).toMatchObject({
        status: 409,
        code: 'VISIT_ALREADY_DUE',
      });
    },
  );

  test('[D-05] one that was asked for does not stand in for the one that is owed', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    await act(staff.supervisor, ticket, 'request_visit', { kind: 'questionnaire' });
    await act(staff.front_desk, ticket, 'reopen', { reason: '又漏' });
    await act(staff.front_desk, ticket, 'apologise', SORRY);
    await act(staff.front_desk, ticket, 'complete');
    const visits = (await look(staff.supervisor, ticket)).related.filter(
      ({ type }) => type === 'return-visit',
    );
    const seen = await Promise.all(visits.map((visit) => look(staff.supervisor, visit as CaseSeen)));
    expect(seen.map(({ record }) => [record.kind, record.requested, record.ofCycle])).toEqual([
      ['repair_quality', false, 2],
      ['questionnaire', true, 1],
    ]);
  });
});
