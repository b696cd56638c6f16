import { officeOf } from '../../../src/engine/office';
import { wakeUp } from '../../../src/engine/wakeups';
import {
  act,
  clock,
  DAY,
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
import { coded, employ, staffOf, type Staff } from '../../support/people';

/** 10:00 in Shanghai on a working Friday. */
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

const again = (at: Pick<CaseSeen, 'type' | 'documentId'>) => look(staff.supervisor, at);
const rest = (reason: string, more: object = {}) => ({
  reason,
  until: iso(time.now() + 2 * HOUR),
  allowedBy: '李主管',
  ...more,
});
const timerLines = (seen: CaseSeen, name: string) =>
  seen.activities
    .filter(({ action, changes }) => action.startsWith('clock.') && changes.some(({ to }) => to === name))
    .map(({ action, changes, occurredAt }) => [
      action,
      changes.find(({ field }) => field === 'level')?.to ?? 0,
      (Date.parse(occurredAt) - TEN) / MINUTE,
    ])
    .reverse();
const told = async (seen: CaseSeen) => {
  const rows = (await office.strapi.db
    .query('api::outbox-message.outbox-message')
    .findMany({ where: { caseId: seen.documentId }, orderBy: { id: 'asc' } })) as {
    template: string;
    recipientId: string;
    params: { clock?: string };
  }[];
  return (name: string) =>
    rows
      .filter(({ params }) => params?.clock === name)
      .map(({ template, recipientId }) => [template, recipientId]);
};

describe('on site', () => {
  test('[C-01] within fifteen minutes of the report is kept, and not a moment later', async () => {
    const { order, ticket } = await repairUntil(staff, 'accept');
    expect(clock(ticket, 'arrive')).toMatchObject({
      rule: 'C-01',
      dueAt: iso(TEN + 15 * MINUTE),
      state: 'running',
    });
    time.set(TEN + 15 * MINUTE);
    await act(staff.technician, order, 'arrive');
    expect(clock(await again(ticket), 'arrive')).toMatchObject({ verdict: 'kept', state: 'stopped' });

    time.set(TEN);
    const late = await repairUntil(staff, 'accept');
    time.set(TEN + 15 * MINUTE + 1);
    await act(staff.technician, late.order, 'arrive');
    expect(clock(await again(late.ticket), 'arrive')).toMatchObject({
      verdict: 'broken',
      brokenAt: iso(TEN + 15 * MINUTE),
    });
  });

  test('[C-01] is no longer owed once the matter is settled without a visit', async () => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '如何复位空开' });
    await act(staff.front_desk, ticket, 'complete', { result: '电话指导，已复位' });
    await time.pass(HOUR);
    expect(clock(await again(ticket), 'arrive')).toMatchObject({ verdict: 'kept', state: 'stopped' });
  });
});

describe('an ordinary fault', () => {
  test('[C-02] solved on that visit is kept', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    expect(clock(ticket, 'solve')).toMatchObject({ rule: 'C-02', verdict: 'kept' });
  });

  test('[C-02] has no such promise before somebody is there', async () => {
    const { ticket } = await repairUntil(staff, 'accept');
    expect(ticket.clocks.map(({ name }) => name)).not.toContain('solve');
  });

  test.each([
    ['to rest', 'pause', 'start', () => rest('weather')],
    [
      'until another day',
      'reschedule',
      'arrive',
      () => ({ appointmentFrom: iso(TEN + DAY), appointmentTo: iso(TEN + DAY + HOUR) }),
    ],
    ['and handing it back', 'hand_back', 'arrive', () => ({ reason: '不会修' })],
  ] as const)('[C-02] is broken by leaving the site %s', async (_why, action, until, input) => {
    const { ticket, order } = await repairUntil(staff, until);
    time.set(TEN + 10 * MINUTE);
    await act(staff.technician, order, action, input());
    expect(clock(await again(ticket), 'solve')).toMatchObject({
      rule: 'C-02',
      verdict: 'broken',
      brokenAt: iso(TEN + 10 * MINUTE),
    });
  });

  test('[C-02] is broken by sending another after the first was there, and that is told up the chain', async () => {
    const { ticket, order } = await repairUntil(staff, 'start');
    const mate = await employ(office, 'technician', { superior: staff.supervisor });
    await act(staff.supervisor, order, 'reassign', { technician: mate.staffId, reason: '调去急修' });
    await time.pass(0);
    await time.pass(DAY);
    const seen = await again(ticket);
    expect(clock(seen, 'solve')).toMatchObject({ verdict: 'broken', brokenAt: iso(TEN) });
    expect(timerLines(seen, 'solve')).toEqual([
      ['clock.due', 0, 0],
      ['clock.escalate', 1, 0],
      ['clock.escalate', 2, 120],
      ['clock.escalate', 3, 480],
    ]);
    expect((await told(seen))('solve')).toEqual([
      ['clock_broken', mate.staffId],
      ['clock_escalated', staff.supervisor.staffId],
      ['clock_escalated', staff.department_head.staffId],
      ['clock_escalated', staff.director.staffId],
    ]);
  });
});

