import { officeOf } from '../../../src/engine/office';
import {
  act,
  kin,
  look,
  MINUTE,
  open,
  refused,
  stopTime,
  type CaseSeen,
  type OfficeTime,
} from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { coded, employ, outsideSystem, staffOf, type Colleague, type Staff } from '../../support/people';

/** 10:00 in Shanghai on a working Friday. */
const TEN = Date.parse('2026-11-20T02:00:00Z');
const RULES = '/content-manager/collection-types/api::dispatch-rule.dispatch-rule';

let office: Office;
let staff: Staff;
let time: OfficeTime;
/** Three who can do whatever has to do with the lights, in the order of their job numbers. */
let crew: Colleague[];
let lights: string;
beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  const below = { superior: staff.supervisor, trades: ['GG'] };
  crew = [];
  for (let one = 0; one < 3; one += 1) crew.push(await employ(office, 'technician', below));
  lights = await coded(office.strapi, 'category', 'GG-01');
  // The technician of all trades is at lunch: the crew is by itself.
  await set(staff.technician, { duty: 'away' });
  time = stopTime(office, TEN);
});
afterAll(() => office.close());

let rule: { documentId: string };
const write = async (data: object) => {
  const answer = await staff.manager.agent
    .put(`${RULES}/${rule.documentId}`)
    .send({ acceptMinutes: 5, cap: null, ...data });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
};
beforeEach(async () => {
  time.set(TEN);
  for (const one of crew) await set(one, { duty: 'on_duty', openOrderCap: null });
  // Whatever an earlier test has left open is nobody's any more.
  const engine = officeOf(office.strapi);
  await engine.pool.query(
    `update dispatch_orders set stage = 'cancelled' where stage not in ('filed', 'cancelled')`,
  );
  await engine.pool.query('delete from gj_rotations');
  await engine.pool.query('delete from gj_reserved');
  await engine.pool.query('delete from gj_deeds');
  if (!rule) {
    const category = { connect: [{ documentId: lights }] };
    const made = await staff.manager.agent
      .post(RULES)
      .send({ name: '公共照明', code: 'lights', mode: 'rotate', category, sort: 1 });
    rule = { documentId: (made.body as { data: { documentId: string } }).data.documentId };
  }
  await write({ mode: 'rotate' });
});

const set = async (who: Colleague, data: object): Promise<void> => {
  await office.strapi
    .documents('api::staff-member.staff-member')
    .update({ documentId: who.staffId, data: data as never });
};
const report = (more: object = {}): Promise<CaseSeen> =>
  open(staff.front_desk, 'ticket', { matter: '路灯不亮', category: lights, ...more });
const orderOf = (ticket: CaseSeen): Promise<CaseSeen> =>
  look(staff.supervisor, kin(ticket, 'dispatch-order'));
const whoHas = async (ticket: CaseSeen): Promise<number> =>
  crew.findIndex(({ staffId }) => staffId === ticket.record.handler);
const loads = async (): Promise<number[]> => {
  const rows = (await office.strapi.db
    .query('api::dispatch-order.dispatch-order')
    .findMany({ where: { stage: 'dispatched' }, populate: { technician: true } })) as {
    technician: { documentId: string };
  }[];
  return crew.map(({ staffId }) => rows.filter(({ technician }) => technician.documentId === staffId).length);
};
const messages = async (at: { documentId: string }) =>
  (await office.strapi.db
    .query('api::outbox-message.outbox-message')
    .findMany({ where: { caseId: at.documentId } })) as { template: string; recipientId: string }[];

