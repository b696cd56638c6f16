import { officeOf } from '../../../src/engine/office';
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
import { openOffice, type Agent, type Office } from '../../support/office';
import {
  aUnit,
  coded,
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

const register = (type: string, documentId = ''): string =>
  `/content-manager/collection-types/api::${type}.${type}${documentId && `/${documentId}`}`;
const to = (documentId: string) => ({ connect: [{ documentId }] });

interface Answer {
  readonly status: number;
  readonly body: { data?: { documentId: string }; error?: { message: string; details: object } };
}

const save = (type: string, documentId: string, data: object, who: Colleague = staff.manager) =>
  who.agent.put(register(type, documentId)).send(data) as unknown as Promise<Answer>;
const make = (type: string, data: object, who: Colleague = staff.manager) =>
  who.agent.post(register(type)).send(data) as unknown as Promise<Answer>;
const remove = (type: string, documentId: string, who: Colleague = staff.manager) =>
  who.agent.delete(register(type, documentId)) as unknown as Promise<Answer>;

const made = async (type: string, data: object): Promise<string> => {
  const { status, body } = await make(type, data);
  if (status !== 201 || !body.data) throw new Error(JSON.stringify(body));
  return body.data.documentId;
};

const saidOf = ({ status, body }: Answer): object => ({
  status,
  ...body.error?.details,
  message: body.error?.message,
});

/** The documentId of what a record's relation leads to; null for nothing. */
async function above(type: string, documentId: string, by: string): Promise<string | null> {
  const row = (await office.strapi.db
    .query(`api::${type}.${type}` as never)
    .findOne({ where: { documentId }, populate: { [by]: true } })) as Record<
    string,
    { documentId: string } | null
  >;
  return row[by]?.documentId ?? null;
}

describe('a ring of superiors', () => {
  test('[A-05] is refused in the form, however long it is, and nothing of it is kept', async () => {
    const one = await employ(office, 'steward');
    const two = await employ(office, 'steward', { superior: one });
    const three = await employ(office, 'steward', { superior: two });
    for (const [who, superior] of [
      [one, one],
      [one, two],
      [one, three],
      [two, three],
    ] as const) {
      const answer = await save('staff-member', who.staffId, {
        superior: to(superior.staffId),
        remark: '半途',
      });
      expect(saidOf(answer)).toMatchObject({
        status: 422,
        code: 'SUPERIOR_CIRCULAR',
        field: 'superior',
        message: expect.stringContaining(who.name) as string,
      });
    }
    const english = staff.manager.agent
      .put(register('staff-member', one.staffId))
      .set('accept-language', 'en')
      .send({ superior: to(three.staffId) }) as unknown as Promise<Answer>;
    expect(saidOf(await english)).toMatchObject({
      message: expect.stringContaining('must not run in a ring') as string,
    });
    expect(await above('staff-member', one.staffId, 'superior')).toBeNull();
    expect(await above('staff-member', two.staffId, 'superior')).toBe(one.staffId);
  });

  test('[A-05] is refused to outside systems as well', async () => {
    const site: Agent = await outsideSystem(
      office,
      'api::staff-member.staff-member.update',
      'api::staff-member.staff-member.find',
    );
    const one = await employ(office, 'steward');
    const two = await employ(office, 'steward', { superior: one });
    const answer = (await site
      .put(`/api/staff-members/${one.staffId}`)
      .send({ data: { superior: two.staffId } })) as unknown as Answer;
    expect(saidOf(answer)).toMatchObject({ status: 422, code: 'SUPERIOR_CIRCULAR' });
  });

  test('[A-05] does not come of two managers who save its halves at the same time', async () => {
    const pairs = await Promise.all(
      Array.from({ length: 10 }, async () => [
        await employ(office, 'steward'),
        await employ(office, 'steward'),
      ]),
    );
    for (const [one, other] of pairs as [Colleague, Colleague][]) {
      const answers = await Promise.all([
        save('staff-member', one.staffId, { superior: to(other.staffId) }),
        save('staff-member', other.staffId, { superior: to(one.staffId) }, staff.director),
      ]);
      expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
      const lines = await Promise.all(
        [one, other].map(({ staffId }) => above('staff-member', staffId, 'superior')),
      );
      expect(lines.filter((line) => line !== null).length).toBeLessThanOrEqual(1);
    }
  });
});

describe('a ring of categories or departments', () => {
  test.each(['category', 'department'])(
    '[B-01][A-05] of a %s is refused from above and below',
    async (type) => {
      const name = (code: string) => ({ name: `试-${code}`, code: `ring-${type}-${code}` });
      const one = await made(type, name('1'));
      const two = await made(type, { ...name('2'), parent: to(one) });
      const three = await made(type, { ...name('3'), parent: to(two) });
      const refusal = { status: 422, code: 'PARENT_CIRCULAR', field: 'parent' };
      expect(saidOf(await save(type, one, { parent: to(one) }))).toMatchObject(refusal);
      expect(saidOf(await save(type, one, { parent: to(three) }))).toMatchObject(refusal);
      const documents = office.strapi.documents(`api::${type}.${type}` as 'api::category.category');
      const fromAbove = documents.update({
        documentId: three,
        data: { children: { connect: [one] } } as never,
      });
      await expect(fromAbove).rejects.toMatchObject({ code: 'PARENT_CIRCULAR' });
      expect(await above(type, one, 'parent')).toBeNull();
      const [four, five] = await Promise.all([made(type, name('4')), made(type, name('5'))]);
      await Promise.all([save(type, four, { parent: to(five) }), save(type, five, { parent: to(four) })]);
      const lines = [await above(type, four, 'parent'), await above(type, five, 'parent')];
      expect(lines.filter((line) => line !== null).length).toBeLessThanOrEqual(1);
    },
  );
});

describe('somebody or something unknown', () => {
  const NOBODY = 'a'.repeat(24);

  test.each([
    ['assign', 'handler'],
    ['dispatch', 'technician'],
    ['dispatch', 'team'],
    ['dispatch', 'contractor'],
    ['edit', 'unit'],
    ['reclass', 'category'],
  ])('[A-01] %s with an unknown %s is refused, and the request stays as it was', async (action, field) => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '楼道灯不亮' });
    for (const stranger of [NOBODY, 'nobody', "x'; drop table tickets; --", '💥', '0']) {
      const input = { [field]: stranger, ...(action === 'reclass' ? { reason: '更正' } : {}) };
      expect(await refused(staff.supervisor, ticket, action, input)).toMatchObject({
        status: 422,
        code: 'REFERENCE_UNKNOWN',
        field,
      });
    }
    const after = await look(staff.supervisor, ticket);
    expect([after.version, after.stage, after.activities.length]).toEqual([
      ticket.version,
      ticket.stage,
      ticket.activities.length,
    ]);
  });

  test.each([
    ['team', 'dispatch'],
    ['contractor', 'assign'],
    ['category', 'reclass'],
  ])('[B-03] a %s that is out of use gets no more requests', async (type, action) => {
    const documentId = await made(type, { name: `停用 ${type}`, code: `out-${type}`, active: false });
    const refusal = { status: 422, code: 'REFERENCE_INACTIVE', field: type };
    const ticket = await open(staff.front_desk, 'ticket', { matter: '楼道灯不亮' });
    const input = { [type]: documentId, ...(action === 'reclass' ? { reason: '更正' } : {}) };
    expect(await refused(staff.supervisor, ticket, action, input)).toMatchObject({
      ...refusal,
      message: expect.stringContaining('已停用') as string,
    });
    if (type === 'category')
      expect(
        await notOpened(staff.front_desk, 'ticket', { matter: '灯', category: documentId }),
      ).toMatchObject(refusal);
    expect((await look(staff.supervisor, ticket)).version).toBe(ticket.version);
  });

  test('[A-04] is offered no request', async () => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '楼道灯不亮' });
    const answer = await staff.front_desk.agent
      .post('/office/cases/hand-over')
      .send({ data: { ticket: ticket.documentId, receiver: NOBODY, reason: '属其职责' } });
    expect(saidOf(answer as unknown as Answer)).toMatchObject({
      status: 422,
      code: 'REFERENCE_UNKNOWN',
      field: 'receiver',
    });
    expect((await look(staff.supervisor, ticket)).record.accountable).toBe(staff.front_desk.staffId);
  });
});