describe('a harder fault', () => {
  test('[C-03] that lacks a part is owed within 48 hours of the first report, and leaving for it breaks nothing', async () => {
    const received = TEN - HOUR;
    const { ticket, order } = await repairUntil(staff, 'start', {
      inputs: { register: { receivedAt: iso(received) } },
    });
    await act(staff.technician, order, 'pause', rest('missing_part', { note: '缺 20mm 角阀' }));
    const seen = await again(ticket);
    expect(seen.record.faultClass).toBe('missing_part');
    expect(clock(seen, 'solve')).toMatchObject({
      rule: 'C-03',
      startedAt: iso(received),
      dueAt: iso(received + 48 * HOUR),
      verdict: null,
      state: 'running',
    });
    expect(seen.activities.find(({ action }) => action === 'reclass')).toMatchObject({
      note: '缺 20mm 角阀',
    });
    time.set(received + 48 * HOUR);
    await act(staff.technician, order, 'resume');
    await act(staff.technician, order, 'finish', { workDone: '已更换' });
    expect(clock(await again(ticket), 'solve')).toMatchObject({ verdict: 'kept' });
  });

  test('[C-03] found difficult on site is owed within 48 hours of the report', async () => {
    const { ticket } = await repairUntil(staff, 'consent', {
      inputs: { consent: { workEstablished: '暗管渗漏', consentedBy: '李先生', faultClass: 'difficult' } },
    });
    expect(clock(ticket, 'solve')).toMatchObject({
      rule: 'C-03',
      startedAt: iso(TEN),
      dueAt: iso(TEN + 48 * HOUR),
    });
  });

  test('[C-03] a minute late is broken', async () => {
    const { ticket, order } = await repairUntil(staff, 'start');
    await act(staff.technician, order, 'pause', rest('missing_part'));
    await time.pass(48 * HOUR + MINUTE);
    await act(staff.technician, order, 'resume');
    await act(staff.technician, order, 'finish', { workDone: '已更换' });
    expect(clock(await again(ticket), 'solve')).toMatchObject({
      verdict: 'broken',
      brokenAt: iso(TEN + 48 * HOUR),
    });
  });

  test('[C-04] that is major is owed within 72 hours of the first report', async () => {
    const { ticket, order } = await repairUntil(staff, 'start');
    time.set(TEN + HOUR);
    expect(await refused(staff.supervisor, ticket, 'reclass', { faultClass: 'major' })).toMatchObject({
      code: 'INPUT_INVALID',
      field: 'reason',
    });
    expect(
      await refused(staff.finance, ticket, 'reclass', { faultClass: 'major', reason: '主管爆裂' }),
    ).toMatchObject({ status: 403 });
    const seen = await act(staff.supervisor, ticket, 'reclass', { faultClass: 'major', reason: '主管爆裂' });
    expect(clock(seen, 'solve')).toMatchObject({
      rule: 'C-04',
      startedAt: iso(TEN),
      dueAt: iso(TEN + 72 * HOUR),
      verdict: null,
    });
    time.set(TEN + 71 * HOUR);
    await act(staff.technician, order, 'finish', { workDone: '换管' });
    expect(clock(await again(ticket), 'solve').verdict).toBe('kept');
  });

  test('[C-04] stays major when a part is missing for it', async () => {
    const { ticket, order } = await repairUntil(staff, 'start');
    await act(staff.supervisor, ticket, 'reclass', { faultClass: 'major', reason: '主管爆裂' });
    await act(staff.technician, order, 'pause', rest('missing_part'));
    const seen = await again(ticket);
    expect(seen.record.faultClass).toBe('major');
    expect(clock(seen, 'solve')).toMatchObject({
      rule: 'C-04',
      dueAt: iso(TEN + 72 * HOUR),
      state: 'running',
    });
  });
});

