import {
  act,
  HOUR,
  kin,
  look,
  MINUTE,
  notOpened,
  open,
  refused,
  repairUntil,
  stopTime,
  type CaseSeen,
  type OfficeTime,
} from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { coded, employ, staffOf, type Colleague, type Staff } from '../../support/people';

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
  // Every test begins at ten: their appointments are not to stand in each other's way.
  for (const { staffId: documentId } of [staff.technician, mate])
    await office.strapi
      .documents('api::staff-member.staff-member')
      .update({ documentId, data: { appointmentCapacity: 20 } as never });
});
afterAll(() => office.close());
beforeEach(() => time.set(TEN));

const messages = (at: CaseSeen | { documentId: string }) =>
  office.strapi.db
    .query('api::outbox-message.outbox-message')
    .findMany({ where: { caseId: at.documentId } }) as Promise<
    { template: string; recipientId: string; recipientKind: string }[]
  >;

describe('a dispatch order', () => {
  test('[B-03] has a number, and goes to a technician, who is told', async () => {
    const { ticket, order } = await repairUntil(staff, 'dispatched');
    expect(order).toMatchObject({ stage: 'dispatched', record: { technician: staff.technician.staffId } });
    expect(order.number).toMatch(/^PG-20261120-\d{4}$/);
    expect(ticket).toMatchObject({ stage: 'assigned', record: { handler: staff.technician.staffId } });
    expect(await messages(order)).toMatchObject([
      { template: 'order_dispatched', recipientId: staff.technician.staffId },
    ]);
  });

  test('[B-03] goes to a team: any of it may take it, and the request is then his', async () => {
    const team = await office.strapi.documents('api::team.team').create({
      data: { name: '水电班', code: 'SDB', members: [staff.technician.staffId, mate.staffId] } as never,
    });
    const ticket = await open(staff.front_desk, 'ticket', { matter: '灯不亮' });
    const sent = await act(staff.supervisor, ticket, 'dispatch', { team: team.documentId });
    expect(
      (await messages(kin(sent, 'dispatch-order'))).map(({ recipientId }) => recipientId).sort(),
    ).toEqual([staff.technician.staffId, mate.staffId].sort());
    const order = kin(sent, 'dispatch-order');
    const taken = await act(mate, order, 'accept');
    expect(taken.record).toMatchObject({ technician: mate.staffId, team: team.documentId });
    const after = await look(staff.supervisor, ticket);
    expect(after.record).toMatchObject({ handler: mate.staffId, team: team.documentId, reassignCount: 0 });
  });

  test('[B-03] goes to an outside contractor', async () => {
    const contractor = await office.strapi.documents('api::contractor.contractor').create({
      data: { name: '安达电梯', code: 'AD' } as never,
    });
    const ticket = await open(staff.front_desk, 'ticket', { matter: '电梯异响' });
    const sent = await act(staff.front_desk, ticket, 'dispatch', { contractor: contractor.documentId });
    expect(await messages(kin(sent, 'dispatch-order'))).toMatchObject([
      { recipientKind: 'contractor', recipientId: contractor.documentId },
    ]);
  });

  test('[B-03] goes to somebody: without a name it is refused', async () => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '灯不亮' });
    expect(await refused(staff.front_desk, ticket, 'dispatch')).toMatchObject({
      status: 422,
      code: 'ASSIGNEE_MISSING',
    });
    const draft = await open(staff.front_desk, 'dispatch-order', { ticket: ticket.documentId });
    expect(await refused(staff.front_desk, draft, 'dispatch')).toMatchObject({
      code: 'ASSIGNEE_MISSING',
      field: 'technician',
    });
    expect((await act(staff.front_desk, draft, 'dispatch', { technician: mate.staffId })).stage).toBe(
      'dispatched',
    );
  });

  test.each(['technician', 'clerk', 'security', 'finance'] as const)(
    '[B-03] is not given out by the post of %s',
    async (post) => {
      const ticket = await open(staff.front_desk, 'ticket', { matter: '灯不亮' });
      const no = await refused(staff[post], ticket, 'dispatch', { technician: mate.staffId });
      expect(no).toMatchObject({ status: 403, code: 'NOT_ENTITLED' });
      expect(await look(staff.supervisor, ticket)).toMatchObject({
        stage: 'registered',
        version: 1,
        related: [],
      });
    },
  );

  test('[B-03] is one at a time for a request', async () => {
    const { ticket, order } = await repairUntil(staff, 'dispatched');
    const no = { status: 409, code: 'ORDER_STILL_OPEN', order: order.number };
    expect(await refused(staff.front_desk, ticket, 'dispatch', { technician: mate.staffId })).toMatchObject(
      no,
    );
    expect(await notOpened(staff.front_desk, 'dispatch-order', { ticket: ticket.documentId })).toMatchObject(
      no,
    );
    expect(await refused(staff.front_desk, ticket, 'complete')).toMatchObject(no);
  });

  test('[B-03] is not written for a request that is over', async () => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '灯不亮' });
    await act(staff.front_desk, ticket, 'cancel', { reason: '误报' });
    expect(await notOpened(staff.front_desk, 'dispatch-order', { ticket: ticket.documentId })).toMatchObject({
      status: 409,
      code: 'TICKET_NOT_OPEN',
    });
  });

  test.each(['dispatched', 'arrive', 'start'] as const)(
    '[B-03] may be given to another once it has come to %s',
    async (until) => {
      const { ticket, order } = await repairUntil(staff, until);
      expect(await refused(staff.supervisor, order, 'reassign', { technician: mate.staffId })).toMatchObject({
        code: 'INPUT_INVALID',
        field: 'reason',
      });
      const given = await act(staff.supervisor, order, 'reassign', {
        technician: mate.staffId,
        reason: '另有急修',
      });
      expect(given).toMatchObject({
        stage: 'dispatched',
        record: { technician: mate.staffId, reassignCount: 1 },
      });
      expect((await look(staff.supervisor, ticket)).record.handler).toBe(mate.staffId);
      expect(await refused(staff.technician, order, 'accept')).toMatchObject({ code: 'NOT_ENTITLED' });
      expect((await act(mate, order, 'accept')).stage).toBe('accepted');
    },
  );

  test('[B-03] handed back is drafted again, and the request waits for somebody', async () => {
    const { ticket, order } = await repairUntil(staff, 'arrive');
    const back = await act(staff.technician, order, 'hand_back', { reason: '需高压电工证' });
    expect(back).toMatchObject({
      stage: 'drafted',
      record: { technician: null, handBackReason: '需高压电工证' },
    });
    expect(await look(staff.supervisor, ticket)).toMatchObject({
      stage: 'registered',
      record: { handler: null },
    });
    expect(await refused(staff.technician, order, 'arrive')).toMatchObject({ status: 403 });
    await act(staff.supervisor, order, 'dispatch', { technician: mate.staffId });
    expect(await look(staff.supervisor, ticket)).toMatchObject({
      stage: 'assigned',
      record: { handler: mate.staffId },
    });
  });

  test('[B-03] is called off with its request', async () => {
    const { ticket, order } = await repairUntil(staff, 'accept');
    await act(staff.front_desk, ticket, 'cancel', { reason: '业主自行修好' });
    expect(await look(staff.supervisor, order)).toMatchObject({
      stage: 'cancelled',
      record: { cancelReason: '业主自行修好' },
    });
    expect((await messages(order)).map(({ template }) => template)).toContain('order_cancelled');
  });
});