describe('a dispatch rule', () => {
  test('[B-03] with nobody to send even when all are at work is refused, in both languages, and not kept', async () => {
    const empty = await made('team', { name: '空班', code: 'KB' });
    const gone = await employ(office, 'technician', { superior: staff.supervisor });
    await save('staff-member', gone.staffId, { active: false });
    const left = await made('team', { name: '散班', code: 'SB', members: to(gone.staffId) });
    const welding = await made('category', { name: '焊接', code: 'HJ' });
    const rule = (data: object) => ({ name: '试', code: 'pool', mode: 'rotate', sort: 900, ...data });
    const refusal = { status: 422, code: 'DISPATCH_POOL_EMPTY' };
    for (const team of [empty, left])
      expect(saidOf(await make('dispatch-rule', rule({ team: to(team) })))).toMatchObject({
        ...refusal,
        field: 'team',
      });
    expect(saidOf(await make('dispatch-rule', rule({ requiredTrades: to(welding) })))).toMatchObject({
      ...refusal,
      field: 'requiredTrades',
      message: expect.stringContaining('没有可派的人员') as string,
    });
    expect(saidOf(await make('dispatch-rule', rule({ category: to(welding) })))).toMatchObject(refusal);
    const english = (await staff.manager.agent
      .post(register('dispatch-rule'))
      .set('accept-language', 'en')
      .send(rule({ team: to(empty) }))) as unknown as Answer;
    expect(saidOf(english)).toMatchObject({
      message: expect.stringContaining('nobody to send') as string,
    });
    expect(
      await office.strapi.db.query('api::dispatch-rule.dispatch-rule').count({ where: { code: 'pool' } }),
    ).toBe(0);
    // What the desk gives out itself, or is not in force, needs nobody.
    for (const data of [
      { mode: 'assign', team: to(empty) },
      { active: false, team: to(empty) },
    ]) {
      const documentId = await made('dispatch-rule', rule(data));
      expect((await remove('dispatch-rule', documentId)).status).toBe(200);
    }
  });

  test('[B-03] whose people leave afterwards raises its alarm, and the request is taken in all the same', async () => {
    const category = await made('category', { name: '泳池', code: 'YCC' });
    const only = await employ(office, 'technician', { superior: staff.supervisor });
    const team = await made('team', { name: '泳池班', code: 'YC', members: to(only.staffId) });
    const rule = await made('dispatch-rule', {
      name: '泳池',
      code: 'pool-team',
      mode: 'least_loaded',
      sort: 1,
      team: to(team),
      category: to(category),
    });
    expect((await save('staff-member', only.staffId, { active: false })).status).toBe(200);
    const ticket = await open(staff.front_desk, 'ticket', { matter: '池水浑浊', category });
    expect(ticket).toMatchObject({ stage: 'registered', record: { dispatchAlarm: 'nobody_free' } });
    expect((await remove('dispatch-rule', rule)).status).toBe(200);
  });
});