describe('targets', () => {
  const path = '/content-manager/collection-types/api::target.target';
  const edit = async (code: string, data: object) => {
    const documentId = await coded(office.strapi, 'target', code);
    return staff.manager.agent.put(`${path}/${documentId}`).send(data);
  };

  test('[C-09] changed by a manager hold at once for what comes in, and not for what runs', async () => {
    const before = await open(staff.front_desk, 'ticket', { matter: '灯不亮' });
    expect((await edit('repair-arrive', { amount: 10 })).status).toBe(200);
    const after = await open(staff.front_desk, 'ticket', { matter: '灯不亮' });
    expect(clock(after, 'arrive').dueAt).toBe(iso(TEN + 10 * MINUTE));
    const kept = clock(await again(before), 'arrive');
    expect(kept.dueAt).toBe(iso(TEN + 15 * MINUTE));
    expect(kept.explanation).toContain('15 分钟');
    expect(clock(after, 'arrive').targetVersion).toBeGreaterThan(kept.targetVersion);
    await edit('repair-arrive', { amount: 15 });
    const back = await open(staff.front_desk, 'ticket', { matter: '灯不亮' });
    expect(clock(back, 'arrive')).toMatchObject({
      dueAt: iso(TEN + 15 * MINUTE),
      targetVersion: kept.targetVersion,
    });
  });

  test('[C-09] put out of use start no clock', async () => {
    await edit('repair-accept', { active: false });
    const seen = await open(staff.front_desk, 'ticket', { matter: '灯不亮' });
    expect(seen.clocks.map(({ name }) => name)).toEqual(['arrive']);
    await edit('repair-accept', { active: true });
  });

  test.each(['front_desk', 'technician', 'supervisor', 'clerk'] as const)(
    '[C-09] are not changed by the post of %s',
    async (post) => {
      const documentId = await coded(office.strapi, 'target', 'repair-arrive');
      expect((await staff[post].agent.put(`${path}/${documentId}`).send({ amount: 90 })).status).toBe(403);
    },
  );

  test('[C-09] are chosen by kind, category, class and urgency: the closest holds', async () => {
    const category = await coded(office.strapi, 'category', 'SD');
    const child = await coded(office.strapi, 'category', 'SD-09');
    const calendar = await coded(office.strapi, 'work-calendar', 'round-the-clock');
    const row = {
      ...{ name: '到场', ruleCode: 'C-01', caseType: 'ticket', clock: 'arrive', startsOn: 'ticket.register' },
      ...{
        stopsOn: 'dispatch-order.arrive',
        unit: 'minutes',
        calendar: { connect: [{ documentId: calendar }] },
      },
    };
    const make = (data: object) => staff.manager.agent.post(path).send({ ...row, ...data });
    expect((await make({ code: 'a-urgent', amount: 8, kind: 'repair', urgency: 'urgent' })).status).toBe(201);
    expect(
      (await make({ code: 'x-category', amount: 6, category: { connect: [{ documentId: category }] } }))
        .status,
    ).toBe(201);
    const due = async (data: object) =>
      (Date.parse(
        clock(await open(staff.front_desk, 'ticket', { matter: '灯不亮', ...data }), 'arrive').dueAt,
      ) -
        TEN) /
      MINUTE;
    expect(await due({})).toBe(15);
    expect(await due({ urgency: 'urgent' })).toBe(8);
    expect(await due({ category: child })).toBe(6);
    expect(await due({ category: child, urgency: 'urgent' })).toBe(6);
    for (const code of ['a-urgent', 'x-category']) {
      const documentId = await coded(office.strapi, 'target', code);
      expect((await staff.manager.agent.delete(`${path}/${documentId}`)).status).toBe(200);
    }
    expect(await due({ urgency: 'urgent' })).toBe(15);
  });

  test('[C-09] by office hours leave out statutory holidays and count make-up workdays', async () => {
    // 1 to 7 October 2026 are holidays; Saturday the 10th makes up for one of them.
    const eve = Date.parse('2026-09-30T10:00:00+08:00');
    time.set(eve);
    const ticket = await open(staff.front_desk, 'ticket', {
      matter: '咨询停车',
      kind: 'inquiry',
      promisedReplyAt: iso(eve + HOUR),
    });
    const done = await act(staff.front_desk, ticket, 'complete', { result: '已答复' });
    expect(clock(done, 'confirm')).toMatchObject({
      rule: 'B-11',
      dueAt: iso(Date.parse('2026-10-10T10:00:00+08:00')),
    });
  });

  test('[C-09] follow a day that the manager takes out of the calendar', async () => {
    const eve = Date.parse('2026-11-25T10:00:00+08:00');
    time.set(eve);
    const calendars = '/content-manager/collection-types/api::work-calendar.work-calendar';
    const documentId = await coded(office.strapi, 'work-calendar', 'office-hours');
    const dueNow = async () => {
      const ticket = await open(staff.front_desk, 'ticket', {
        matter: '咨询停车',
        kind: 'inquiry',
        promisedReplyAt: iso(eve + HOUR),
      });
      return clock(await act(staff.front_desk, ticket, 'complete'), 'confirm').dueAt;
    };
    expect(await dueNow()).toBe(iso(Date.parse('2026-11-30T10:00:00+08:00')));
    const closed = await staff.manager.agent
      .put(`${calendars}/${documentId}`)
      .send({ days: [{ date: '2026-11-26', kind: 'off', name: '司庆' }] });
    expect(closed.status).toBe(200);
    expect(await dueNow()).toBe(iso(Date.parse('2026-12-01T10:00:00+08:00')));
  });
});

