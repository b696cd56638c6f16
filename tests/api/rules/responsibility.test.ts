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
  stopTime,
  type CaseSeen,
  type OfficeTime,
} from '../../support/cases';
import { openOffice, type Agent, type Office } from '../../support/office';
import {
  aUnit,
  coded,
  employ,
  outsideSystem,
  staffOf,
  type Colleague,
  type Staff,
} from '../../support/people';

/** 09:20 in Shanghai on a working Friday. */
const NINE_TWENTY = Date.parse('2026-11-20T01:20:00Z');
const iso = (at: number): string => new Date(at).toISOString();

let office: Office;
let staff: Staff;
let time: OfficeTime;
beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  time = stopTime(office, NINE_TWENTY);
});
afterAll(() => office.close());
beforeEach(() => time.set(NINE_TWENTY));

/** What an outside system with the right to register gets back, seen by the supervisor. */
async function online(data: object): Promise<CaseSeen> {
  const site = await outsideSystem(office, 'api::ticket.ticket.create');
  const { body } = await site.post('/api/tickets').send({ data: { channel: 'online', ...data } });
  const { documentId } = (body as { data: { documentId: string } }).data;
  return look(staff.supervisor, { type: 'ticket', documentId });
}

describe('first-asked responsibility', () => {
  test.each(['front_desk', 'security', 'clerk'] as const)(
    '[A-04] whoever takes a request in is accountable for it from then on: %s',
    async (post) => {
      const { record } = await open(staff[post], 'ticket', { matter: '楼道灯不亮' });
      expect(record).toMatchObject({ accountable: staff[post].staffId, accountableSince: iso(NINE_TWENTY) });
    },
  );

  test('[A-04] nobody says at intake that somebody else is accountable', async () => {
    const accountable = staff.technician.staffId;
    expect(await notOpened(staff.front_desk, 'ticket', { matter: '漏水', accountable })).toMatchObject({
      status: 422,
      code: 'FIELD_GUARDED',
      field: 'accountable',
    });
  });

  test('[A-10] what comes in by itself is the steward’s of the building, elsewhere the desk’s', async () => {
    const unit = await aUnit(office.strapi);
    const home = await online({ matter: '厨房漏水', unit });
    expect(home.record.accountable).toBe(staff.front_desk.staffId);
    await stewardOf(unit, staff.steward);
    expect((await online({ matter: '厨房漏水', unit })).record.accountable).toBe(staff.steward.staffId);
    expect((await online({ matter: '路灯不亮' })).record.accountable).toBe(staff.front_desk.staffId);
  });

  test('[A-10] many requests that come in at the same time each go to their own steward', async () => {
    const homes = await Promise.all([aUnit(office.strapi), aUnit(office.strapi)]);
    await stewardOf(String(homes[0]), staff.steward);
    const seen = await Promise.all(
      Array.from({ length: 12 }, (_, index) => online({ matter: `漏水 ${index}`, unit: homes[index % 2] })),
    );
    seen.forEach(({ record }, index) => {
      expect(record.accountable).toBe((index % 2 === 0 ? staff.steward : staff.front_desk).staffId);
    });
  });
});

/** A request that the desk has taken in. */
const taken = (data: object = {}): Promise<CaseSeen> =>
  open(staff.front_desk, 'ticket', { matter: '楼道灯不亮', ...data });

/** An offer of it by the desk to somebody. */
const offer = (ticket: CaseSeen, to: Colleague, by: Colleague = staff.front_desk): Promise<CaseSeen> =>
  open(by, 'hand-over', { ticket: ticket.documentId, receiver: to.staffId, reason: '属其职责' });

const accountableFor = async (ticket: CaseSeen): Promise<unknown> =>
  (await look(staff.supervisor, ticket)).record.accountable;