describe('work that goes out by rule', () => {
  test('[B-03] goes round in turn, with the order written and its technician told in the same breath', async () => {
    const seen: number[] = [];
    for (let round = 0; round < 7; round += 1) seen.push(await whoHas(await report()));
    expect(seen).toEqual([0, 1, 2, 0, 1, 2, 0]);
    const ticket = await report();
    const order = await orderOf(ticket);
    expect(ticket).toMatchObject({ stage: 'assigned', record: { dispatchAlarm: null } });
    expect(order).toMatchObject({
      stage: 'dispatched',
      record: {
        technician: crew[1]?.staffId,
        cameBy: 'rotate',
        dispatchRule: 'lights',
        acceptBy: new Date(TEN + 5 * MINUTE).toISOString(),
      },
    });
    expect(await messages(order)).toMatchObject([
      { template: 'order_dispatched', recipientId: crew[1]?.staffId },
    ]);
    expect(ticket.activities.map(({ action }) => action)).toEqual(['send_out', 'register']);
  });

  test('[B-03] in turn goes on where it was after the policy has changed and the office has started anew', async () => {
    expect(await whoHas(await report())).toBe(0);
    await write({ remark: '改过' });
    await set(crew[1] as Colleague, { duty: 'away' });
    expect(await whoHas(await report())).toBe(2);
    await set(crew[1] as Colleague, { duty: 'on_duty' });
    expect(await whoHas(await report())).toBe(0);
    expect(await whoHas(await report())).toBe(1);
  });

  test('[B-03] of sixty that come at once in turn, each has twenty', async () => {
    const desk = await outsideSystem(office, 'api::ticket.ticket.create');
    const answers = await Promise.all(
      Array.from({ length: 60 }, () =>
        desk.post('/api/tickets').send({ data: { matter: '路灯不亮', category: lights } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(await loads()).toEqual([20, 20, 20]);
  });

  test('[B-03] goes to whoever has least to do, and to nobody beyond what he may have, however many come at once', async () => {
    await write({ mode: 'least_loaded', cap: 5 });
    await set(crew[2] as Colleague, { openOrderCap: 2 });
    const desk = await outsideSystem(office, 'api::ticket.ticket.create');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        desk.post('/api/tickets').send({ data: { matter: '路灯不亮', category: lights } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(await loads()).toEqual([5, 5, 2]);
    const alarmed = await office.strapi.db
      .query('api::ticket.ticket')
      .count({ where: { dispatchAlarm: 'nobody_free', receivedAt: new Date(TEN).toISOString() } });
    expect(alarmed).toBe(8);
  });

  test('[B-03] what was decided and is not on record yet counts for whoever is decided next, for half a minute', async () => {
    await write({ mode: 'least_loaded', cap: 3 });
    const { pool } = officeOf(office.strapi);
    const reserve = (who: Colleague | undefined, orders: readonly string[], seconds: number) =>
      pool.query(
        `insert into gj_reserved select x, $2, now() + make_interval(secs => $3) from unnest($1::text[]) x`,
        [orders, who?.staffId, seconds],
      );
    await reserve(crew[0], ['being-written-1', 'being-written-2', 'being-written-3'], 30);
    await reserve(crew[1], ['given-up-1', 'given-up-2', 'given-up-3'], -1);
    const order = await orderOf(await report());
    // On record by now, and not counted once more.
    await reserve(
      crew.find(({ staffId }) => staffId === order.record.technician),
      [order.documentId],
      30,
    );
    const went: number[] = [];
    for (let more = 0; more < 5; more += 1) went.push(await whoHas(await report()));
    expect(went).toEqual(expect.not.arrayContaining([0]));
    expect(await loads()).toEqual([0, 3, 3]);
    expect((await report()).record).toMatchObject({ handler: null, dispatchAlarm: 'nobody_free' });
  });

  test('[B-03] leaves out whoever is away, has left, or lacks the trade', async () => {
    await set(crew[0] as Colleague, { duty: 'off_duty' });
    await set(crew[1] as Colleague, { active: false });
    expect(await whoHas(await report())).toBe(2);
    expect(await whoHas(await report())).toBe(2);
    await set(crew[1] as Colleague, { active: true });
  });

  test('[B-03] with nobody to send is taken in all the same, marked, and the head hears of it at once', async () => {
    for (const one of crew) await set(one, { duty: 'away' });
    const ticket = await report();
    expect(ticket).toMatchObject({
      stage: 'registered',
      record: { dispatchAlarm: 'nobody_free' },
      related: [],
    });
    expect(ticket.activities[0]).toMatchObject({
      action: 'send_out',
      changes: [{ field: 'dispatchAlarm', from: null, to: 'nobody_free' }],
    });
    const heard = (await messages(ticket)).filter(({ template }) => template === 'dispatch_pool_empty');
    expect(heard).toMatchObject([{ recipientId: staff.department_head.staffId }]);
    const sent = await act(staff.supervisor, ticket, 'dispatch', {
      technician: crew[0]?.staffId,
      overrideReason: '已电话召回',
    });
    expect(sent.record.dispatchAlarm).toBeNull();
  });

  test('[B-03] waits for the desk where the rule says so', async () => {
    await write({ mode: 'assign' });
    const ticket = await report();
    expect(ticket).toMatchObject({ stage: 'registered', related: [] });
    expect(ticket.activities).toHaveLength(1);
  });

  test('[B-03] once it becomes urgent goes out too: emergencies by the rule that every office is given', async () => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '窗户关不上' });
    expect(ticket.stage).toBe('registered');
    const urgent = await act(staff.front_desk, ticket, 'reclass', { urgency: 'urgent', reason: '将坠落' });
    expect(urgent.stage).toBe('assigned');
    expect(await orderOf(urgent)).toMatchObject({
      record: { cameBy: 'least_loaded', dispatchRule: 'urgent-repair' },
    });
  });

  test('[B-09] taken up again goes to the same one', async () => {
    await report();
    const ticket = await report();
    expect(await whoHas(ticket)).toBe(1);
    const order = await orderOf(ticket);
    const one = crew[1] as Colleague;
    await act(one, order, 'accept');
    await act(one, order, 'arrive');
    await act(one, order, 'consent', { workEstablished: '换灯', consentedBy: '王女士' });
    await act(one, order, 'start');
    await act(one, order, 'finish', { workDone: '已换' });
    const again = await act(staff.front_desk, ticket, 'reopen', { reason: '又不亮了' });
    expect(again).toMatchObject({ stage: 'assigned', record: { handler: one.staffId } });
    expect(await orderOf(again)).toMatchObject({ stage: 'dispatched', record: { technician: one.staffId } });
    expect(await whoHas(await report())).toBe(2);
  });
});

describe('an order that is offered', () => {
  beforeEach(() => write({ mode: 'grab' }));

  test('[B-03] is told to the whole pool and goes to the first, who has then accepted it', async () => {
    const ticket = await report();
    const order = await orderOf(ticket);
    expect(ticket.stage).toBe('registered');
    expect(order).toMatchObject({ stage: 'offered', record: { technician: null, cameBy: 'grab' } });
    expect((await messages(order)).map(({ recipientId }) => recipientId).sort()).toEqual(
      crew.map(({ staffId }) => staffId).sort(),
    );
    const taken = await act(crew[1] as Colleague, order, 'grab');
    expect(taken).toMatchObject({ stage: 'accepted', record: { technician: crew[1]?.staffId } });
    expect(await look(staff.supervisor, ticket)).toMatchObject({
      stage: 'assigned',
      record: { handler: crew[1]?.staffId },
    });
    const accept = (await look(staff.supervisor, ticket)).clocks.find(({ name }) => name === 'accept');
    expect(accept).toMatchObject({ state: 'stopped', verdict: 'kept' });
  });

  test('[B-03] grabbed by fifty at once is one’s; the others hear who has it', async () => {
    const order = await orderOf(await report());
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        (crew[index % 3] as Colleague).agent
          .post(`/office/cases/dispatch-order/${order.documentId}/actions/grab`)
          .send({ data: {} }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const after = await look(staff.supervisor, order);
    const winner = crew.find(({ staffId }) => staffId === after.record.technician);
    for (const { status, body } of answers.filter((one) => one.status !== 200)) {
      expect(status).toBe(409);
      expect((body as { error: { details: object } }).error.details).toMatchObject({
        code: 'STAGE_WRONG',
        holder: winner?.name,
      });
    }
  });

  test('[B-03] two grabbed at once by one who may have one more: he has one', async () => {
    const one = crew[0] as Colleague;
    await set(one, { openOrderCap: 1 });
    const orders = [await orderOf(await report()), await orderOf(await report())];
    const answers = await Promise.all(
      orders.map(({ documentId }) =>
        one.agent.post(`/office/cases/dispatch-order/${documentId}/actions/grab`).send({ data: {} }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const no = answers.find(({ status }) => status === 409)?.body as { error: { details: object } };
    expect(no.error.details).toMatchObject({ code: 'TECHNICIAN_AT_CAP', load: 1, cap: 1 });
  });

  test('[B-03] is not for one who is away, lacks the trade, or is no technician', async () => {
    const order = await orderOf(await report());
    await set(crew[0] as Colleague, { duty: 'away' });
    const no = { status: 403, code: 'NOT_IN_POOL' };
    expect(await refused(crew[0] as Colleague, order, 'grab')).toMatchObject(no);
    const plumber = await employ(office, 'technician', { trades: ['SD'] });
    expect(await refused(plumber, order, 'grab')).toMatchObject(no);
    for (const post of ['front_desk', 'supervisor', 'security'] as const)
      expect(await refused(staff[post], order, 'grab')).toMatchObject({ status: 403, code: 'NOT_ENTITLED' });
    expect((await look(staff.supervisor, order)).stage).toBe('offered');
    await set(plumber, { active: false });
  });

  test('[B-03] that nobody takes in time goes to the supervisor on duty', async () => {
    const ticket = await report();
    const order = await orderOf(ticket);
    await time.pass(5 * MINUTE);
    expect(await look(staff.director, order)).toMatchObject({
      stage: 'dispatched',
      record: { technician: staff.supervisor.staffId, cameBy: 'duty_person' },
    });
    expect((await look(staff.director, ticket)).record.dispatchAlarm).toBe('nobody_accepted');
    await act(staff.supervisor, order, 'accept');
    expect((await look(staff.director, ticket)).record.dispatchAlarm).toBeNull();
  });

  test('[B-03] handed back is offered again, and given by the dispatcher to whom he names', async () => {
    const order = await orderOf(await report());
    await act(crew[0] as Colleague, order, 'grab');
    const back = await act(crew[0] as Colleague, order, 'hand_back', { reason: '无登高证' });
    expect(back).toMatchObject({
      stage: 'offered',
      record: { technician: null, handBackReason: '无登高证' },
    });
    const given = await act(staff.supervisor, order, 'reassign', {
      technician: crew[2]?.staffId,
      reason: '有登高证',
    });
    expect(given).toMatchObject({
      stage: 'dispatched',
      record: { technician: crew[2]?.staffId, cameBy: 'assign' },
    });
  });
});

describe('an order that nobody accepts in time', () => {
  test('[B-03] goes to the next, then to the supervisor on duty, then to the head; the clock runs on', async () => {
    const ticket = await report();
    const order = await orderOf(ticket);
    const holder = async () => (await look(staff.director, order)).record.technician;
    const line = [...crew, staff.supervisor, staff.department_head].map(({ staffId }) => staffId);
    expect(await holder()).toBe(line[0]);
    for (const next of line.slice(1)) {
      await time.pass(5 * MINUTE - 1);
      expect(await holder()).not.toBe(next);
      await time.pass(1);
      expect(await holder()).toBe(next);
    }
    const seen = await look(staff.director, order);
    const passed = seen.activities.filter(({ action }) => action === 'pass_on_late');
    expect(passed).toHaveLength(4);
    expect(seen.record).toMatchObject({ cameBy: 'head', reassignCount: 4 });
    const told = await messages(order);
    for (const id of line)
      expect(told).toContainEqual(expect.objectContaining({ template: 'order_dispatched', recipientId: id }));
    expect(told.filter(({ template }) => template === 'order_taken_away')).toHaveLength(4);
    const accept = (await look(staff.director, ticket)).clocks.find(({ name }) => name === 'accept');
    expect(accept).toMatchObject({ startedAt: new Date(TEN).toISOString(), state: 'running' });
    // Nobody is left: it stays with the head, and the director hears of it.
    await time.pass(5 * MINUTE);
    expect(await holder()).toBe(staff.department_head.staffId);
    expect(await messages(order)).toContainEqual(
      expect.objectContaining({ template: 'order_unaccepted', recipientId: staff.director.staffId }),
    );
    await time.pass(60 * MINUTE);
    expect((await look(staff.director, order)).version).toBe(seen.version + 1);
  });

  test('[B-03] once accepted stays where it is', async () => {
    const order = await orderOf(await report());
    await act(crew[0] as Colleague, order, 'accept');
    await time.pass(30 * MINUTE);
    expect(await look(staff.supervisor, order)).toMatchObject({
      stage: 'accepted',
      record: { technician: crew[0]?.staffId, acceptBy: null },
    });
  });

  test('[B-03] given out by hand goes on too, where the rule sets a time', async () => {
    await write({ mode: 'assign', acceptMinutes: 10 });
    const ticket = await report();
    const sent = await act(staff.front_desk, ticket, 'dispatch', { technician: crew[1]?.staffId });
    const order = await orderOf(sent);
    expect(order.record).toMatchObject({
      cameBy: 'assign',
      acceptBy: new Date(TEN + 10 * MINUTE).toISOString(),
    });
    await time.pass(10 * MINUTE);
    const { technician } = (await look(staff.supervisor, order)).record;
    expect([crew[0]?.staffId, crew[2]?.staffId]).toContain(technician);
  });

  test('[B-03] cannot be passed on by hand in the office’s name', async () => {
    const order = await orderOf(await report());
    const no = await refused(staff.manager, order, 'pass_on_late', { acceptBy: order.record.acceptBy });
    expect(no).toMatchObject({ status: 403, code: 'ACTION_INTERNAL' });
  });
});

describe('an order that changes hands', () => {
  test('[B-03] handed back goes to the next at once, never to one who had it, and at last to the desk', async () => {
    const ticket = await report();
    const order = await orderOf(ticket);
    for (const [from, to] of [
      [0, 1],
      [1, 2],
    ] as const) {
      const back = await act(crew[from] as Colleague, order, 'hand_back', { reason: '手头有急修' });
      expect(back).toMatchObject({ stage: 'dispatched', record: { technician: crew[to]?.staffId } });
      expect(back.activities[0]).toMatchObject({ action: 'hand_back', note: '手头有急修' });
      expect((await look(staff.supervisor, ticket)).record.handler).toBe(crew[to]?.staffId);
    }
    const last = await act(crew[2] as Colleague, order, 'hand_back', { reason: '身体不适' });
    expect(last).toMatchObject({ stage: 'drafted', record: { technician: null } });
    expect(await look(staff.supervisor, ticket)).toMatchObject({
      stage: 'registered',
      record: { handler: null, dispatchAlarm: 'nobody_free' },
    });
    expect(await messages(order)).toContainEqual(
      expect.objectContaining({
        template: 'dispatch_pool_empty',
        recipientId: staff.department_head.staffId,
      }),
    );
  });

  test('[B-03] is passed on to a colleague with a reason, who is at work, has the trade and has room', async () => {
    const order = await orderOf(await report());
    const [one, other] = crew as [Colleague, Colleague, Colleague];
    const to = (technician: string, reason = '离得更近') => ({ technician, reason });
    expect(await refused(one, order, 'pass_on', { technician: other.staffId })).toMatchObject({
      field: 'reason',
    });
    expect(await refused(other, order, 'pass_on', to(other.staffId))).toMatchObject({ status: 403 });
    expect(await refused(one, order, 'pass_on', to(staff.clerk.staffId))).toMatchObject({
      code: 'TECHNICIAN_LACKS_TRADE',
    });
    await set(other, { openOrderCap: 0 });
    expect(await refused(one, order, 'pass_on', to(other.staffId))).toMatchObject({
      code: 'TECHNICIAN_AT_CAP',
    });
    await set(other, { openOrderCap: null, duty: 'away' });
    expect(await refused(one, order, 'pass_on', to(other.staffId))).toMatchObject({
      code: 'TECHNICIAN_AWAY',
    });
    await set(other, { duty: 'on_duty' });
    const passed = await act(one, order, 'pass_on', to(other.staffId));
    expect(passed).toMatchObject({
      stage: 'dispatched',
      record: { technician: other.staffId, cameBy: 'pass_on', reassignCount: 1 },
    });
    // Not accepted by the colleague either, it does not come back.
    await time.pass(5 * MINUTE);
    expect((await look(staff.supervisor, order)).record.technician).toBe(crew[2]?.staffId);
  });

  test('[B-03] is given by hand to nobody who is away, has left or lacks the trade, unless it is said why', async () => {
    await write({ mode: 'assign' });
    const plumber = await employ(office, 'technician', { trades: ['SD'] });
    const cases = [
      [plumber, {}, 'TECHNICIAN_LACKS_TRADE'],
      [crew[0] as Colleague, { duty: 'off_duty' }, 'TECHNICIAN_AWAY'],
      [crew[1] as Colleague, { active: false }, 'TECHNICIAN_INACTIVE'],
    ] as const;
    for (const [who, change, code] of cases) {
      await set(who, change);
      const ticket = await report();
      const technician = who.staffId;
      const no = { status: 422, code, field: 'technician', name: who.name };
      expect(await refused(staff.front_desk, ticket, 'dispatch', { technician })).toMatchObject(no);
      expect(
        await refused(staff.front_desk, ticket, 'dispatch', { technician, overrideReason: ' ' }),
      ).toMatchObject(no);
      expect((await look(staff.supervisor, ticket)).related).toEqual([]);
      const sent = await act(staff.front_desk, ticket, 'dispatch', {
        technician,
        overrideReason: '仅他熟悉',
      });
      expect((await orderOf(sent)).record.overrideReason).toBe('仅他熟悉');
    }
    await set(crew[1] as Colleague, { active: true });
    const ticket = await report();
    expect(await refused(staff.front_desk, ticket, 'dispatch', { technician: 'a'.repeat(24) })).toMatchObject(
      { status: 422, code: 'REFERENCE_UNKNOWN', field: 'technician' },
    );
    const english = await staff.front_desk.agent
      .post(`/office/cases/ticket/${ticket.documentId}/actions/dispatch?locale=en`)
      .set('accept-language', 'en')
      .send({ data: { technician: plumber.staffId } });
    expect((english.body as { error: { message: string } }).error.message).toMatch(/lacks a trade/);
    await set(plumber, { active: false });
  });
});

test('[B-05] an order with an appointment goes on to one who has the time', async () => {
  await write({ mode: 'assign', acceptMinutes: 10 });
  const hour = (after: number) => new Date(TEN + after * 60 * MINUTE).toISOString();
  const window = { appointmentFrom: hour(4), appointmentTo: hour(5) };
  const [one, busy, free] = crew as [Colleague, Colleague, Colleague];
  const elsewhere = await act(staff.front_desk, await report(), 'dispatch', {
    technician: busy.staffId,
    ...window,
  });
  await act(busy, await orderOf(elsewhere), 'accept');
  const sent = await act(staff.front_desk, await report(), 'dispatch', {
    technician: one.staffId,
    ...window,
  });
  await time.pass(10 * MINUTE);
  expect(await orderOf(sent)).toMatchObject({ record: { technician: free.staffId, ...window } });
});

test('[B-05] a missed appointment is not got round by calling the order off and writing a new one', async () => {
  await write({ mode: 'assign' });
  const ticket = await report();
  const sent = await act(staff.front_desk, ticket, 'dispatch', { technician: crew[0]?.staffId });
  const order = await orderOf(sent);
  await act(crew[0] as Colleague, order, 'miss', { cause: '忘记' });
  await act(staff.front_desk, order, 'cancel', { reason: '重开一张' });
  const technician = crew[1]?.staffId;
  const no = { status: 422, code: 'CONTACT_MISSING', field: 'contact' };
  expect(await refused(staff.front_desk, ticket, 'dispatch', { technician })).toMatchObject(no);
  const draft = await open(staff.front_desk, 'dispatch-order', { ticket: ticket.documentId });
  expect(await refused(staff.front_desk, draft, 'dispatch', { technician })).toMatchObject(no);
  await act(staff.front_desk, draft, 'cancel', { reason: '作废' });
  const again = await act(staff.front_desk, ticket, 'dispatch', { technician, contact: '已致歉，改约明早' });
  expect((await orderOf(again)).record).toMatchObject({
    missedCause: '忘记',
    missedContact: '已致歉，改约明早',
  });
});

describe('a dispatch rule', () => {
  const make = (data: object, who: Colleague = staff.manager) =>
    who.agent
      .post(RULES)
      .send({ name: '试', code: `x-${JSON.stringify(data).length}`, mode: 'rotate', sort: 7, ...data });
  const to = (documentId: string) => ({ connect: [{ documentId }] });

  test('[B-03] that no request could meet is refused, in both languages, and not kept', async () => {
    const answer = await make({ kind: 'complaint', category: to(lights) });
    expect(answer.status).toBe(422);
    expect((answer.body as { error: { details: object } }).error.details).toMatchObject({
      code: 'DISPATCH_RULE_INVALID',
      field: 'kind',
    });
    expect((await make({ category: to(lights), sort: 1 })).status).toBe(422);
    const team = await office.strapi.documents('api::team.team').create({
      data: { name: '夜班', code: 'YB', active: false } as never,
    });
    const english = await make({ team: to(team.documentId) }).set('accept-language', 'en');
    expect((english.body as { error: { message: string } }).error.message).toMatch(/not usable/);
    for (const wrong of [{ cap: 0 }, { acceptMinutes: 0 }, { mode: 'dice' }])
      expect((await make(wrong)).status).toBeGreaterThanOrEqual(400);
    expect(await office.strapi.db.query('api::dispatch-rule.dispatch-rule').count()).toBe(3);
  });

  test('[B-03] with nobody to send today is kept, and raises its alarm when it is used', async () => {
    const away = await employ(office, 'technician', { superior: staff.supervisor });
    await set(away, { duty: 'away' });
    const team = await office.strapi.documents('api::team.team').create({
      data: { name: '电梯班', code: 'DTB', members: [away.staffId] } as never,
    });
    const made = await make({ code: 'empty', kind: 'help', team: to(team.documentId) });
    expect(made.status).toBe(201);
    const ticket = await open(staff.front_desk, 'ticket', {
      kind: 'help',
      matter: '帮忙搬东西',
      promisedReplyAt: '2027-11-21T02:00:00.000Z',
    });
    expect(ticket).toMatchObject({ stage: 'registered', record: { dispatchAlarm: 'nobody_free' } });
    const { documentId } = (made.body as { data: { documentId: string } }).data;
    expect((await staff.manager.agent.delete(`${RULES}/${documentId}`)).status).toBe(200);
  });

  test.each(['front_desk', 'supervisor', 'technician', 'department_head'] as const)(
    '[B-03] is not written by the post of %s',
    async (post) => {
      expect((await make({ code: 'mine' }, staff[post])).status).toBe(403);
    },
  );
});