describe('an appointment', () => {
  const window = { appointmentFrom: iso(TEN + HOUR), appointmentTo: iso(TEN + 2 * HOUR) };

  test('[B-05] has a beginning before its end', async () => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '灯不亮' });
    const wrong = {
      technician: mate.staffId,
      appointmentFrom: window.appointmentTo,
      appointmentTo: window.appointmentFrom,
    };
    expect(await refused(staff.front_desk, ticket, 'dispatch', wrong)).toMatchObject({
      code: 'APPOINTMENT_INVALID',
    });
    const half = { technician: mate.staffId, appointmentFrom: window.appointmentFrom };
    expect(await refused(staff.front_desk, ticket, 'dispatch', half)).toMatchObject({
      code: 'APPOINTMENT_INVALID',
    });
    expect((await look(staff.supervisor, ticket)).related).toEqual([]);
  });

  test('[B-05] missed needs a cause, and the requester spoken to before there is a new one', async () => {
    const { order } = await repairUntil(staff, 'accept', { inputs: { dispatched: window } });
    expect(await refused(staff.technician, order, 'miss')).toMatchObject({
      code: 'INPUT_INVALID',
      field: 'cause',
    });
    const missed = await act(staff.technician, order, 'miss', { cause: '前一单延误' });
    expect(missed).toMatchObject({
      stage: 'missed',
      record: { missedCause: '前一单延误', missedContact: null },
    });
    expect(await messages(order)).toContainEqual(
      expect.objectContaining({ template: 'order_missed', recipientId: staff.supervisor.staffId }),
    );
    const again = { appointmentFrom: iso(TEN + 3 * HOUR), appointmentTo: iso(TEN + 4 * HOUR) };
    const no = { status: 422, code: 'CONTACT_MISSING', field: 'contact' };
    expect(await refused(staff.technician, order, 'reschedule', again)).toMatchObject(no);
    expect(await refused(staff.technician, order, 'reschedule', { ...again, contact: ' ' })).toMatchObject(
      no,
    );
    expect(await refused(staff.technician, order, 'arrive')).toMatchObject({ code: 'STAGE_WRONG' });
    const agreed = await act(staff.front_desk, order, 'reschedule', {
      ...again,
      contact: '电话致歉，改约下午',
      contactAt: iso(TEN),
    });
    expect(agreed).toMatchObject({
      stage: 'accepted',
      record: {
        ...again,
        missedCause: '前一单延误',
        missedContact: '电话致歉，改约下午',
        missedContactAt: iso(TEN),
      },
    });
    expect((await act(staff.technician, order, 'arrive')).stage).toBe('arrived');
  });

  test('[B-05] missed is not got round by sending somebody else', async () => {
    const { order } = await repairUntil(staff, 'accept', { inputs: { dispatched: window } });
    await act(staff.front_desk, order, 'miss', { cause: '忘记' });
    const other = { technician: mate.staffId, reason: '换人' };
    expect(await refused(staff.supervisor, order, 'reassign', other)).toMatchObject({
      code: 'CONTACT_MISSING',
    });
    await act(staff.technician, order, 'hand_back', { reason: '换人' });
    expect(await refused(staff.supervisor, order, 'dispatch', { technician: mate.staffId })).toMatchObject({
      code: 'CONTACT_MISSING',
    });
    const sent = await act(staff.supervisor, order, 'dispatch', {
      technician: mate.staffId,
      contact: '已致歉',
    });
    expect(sent).toMatchObject({ stage: 'dispatched', record: { missedContact: '已致歉' } });
  });

  test('[B-05] missed a second time needs a second contact', async () => {
    const { order } = await repairUntil(staff, 'accept', { inputs: { dispatched: window } });
    await act(staff.technician, order, 'miss', { cause: '堵车', contact: '已致电' });
    await act(staff.technician, order, 'reschedule', window);
    await act(staff.technician, order, 'miss', { cause: '又堵车' });
    expect(await refused(staff.technician, order, 'reschedule', window)).toMatchObject({
      code: 'CONTACT_MISSING',
    });
  });

  test('[B-05] nobody at home is no dead end: the desk is told, and another time is found', async () => {
    const { order } = await repairUntil(staff, 'arrive');
    const shut = await act(staff.technician, order, 'no_access', { cause: '敲门无人应' });
    expect(shut).toMatchObject({ stage: 'no_access', record: { noAccessCause: '敲门无人应' } });
    expect((await messages(order)).map(({ template }) => template)).toContain('order_no_access');
    const open_ = shut.actions.map(({ name }) => name);
    expect(open_).toEqual(expect.arrayContaining(['arrive', 'reschedule', 'hand_back']));
    expect((await act(staff.technician, order, 'reschedule', window)).stage).toBe('accepted');
    expect((await act(staff.technician, order, 'arrive')).stage).toBe('arrived');
  });

  test('[B-05] of another technician is not his to miss or move', async () => {
    const { order } = await repairUntil(staff, 'accept', { inputs: { dispatched: window } });
    expect(await refused(mate, order, 'miss', { cause: '忘记' })).toMatchObject({
      status: 403,
      code: 'NOT_ENTITLED',
    });
    expect(await refused(mate, order, 'reschedule', window)).toMatchObject({ status: 403 });
    expect(await look(staff.supervisor, order)).toMatchObject({ stage: 'accepted', version: order.version });
  });

  test('[B-05] is kept by arriving, with the proof that there is', async () => {
    const proofs = [
      [{}, 'time_only'],
      [{ arrivalPlace: '3 栋 1 单元门口' }, 'place'],
      [{ doorCode: 'A-1-101', arrivalPlace: '门口' }, 'door_code'],
    ] as const;
    for (const [arrive, arrivalProof] of proofs) {
      const { order } = await repairUntil(staff, 'arrive', { inputs: { arrive } });
      expect(order.record).toMatchObject({ arrivalProof, arrivedAt: iso(TEN) });
    }
  });

  test('[B-05] is not kept before the order went out, nor in the future', async () => {
    const { order } = await repairUntil(staff, 'accept');
    const at = (moment: number) => refused(staff.technician, order, 'arrive', { arrivedAt: iso(moment) });
    expect(await at(TEN - MINUTE)).toMatchObject({ code: 'MOMENT_BEFORE_STEP', field: 'arrivedAt' });
    expect(await at(TEN + MINUTE)).toMatchObject({ code: 'MOMENT_IN_FUTURE', field: 'arrivedAt' });
  });
});