describe('a pause', () => {
  const difficult = {
    consent: { workEstablished: '暗管渗漏', consentedBy: '李先生', faultClass: 'difficult' },
  };

  test('[C-10] for an allowed reason stands the clock still, and says for how long', async () => {
    const { ticket, order } = await repairUntil(staff, 'start', { inputs: difficult });
    time.set(TEN + HOUR);
    await act(staff.technician, order, 'pause', rest('requester_absent'));
    expect(clock(await again(ticket), 'solve')).toMatchObject({
      state: 'paused',
      pausedAt: iso(TEN + HOUR),
      pauseLimitAt: iso(TEN + 3 * HOUR),
    });
    time.set(TEN + 2 * HOUR);
    await act(staff.technician, order, 'resume');
    const seen = clock(await again(ticket), 'solve');
    expect(seen).toMatchObject({ state: 'running', pausedSeconds: 3600, dueAt: iso(TEN + 49 * HOUR) });
    expect(seen.pauses).toEqual([
      { from: iso(TEN + HOUR), to: iso(TEN + 2 * HOUR), reason: 'requester_absent' },
    ]);
    expect(seen.explanation).toContain('暂停 1 小时');
    expect(clock(await look(staff.supervisor, ticket, 'en'), 'solve').explanation).toContain(
      'paused for 1 h',
    );
  });

  test.each(['weather', 'outside_party', 'missing_part'])(
    '[C-10] for %s lets the clock run on',
    async (reason) => {
      const { ticket, order } = await repairUntil(staff, 'start', { inputs: difficult });
      await act(staff.technician, order, 'pause', rest(reason));
      expect(clock(await again(ticket), 'solve')).toMatchObject({
        state: 'running',
        dueAt: iso(TEN + 48 * HOUR),
      });
    },
  );

  test('[C-10] needs a reason that there is, a limit, and whoever allowed it', async () => {
    const { order } = await repairUntil(staff, 'start');
    const tryIt = (input: object) => refused(staff.technician, order, 'pause', input);
    expect(await tryIt(rest('lunch'))).toMatchObject({ code: 'INPUT_INVALID', field: 'reason' });
    expect(await tryIt(rest('weather', { until: undefined }))).toMatchObject({
      code: 'INPUT_INVALID',
      field: 'until',
    });
    expect(await tryIt(rest('weather', { until: iso(TEN) }))).toMatchObject({
      code: 'PAUSE_LIMIT_PAST',
      field: 'until',
    });
    expect(await tryIt(rest('weather', { allowedBy: ' ' }))).toMatchObject({
      code: 'TEXT_EMPTY',
      field: 'allowedBy',
    });
    expect(await look(staff.supervisor, order)).toMatchObject({ stage: 'working', version: order.version });
  });

  test('[C-10] ends by itself at what was allowed, and the clock runs on', async () => {
    const { ticket, order } = await repairUntil(staff, 'start', { inputs: difficult });
    await act(staff.technician, order, 'pause', rest('requester_absent'));
    await time.pass(3 * HOUR);
    const seen = await again(ticket);
    expect(clock(seen, 'solve')).toMatchObject({
      state: 'running',
      pausedSeconds: 7200,
      dueAt: iso(TEN + 50 * HOUR),
    });
    expect(timerLines(seen, 'solve')).toEqual([['clock.pause_limit', 0, 120]]);
    await act(staff.technician, order, 'resume');
    expect(clock(await again(ticket), 'solve').pausedSeconds).toBe(7200);
  });

  test('[C-10] is not longer than the target allows, whatever was said', async () => {
    const { ticket, order } = await repairUntil(staff, 'start', { inputs: difficult });
    await act(staff.technician, order, 'pause', rest('requester_request', { until: iso(TEN + 30 * DAY) }));
    expect(clock(await again(ticket), 'solve').pauseLimitAt).toBe(iso(TEN + DAY));
    time.set(TEN + 2 * DAY);
    await act(staff.technician, order, 'resume');
    expect(clock(await again(ticket), 'solve')).toMatchObject({
      pausedSeconds: 24 * 3600,
      dueAt: iso(TEN + 72 * HOUR),
    });
  });

  test('[C-10] re-classed keeps what was paused, counted from the first report', async () => {
    const { ticket, order } = await repairUntil(staff, 'start', { inputs: difficult });
    await act(staff.technician, order, 'pause', rest('requester_absent'));
    time.set(TEN + HOUR);
    await act(staff.technician, order, 'resume');
    const seen = await act(staff.supervisor, ticket, 'reclass', { faultClass: 'major', reason: '须开墙' });
    expect(clock(seen, 'solve')).toMatchObject({
      rule: 'C-04',
      startedAt: iso(TEN),
      pausedSeconds: 3600,
      dueAt: iso(TEN + 73 * HOUR),
    });
  });

  test('[C-10] of a request that waits ends when it is taken up again', async () => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '暗管渗漏' });
    await act(staff.front_desk, ticket, 'reclass', { faultClass: 'difficult', reason: '暗管' });
    expect(
      await refused(staff.front_desk, ticket, 'wait', { reason: 'requester_absent', until: iso(TEN - 1) }),
    ).toMatchObject({ code: 'PAUSE_LIMIT_PAST' });
    await act(staff.front_desk, ticket, 'wait', { reason: 'requester_absent' });
    expect(clock(await again(ticket), 'solve').state).toBe('paused');
    time.set(TEN + HOUR);
    const seen = await act(staff.front_desk, ticket, 'resume');
    expect(clock(seen, 'solve')).toMatchObject({ state: 'running', pausedSeconds: 3600 });
    expect(seen.record.waitReason).toBeNull();
  });
});

