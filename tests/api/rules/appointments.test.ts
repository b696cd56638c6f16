import { officeOf } from '../../../src/engine/office';
import { wakeUp } from '../../../src/engine/wakeups';
import {
  act,
  HOUR,
  kin,
  look,
  MINUTE,
  open,
  refused,
  repairUntil,
  stopTime,
  type CaseSeen,
  type OfficeTime,
} from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { employ, staffOf, type Colleague, type Staff } from '../../support/people';

/** 10:00 in Shanghai on a working Friday. */
const TEN = Date.parse('2026-11-20T02:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();
const window = (from: number, to: number) => ({
  appointmentFrom: iso(TEN + from * HOUR),
  appointmentTo: iso(TEN + to * HOUR),
});

let office: Office;
let staff: Staff;
let time: OfficeTime;
/** Somebody with an empty calendar, for each test. */
let worker: Colleague;
beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  time = stopTime(office, TEN);
});
afterAll(() => office.close());
beforeEach(async () => {
  time.set(TEN);
  worker = await employ(office, 'technician', { superior: staff.supervisor });
});

const ticket = (more: object = {}) => open(staff.front_desk, 'ticket', { matter: '漏水', ...more });
const capacity = (appointmentCapacity: number) =>
  office.strapi.documents('api::staff-member.staff-member').update({
    documentId: worker.staffId,
    data: { appointmentCapacity } as never,
  });

async function sent(from: number, to: number, more: object = {}): Promise<CaseSeen> {
  const after = await act(staff.front_desk, await ticket(), 'dispatch', {
    technician: worker.staffId,
    ...window(from, to),
    ...more,
  });
  return look(staff.supervisor, kin(after, 'dispatch-order'));
}
const notSent = async (from: number, to: number) =>
  refused(staff.front_desk, await ticket(), 'dispatch', { technician: worker.staffId, ...window(from, to) });

interface BookingRow {
  number: string;
  staffId: string;
}
async function booked(): Promise<BookingRow[]> {
  const { rows } = await office.strapi.db.connection.raw<{ rows: BookingRow[] }>(
    'SELECT number, staff_id AS "staffId" FROM gj_bookings WHERE staff_id = ? ORDER BY lower(during)',
    [worker.staffId],
  );
  return rows;
}

