import {
  act,
  clock,
  DAY,
  HOUR,
  look,
  MINUTE,
  notOpened,
  open,
  refused,
  stopTime,
  type CaseSeen,
  type OfficeTime,
} from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { coded, staffOf, type Staff } from '../../support/people';

/** 10:00 in Shanghai on a working Friday. */
const TEN = Date.parse('2026-11-20T02:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();
/** The end of that day in Shanghai. */
const MIDNIGHT = '2026-11-20T16:00:00.000Z';

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

const complain = (data: object = {}): Promise<CaseSeen> =>
  open(staff.front_desk, 'ticket', {
    kind: 'complaint',
    matter: '保洁员辱骂住户',
    requesterName: '李先生',
    contactPhone: '13800138000',
    ...data,
  });

const of = (complaintClass: string, data: object = {}) => complain({ complaintClass, ...data });

const told = async (seen: Pick<CaseSeen, 'documentId'>) =>
  (
    (await office.strapi.db
      .query('api::outbox-message.outbox-message')
      .findMany({ where: { caseId: seen.documentId }, orderBy: { id: 'asc' } })) as {
      template: string;
      recipientName: string;
    }[]
  ).map(({ template, recipientName }) => [template, recipientName]);

const MEETING = {
  meetingPlace: '3 栋大堂',
  meetingPresent: '客服部、工程部负责人',
  meetingResult: '各自承担一半',
};

describe('the register of complaints', () => {
  test('[E-01] keeps time, place, person and department complained of, what happened and what is demanded', async () => {
    const given = {
      occurredAt: iso(TEN - DAY),
      occurredPlace: '3 栋大堂',
      complainedOf: '保洁员张某',
      complainedDepartment: await coded(office.strapi, 'department', 'environment'),
      demand: '当面道歉',
      demandedBy: iso(TEN + DAY),
    };
    const seen = await complain(given);
    expect(seen.number).toMatch(/^TS-/);
    expect(seen.record).toMatchObject({ ...given, matter: '保洁员辱骂住户', anonymous: false });
    const edited = await act(staff.front_desk, seen, 'edit', { demand: '书面道歉' });
    expect(edited.record.demand).toBe('书面道歉');
    expect(
      await notOpened(staff.front_desk, 'ticket', {
        kind: 'complaint',
        matter: '噪声',
        occurredAt: iso(TEN + HOUR),
      }),
    ).toMatchObject({ status: 422, code: 'MOMENT_IN_FUTURE', field: 'occurredAt' });
  });

  test('[A-09] without name and contact is anonymous: worked, and nobody is visited', async () => {
    const seen = await open(staff.front_desk, 'ticket', { kind: 'complaint', matter: '有人高空抛物' });
    expect(seen.record.anonymous).toBe(true);
    await act(staff.front_desk, seen, 'classify', { complaintClass: 'minor' });
    await act(staff.front_desk, seen, 'find_cause', {
      complaintCause: 'by_resident',
      finding: '监控锁定楼层',
    });
    const done = await act(staff.front_desk, seen, 'complete', { result: '张贴告示并加装监控' });
    expect(done.related.filter(({ type }) => type === 'return-visit')).toMatchObject([{ stage: 'exempt' }]);
    expect(done.clocks.map(({ name }) => name)).not.toContain('outcome');
    const closed = await act(staff.front_desk, seen, 'close', {
      confirmedWith: '前台',
      noAnswerReason: '匿名投诉',
    });
    expect(closed.stage).toBe('closed');
  });

  test('[A-09] is not anonymous any more when the caller gives a name', async () => {
    const seen = await open(staff.front_desk, 'ticket', { kind: 'complaint', matter: '噪声' });
    const named = await act(staff.front_desk, seen, 'edit', { requesterName: '周女士' });
    expect(named.record.anonymous).toBe(false);
    const repair = await open(staff.front_desk, 'ticket', { matter: '灯不亮' });
    expect(repair.record.anonymous).toBeNull();
  });
});

describe('classes', () => {
  test.each([
    ['serious', 'director', 10 * DAY, 'C-05'],
    ['important', 'department_head', 3 * DAY, 'C-06'],
    ['minor', 'supervisor', 2 * DAY, 'C-07'],
  ] as const)('[E-02] %s is told to the %s and has a promise of its own', async (given, post, span, rule) => {
    const seen = await of(given);
    expect(seen.record).toMatchObject({ complaintClass: given, countsAsFault: true });
    expect(clock(seen, 'solve')).toMatchObject({ rule, startedAt: iso(TEN), dueAt: iso(TEN + span) });
    expect(await told(seen)).toContainEqual([`complaint_${given}`, staff[post].name]);
  });

  test('[E-02] may be given later, and is changed with a reason; what is used stays used', async () => {
    const seen = await complain();
    expect(clock(seen, 'solve').dueAt).toBe(iso(TEN + 2 * DAY));
    time.set(TEN + 5 * HOUR);
    expect(
      clock(await act(staff.steward, seen, 'classify', { complaintClass: 'important' }), 'solve'),
    ).toMatchObject({ rule: 'C-06', startedAt: iso(TEN), dueAt: iso(TEN + 3 * DAY), verdict: null });
    expect(await refused(staff.supervisor, seen, 'classify', { complaintClass: 'serious' })).toMatchObject({
      status: 422,
      code: 'CHANGE_REASON_MISSING',
    });
    expect(
      await refused(staff.supervisor, seen, 'classify', { complaintClass: 'important', reason: '同' }),
    ).toMatchObject({ status: 409, code: 'CLASS_UNCHANGED' });
    const up = await act(staff.supervisor, seen, 'classify', {
      complaintClass: 'serious',
      reason: '媒体介入',
    });
    expect(clock(up, 'solve')).toMatchObject({ rule: 'C-05', dueAt: iso(TEN + 10 * DAY) });
    expect(up.activities[0]).toMatchObject({ action: 'classify', note: '媒体介入' });
    const down = await act(staff.supervisor, seen, 'classify', { complaintClass: 'minor', reason: '误会' });
    expect(clock(down, 'submit_up').verdict).toBe('released');
  });

  test.each(['technician', 'finance', 'security'] as const)(
    '[E-02] is not given by the post of %s, and not by an edit',
    async (post) => {
      const seen = await complain();
      expect(await refused(staff[post], seen, 'classify', { complaintClass: 'minor' })).toMatchObject({
        status: 403,
      });
      expect(await refused(staff.front_desk, seen, 'edit', { complaintClass: 'minor' })).toMatchObject({
        status: 422,
      });
    },
  );

  test('[E-02] is for complaints only, whose actions no repair is offered', async () => {
    expect(
      await notOpened(staff.front_desk, 'ticket', { matter: '灯不亮', complaintClass: 'minor' }),
    ).toMatchObject({ status: 422, code: 'NOT_A_COMPLAINT', field: 'complaintClass' });
    const repair = await open(staff.front_desk, 'ticket', { matter: '灯不亮' });
    const offered = repair.actions.map(({ name }) => name);
    expect(offered.filter((name) => /classify|apolog|outcome|submit_up|escalate/.test(name))).toEqual([]);
    expect(await refused(staff.manager, repair, 'apologise', { apology: '对不起' })).toMatchObject({
      status: 403,
    });
  });

  test('[E-07] invalid is still helped within its promise, and kept out of the faults', async () => {
    const seen = await of('invalid');
    expect(seen.record.countsAsFault).toBe(false);
    expect(clock(seen, 'solve')).toMatchObject({ rule: 'E-07', dueAt: iso(TEN + 2 * DAY) });
    const done = await act(staff.front_desk, seen, 'complete', { result: '已协调邻里' });
    expect(done.stage).toBe('completed');
    const valid = await complain();
    const upheld = await act(staff.front_desk, valid, 'classify', { complaintClass: 'minor' });
    expect(upheld.record.countsAsFault).toBe(true);
  });
});

describe('promises', () => {
  test('[C-05] a major complaint is before the director the same day, and answered within two', async () => {
    const seen = await of('serious');
    expect(clock(seen, 'submit_up')).toMatchObject({ rule: 'C-05', dueAt: MIDNIGHT });
    expect(clock(seen, 'reply')).toMatchObject({ rule: 'C-05', dueAt: iso(TEN + 2 * DAY) });
    time.set(TEN + HOUR);
    const sent = await act(staff.front_desk, seen, 'submit_up', { note: '附现场照片' });
    expect(sent.record).toMatchObject({
      submittedAt: iso(TEN + HOUR),
      submittedTo: staff.director.staffId,
    });
    expect(clock(sent, 'submit_up').verdict).toBe('kept');
    expect(await told(seen)).toContainEqual(['complaint_submitted', staff.director.name]);
    expect(await refused(staff.supervisor, seen, 'acknowledge')).toMatchObject({ status: 403 });
    const received = await act(staff.director, seen, 'acknowledge', { instruction: '工程部今日整改' });
    expect(received.record).toMatchObject({
      acknowledgedBy: staff.director.name,
      instruction: '工程部今日整改',
    });
    expect(await refused(staff.director, seen, 'acknowledge')).toMatchObject({
      code: 'ALREADY_ACKNOWLEDGED',
    });
  });

  test('[C-05] not before him by the end of the day, it climbs', async () => {
    const seen = await of('serious');
    await time.pass(15 * HOUR + 5 * MINUTE);
    expect(clock(await look(staff.director, seen), 'submit_up').verdict).toBe('broken');
    expect(await told(seen)).toContainEqual(['clock_escalated', staff.director.name]);
  });

  test('[C-06] an important complaint is with the head of department within the hour', async () => {
    const seen = await of('important');
    expect(clock(seen, 'submit_up')).toMatchObject({ rule: 'C-06', dueAt: iso(TEN + HOUR) });
    time.set(TEN + 50 * MINUTE);
    const got = await act(staff.department_head, seen, 'acknowledge');
    expect(clock(got, 'submit_up').verdict).toBe('kept');
    const minor = await of('minor');
    expect(await refused(staff.front_desk, minor, 'submit_up')).toMatchObject({ code: 'NOTHING_TO_SUBMIT' });
  });

  test('[C-07] a minor complaint has two days, or the time that the owner asked for if that is sooner', async () => {
    const soon = await of('minor', { demandedBy: iso(TEN + 20 * HOUR) });
    expect(clock(soon, 'solve').dueAt).toBe(iso(TEN + 20 * HOUR));
    const later = await act(staff.front_desk, soon, 'edit', { demandedBy: iso(TEN + 5 * DAY) });
    expect(clock(later, 'solve').dueAt).toBe(iso(TEN + 2 * DAY));
    expect(clock(await of('minor', { demandedBy: iso(TEN + 5 * DAY) }), 'solve').dueAt).toBe(
      iso(TEN + 2 * DAY),
    );
  });

  test('[C-08] the complainant hears the outcome on the day it is known, before the complaint closes', async () => {
    const seen = await of('minor');
    await act(staff.front_desk, seen, 'find_cause', { complaintCause: 'by_resident', finding: '邻居装修' });
    expect(await refused(staff.front_desk, seen, 'tell_outcome', { outcomeToldTo: '李先生' })).toMatchObject({
      code: 'OUTCOME_MISSING',
    });
    const done = await act(staff.front_desk, seen, 'complete', { result: '邻居已停工' });
    expect(done.record).toMatchObject({ outcome: '邻居已停工', outcomeKnownAt: iso(TEN) });
    expect(clock(done, 'outcome')).toMatchObject({ rule: 'C-08', dueAt: MIDNIGHT });
    const confirmed = { confirmedWith: '李先生', satisfaction: 'satisfied' };
    expect(await refused(staff.front_desk, seen, 'close', confirmed)).toMatchObject({
      status: 409,
      code: 'OUTCOME_NOT_TOLD',
    });
    const heard = await act(staff.front_desk, seen, 'tell_outcome', { outcomeToldTo: '李先生' });
    expect(clock(heard, 'outcome').verdict).toBe('kept');
    expect((await act(staff.front_desk, seen, 'close', confirmed)).stage).toBe('closed');
    const again = await act(staff.supervisor, seen, 'reopen', { reason: '又施工' });
    expect(again.record).toMatchObject({ outcome: null, outcomeToldAt: null });
  });
});

describe('settling', () => {
  const cause = (seen: CaseSeen, complaintCause: string) =>
    act(staff.front_desk, seen, 'find_cause', { complaintCause, finding: '经核实属实' });

  test('[E-03] the company at fault apologises before the complaint is settled', async () => {
    const seen = await of('minor');
    await cause(seen, 'by_company');
    expect(await refused(staff.front_desk, seen, 'complete', { result: '已整改' })).toMatchObject({
      status: 409,
      code: 'APOLOGY_MISSING',
    });
    const sorry = await act(staff.supervisor, seen, 'apologise', { apology: '上门致歉，业主接受' });
    expect(sorry.record).toMatchObject({ apologisedAt: iso(TEN), apologisedBy: staff.supervisor.name });
    expect((await act(staff.front_desk, seen, 'complete', { result: '已整改' })).stage).toBe('completed');
  });

  test('[E-03] where several are at fault the heads concerned meet on site first', async () => {
    const seen = await of('minor');
    await cause(seen, 'by_several');
    const complete = { result: '已协调' };
    expect(await refused(staff.front_desk, seen, 'complete', complete)).toMatchObject({
      code: 'JOINT_MEETING_MISSING',
    });
    const met = (meetingOnSite: boolean) =>
      act(staff.supervisor, seen, 'record_meeting', { ...MEETING, meetingAt: iso(TEN), meetingOnSite });
    await met(false);
    expect(await refused(staff.front_desk, seen, 'complete', complete)).toMatchObject({
      code: 'JOINT_MEETING_MISSING',
    });
    expect((await met(true)).record).toMatchObject({ ...MEETING, meetingAt: iso(TEN), meetingOnSite: true });
    expect((await act(staff.front_desk, seen, 'complete', complete)).stage).toBe('completed');
  });

  test('[E-03] a cause found late holds the closing back, and so does none at all', async () => {
    const seen = await of('minor');
    await act(staff.front_desk, seen, 'complete', { result: '已处理' });
    await act(staff.front_desk, seen, 'tell_outcome', { outcomeToldTo: '李先生' });
    const confirmed = { confirmedWith: '李先生', satisfaction: 'fair' };
    expect(await refused(staff.front_desk, seen, 'close', confirmed)).toMatchObject({
      code: 'COMPLAINT_CAUSE_MISSING',
    });
    await cause(seen, 'by_company');
    expect(await refused(staff.front_desk, seen, 'close', confirmed)).toMatchObject({
      code: 'APOLOGY_MISSING',
    });
    await act(staff.front_desk, seen, 'apologise', { apology: '电话致歉' });
    expect((await act(staff.front_desk, seen, 'close', confirmed)).stage).toBe('closed');
  });

  test('[E-05] what a department cannot solve goes up, and those responsible meet upon it', async () => {
    const seen = await of('important');
    time.set(TEN + HOUR);
    expect(await refused(staff.front_desk, seen, 'escalate', {})).toMatchObject({ field: 'reason' });
    expect(await refused(staff.technician, seen, 'escalate', { reason: '推不动' })).toMatchObject({
      status: 403,
    });
    await act(staff.department_head, seen, 'escalate', { reason: '涉及开发商，部门无法解决' });
    expect(await told(seen)).toContainEqual(['complaint_escalated', staff.director.name]);
    const complete = { result: '达成一致' };
    await act(staff.director, seen, 'record_meeting', { ...MEETING, meetingAt: iso(TEN + 30 * MINUTE) });
    expect(await refused(staff.front_desk, seen, 'complete', complete)).toMatchObject({
      code: 'MEETING_MISSING',
    });
    time.set(TEN + 3 * HOUR);
    await act(staff.director, seen, 'record_meeting', { ...MEETING, meetingAt: iso(TEN + 2 * HOUR) });
    expect((await act(staff.front_desk, seen, 'complete', complete)).stage).toBe('completed');
  });
});