describe('a hand-over', () => {
  test('[A-04] leaves the giver accountable until the other has accepted, and is on record: from, to, when, accepted when', async () => {
    const ticket = await taken();
    const offered = await offer(ticket, staff.steward);
    expect(offered).toMatchObject({
      stage: 'proposed',
      record: { giver: staff.front_desk.staffId, step: 'named' },
    });
    expect(offered.number).toMatch(/^ZJ-20261120-\d{4}$/);
    expect(await accountableFor(ticket)).toBe(staff.front_desk.staffId);
    time.set(NINE_TWENTY + HOUR);
    const accepted = await act(staff.steward, offered, 'accept');
    expect(accepted.record).toMatchObject({
      giver: staff.front_desk.staffId,
      receiver: staff.steward.staffId,
      offeredAt: iso(NINE_TWENTY),
      acceptedAt: iso(NINE_TWENTY + HOUR),
    });
    const { record, activities } = await look(staff.supervisor, ticket);
    expect(record).toMatchObject({
      accountable: staff.steward.staffId,
      accountableSince: iso(NINE_TWENTY + HOUR),
      handOverCount: 1,
    });
    expect(activities[0]).toMatchObject({ action: 'take_charge' });
  });

  test('[A-04] is refused with a reason, and the giver stays accountable', async () => {
    const ticket = await taken();
    const offered = await offer(ticket, staff.steward);
    expect(await refused(staff.steward, offered, 'refuse', { reason: ' ' })).toMatchObject({
      code: 'TEXT_EMPTY',
      field: 'reason',
    });
    const declined = await act(staff.steward, offered, 'refuse', { reason: '不是本楼栋' });
    expect(declined).toMatchObject({ stage: 'declined', record: { declineReason: '不是本楼栋' } });
    expect(await accountableFor(ticket)).toBe(staff.front_desk.staffId);
    expect(await refused(staff.steward, offered, 'accept')).toMatchObject({
      status: 409,
      code: 'STAGE_WRONG',
    });
    expect((await offer(ticket, staff.clerk)).stage).toBe('proposed');
  });

  test('[A-04] is taken back by the giver as long as it is open, and accepted by nobody then', async () => {
    const ticket = await taken();
    const offered = await offer(ticket, staff.steward);
    expect(await refused(staff.clerk, offered, 'take_back', { reason: 'x' })).toMatchObject({ status: 403 });
    expect((await act(staff.front_desk, offered, 'take_back', { reason: '我来办' })).stage).toBe(
      'taken_back',
    );
    expect(await refused(staff.steward, offered, 'accept')).toMatchObject({ code: 'STAGE_WRONG' });
  });

  test('[A-04] is accepted by the one it is offered to and by nobody for him', async () => {
    const offered = await offer(await taken(), staff.steward);
    for (const post of ['front_desk', 'supervisor', 'director', 'manager'] as const) {
      expect(await refused(staff[post], offered, 'accept')).toMatchObject({
        status: 403,
        code: 'NOT_ENTITLED',
      });
    }
  });

  test('[A-04] is offered by the one accountable or a superior, by nobody else', async () => {
    const ticket = await taken();
    const wish = { ticket: ticket.documentId, receiver: staff.clerk.staffId, reason: '请接' };
    for (const post of ['steward', 'technician', 'security'] as const) {
      expect(await notOpened(staff[post], 'hand-over', wish)).toMatchObject({
        status: 403,
        // Who sees the request hears whose it is.
        code: post === 'steward' ? 'NOT_ACCOUNTABLE' : 'NOT_ENTITLED',
      });
    }
    const offered = await open(staff.supervisor, 'hand-over', wish);
    expect(offered.record).toMatchObject({ giver: staff.front_desk.staffId, receiver: staff.clerk.staffId });
  });

  test('[A-04] goes to one person at a time, who is there and another', async () => {
    const ticket = await taken();
    const to = (receiver: string) =>
      notOpened(staff.front_desk, 'hand-over', { ticket: ticket.documentId, receiver, reason: '请接' });
    expect(await to(staff.front_desk.staffId)).toMatchObject({
      code: 'RECEIVER_IS_GIVER',
      field: 'receiver',
    });
    expect(await to('a'.repeat(24))).toMatchObject({ code: 'REFERENCE_UNKNOWN', field: 'receiver' });
    const left = await employ(office, 'steward');
    await office.strapi
      .documents('api::staff-member.staff-member')
      .update({ documentId: left.staffId, data: { active: false } });
    expect(await to(left.staffId)).toMatchObject({ code: 'RECEIVER_NOT_ACTIVE', field: 'receiver' });
    await offer(ticket, staff.steward);
    expect(await to(staff.clerk.staffId)).toMatchObject({ status: 409, code: 'HAND_OVER_OPEN' });
  });

  test('[A-04] of fifty who accept, refuse and take back at once exactly one is heard', async () => {
    const ticket = await taken();
    const offered = await offer(ticket, staff.steward);
    const path = `/office/cases/hand-over/${offered.documentId}/actions`;
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        if (index % 3 === 0) return staff.steward.agent.post(`${path}/accept`).send({ data: {} });
        const data = { reason: String(index) };
        if (index % 3 === 1) return staff.steward.agent.post(`${path}/refuse`).send({ data });
        return staff.front_desk.agent.post(`${path}/take_back`).send({ data });
      }),
    );
    const heard = answers.flatMap(({ status }, index) => (status === 200 ? [index] : []));
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(49);
    expect(heard).toHaveLength(1);
    const own = heard[0] !== undefined && heard[0] % 3 === 0 ? staff.steward : staff.front_desk;
    expect(await accountableFor(ticket)).toBe(own.staffId);
  });

  test('[A-04] of twenty who offer the same request at once exactly one is heard', async () => {
    const ticket = await taken();
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        staff.front_desk.agent.post('/office/cases/hand-over').send({
          data: {
            ticket: ticket.documentId,
            receiver: index % 2 ? staff.steward.staffId : staff.clerk.staffId,
            reason: '请接',
          },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(19).fill(409)]);
  });

  test('[A-04] lapses with its request', async () => {
    const ticket = await taken();
    const offered = await offer(ticket, staff.steward);
    await act(staff.front_desk, ticket, 'cancel', { reason: '误报' });
    expect((await look(staff.supervisor, offered)).stage).toBe('lapsed');
    expect(
      await notOpened(staff.front_desk, 'hand-over', {
        ticket: ticket.documentId,
        receiver: staff.clerk.staffId,
        reason: '请接',
      }),
    ).toMatchObject({ code: 'TICKET_NOT_OPEN' });
  });

  test('[A-04][A-10] nobody leaves who still answers for an open request', async () => {
    const leaver = await employ(office, 'front_desk');
    const ticket = await open(leaver, 'ticket', { matter: '门禁失灵' });
    const staffPath = `/content-manager/collection-types/api::staff-member.staff-member/${leaver.staffId}`;
    const gone = await staff.manager.agent.delete(staffPath);
    expect(gone.status).toBe(409);
    expect((gone.body as { error: { details: object } }).error.details).toMatchObject({
      code: 'STAFF_STILL_ACCOUNTABLE',
      count: 1,
      number: ticket.number,
    });
    const off = await staff.manager.agent.put(staffPath).send({ active: false });
    expect(off.status).toBe(409);
    await act(staff.steward, await offer(ticket, staff.steward, leaver), 'accept');
    await staff.manager.agent.put(staffPath).send({ active: false }).expect(200);
  });
});

