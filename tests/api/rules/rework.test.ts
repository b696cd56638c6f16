import {
  act,
  DAY,
  kin,
  look,
  open,
  refused,
  repairUntil,
  stopTime,
  type CaseSeen,
  type OfficeTime,
} from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { aUnit, coded, employ, staffOf, type Colleague, type Staff } from '../../support/people';

/** 10:00 in Shanghai on a working Friday. */
const TEN = Date.parse('2026-11-20T02:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();

let office: Office;
let staff: Staff;
let time: OfficeTime;
let mate: Colleague;
beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  mate = await employ(office, 'technician', { superior: staff.supervisor });
  time = stopTime(office, TEN);
});
afterAll(() => office.close());
beforeEach(() => time.set(TEN));

const home = () => aUnit(office.strapi);

const report = async (unit: string, code = 'SD-01', more: object = {}) =>
  open(staff.front_desk, 'ticket', {
    matter: '水龙头漏水',
    unit,
    category: await coded(office.strapi, 'category', code),
    ...more,
  });

/** A tap that was put right by the technician, at ten. */
async function finished(unit: string): Promise<{ ticket: CaseSeen; order: CaseSeen }> {
  const register = { unit, category: await coded(office.strapi, 'category', 'SD-01') };
  return repairUntil(staff, 'finish', { inputs: { register } });
}

const duty = (of: Colleague, state: string) =>
  office.strapi
    .documents('api::staff-member.staff-member')
    .update({ documentId: of.staffId, data: { duty: state } as never });

const told = (ticket: CaseSeen) =>
  office.strapi.db
    .query('api::outbox-message.outbox-message')
    .findMany({ where: { caseId: ticket.documentId, template: 'ticket_rework' } }) as Promise<
    { recipientId: string }[]
  >;

describe('a fault that comes back', () => {
  test('[B-09] soon after it was put right is rework: linked, counted, and his who did it first', async () => {
    const unit = await home();
    const { ticket: before } = await finished(unit);
    time.set(TEN + 30 * DAY);
    const again = await look(staff.supervisor, await report(unit));
    expect(again.record).toMatchObject({
      rework: true,
      reworkOf: before.documentId,
      reworkCount: 1,
      reworkBy: staff.technician.staffId,
      proposedHandler: staff.technician.staffId,
      apologisedAt: null,
    });
    expect((await told(again)).map(({ recipientId }) => recipientId).sort()).toEqual(
      [staff.technician.staffId, staff.supervisor.staffId].sort(),
    );
  });

  test('[B-09] later, elsewhere, of another kind or never finished, it is none', async () => {
    const unit = await home();
    await finished(unit);
    expect((await report(await home())).record).toMatchObject({ rework: false, reworkBy: null });
    expect((await report(unit, 'MC-01')).record.rework).toBe(false);
    expect(
      (await report(unit, 'SD-01', { kind: 'inquiry', promisedReplyAt: '2027-11-21T02:00:00.000Z' })).record
        .rework,
    ).toBe(false);
    time.set(TEN + 30 * DAY + 60_000);
    expect((await report(unit)).record.rework).toBe(false);
    const other = await home();
    await report(other);
    expect((await report(other)).record.rework).toBe(false);
  });

  test('[B-09] counts for as many days as the manager says for the branch, 0 for never', async () => {
    const category = await coded(office.strapi, 'category', 'MC');
    const days = (reworkDays: number) =>
      office.strapi
        .documents('api::category.category')
        .update({ documentId: category, data: { reworkDays } as never });
    const unit = await home();
    const lock = { unit, category: await coded(office.strapi, 'category', 'MC-01') };
    await repairUntil(staff, 'finish', { inputs: { register: lock } });
    await days(90);
    time.set(TEN + 80 * DAY);
    expect((await report(unit, 'MC-01')).record.rework).toBe(true);
    await days(0);
    expect((await report(unit, 'MC-01')).record.rework).toBe(false);
  });

  test('[B-09] is none when the desk says so, with the reason; a technician cannot', async () => {
    const unit = await home();
    await finished(unit);
    const again = await report(unit);
    expect(await refused(staff.technician, again, 'rule_out_rework', { reason: '不同龙头' })).toMatchObject({
      status: 403,
    });
    const other = await act(staff.front_desk, again, 'rule_out_rework', { reason: '另一只水龙头' });
    expect(other.record).toMatchObject({ rework: false, reworkBy: null, reworkRuledOut: '另一只水龙头' });
    expect(await refused(staff.front_desk, again, 'apologise', { apology: '抱歉' })).toMatchObject({
      status: 403,
    });
    const edited = await act(staff.front_desk, again, 'edit', {
      category: await coded(office.strapi, 'category', 'SD'),
      reason: '分类更正',
    });
    expect(edited.record.rework).toBe(false);
  });

  test('[B-09] is found as well when its place is told later', async () => {
    const unit = await home();
    await finished(unit);
    const vague = await open(staff.front_desk, 'ticket', { matter: '又漏了' });
    expect(vague.record.rework).toBe(false);
    const seen = await act(staff.front_desk, vague, 'edit', {
      unit,
      category: await coded(office.strapi, 'category', 'SD-01'),
      reason: '补登地址',
    });
    expect(seen.record).toMatchObject({ rework: true, reworkBy: staff.technician.staffId });
  });
});