describe('the chain', () => {
  test('[C-11] warns, then climbs staff, supervisor, department head, director, each once, however many look', async () => {
    const { ticket } = await repairUntil(staff, 'dispatched');
    for (const minutes of [9, 10, 10, 14, 15, 15, 29, 30, 44, 45, 300]) {
      time.set(TEN + minutes * MINUTE);
      const engine = officeOf(office.strapi);
      await Promise.all([wakeUp(engine), wakeUp(engine), wakeUp(engine)]);
    }
    const seen = await again(ticket);
    expect(timerLines(seen, 'arrive')).toEqual([
      ['clock.warn', 1, 10],
      ['clock.due', 0, 15],
      ['clock.escalate', 1, 15],
      ['clock.escalate', 2, 30],
      ['clock.escalate', 3, 45],
    ]);
    expect((await told(seen))('arrive')).toEqual([
      ['clock_warning', staff.technician.staffId],
      ['clock_broken', staff.technician.staffId],
      ['clock_escalated', staff.supervisor.staffId],
      ['clock_escalated', staff.department_head.staffId],
      ['clock_escalated', staff.director.staffId],
    ]);
  });

  test('[C-11] stops climbing when what was promised is done', async () => {
    const { ticket, order } = await repairUntil(staff, 'accept');
    await time.pass(16 * MINUTE);
    await act(staff.technician, order, 'arrive');
    await time.pass(5 * HOUR);
    expect(timerLines(await again(ticket), 'arrive').map(([action]) => action)).toEqual([
      'clock.warn',
      'clock.due',
      'clock.escalate',
    ]);
  });

  test('[C-11] all that a sleeping office has missed happens once, in its order, when it wakes', async () => {
    const { ticket } = await repairUntil(staff, 'dispatched');
    await time.pass(7 * DAY);
    await time.pass(DAY);
    expect(timerLines(await again(ticket), 'arrive').map(([, , minute]) => minute)).toEqual([
      10, 15, 15, 30, 45,
    ]);
  });

  test('[C-11] says it in the history with its rules', async () => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '灯不亮' });
    await time.pass(15 * MINUTE);
    const line = (await again(ticket)).activities.find(
      ({ action, changes }) => action === 'clock.due' && changes.some(({ to }) => to === 'arrive'),
    );
    expect(line).toMatchObject({ rules: ['C-11', 'C-01'], actorName: 'timer' });
    expect(line?.changes).toContainEqual(
      expect.objectContaining({ field: 'verdict', from: null, to: 'broken' }),
    );
  });

  test('[C-11] of a target in use reaches the director', async () => {
    const targets = (await office.strapi.db
      .query('api::target.target')
      .findMany({ populate: { escalations: true } })) as { code: string; escalations: { to: string }[] }[];
    for (const { code, escalations } of targets) {
      expect([code, escalations.map(({ to }) => to)]).toEqual([
        code,
        ['supervisor', 'department_head', 'director'],
      ]);
    }
  });
});