describe('a work calendar', () => {
  const week = [{ weekday: 'mon', from: '09:00', to: '10:00' }];
  const calendar = (code: string, data: object) => ({ name: `日历${code}`, code, ...data });

  test('[C-09] without hours in its week is refused, also with single days that are worked', async () => {
    const refusal = { status: 422, code: 'CALENDAR_NEVER_OPEN', field: 'spans' };
    expect(saidOf(await make('work-calendar', calendar('none', {})))).toMatchObject(refusal);
    const single = { days: [{ date: '2026-12-01', kind: 'work', hours: '09:00-17:00' }] };
    expect(saidOf(await make('work-calendar', calendar('single', single)))).toMatchObject(refusal);
    const kept = await made('work-calendar', calendar('kept', { spans: week }));
    expect(saidOf(await save('work-calendar', kept, { spans: [] }))).toMatchObject({
      ...refusal,
      message: '该工作日历每周没有任何工作时间，无法推算时限。',
    });
    expect((await make('work-calendar', calendar('mine', { spans: week }), staff.front_desk)).status).toBe(
      403,
    );
    expect(await office.strapi.db.query('api::work-calendar.work-calendar').count()).toBe(3);
  });

  test('[C-09] closed for weeks by holidays puts a promise off to its next hour', async () => {
    const mondays = Array.from({ length: 8 }, (_, n) =>
      iso(Date.parse('2026-11-23T00:00:00Z') + n * 7 * DAY).slice(0, 10),
    );
    const documentId = await made(
      'work-calendar',
      calendar('shut', { spans: week, days: mondays.map((date) => ({ date, kind: 'off' })) }),
    );
    const target = await coded(office.strapi, 'target', 'repair-arrive');
    const before = await above('target', target, 'calendar');
    expect((await save('target', target, { calendar: to(documentId) })).status).toBe(200);
    const ticket = await open(staff.front_desk, 'ticket', { matter: '门禁失灵' });
    expect(clock(ticket, 'arrive').dueAt).toBe('2027-01-18T01:15:00.000Z');
    await save('target', target, { calendar: before ? to(before) : { set: [] } });
  });

  test('[C-09] that nobody could reckon with any more keeps no request out: its target rests', async () => {
    const documentId = await made('work-calendar', calendar('lost', { spans: week }));
    const target = await coded(office.strapi, 'target', 'repair-arrive');
    const before = await above('target', target, 'calendar');
    expect((await save('target', target, { calendar: to(documentId) })).status).toBe(200);
    // Past every form: the hours are gone.
    const { pool } = officeOf(office.strapi);
    await pool.query(
      `DELETE FROM components_office_spans WHERE id IN (SELECT cmp_id FROM work_calendars_cmps c
       JOIN work_calendars w ON w.id = c.entity_id WHERE w.document_id = $1)`,
      [documentId],
    );
    const ticket = await open(staff.front_desk, 'ticket', { matter: '门禁失灵' });
    expect(ticket.clocks.map(({ name }) => name)).toContain('accept');
    expect(ticket.clocks.map(({ name }) => name)).not.toContain('arrive');
    await save('target', target, { calendar: before ? to(before) : { set: [] } });
  });

  test('[C-09] that targets count by is not deleted', async () => {
    const documentId = await coded(office.strapi, 'work-calendar', 'office-hours');
    expect(saidOf(await remove('work-calendar', documentId))).toMatchObject({
      status: 409,
      code: 'RECORD_IN_USE',
    });
  });
});

