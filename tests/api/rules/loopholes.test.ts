import {
  act,
  DAY,
  kin,
  look,
  notOpened,
  open,
  refused,
  repairUntil,
  stopTime,
  type OfficeTime,
} from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import {
  aUnit,
  dispatchByHand,
  employ,
  outsideSystem,
  staffOf,
  type Colleague,
  type Staff,
} from '../../support/people';

/** 10:00 in Shanghai on a working Friday. */
const TEN = Date.parse('2026-11-20T02:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();

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

const asked = { kind: 'help', matter: '帮忙搬运', promisedReplyAt: iso(TEN + 9 * DAY) };

describe('a text that nobody can see', () => {
  test.each(['\u200b', '\u2060\ufeff', '\u3164', '\u2800', '\u00ad', '\u3000 \t\n'])(
    '[A-01] is no reason, and no matter: %j',
    async (nothing) => {
      const seen = await open(staff.front_desk, 'ticket', { matter: '路灯不亮' });
      expect(await refused(staff.front_desk, seen, 'cancel', { reason: nothing })).toMatchObject({
        status: 422,
        code: 'TEXT_EMPTY',
        field: 'reason',
      });
      expect(await notOpened(staff.front_desk, 'ticket', { matter: nothing })).toMatchObject({
        status: 422,
        code: 'TEXT_EMPTY',
        field: 'matter',
      });
    },
  );

  test('[B-02] overrides no emergency, and [A-09] is no name', async () => {
    const urgent = await open(staff.front_desk, 'ticket', {
      matter: '电梯困人',
      urgency: 'ordinary',
      urgencyReason: '\u200b',
    });
    expect(urgent.record.urgency).toBe('urgent');
    const complaint = await open(staff.front_desk, 'ticket', {
      kind: 'complaint',
      matter: '保安态度差',
      requesterName: '\u200b\u3164',
    });
    expect(complaint.record.anonymous).toBe(true);
  });

  test('[B-07] signs nothing', async () => {
    const { order } = await repairUntil(staff, 'finish');
    expect(
      await refused(staff.technician, order, 'sign', { signerName: '\u200b', signature: '\u200b' }),
    ).toMatchObject({ status: 422 });
  });
});

describe('a request that is taken up again', () => {
  const leaves = (who: Colleague) =>
    staff.manager.agent
      .put(`/content-manager/collection-types/api::staff-member.staff-member/${who.staffId}`)
      .send({ active: false })
      .expect(200);

  test('[A-10] is not given to who has left since', async () => {
    const handler = await employ(office, 'technician', { superior: staff.supervisor });
    const ticket = await open(staff.front_desk, 'ticket', asked);
    await act(staff.front_desk, ticket, 'assign', { handler: handler.staffId });
    await act(staff.front_desk, ticket, 'complete', { result: '已搬' });
    await leaves(handler);
    const again = await act(staff.front_desk, ticket, 'reopen', { reason: '还有一箱' });
    expect(again).toMatchObject({ stage: 'registered', record: { handler: null } });
  });

  test('[B-03] stays with the contractor who had it', async () => {
    const { documentId: contractor } = await office.strapi
      .documents('api::contractor.contractor')
      .create({ data: { name: '搬家公司', code: 'BJGS' } as never });
    const ticket = await open(staff.front_desk, 'ticket', asked);
    await act(staff.front_desk, ticket, 'assign', { contractor });
    await act(staff.front_desk, ticket, 'complete', { result: '已搬' });
    const again = await act(staff.front_desk, ticket, 'reopen', { reason: '还有一箱' });
    expect(again).toMatchObject({ stage: 'assigned', record: { contractor } });
  });

  test('[C-12] is not finished before it was', async () => {
    const ticket = await open(staff.front_desk, 'ticket', asked);
    await act(staff.front_desk, ticket, 'complete', { result: '已搬' });
    time.set(TEN + 3 * DAY);
    await act(staff.front_desk, ticket, 'reopen', { reason: '还有一箱' });
    const early = { result: '已搬', completedAt: iso(TEN + DAY) };
    expect(await refused(staff.front_desk, ticket, 'complete', early)).toMatchObject({
      status: 422,
      code: 'MOMENT_BEFORE_STEP',
      field: 'completedAt',
    });
  });

  test('[D-01] owes its visit anew: an exemption asked for before says nothing of the work done since', async () => {
    const { ticket } = await repairUntil(staff, 'file');
    const visit = kin(await look(staff.supervisor, ticket), 'return-visit');
    for (let day = 1; day <= 3; day += 1) {
      time.set(TEN + day * DAY);
      await act(staff.steward, visit, 'attempt', { form: 'phone', outcome: 'no_answer' });
    }
    const exemption = { exemptReason: 'unreachable', exemptNote: '三天无人应答' };
    await act(staff.steward, visit, 'ask_exemption', exemption);
    await act(staff.front_desk, ticket, 'reopen', { reason: '又漏水' });
    await act(staff.front_desk, ticket, 'apologise', { apology: '已致歉' });
    await act(staff.supervisor, ticket, 'complete', { result: '已修好' });
    expect(await look(staff.supervisor, visit)).toMatchObject({
      stage: 'due',
      record: { ofCycle: 2, exemptReason: null, exemptAskedBy: null },
    });
    expect(await refused(staff.supervisor, visit, 'exempt')).toMatchObject({ code: 'STAGE_WRONG' });
    expect(await refused(staff.steward, visit, 'ask_exemption', exemption)).toMatchObject({
      code: 'VISIT_TRIES_TOO_FEW',
      sought: 0,
    });
  });
});

describe('what only the office itself puts on record', () => {
  test('[D-06] a request cannot claim to have come up on a visit or a call', async () => {
    const { ticket } = await repairUntil(staff, 'file');
    const { documentId: raisedOnVisit } = kin(await look(staff.supervisor, ticket), 'return-visit');
    const call = await open(staff.steward, 'house-call', {
      unit: await aUnit(office.strapi),
      interviewee: '赵女士',
      said: '一切正常',
    });
    const site = await outsideSystem(office, 'api::ticket.ticket.create');
    for (const [field, claim] of [
      ['raisedOnVisit', { raisedOnVisit }],
      ['raisedOnCall', { raisedOnCall: call.documentId }],
    ] as const) {
      const input = { matter: '路灯不亮', ...claim };
      expect(await notOpened(staff.front_desk, 'ticket', input)).toMatchObject({
        status: 422,
        code: 'FIELD_GUARDED',
        field,
      });
      expect(await site.post('/api/tickets').send({ data: input })).toMatchObject({
        status: 422,
        body: { error: { details: { code: 'FIELD_GUARDED', field } } },
      });
    }
  });

  test('[A-09] who complained by name is not made nameless: visit and outcome stay owed', async () => {
    const complaint = await open(staff.front_desk, 'ticket', {
      kind: 'complaint',
      matter: '保安态度差',
      requesterName: '李先生',
      contactPhone: '13800138000',
    });
    const nameless = { requesterName: null, contactPhone: null };
    expect(await refused(staff.front_desk, complaint, 'edit', nameless)).toMatchObject({
      status: 409,
      code: 'COMPLAINANT_KNOWN',
      field: 'requesterName',
    });
    await act(staff.front_desk, complaint, 'edit', { requesterName: null });
    const kept = await look(staff.supervisor, complaint);
    expect(kept.record).toMatchObject({ requesterName: null, anonymous: false });
  });

  test('[B-03] a team of which nobody is left is sent nowhere, whatever the reason', async () => {
    const { documentId: team } = await office.strapi
      .documents('api::team.team')
      .create({ data: { name: '空班', code: 'KONGBAN' } as never });
    const ticket = await open(staff.front_desk, 'ticket', { matter: '路灯不亮' });
    for (const action of ['assign', 'dispatch'])
      expect(
        await refused(staff.front_desk, ticket, action, { team, overrideReason: '就派他们' }),
      ).toMatchObject({ status: 422, code: 'TEAM_WITHOUT_MEMBERS', field: 'team' });
  });

  test('[A-03] a reply is promised within a year', async () => {
    for (const promisedReplyAt of ['9999-12-31T23:59:59Z', iso(TEN + 367 * DAY)])
      expect(await notOpened(staff.front_desk, 'ticket', { ...asked, promisedReplyAt })).toMatchObject({
        status: 422,
        code: 'PROMISE_TOO_FAR',
        field: 'promisedReplyAt',
      });
  });

  test('[D-12] no plan of calls is given to a steward who has left', async () => {
    const gone = await employ(office, 'steward');
    await office.strapi
      .documents('api::staff-member.staff-member')
      .update({ documentId: gone.staffId, data: { active: false } as never });
    const { documentId: community } = await office.strapi
      .documents('api::community.community')
      .create({ data: { name: '南苑', code: 'NY-L' } as never });
    expect(
      await notOpened(staff.supervisor, 'house-call-plan', {
        title: '冬季走访',
        community,
        steward: gone.staffId,
        periodFrom: '2026-11-01',
        periodTo: '2026-12-31',
      }),
    ).toMatchObject({ status: 422, code: 'VISITOR_INACTIVE', field: 'steward' });
  });

  test('[C-08] nobody hears of an outcome before it is known', async () => {
    const complaint = await open(staff.front_desk, 'ticket', {
      kind: 'complaint',
      matter: '保安态度差',
      requesterName: '李先生',
    });
    time.set(TEN + 3 * DAY);
    await act(staff.supervisor, complaint, 'record_outcome', { outcome: '已批评教育' });
    const early = { outcomeToldTo: '李先生', outcomeToldAt: iso(TEN + DAY) };
    expect(await refused(staff.supervisor, complaint, 'tell_outcome', early)).toMatchObject({
      status: 422,
      code: 'MOMENT_BEFORE_STEP',
      field: 'outcomeToldAt',
    });
  });
});