describe('a promise broken', () => {
  test('[C-12] stays broken through every later action', async () => {
    const { ticket, order } = await repairUntil(staff, 'accept');
    await time.pass(16 * MINUTE);
    const broken = { verdict: 'broken', brokenAt: iso(TEN + 15 * MINUTE), cycle: 1 };
    const verdict = async () => (await again(ticket)).clocks.find(({ name }) => name === 'arrive');
    const actions: readonly [Parameters<typeof act>[0], Parameters<typeof act>[1], string, object][] = [
      [staff.technician, order, 'arrive', { arrivedAt: iso(TEN + MINUTE) }],
      [staff.front_desk, ticket, 'edit', { matter: '改', urgency: 'urgent', reason: '报事人催办' }],
      [staff.supervisor, ticket, 'reclass', { faultClass: 'major', reason: '改' }],
      [staff.technician, order, 'consent', { workEstablished: '换', consentedBy: '李' }],
      [staff.technician, order, 'start', {}],
      [staff.technician, order, 'finish', { workDone: '好' }],
      [staff.front_desk, ticket, 'reopen', { reason: '又坏' }],
      [staff.front_desk, ticket, 'cancel', { reason: '误报' }],
    ];
    // A dispatch time lies between; the arrival said to be earlier than the timer does not mend it.
    for (const [who, at, action, input] of actions) {
      await act(who, at, action, input);
      expect(await verdict()).toMatchObject(broken);
    }
  });

  test('[C-12] is not mended by a write past the rules', async () => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '灯不亮' });
    await time.pass(16 * MINUTE);
    const { documentId } = clock(await again(ticket), 'arrive');
    const put = await staff.manager.agent
      .put(`/content-manager/collection-types/api::clock.clock/${documentId}`)
      .send({ verdict: 'kept' });
    expect([403, 404, 405]).toContain(put.status);
    const documents = office.strapi.documents('api::clock.clock' as never);
    await expect(documents.update({ documentId, data: { verdict: 'kept' } as never })).rejects.toMatchObject({
      code: 'DIRECT_WRITE_REFUSED',
    });
    await expect(documents.delete({ documentId })).rejects.toMatchObject({ code: 'DIRECT_WRITE_REFUSED' });
    await expect(
      office.strapi.db.query('api::clock.clock').update({ where: { documentId }, data: { verdict: 'kept' } }),
    ).rejects.toThrow();
    expect(clock(await again(ticket), 'arrive').verdict).toBe('broken');
  });

  test('[C-12] keeps its cycle when the request is reopened, and a new one is promised', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    await time.pass(DAY);
    const seen = await act(staff.front_desk, ticket, 'reopen', { reason: '又漏' });
    const arrivals = seen.clocks.filter(({ name }) => name === 'arrive');
    expect(arrivals).toMatchObject([
      { cycle: 1, verdict: 'kept' },
      { cycle: 2, verdict: null, dueAt: iso(TEN + DAY + 15 * MINUTE) },
    ]);
  });
});

test('[C-09] every clock of a case says how it came about, in Chinese and English, with its rule', async () => {
  const { ticket } = await repairUntil(staff, 'file');
  const visit = kin(await again(ticket), 'return-visit');
  for (const at of [ticket, visit]) {
    const [zh, en] = [await look(staff.supervisor, at), await look(staff.supervisor, at, 'en')];
    expect(zh.clocks.length).toBeGreaterThan(0);
    zh.clocks.forEach((one, index) => {
      expect(one.rule).toMatch(/^[A-D]-\d\d$/);
      expect(one.explanation).toContain(one.rule);
      expect(one.explanation).toMatch(/\p{Script=Han}.*应于 .*/u);
      const english = en.clocks[index]?.explanation ?? '';
      expect(english).toContain(one.rule);
      expect(english).toMatch(/due \d/);
      expect(english).not.toMatch(/\p{Script=Han}/u);
    });
  }
});