describe('a target while clocks run on it', () => {
  const whole = async (code: string): Promise<Record<string, unknown>> =>
    (await office.strapi.documents('api::target.target').findFirst({
      filters: { code } as never,
      populate: { calendar: true, category: true, pauses: true, warnings: true, escalations: true } as never,
    })) as unknown as Record<string, unknown>;

  test('[C-12] that is taken out of force leaves them to run to their verdict, and starts no more', async () => {
    const late = await open(staff.front_desk, 'ticket', { matter: '门禁失灵' });
    const { documentId } = await whole('repair-arrive');
    expect((await save('target', String(documentId), { active: false })).status).toBe(200);
    await time.pass(16 * MINUTE);
    expect(clock(await look(staff.supervisor, late), 'arrive')).toMatchObject({
      verdict: 'broken',
      brokenAt: iso(TEN + 15 * MINUTE),
      state: 'running',
    });
    const next = await open(staff.front_desk, 'ticket', { matter: '路灯不亮' });
    expect(next.clocks.map(({ name }) => name)).not.toContain('arrive');
    expect((await save('target', String(documentId), { active: true })).status).toBe(200);
  });

  test('[C-12] that is deleted leaves them to run to their verdict, their explanation and all', async () => {
    const kept = await open(staff.front_desk, 'ticket', { matter: '门禁失灵' });
    const late = await open(staff.front_desk, 'ticket', { matter: '路灯不亮' });
    const before = clock(kept, 'accept');
    const row = await whole('repair-accept');
    expect((await remove('target', String(row.documentId))).status).toBe(200);
    const sent = await act(staff.front_desk, kept, 'dispatch', { technician: staff.technician.staffId });
    const order = sent.related.find(({ type }) => type === 'dispatch-order');
    time.set(TEN + 5 * MINUTE);
    await act(staff.technician, order as CaseSeen['related'][number], 'accept');
    expect(clock(await look(staff.supervisor, kept), 'accept')).toMatchObject({
      verdict: 'kept',
      dueAt: before.dueAt,
      explanation: before.explanation,
    });
    await time.pass(2 * HOUR);
    const seen = clock(await look(staff.supervisor, late), 'accept');
    expect(seen).toMatchObject({ verdict: 'broken' });
    // Put right, closed and reopened without it.
    await act(staff.front_desk, late, 'reclass', { urgency: 'urgent', reason: '有人摔倒' });
    await act(staff.front_desk, late, 'cancel', { reason: '误报' });
    expect(clock(await look(staff.supervisor, late), 'accept')).toMatchObject({ verdict: 'broken' });
  });
});