describe('the calendar of a technician', () => {
  test('[B-05] holds one appointment at a time; what stands in the way is named, and nothing is half done', async () => {
    const order = await sent(1, 3);
    const second = await ticket();
    const no = await refused(staff.front_desk, second, 'dispatch', {
      technician: worker.staffId,
      ...window(2, 4),
    });
    expect(no).toMatchObject({
      status: 409,
      code: 'APPOINTMENT_TAKEN',
      order: order.number,
      from: iso(TEN + HOUR),
      to: iso(TEN + 3 * HOUR),
    });
    expect(no.message).toContain(order.number);
    expect(await look(staff.supervisor, second)).toMatchObject({ stage: 'registered', related: [] });
    await sent(3, 4);
    expect(await booked()).toHaveLength(2);
  });

  test('[B-05] takes as many at a time as the manager says', async () => {
    await sent(1, 3);
    await capacity(2);
    await sent(2, 4);
    expect(await notSent(2.5, 2.75)).toMatchObject({ code: 'APPOINTMENT_TAKEN' });
    await sent(3, 4);
  });

  test('[B-05] is freed when the work is finished, called off, handed back, moved or given to another', async () => {
    const ends: ((order: CaseSeen) => Promise<unknown>)[] = [
      (order) => act(staff.front_desk, order, 'cancel', { reason: '业主取消' }),
      (order) => act(worker, order, 'hand_back', { reason: '需高压电工证' }),
      (order) => act(staff.front_desk, order, 'reschedule', window(6, 7)),
      (order) =>
        act(staff.supervisor, order, 'reassign', { technician: staff.technician.staffId, reason: '换人' }),
      (order) => act(staff.front_desk, order, 'miss', { cause: '堵车' }),
      async (order) => {
        await act(worker, order, 'arrive');
        await act(worker, order, 'consent', { workEstablished: '换阀', consentedBy: '王女士' });
        await act(worker, order, 'start');
        await act(worker, order, 'finish', { workDone: '好了' });
      },
    ];
    for (const end of ends) {
      const order = await sent(1, 3);
      expect(await notSent(1, 3)).toMatchObject({ code: 'APPOINTMENT_TAKEN', order: order.number });
      await end(order);
      const next = await sent(1, 3);
      await act(staff.front_desk, next, 'cancel', { reason: '试' });
      await act(staff.supervisor, order, 'cancel', { reason: '试' }).catch(() => undefined);
    }
    expect(await booked()).toEqual([]);
  });

  test('[B-05] is looked at before work moves there: by another time, and from another person', async () => {
    await sent(1, 3);
    const later = await sent(4, 5);
    expect(await refused(staff.front_desk, later, 'reschedule', window(2, 4))).toMatchObject({
      status: 409,
      code: 'APPOINTMENT_TAKEN',
    });
    expect(await refused(staff.front_desk, later, 'edit', window(0.5, 1.5))).toMatchObject({
      code: 'APPOINTMENT_TAKEN',
    });
    expect((await look(staff.supervisor, later)).record).toMatchObject(window(4, 5));
    const { order } = await repairUntil(staff, 'accept', { inputs: { dispatched: window(1, 2) } });
    const other = { technician: worker.staffId, reason: '换人' };
    expect(await refused(staff.supervisor, order, 'reassign', other)).toMatchObject({
      code: 'APPOINTMENT_TAKEN',
    });
    const moved = await act(staff.supervisor, order, 'reassign', { ...other, ...window(3, 4) });
    expect(moved.record).toMatchObject({ technician: worker.staffId, ...window(3, 4) });
    await act(staff.front_desk, order, 'cancel', { reason: '试' });
  });

  test('[B-05] of one who takes an order of his team is looked at then', async () => {
    const team = await office.strapi.documents('api::team.team').create({
      data: { name: '水电班', code: `SDB-${worker.staffId}`, members: [worker.staffId] } as never,
    });
    const after = await act(staff.supervisor, await ticket(), 'dispatch', {
      team: team.documentId,
      ...window(1, 2),
    });
    const order = kin(after, 'dispatch-order');
    const own = await sent(1.5, 2.5);
    expect(await refused(worker, order, 'accept')).toMatchObject({
      status: 409,
      code: 'APPOINTMENT_TAKEN',
      order: own.number,
    });
    await act(staff.front_desk, own, 'cancel', { reason: '业主取消' });
    expect((await act(worker, order, 'accept')).record.technician).toBe(worker.staffId);
    expect(await booked()).toMatchObject([{ number: order.number }]);
  });

  test.each([1, 3])('[B-05] of 50 who want the same hour at once, just %i come by it', async (room) => {
    await capacity(room);
    const tickets = await Promise.all(Array.from({ length: 50 }, () => ticket()));
    const answers = await Promise.all(
      tickets.map(
        async ({ documentId }) =>
          await staff.front_desk.agent
            .post(`/office/cases/ticket/${documentId}/actions/dispatch`)
            .send({ data: { technician: worker.staffId, ...window(1, 2) } }),
      ),
    );
    const codes = answers.map(({ status, body }) =>
      status < 300 ? 'taken' : (body as { error: { details: { code: string } } }).error.details.code,
    );
    expect(codes.filter((code) => code === 'taken')).toHaveLength(room);
    expect(codes.filter((code) => code === 'APPOINTMENT_TAKEN')).toHaveLength(50 - room);
    expect(await booked()).toHaveLength(room);
    const stages = await Promise.all(tickets.map((one) => look(staff.supervisor, one)));
    expect(stages.filter(({ stage }) => stage === 'registered')).toHaveLength(50 - room);
  });

  test('[B-05] is kept by the database itself, whoever writes', async () => {
    await sent(1, 3);
    const write = (number: string, from: number, to: number) =>
      office.strapi.db.connection.raw(
        `INSERT INTO gj_bookings (case_id, case_type, number, staff_id, during)
         VALUES (?, 'dispatch-order', ?, ?, tsrange(?::timestamp, ?::timestamp))`,
        [number, number, worker.staffId, iso(TEN + from * HOUR), iso(TEN + to * HOUR)],
      );
    await expect(write('x1', 2, 4)).rejects.toMatchObject({ code: '23P01' });
    await expect(write('x2', 3, 3)).rejects.toMatchObject({ code: '23514' });
    await write('x3', 3, 4);
    const at = await Promise.allSettled(Array.from({ length: 50 }, (_, index) => write(`y${index}`, 5, 6)));
    expect(at.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('[B-05] shows the desk when there is room', async () => {
    await sent(1, 2);
    await sent(3, 4);
    const ask = (query: string, who = staff.front_desk, id = worker.staffId) =>
      who.agent.get(`/office/staff/${id}/free-windows${query}`);
    const until = `?to=${iso(TEN + 6 * HOUR)}`;
    const seen = await ask(until).expect(200);
    expect(seen.body).toMatchObject({
      data: {
        name: worker.name,
        capacity: 1,
        free: [
          { from: iso(TEN), to: iso(TEN + HOUR) },
          { from: iso(TEN + 2 * HOUR), to: iso(TEN + 3 * HOUR) },
          { from: iso(TEN + 4 * HOUR), to: iso(TEN + 6 * HOUR) },
        ],
      },
    });
    const long = await ask(`${until}&minutes=90`).expect(200);
    expect((long.body as { data: { free: unknown[] } }).data.free).toHaveLength(1);
    for (const wrong of [
      '?to=tomorrow',
      '?from=2026-13-40T00:00:00Z',
      `?to=${iso(TEN - HOUR)}`,
      '?minutes=1',
      '?to=2099-01-01T00:00:00Z',
    ])
      expect((await ask(wrong)).status).toBe(422);
    expect((await ask('', staff.front_desk, 'nobody')).status).toBe(404);
    await office.request.get(`/office/staff/${worker.staffId}/free-windows`).expect(401);
  });
});

describe('a window', () => {
  test.each([
    ['over already', -3, -1, 'APPOINTMENT_PAST'],
    ['the wrong way round', 3, 1, 'APPOINTMENT_INVALID'],
    ['longer than a day', 1, 26, 'APPOINTMENT_TOO_LONG'],
  ])('[B-05] %s is not agreed on', async (_, from, to, code) => {
    expect(await notSent(from, to)).toMatchObject({ status: 422, code, field: 'appointmentTo' });
    const order = await sent(1, 2);
    expect(await refused(staff.front_desk, order, 'reschedule', window(from, to))).toMatchObject({ code });
    expect((await look(staff.supervisor, order)).record).toMatchObject(window(1, 2));
  });

  test('[B-05] outside the hours that the requester named needs a reason on record', async () => {
    const asked = await ticket({ suitableHours: '18:00-20:00' });
    const wish = { technician: worker.staffId, ...window(1, 2) };
    const no = await refused(staff.front_desk, asked, 'dispatch', wish);
    expect(no).toMatchObject({ status: 422, code: 'APPOINTMENT_UNSUITABLE', hours: '18:00-20:00' });
    const outsideHoursReason = '业主来电，今天在家';
    const after = await act(staff.front_desk, asked, 'dispatch', { ...wish, outsideHoursReason });
    const order = await look(staff.front_desk, kin(after, 'dispatch-order'));
    expect(order.record).toMatchObject({ outsideHoursReason });
    const moved = await act(staff.front_desk, order, 'reschedule', window(8, 10));
    expect(moved.record).toMatchObject({ ...window(8, 10), outsideHoursReason: null });
  });
});

describe('an appointment that nobody keeps', () => {
  const messages = (order: CaseSeen) =>
    office.strapi.db.query('api::outbox-message.outbox-message').findMany({
      where: { caseId: order.documentId, template: 'order_missed' },
    }) as Promise<{ recipientId: string }[]>;

  test('[B-05] is marked by the office itself when its window ends, once', async () => {
    const order = await sent(1, 2);
    await time.pass(2 * HOUR - MINUTE);
    expect((await look(staff.supervisor, order)).stage).toBe('dispatched');
    time.set(TEN + 2 * HOUR);
    await Promise.all([1, 2, 3, 4].map(() => wakeUp(officeOf(office.strapi), TEN + 2 * HOUR)));
    const missed = await look(staff.supervisor, order);
    expect(missed).toMatchObject({
      stage: 'missed',
      record: { missedAt: iso(TEN + 2 * HOUR), missedCause: null, missedContact: null },
    });
    expect(missed.activities.filter(({ action }) => action === 'lapse')).toHaveLength(1);
    expect(missed.activities[0]).toMatchObject({ actorName: 'timer', rules: ['B-05'] });
    expect((await messages(order)).map(({ recipientId }) => recipientId).sort()).toEqual(
      [staff.supervisor.staffId, staff.front_desk.staffId].sort(),
    );
    expect(await booked()).toEqual([]);
  });

  test('[B-05] asks for its cause and a word with the requester before there is a new one', async () => {
    const order = await sent(1, 2);
    await time.pass(2 * HOUR);
    const again = window(4, 5);
    const no = (data: object) => refused(staff.front_desk, order, 'reschedule', { ...again, ...data });
    expect(await no({})).toMatchObject({ status: 422, code: 'CAUSE_MISSING', field: 'cause' });
    expect(await no({ cause: ' ', contact: '已致电' })).toMatchObject({ code: 'CAUSE_MISSING' });
    expect(await no({ cause: '上一单超时' })).toMatchObject({ code: 'CONTACT_MISSING', field: 'contact' });
    const other = { technician: staff.technician.staffId, reason: '换人' };
    expect(await refused(staff.supervisor, order, 'reassign', other)).toMatchObject({
      code: 'CAUSE_MISSING',
    });
    const told = await act(worker, order, 'miss', { cause: '上一单超时' });
    expect(told).toMatchObject({ stage: 'missed', record: { missedAt: iso(TEN + 2 * HOUR) } });
    const agreed = await act(staff.front_desk, order, 'reschedule', { ...again, contact: '已致电致歉' });
    expect(agreed).toMatchObject({
      stage: 'accepted',
      record: { ...again, missedCause: '上一单超时', missedContact: '已致电致歉' },
    });
    await time.pass(3 * HOUR);
    expect(await look(staff.supervisor, order)).toMatchObject({
      stage: 'missed',
      record: { missedCause: null, missedContact: null },
    });
  });

  test('[B-05] is not marked once he is there, nor by an old window', async () => {
    const there = await sent(1, 2);
    await time.pass(1.5 * HOUR);
    await act(worker, there, 'arrive');
    await time.pass(HOUR);
    expect((await look(staff.supervisor, there)).stage).toBe('arrived');
    const moved = await sent(4, 5);
    await act(staff.front_desk, moved, 'reschedule', window(6, 7));
    await time.pass(3 * HOUR);
    expect((await look(staff.supervisor, moved)).stage).toBe('accepted');
    expect(await refused(staff.manager, moved, 'lapse', { until: iso(TEN) })).toMatchObject({ status: 403 });
  });

  test('[B-05] was kept after all when he was there in time and only said so late', async () => {
    const order = await sent(1, 2);
    await time.pass(2 * HOUR + 10 * MINUTE);
    expect(await refused(worker, order, 'arrive')).toMatchObject({ status: 409, code: 'STAGE_WRONG' });
    const seen = await act(worker, order, 'arrive', { arrivedAt: iso(TEN + 1.5 * HOUR) });
    expect(seen).toMatchObject({
      stage: 'arrived',
      record: { arrivedAt: iso(TEN + 1.5 * HOUR), missedAt: null },
    });
  });
});