describe('a repair taken up again', () => {
  test('[B-09] is rework, stays with whoever did it, and is counted each time', async () => {
    const { ticket } = await finished(await home());
    const again = await act(staff.front_desk, ticket, 'reopen', { reason: '还是漏' });
    expect(again.record).toMatchObject({
      rework: true,
      reworkCount: 1,
      reworkBy: staff.technician.staffId,
      handler: staff.technician.staffId,
    });
  });

  test('[B-09] that was marked as finished by mistake is none', async () => {
    const { ticket } = await finished(await home());
    const again = await act(staff.supervisor, ticket, 'reopen', { reason: '误点完工', rework: false });
    expect(again.record).toMatchObject({ rework: false, reworkCount: 0, reopenCount: 1 });
  });
});

describe('work that has to be done twice', () => {
  async function again(): Promise<CaseSeen> {
    const unit = await home();
    await finished(unit);
    return report(unit);
  }

  test('[B-09] stays with the person who did it first; another goes for a reason only, and he answers for it still', async () => {
    const ticket = await again();
    const other = { technician: mate.staffId };
    const no = await refused(staff.front_desk, ticket, 'dispatch', other);
    expect(no).toMatchObject({ status: 409, code: 'REWORK_KEEPS_PERSON', person: staff.technician.name });
    expect(await refused(staff.front_desk, ticket, 'assign', { handler: mate.staffId })).toMatchObject({
      code: 'REWORK_KEEPS_PERSON',
    });
    expect(
      (await look(staff.supervisor, ticket)).related.filter(({ type }) => type === 'dispatch-order'),
    ).toEqual([]);
    const sent = await act(staff.supervisor, ticket, 'dispatch', { ...other, overrideReason: '需要电工证' });
    expect(sent.record).toMatchObject({ handler: mate.staffId, reworkBy: staff.technician.staffId });
    expect(sent.activities[0]).toMatchObject({ action: 'dispatch', note: '需要电工证' });
  });

  test('[B-09] goes to another while he is away, and he answers for it still', async () => {
    const ticket = await again();
    await duty(staff.technician, 'away');
    try {
      const sent = await act(staff.front_desk, ticket, 'dispatch', { technician: mate.staffId });
      expect(sent.record).toMatchObject({ handler: mate.staffId, reworkBy: staff.technician.staffId });
    } finally {
      await duty(staff.technician, 'on_duty');
    }
  });

  test('[B-09] a draft of the desk goes to him as well', async () => {
    const ticket = await again();
    const draft = await open(staff.front_desk, 'dispatch-order', { ticket: ticket.documentId });
    expect(await refused(staff.front_desk, draft, 'dispatch', { technician: mate.staffId })).toMatchObject({
      code: 'REWORK_KEEPS_PERSON',
    });
    const sent = await act(staff.front_desk, draft, 'dispatch', { technician: staff.technician.staffId });
    expect(sent.stage).toBe('dispatched');
  });

  test('[B-09] is not finished before somebody has apologised, which is on record with his name', async () => {
    const ticket = await again();
    const sent = await act(staff.front_desk, ticket, 'dispatch', { technician: staff.technician.staffId });
    const order = kin(sent, 'dispatch-order');
    await act(staff.technician, order, 'arrive');
    await act(staff.technician, order, 'consent', { workEstablished: '换阀芯', consentedBy: '王女士' });
    await act(staff.technician, order, 'start');
    const done = { workDone: '已换阀芯' };
    expect(await refused(staff.technician, order, 'finish', done)).toMatchObject({
      status: 409,
      code: 'REWORK_APOLOGY_MISSING',
      number: ticket.number,
    });
    expect((await look(staff.technician, order)).stage).toBe('working');
    expect(await refused(mate, ticket, 'apologise', { apology: '抱歉' })).toMatchObject({ status: 403 });
    expect(await refused(staff.technician, ticket, 'apologise', { apology: ' ' })).toMatchObject({
      status: 422,
    });
    await act(staff.technician, order, 'finish', { ...done, apology: '当面致歉，承诺跟踪一周' });
    const after = await look(staff.supervisor, ticket);
    expect(after).toMatchObject({
      stage: 'completed',
      record: {
        apology: '当面致歉，承诺跟踪一周',
        apologisedAt: iso(TEN),
        apologisedBy: staff.technician.name,
      },
    });
    expect(after.activities.find(({ action }) => action === 'apologise')).toMatchObject({
      rules: ['E-03', 'B-09'],
    });
  });

  test('[B-09] owes an apology again when it is taken up once more', async () => {
    const ticket = await again();
    await act(staff.technician, ticket, 'apologise', { apology: '电话致歉' });
    await act(staff.front_desk, ticket, 'complete', { result: '修好' });
    const third = await act(staff.front_desk, ticket, 'reopen', { reason: '又坏了' });
    expect(third.record).toMatchObject({
      reworkCount: 2,
      reworkBy: staff.technician.staffId,
      apology: null,
      apologisedAt: null,
    });
    expect(await refused(staff.front_desk, ticket, 'complete', { result: '修好' })).toMatchObject({
      code: 'REWORK_APOLOGY_MISSING',
    });
  });
});