describe('work on site', () => {
  const agreed = { workEstablished: '更换角阀', consentedBy: '李先生' };

  test('[B-06] does not begin before it was established and agreed to', async () => {
    const { order } = await repairUntil(staff, 'arrive');
    expect(await refused(staff.technician, order, 'start')).toMatchObject({
      status: 409,
      code: 'STAGE_WRONG',
      stage: 'arrived',
    });
    expect(await refused(staff.technician, order, 'finish', { workDone: '好了' })).toMatchObject({
      code: 'STAGE_WRONG',
    });
    expect(await refused(staff.technician, order, 'consent', { consentedBy: '李先生' })).toMatchObject({
      field: 'workEstablished',
    });
    expect(await refused(staff.technician, order, 'consent', { workEstablished: '换阀' })).toMatchObject({
      field: 'consentedBy',
    });
    expect((await act(staff.technician, order, 'consent', agreed)).record).toMatchObject({
      ...agreed,
      consentedAt: iso(TEN),
      paid: false,
    });
    expect((await act(staff.technician, order, 'start')).stage).toBe('working');
  });

  test('[B-06] that is paid needs its price from the list, and the price accepted', async () => {
    const { order } = await repairUntil(staff, 'arrive', {
      inputs: { dispatched: { paid: true, paidReason: '业主自购设备' } },
    });
    const tryIt = (more: object) => refused(staff.technician, order, 'consent', { ...agreed, ...more });
    const missing = { status: 422, code: 'PRICE_MISSING', field: 'priceLines' };
    expect(await tryIt({})).toMatchObject(missing);
    expect(await tryIt({ priceFen: 5000, priceAccepted: true })).toMatchObject(missing);
    const item = await coded(office.strapi, 'price-item', 'tap-change');
    await act(staff.technician, order, 'price', { item, quantity: 1 });
    const notAccepted = { code: 'PRICE_NOT_ACCEPTED', field: 'priceAccepted' };
    expect(await tryIt({ priceFen: 4000 })).toMatchObject(notAccepted);
    expect(await tryIt({ priceFen: 4000, priceAccepted: false })).toMatchObject(notAccepted);
    expect(await tryIt({ priceFen: 3999, priceAccepted: true })).toMatchObject({
      status: 409,
      code: 'PRICE_DIFFERS',
      priceFen: 4000,
    });
    for (const priceFen of [-1, 50.5]) {
      expect(await tryIt({ priceFen, priceAccepted: true })).toMatchObject({
        code: 'INPUT_INVALID',
        field: 'priceFen',
      });
    }
    const seen = await act(staff.technician, order, 'consent', {
      ...agreed,
      priceFen: 4000,
      priceAccepted: true,
    });
    expect(seen.record).toMatchObject({ paid: true, priceFen: 4000, priceAccepted: true });
  });

  test('[B-06] agreed to as free does not become paid afterwards', async () => {
    const { order } = await repairUntil(staff, 'start');
    expect(await refused(staff.technician, order, 'edit', { paid: true })).toMatchObject({
      status: 422,
      code: 'INPUT_UNKNOWN_FIELD',
      field: 'paid',
    });
    const change = { paid: true, paidReason: '改为收费' };
    expect(await refused(staff.front_desk, order, 'judge_warranty', change)).toMatchObject({
      status: 409,
      code: 'STAGE_WRONG',
    });
    expect((await look(staff.supervisor, order)).record.paid).toBe(false);
  });

  test('[B-06] is agreed to with the one who is there: another technician cannot', async () => {
    const { order } = await repairUntil(staff, 'arrive');
    for (const who of [mate, staff.front_desk, staff.clerk, staff.finance]) {
      expect(await refused(who, order, 'consent', agreed)).toMatchObject({
        status: 403,
        code: 'NOT_ENTITLED',
      });
    }
  });
});