describe('what is in use', () => {
  test('[A-10] a department, team, category, home or calendar that others name is not deleted', async () => {
    const department = await made('department', { name: '试办', code: 'SBB' });
    const clerk = await employ(office, 'clerk');
    await save('staff-member', clerk.staffId, { department: to(department) });
    const category = await made('category', { name: '试类', code: 'SLL' });
    const unit = await aUnit(office.strapi);
    const ticket = await open(staff.front_desk, 'ticket', { matter: '门禁失灵', category, unit });
    const team = await made('team', { name: '试班', code: 'SBN', members: to(staff.technician.staffId) });
    await act(staff.front_desk, ticket, 'dispatch', { team });
    for (const [type, documentId] of [
      ['department', department],
      ['category', category],
      ['team', team],
      ['staff-member', staff.supervisor.staffId],
    ] as const) {
      expect(saidOf(await remove(type, documentId))).toMatchObject({ status: 409, code: 'RECORD_IN_USE' });
      const many = (await staff.manager.agent
        .post(`${register(type)}/actions/bulkDelete`)
        .send({ documentIds: [documentId] })) as unknown as Answer;
      expect(many.status).toBeGreaterThanOrEqual(400);
      expect(many.status).toBeLessThan(500);
      expect(await office.strapi.db.query(`api::${type}.${type}`).count({ where: { documentId } })).toBe(1);
    }
    expect(await look(staff.supervisor, ticket)).toMatchObject({ record: { team, category, unit } });
  });

  test('[A-10] nobody who is accountable leaves by the list either', async () => {
    const leaver = await employ(office, 'front_desk');
    await open(leaver, 'ticket', { matter: '门禁失灵' });
    const many = (await staff.manager.agent
      .post(`${register('staff-member')}/actions/bulkDelete`)
      .send({ documentIds: [leaver.staffId] })) as unknown as Answer;
    expect(saidOf(many)).toMatchObject({ status: 409, code: 'STAFF_STILL_ACCOUNTABLE' });
    expect((await remove('staff-member', leaver.staffId, staff.front_desk)).status).toBe(403);
  });

  test('[A-10] nobody leaves while a request is becoming his: of fifty at once none is left to one who is gone', async () => {
    const { pool } = officeOf(office.strapi);
    for (let round = 0; round < 3; round += 1) {
      const leaver = await employ(office, 'front_desk');
      const offers = await Promise.all(
        Array.from({ length: 25 }, async () => {
          const ticket = await open(staff.front_desk, 'ticket', { matter: '门禁失灵' });
          const input = { ticket: ticket.documentId, receiver: leaver.staffId, reason: '属其职责' };
          return open(staff.front_desk, 'hand-over', input);
        }),
      );
      const accepting = offers.map(({ documentId }) =>
        leaver.agent.post(`/office/cases/hand-over/${documentId}/actions/accept`).send({ data: {} }),
      );
      const taking = Array.from({ length: 24 }, () =>
        leaver.agent.post('/office/cases/ticket').send({ data: { matter: '路灯不亮' } }),
      );
      const gone = save('staff-member', leaver.staffId, { active: false });
      const answers = await Promise.all([gone, ...accepting, ...taking]);
      for (const { status } of answers) expect(status).toBeLessThan(500);
      const { rows } = await pool.query<{ number: string }>(
        `SELECT t.number FROM tickets t JOIN tickets_accountable_lnk l ON l.ticket_id = t.id
         JOIN staff_members s ON s.id = l.staff_member_id
         WHERE s.active = false AND t.stage NOT IN ('closed', 'cancelled')`,
      );
      expect(rows).toEqual([]);
    }
  });
});