describe('where a matter goes', () => {
  const departmentOf = async (who: Colleague, code: string): Promise<void> => {
    const department = await coded(office.strapi, 'department', code);
    await office.strapi
      .documents('api::staff-member.staff-member')
      .update({ documentId: who.staffId, data: { department } as never });
  };
  const heading = async (code: string, head: Colleague): Promise<void> => {
    const documentId = await coded(office.strapi, 'department', code);
    await office.strapi
      .documents('api::department.department')
      .update({ documentId, data: { head: head.staffId } as never });
  };
  let engineer: Colleague;
  beforeAll(async () => {
    engineer = await employ(office, 'department_head', { superior: staff.director });
    await departmentOf(engineer, 'engineering');
    await heading('engineering', engineer);
    await departmentOf(staff.department_head, 'customer-service');
    await heading('customer-service', staff.department_head);
    for (const post of ['front_desk', 'steward', 'supervisor', 'clerk'] as const)
      await departmentOf(staff[post], 'customer-service');
  });

  const category = (): Promise<string> => coded(office.strapi, 'category', 'SD');
  const wayOf = async (who: Colleague | Agent, ticket: CaseSeen, asked = ''): Promise<unknown> => {
    const agent = 'agent' in who ? who.agent : who;
    const { body } = await agent.get(`/office/responsibility/tickets/${ticket.documentId}/route${asked}`);
    return (body as { data: unknown }).data;
  };
  const handedTo = async (ticket: CaseSeen, by: Colleague, input: object = {}): Promise<CaseSeen> => {
    const seen = await act(by, ticket, 'refer', { reason: '转办', ...input });
    return look(staff.supervisor, kin(seen, 'hand-over'));
  };

  test('[A-05] from the front line to the direct superior, from a head to the one department, each step on record', async () => {
    const ticket = await taken({ category: await category() });
    expect(await wayOf(staff.front_desk, ticket)).toMatchObject({
      step: 'superior',
      label: '直接上级',
      to: { documentId: staff.supervisor.staffId },
    });
    const first = await handedTo(ticket, staff.front_desk);
    expect(first.record).toMatchObject({ step: 'superior', receiver: staff.supervisor.staffId });
    await act(staff.supervisor, first, 'accept');
    const second = await handedTo(ticket, staff.supervisor);
    expect(second.record).toMatchObject({ step: 'superior', receiver: staff.department_head.staffId });
    await act(staff.department_head, second, 'accept');
    const third = await handedTo(ticket, staff.department_head);
    expect(third.record).toMatchObject({ step: 'responsible_department', receiver: engineer.staffId });
    await act(engineer, third, 'accept');
    expect(await accountableFor(ticket)).toBe(engineer.staffId);
    expect(await refused(engineer, ticket, 'refer', { reason: '转办' })).toMatchObject({
      status: 409,
      code: 'OWN_REMIT',
    });
  });

  test('[A-05] what is unclear or concerns several departments goes to the director', async () => {
    const unclear = await taken();
    expect((await handedTo(unclear, staff.front_desk)).record).toMatchObject({
      step: 'director',
      receiver: staff.director.staffId,
    });
    const several = await taken({ category: await category() });
    expect(await wayOf(staff.front_desk, several, '?severalDepartments=true')).toMatchObject({
      step: 'director',
    });
    expect((await handedTo(several, staff.front_desk, { severalDepartments: true })).record).toMatchObject({
      receiver: staff.director.staffId,
    });
  });

  test('[A-05] what is one’s own is one’s own to handle', async () => {
    const department = await coded(office.strapi, 'department', 'customer-service');
    const own = await taken();
    expect(await wayOf(staff.front_desk, own, `?department=${department}`)).toMatchObject({
      step: 'own_remit',
      to: null,
    });
    expect(await refused(staff.front_desk, own, 'refer', { reason: '转办', department })).toMatchObject({
      code: 'OWN_REMIT',
    });
  });

  test('[A-05] is looked up and asked for by the one accountable and superiors', async () => {
    const ticket = await taken();
    expect(await refused(staff.steward, ticket, 'refer', { reason: '转办' })).toMatchObject({
      status: 403,
      code: 'NOT_ENTITLED',
    });
    const { status } = await staff.front_desk.agent.get(
      `/office/responsibility/tickets/${ticket.documentId}/route`,
    );
    expect(status).toBe(200);
    expect(
      (await office.request.get(`/office/responsibility/tickets/${ticket.documentId}/route`)).status,
    ).toBe(401);
  });

  test('[A-05] a ring of superiors is not saved', async () => {
    const documents = office.strapi.documents('api::staff-member.staff-member');
    const one = await employ(office, 'steward');
    const other = await employ(office, 'steward', { superior: one });
    const ring = (documentId: string, superior: string) =>
      documents.update({ documentId, data: { superior } as never });
    await expect(ring(one.staffId, other.staffId)).rejects.toMatchObject({ code: 'SUPERIOR_CIRCULAR' });
    await expect(ring(one.staffId, one.staffId)).rejects.toMatchObject({ code: 'SUPERIOR_CIRCULAR' });
    const kept = await documents.findOne({ documentId: one.staffId, populate: { superior: true } });
    expect(kept?.superior ?? null).toBeNull();
  });

  test('[A-07] what went to another department is followed until the requester has heard, and listed until then', async () => {
    const ticket = await taken({ category: await category() });
    const offered = await offer(ticket, engineer);
    const accepted = await act(engineer, offered, 'accept');
    expect(accepted.stage).toBe('awaiting_feedback');
    expect(clock(accepted, 'feedback')).toMatchObject({
      rule: 'A-07',
      state: 'running',
      startedAt: iso(NINE_TWENTY),
    });
    const waiting = async (): Promise<unknown[]> => {
      const { body } = await staff.supervisor.agent.get(
        '/office/responsibility/awaiting-feedback?pageSize=100',
      );
      return (body as { data: { number: string; ticket: { number: string } }[] }).data.filter(
        (line) => line.number === offered.number,
      );
    };
    expect(await waiting()).toEqual([
      expect.objectContaining({
        ticket: expect.objectContaining({ number: ticket.number }) as unknown,
        receiver: { documentId: engineer.staffId, name: engineer.name },
        feedbackDueAt: clock(accepted, 'feedback').dueAt,
      }),
    ]);
    expect(await refused(staff.security, ticket, 'feedback', { told: '已派人' })).toMatchObject({
      status: 403,
    });
    time.set(NINE_TWENTY + 2 * HOUR);
    await act(engineer, ticket, 'feedback', { told: '已安排明日上门' });
    const told = await look(staff.supervisor, offered);
    expect(told).toMatchObject({ stage: 'taken_on', record: { feedbackAt: iso(NINE_TWENTY + 2 * HOUR) } });
    expect(clock(told, 'feedback')).toMatchObject({ state: 'stopped', verdict: 'kept' });
    expect(await waiting()).toEqual([]);
  });

  test('[A-07] feedback that does not come in time breaks its promise', async () => {
    const offered = await offer(await taken(), engineer);
    await act(engineer, offered, 'accept');
    await time.pass(4 * DAY);
    expect(clock(await look(staff.supervisor, offered), 'feedback')).toMatchObject({ verdict: 'broken' });
  });

  test('[A-07] within one department there is nothing to feed back', async () => {
    const offered = await offer(await taken(), staff.steward);
    const accepted = await act(staff.steward, offered, 'accept');
    expect(accepted.stage).toBe('taken_on');
    expect(accepted.clocks.filter(({ name }) => name === 'feedback')).toEqual([]);
  });
});