describe('the end of the work', () => {
  test('[B-07] is signed by the requester, or says why it is not', async () => {
    const { order } = await repairUntil(staff, 'finish');
    const no = { status: 422, code: 'SIGNATURE_OR_REASON_MISSING' };
    expect(await refused(staff.technician, order, 'sign')).toMatchObject(no);
    expect(await refused(staff.technician, order, 'sign', { signerName: '李先生' })).toMatchObject(no);
    expect(
      await refused(staff.technician, order, 'sign', { signature: 'data:image/png;base64,AA==' }),
    ).toMatchObject(no);
    expect(await refused(staff.technician, order, 'sign', { noSignatureReason: '  ' })).toMatchObject(no);
    const signed = await act(staff.technician, order, 'sign', { noSignatureReason: '业主外出，电话确认' });
    expect(signed).toMatchObject({
      stage: 'signed',
      record: { noSignatureReason: '业主外出，电话确认', signedAt: iso(TEN) },
    });
  });

  test('[B-07] leaves no order closed unsigned, and no request', async () => {
    const { ticket, order } = await repairUntil(staff, 'finish');
    expect(await refused(staff.clerk, order, 'file')).toMatchObject({
      status: 409,
      code: 'STAGE_WRONG',
      stage: 'done',
    });
    const close = { confirmedWith: '李先生', satisfaction: 'satisfied' };
    expect(await refused(staff.front_desk, ticket, 'close', close)).toMatchObject({
      status: 409,
      code: 'ORDER_NOT_FILED',
      order: order.number,
    });
  });

  test('[B-08] only the clerk files the signed order, which marks the register', async () => {
    const { ticket, order } = await repairUntil(staff, 'sign');
    expect(ticket.record.registerMarkedAt).toBeNull();
    for (const post of [
      'technician',
      'front_desk',
      'steward',
      'supervisor',
      'department_head',
      'director',
    ] as const) {
      expect(await refused(staff[post], order, 'file')).toMatchObject({ status: 403, code: 'NOT_ENTITLED' });
    }
    const filed = await act(staff.clerk, order, 'file', { note: '存 11 月册' });
    expect(filed).toMatchObject({ stage: 'filed', record: { filedAt: iso(TEN), filedNote: '存 11 月册' } });
    const after = await look(staff.clerk, ticket);
    expect(after.record.registerMarkedAt).toBe(iso(TEN));
    expect(after.activities[0]).toMatchObject({
      action: 'mark_register',
      rules: ['B-08'],
      actorName: staff.clerk.name,
    });
  });

  test('[B-08] files also the order of a request that was reopened meanwhile', async () => {
    const { ticket, order } = await repairUntil(staff, 'sign');
    await act(staff.front_desk, ticket, 'reopen', { reason: '又漏' });
    expect((await act(staff.clerk, order, 'file')).stage).toBe('filed');
    expect((await look(staff.clerk, ticket)).record.registerMarkedAt).toBeNull();
  });

  test('[B-11] is confirmed with the requester, who is asked whether he is content, and archived', async () => {
    const { ticket } = await repairUntil(staff, 'file');
    expect(await refused(staff.front_desk, ticket, 'close', {})).toMatchObject({
      code: 'INPUT_INVALID',
      field: 'confirmedWith',
    });
    expect(await refused(staff.front_desk, ticket, 'close', { confirmedWith: '李先生' })).toMatchObject({
      code: 'SATISFACTION_MISSING',
    });
    expect(
      await refused(staff.technician, ticket, 'close', {
        confirmedWith: '李先生',
        satisfaction: 'satisfied',
      }),
    ).toMatchObject({
      status: 403,
      code: 'NOT_ENTITLED',
    });
    const closed = await act(staff.front_desk, ticket, 'close', {
      confirmedWith: '李先生',
      satisfaction: 'very_satisfied',
    });
    expect(closed).toMatchObject({
      stage: 'closed',
      record: {
        confirmedWith: '李先生',
        satisfaction: 'very_satisfied',
        confirmedAt: iso(TEN),
        closedAt: iso(TEN),
      },
    });
    expect(closed.clocks.find(({ name }) => name === 'confirm')).toMatchObject({
      rule: 'B-11',
      verdict: 'kept',
    });
  });

  test('[B-11] a requester who gives no answer is on record with the reason', async () => {
    const { ticket } = await repairUntil(staff, 'file');
    const closed = await act(staff.clerk, ticket, 'close', {
      confirmedWith: '王女士',
      noAnswerReason: '三次未接',
    });
    expect(closed).toMatchObject({ stage: 'closed', record: { satisfaction: null } });
    expect(closed.activities[0]?.note).toBe('三次未接');
  });
});