describe('an answer', () => {
  const promisedReplyAt = iso(NINE_TWENTY + 3 * HOUR);

  test.each(['inquiry', 'suggestion', 'help', 'paid_service'])(
    '[A-03] given at once closes the request at intake: %s',
    async (kind) => {
      const seen = await open(staff.front_desk, 'ticket', {
        kind,
        matter: '咨询装修手续',
        requesterName: '李先生',
        answer: '请携带身份证到前台办理。',
      });
      expect(seen).toMatchObject({
        stage: 'closed',
        record: {
          answer: '请携带身份证到前台办理。',
          repliedAt: iso(NINE_TWENTY),
          closedAt: iso(NINE_TWENTY),
        },
      });
      expect(seen.clocks.filter(({ state }) => state === 'running')).toEqual([]);
      expect(seen.related).toEqual([]);
    },
  );

  test.each(['repair', 'complaint'])('[A-03] does not settle a %s', async (kind) => {
    expect(
      await notOpened(staff.front_desk, 'ticket', { kind, matter: '漏水', answer: '知道了' }),
    ).toMatchObject({
      status: 422,
      code: 'ANSWER_NOT_ENOUGH',
      field: 'answer',
    });
  });

  test('[A-03] does not settle what is urgent', async () => {
    const wish = { kind: 'help', matter: '电梯困人，有人被困在电梯里', answer: '知道了' };
    expect(await notOpened(staff.front_desk, 'ticket', wish)).toMatchObject({ code: 'ANSWER_NOT_ENOUGH' });
  });

  test.each(['inquiry', 'suggestion', 'help'])(
    '[A-03] that cannot be given at once is promised for a time, which then runs: %s',
    async (kind) => {
      const wish = { kind, matter: '咨询装修手续' };
      expect(await notOpened(staff.front_desk, 'ticket', wish)).toMatchObject({
        status: 422,
        code: 'PROMISE_MISSING',
        field: 'promisedReplyAt',
      });
      for (const past of [NINE_TWENTY, NINE_TWENTY - 1])
        expect(
          await notOpened(staff.front_desk, 'ticket', { ...wish, promisedReplyAt: iso(past) }),
        ).toMatchObject({ code: 'PROMISE_PAST', field: 'promisedReplyAt' });
      const ticket = await open(staff.front_desk, 'ticket', { ...wish, promisedReplyAt });
      expect(clock(ticket, 'reply')).toMatchObject({
        rule: 'A-03',
        state: 'running',
        dueAt: promisedReplyAt,
      });
      expect(await refused(staff.steward, ticket, 'reply', { answer: '已查' })).toMatchObject({
        status: 403,
      });
      time.set(NINE_TWENTY + HOUR);
      const replied = await act(staff.front_desk, ticket, 'reply', { answer: '需先交押金。' });
      expect(replied.record).toMatchObject({ answer: '需先交押金。', repliedAt: iso(NINE_TWENTY + HOUR) });
      expect(clock(replied, 'reply')).toMatchObject({ state: 'stopped', verdict: 'kept' });
    },
  );

  test('[A-03] that does not come by the time promised breaks the promise', async () => {
    const ticket = await open(staff.front_desk, 'ticket', {
      kind: 'inquiry',
      matter: '停车收费',
      promisedReplyAt,
    });
    await time.pass(4 * HOUR);
    const late = await act(staff.front_desk, ticket, 'reply', { answer: '每月三百元。' });
    expect(clock(late, 'reply')).toMatchObject({ verdict: 'broken', dueAt: promisedReplyAt });
  });

  test('[A-03] of what comes from outside is owed within the office’s own time', async () => {
    const ticket = await online({ kind: 'inquiry', matter: '停车收费' });
    expect(clock(ticket, 'reply')).toMatchObject({ rule: 'A-03', dueAt: iso(NINE_TWENTY + 3 * DAY) });
  });

  test('[A-03] promised for a repair runs as well, and without a promise there is none', async () => {
    expect(clock(await taken({ promisedReplyAt }), 'reply').dueAt).toBe(promisedReplyAt);
    expect((await taken()).clocks.filter(({ name }) => name === 'reply')).toEqual([]);
  });

  test.each(['inquiry', 'suggestion', 'help', 'paid_service'])(
    '[A-02] a request of every kind comes to its end without an order: %s',
    async (kind) => {
      const ticket = await open(staff.front_desk, 'ticket', { kind, matter: '咨询', promisedReplyAt });
      const answered = await act(staff.front_desk, ticket, 'answer', { answer: '已为您办妥。' });
      expect(answered).toMatchObject({ stage: 'completed', record: { result: '已为您办妥。' } });
      expect(clock(answered, 'reply').verdict).toBe('kept');
      const closed = await act(staff.front_desk, ticket, 'close', {
        confirmedWith: '李先生',
        satisfaction: 'satisfied',
      });
      expect(closed.stage).toBe('closed');
    },
  );

  test.each([
    ['repair', {}],
    ['complaint', { complaintClass: 'invalid' }],
  ])('[A-02] a %s comes to its end without an order too', async (kind, more) => {
    const ticket = await taken({ kind, ...more });
    expect(await refused(staff.front_desk, ticket, 'answer', { answer: '好' })).toMatchObject({
      code: 'ANSWER_NOT_ENOUGH',
    });
    await act(staff.front_desk, ticket, 'start');
    await act(staff.front_desk, ticket, 'complete', { result: '已处理' });
    const closed = await act(staff.front_desk, ticket, 'close', {
      confirmedWith: '李先生',
      satisfaction: 'satisfied',
    });
    expect(closed.stage).toBe('closed');
  });

  test('[A-03] is owed anew when the request is taken up again', async () => {
    const ticket = await open(staff.front_desk, 'ticket', {
      kind: 'inquiry',
      matter: '停车',
      answer: '每月三百元。',
    });
    const again = await act(staff.front_desk, ticket, 'reopen', { reason: '又来询问' });
    expect(again.record).toMatchObject({
      answer: null,
      repliedAt: null,
      accountable: staff.front_desk.staffId,
    });
    expect(clock(again, 'reply')).toMatchObject({ state: 'running', cycle: 2 });
  });
});

describe('the ledger', () => {
  type Line = Readonly<Record<string, unknown>> & { readonly ticket: { readonly number: string } };
  const ledger = async (who: Colleague, list: string, asked = '') => {
    const answer = await who.agent.get(`/office/responsibility/${list}?pageSize=100${asked}`);
    const { data, meta, error } = answer.body as {
      data: Line[];
      meta: { pagination: { total: number } };
      error?: { details: object };
    };
    return { status: answer.status, data, meta, details: error?.details };
  };

  test('[A-10] says who holds what since when, by person and by community', async () => {
    const holder = await employ(office, 'clerk');
    const unit = await aUnit(office.strapi);
    const found = await office.strapi
      .documents('api::unit.unit')
      .findOne({ documentId: unit, populate: { building: { populate: { community: true } } } });
    const community = String(found?.building?.community?.documentId);
    const ticket = await open(holder, 'ticket', { matter: '路面破损', community });
    const elsewhere = await open(holder, 'ticket', { matter: '路面破损' });
    const done = await open(holder, 'ticket', { kind: 'inquiry', matter: '停车', answer: '每月三百元。' });
    const own = await ledger(staff.supervisor, 'holdings', `&person=${holder.staffId}`);
    expect(own.data.map((line) => line.ticket.number)).toEqual([ticket.number, elsewhere.number]);
    expect(own.data.map((line) => line.ticket.number)).not.toContain(done.number);
    expect(own.data[0]).toMatchObject({
      person: { documentId: holder.staffId, name: holder.name },
      since: iso(NINE_TWENTY),
      offeredTo: null,
    });
    await offer(ticket, staff.steward, holder);
    const here = await ledger(staff.supervisor, 'holdings', `&community=${community}`);
    expect(here.data).toEqual([
      expect.objectContaining({
        offeredTo: { documentId: staff.steward.staffId, name: staff.steward.name },
        community: expect.objectContaining({ documentId: community }) as unknown,
      }),
    ]);
    expect(here.meta.pagination.total).toBe(1);
  });

  test('[A-10] has one line for every open request', async () => {
    const { data, meta } = await ledger(staff.supervisor, 'holdings');
    const open = await office.strapi.db.query('api::ticket.ticket').count({
      where: { stage: { $notIn: ['closed', 'cancelled'] } },
    });
    expect(meta.pagination.total).toBe(open);
    expect(data.every(({ person, since }) => person !== null && since !== null)).toBe(true);
  });

  test('[A-10] lists open offers, and who refused what and why', async () => {
    const ticket = await taken();
    const first = await offer(ticket, staff.steward);
    const open = await ledger(staff.clerk, 'offers', `&person=${staff.steward.staffId}`);
    expect(open.data.map(({ number }) => number)).toContain(first.number);
    await act(staff.steward, first, 'refuse', { reason: '不属本楼栋' });
    expect((await ledger(staff.clerk, 'offers')).data.map(({ number }) => number)).not.toContain(
      first.number,
    );
    const said = await ledger(staff.clerk, 'refusals', `&person=${staff.steward.staffId}`);
    expect(said.data.find(({ number }) => number === first.number)).toMatchObject({
      declineReason: '不属本楼栋',
      declinedAt: iso(NINE_TWENTY),
      giver: { name: staff.front_desk.name },
    });
  });

  test('[A-10] is open to outside systems with the right to it, and to nobody else', async () => {
    const may = await outsideSystem(office, 'api::responsibility.responsibility.holdings');
    const { body, status } = await may.get('/api/responsibility/holdings');
    expect(status).toBe(200);
    expect((body as { data: Line[] }).data.length).toBeGreaterThan(0);
    expect((await may.get('/api/responsibility/refusals')).status).toBe(403);
    expect((await office.request.get('/api/responsibility/holdings')).status).toBe(403);
    expect((await office.request.get('/office/responsibility/holdings')).status).toBe(401);
    const stranger = await office.hire();
    expect((await stranger.get('/office/responsibility/holdings')).status).toBe(403);
  });

  test.each([
    ['person', '&person=nobody'],
    ['page', '&page=0'],
    ['page', '&page=1.5'],
    ['community', '&community=A-1'],
  ])('a question that makes no sense is refused, naming the field: %s', async (field, asked) => {
    expect(await ledger(staff.clerk, 'holdings', asked)).toMatchObject({
      status: 422,
      details: { code: 'INPUT_INVALID', field },
    });
    expect((await ledger(staff.clerk, 'nothing')).status).toBe(404);
  });
});

async function stewardOf(unit: string, steward: Colleague): Promise<void> {
  const { strapi } = office;
  const found = await strapi
    .documents('api::unit.unit')
    .findOne({ documentId: unit, populate: { building: true } });
  await strapi.documents('api::building.building').update({
    documentId: String(found?.building?.documentId),
    data: { steward: steward.staffId } as never,
  });
}
