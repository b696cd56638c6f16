import {
  act,
  clock,
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
import { coded, dispatchByHand, outsideSystem, staffOf, type Staff } from '../../support/people';

/** 03:10 in Shanghai on a Saturday. */
const AT_NIGHT = Date.parse('2026-11-20T19:10:00Z');
const iso = (at: number): string => new Date(at).toISOString();
const RULES = '/content-manager/collection-types/api::emergency-rule.emergency-rule';

let office: Office;
let staff: Staff;
let time: OfficeTime;
beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  await dispatchByHand(office);
  time = stopTime(office, AT_NIGHT);
});
afterAll(() => office.close());
beforeEach(() => time.set(AT_NIGHT));

interface Sent {
  readonly template: string;
  readonly recipientKind: string;
  readonly recipientName: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const messagesOf = async (seen: Pick<CaseSeen, 'documentId'>): Promise<Sent[]> =>
  (await office.strapi.db
    .query('api::outbox-message.outbox-message')
    .findMany({ where: { caseId: seen.documentId }, orderBy: { id: 'asc' } })) as Sent[];

const ruleCalled = (code: string) => coded(office.strapi, 'emergency-rule', code);

describe('what is urgent', () => {
  test('[B-02] is told by the words of the matter; rule and word stand in the record', async () => {
    const seen = await open(staff.front_desk, 'ticket', { matter: '三号楼电梯困人，里面有老人' });
    expect(seen.record).toMatchObject({
      urgency: 'urgent',
      emergencyRule: await ruleCalled('lift_trapped'),
      emergencyWord: expect.stringContaining('电梯') as string,
    });
    expect(clock(seen, 'accept').dueAt).toBe(iso(AT_NIGHT + 5 * MINUTE));
    expect(clock(seen, 'arrive').dueAt).toBe(iso(AT_NIGHT + 15 * MINUTE));
  });

  test('[B-02] is not what the caller says is over, or only asks about', async () => {
    const over = await open(staff.front_desk, 'ticket', { matter: '没有人被困电梯，只是按键不灵' });
    const asks = await open(staff.front_desk, 'ticket', {
      kind: 'inquiry',
      matter: '电梯困人怎么办',
      promisedReplyAt: iso(AT_NIGHT + MINUTE),
    });
    for (const { record } of [over, asks])
      expect(record).toMatchObject({ urgency: 'ordinary', emergencyRule: null });
  });

  test('[B-02] is also what comes in under a category that is urgent by default', async () => {
    const category = await coded(office.strapi, 'category', 'MC-03');
    const seen = await open(staff.steward, 'ticket', { matter: '东侧阳台', category });
    expect(seen.record).toMatchObject({ urgency: 'urgent', emergencyRule: null });
    expect(await messagesOf(seen)).toContainEqual(expect.objectContaining({ template: 'ticket_emergency' }));
  });

  test('[B-02] reaches the supervisor at once, and everybody outside whom the rule names', async () => {
    const seen = await open(staff.front_desk, 'ticket', {
      matter: '地下室暖气主管漏水，热水往外喷',
      exactLocation: '3 栋地下室',
    });
    const sent = await messagesOf(seen);
    expect(sent).toContainEqual(
      expect.objectContaining({ template: 'ticket_emergency', recipientName: staff.supervisor.name }),
    );
    expect(sent.filter(({ recipientKind }) => recipientKind === 'agency')).toMatchObject([
      {
        template: 'outside_party_emergency',
        recipientName: '供热单位',
        params: { number: seen.number, place: '3 栋地下室' },
      },
    ]);
    expect(seen.record.outsidePartiesTold).toBe('供热单位');
    expect(seen.activities.map(({ action }) => action)).toEqual([
      'report_damage',
      'tell_outside',
      'register',
    ]);
  });

  test('[B-02] tells nobody outside who has been taken off the list', async () => {
    const documentId = await coded(office.strapi, 'outside-party', 'water_company');
    const path = `/content-manager/collection-types/api::outside-party.outside-party/${documentId}`;
    expect((await staff.manager.agent.put(path).send({ active: false })).status).toBe(200);
    const seen = await open(staff.front_desk, 'ticket', { matter: '表前水管爆裂' });
    expect((await messagesOf(seen)).filter(({ recipientKind }) => recipientKind === 'agency')).toEqual([]);
    expect((await staff.manager.agent.put(path).send({ active: true })).status).toBe(200);
  });

  test('[B-02] is overridden by the desk with a reason, which stays on record with the rule', async () => {
    const seen = await open(staff.front_desk, 'ticket', {
      matter: '电梯困人演示板掉了',
      urgency: 'ordinary',
      urgencyReason: '只是宣传牌脱落，无人被困',
    });
    expect(seen.record).toMatchObject({
      urgency: 'ordinary',
      urgencyReason: '只是宣传牌脱落，无人被困',
      emergencyRule: await ruleCalled('lift_trapped'),
    });
    expect((await messagesOf(seen)).map(({ template }) => template)).toEqual(['ticket_registered']);
    const edited = await act(staff.front_desk, seen, 'edit', { matter: '电梯困人演示板掉在地上' });
    expect(edited.record.urgency).toBe('ordinary');
    const worse = await act(staff.front_desk, seen, 'edit', { matter: '电梯厅着火了' });
    expect(worse.record).toMatchObject({ urgency: 'urgent', emergencyRule: await ruleCalled('fire') });
  });

  test('[B-02] is not talked away by an outside system, whose reason is kept as what it said', async () => {
    const site = await outsideSystem(office, 'api::ticket.ticket.create', 'api::ticket.ticket.update');
    const category = await coded(office.strapi, 'category', 'MC-03');
    const asked = { urgency: 'ordinary', urgencyReason: '不急', channel: 'online' };
    for (const about of [{ matter: '电梯困人，两个老人在里面' }, { matter: '东侧阳台', category }]) {
      const answer = await site.post('/api/tickets').send({ data: { ...about, ...asked } });
      expect(answer.status).toBe(201);
      const { documentId } = (answer.body as { data: { documentId: string } }).data;
      const ticket = { type: 'ticket', documentId };
      const seen = await look(staff.supervisor, ticket);
      expect(seen.record).toMatchObject({ urgency: 'urgent', urgencyReason: '不急' });
      expect(await messagesOf(ticket)).toContainEqual(
        expect.objectContaining({ template: 'ticket_emergency' }),
      );
      const put = await site
        .put(`/api/tickets/${documentId}`)
        .send({ data: { urgency: 'ordinary', urgencyReason: '真的不急' } });
      expect(put).toMatchObject({
        status: 403,
        body: { error: { details: { code: 'URGENCY_BY_DESK_ONLY', field: 'urgency' } } },
      });
      expect((await look(staff.supervisor, ticket)).version).toBe(seen.version);
      const lowered = await act(staff.front_desk, ticket, 'edit', {
        urgency: 'ordinary',
        reason: '已与报事人核实',
      });
      expect(lowered.record).toMatchObject({ urgency: 'ordinary', urgencyReason: '已与报事人核实' });
      const stays = await act(staff.front_desk, ticket, 'edit', { matter: `${about.matter}（补充）` });
      expect(stays.record.urgency).toBe('ordinary');
    }
  });

  test('[B-02] a matter that an outside system makes worse is urgent, whatever reason it gave', async () => {
    const site = await outsideSystem(office, 'api::ticket.ticket.create', 'api::ticket.ticket.update');
    const category = await coded(office.strapi, 'category', 'MC-03');
    for (const worse of [{ matter: '家里漏电，手麻' }, { category }]) {
      const answer = await site
        .post('/api/tickets')
        .send({ data: { matter: '墙面有点问题', urgency: 'ordinary', urgencyReason: '不急' } });
      const { documentId } = (answer.body as { data: { documentId: string } }).data;
      const put = await site
        .put(`/api/tickets/${documentId}`)
        .send({ data: { ...worse, urgency: 'ordinary', urgencyReason: '还是不急' } });
      expect(put.status).toBe(200);
      expect((await look(staff.supervisor, { type: 'ticket', documentId })).record.urgency).toBe('urgent');
    }
  });

  test('[B-02] is not called ordinary by the technician who works on it', async () => {
    const seen = await open(staff.front_desk, 'ticket', { matter: '家里漏电，手麻' });
    await act(staff.front_desk, seen, 'assign', { handler: staff.technician.staffId });
    expect(
      await refused(staff.technician, seen, 'reclass', { urgency: 'ordinary', reason: '插座老化而已' }),
    ).toMatchObject({ status: 403, code: 'URGENCY_BY_DESK_ONLY' });
    const classed = await act(staff.technician, seen, 'reclass', {
      faultClass: 'difficult',
      reason: '墙内布线',
    });
    expect(classed.record).toMatchObject({ urgency: 'urgent', faultClass: 'difficult' });
    const calmer = await act(staff.supervisor, seen, 'reclass', {
      urgency: 'ordinary',
      reason: '现场复核无漏电',
    });
    expect(calmer.record.urgency).toBe('ordinary');
  });

  test('[B-02] follows a matter put right before work begins, and never falls back quietly', async () => {
    const seen = await open(staff.front_desk, 'ticket', { matter: '电梯坏了' });
    expect(seen.record.urgency).toBe('ordinary');
    const worse = await act(staff.front_desk, seen, 'edit', { matter: '电梯坏了，有人困在电梯里' });
    expect(worse.record).toMatchObject({
      urgency: 'urgent',
      emergencyRule: await ruleCalled('lift_trapped'),
    });
    expect(await messagesOf(seen)).toContainEqual(expect.objectContaining({ template: 'ticket_emergency' }));
    const calmer = await act(staff.front_desk, seen, 'edit', { matter: '电梯坏了' });
    expect(calmer.record.urgency).toBe('urgent');
  });

  test('[B-02] urgency and category change with a reason only, by whichever door', async () => {
    const category = await coded(office.strapi, 'category', 'RD-01');
    const other = await coded(office.strapi, 'category', 'RD-02');
    const seen = await open(staff.front_desk, 'ticket', { matter: '门禁刷不开', category });
    expect(await refused(staff.front_desk, seen, 'edit', { urgency: 'urgent' })).toMatchObject({
      status: 422,
      code: 'CHANGE_REASON_MISSING',
      field: 'urgency',
    });
    expect(await refused(staff.front_desk, seen, 'edit', { category: other })).toMatchObject({
      code: 'CHANGE_REASON_MISSING',
      field: 'category',
    });
    const form = `/content-manager/collection-types/api::ticket.ticket/${seen.documentId}`;
    expect((await staff.front_desk.agent.put(form).send({ urgency: 'urgent' })).status).toBe(422);
    const moved = await act(staff.front_desk, seen, 'edit', { category: other, reason: '实为监控故障' });
    expect(moved.activities[0]).toMatchObject({ action: 'edit', note: '实为监控故障' });
    const raised = await act(staff.supervisor, seen, 'reclass', {
      urgency: 'urgent',
      reason: '门口有孩子被锁',
    });
    expect(raised.record).toMatchObject({ urgency: 'urgent', urgencyReason: '门口有孩子被锁' });
    expect(
      await refused(staff.finance, seen, 'reclass', { urgency: 'ordinary', reason: '不急' }),
    ).toMatchObject({ status: 403 });
    const first = await open(staff.front_desk, 'ticket', { matter: '门禁刷不开' });
    expect((await act(staff.front_desk, first, 'edit', { category })).record.category).toBe(category);
  });
});

describe('the list of emergencies', () => {
  test('[B-02] is kept by managers, and holds at once', async () => {
    const made = await staff.manager.agent.post(RULES).send({
      name: '蜂群',
      code: 'bees',
      hazard: 'danger',
      words: '蜂群\n大群…蜜蜂',
      sort: 500,
    });
    expect(made.status).toBe(201);
    const seen = await open(staff.front_desk, 'ticket', { matter: '儿童乐园来了大群野蜜蜂' });
    expect(seen.record).toMatchObject({
      urgency: 'urgent',
      emergencyRule: (made.body as { data: { documentId: string } }).data.documentId,
      emergencyWord: '大群…蜜蜂',
    });
    const { documentId } = (made.body as { data: { documentId: string } }).data;
    expect((await staff.manager.agent.delete(`${RULES}/${documentId}`)).status).toBe(409);
    expect((await staff.manager.agent.put(`${RULES}/${documentId}`).send({ active: false })).status).toBe(
      200,
    );
    const calm = await open(staff.front_desk, 'ticket', { matter: '又来了大群野蜜蜂' });
    expect(calm.record.urgency).toBe('ordinary');
  });

  test.each([
    ['no words', { words: ' \n ' }, 'words'],
    ['a word without a letter', { words: '蜂群\n……' }, 'words'],
    ['a word that runs over two clauses', { words: '电梯，困人' }, 'words'],
    ['an exclusion without a letter', { words: '蜂群', excluding: '？' }, 'excluding'],
  ])('[B-02] takes no rule with %s', async (_what, data, field) => {
    const answer = await staff.manager.agent
      .post(RULES)
      .send({ name: '坏规则', code: `bad-${field}`, hazard: 'danger', ...data });
    expect(answer.status).toBe(422);
    expect((answer.body as { error: { details: object } }).error.details).toMatchObject({
      code: 'EMERGENCY_RULE_INVALID',
      field,
    });
    expect(
      await office.strapi.db
        .query('api::emergency-rule.emergency-rule')
        .count({ where: { code: `bad-${field}` } }),
    ).toBe(0);
  });

  test.each(['front_desk', 'technician', 'supervisor'] as const)(
    '[B-02] is not changed by the post of %s',
    async (post) => {
      const documentId = await ruleCalled('fire');
      expect((await staff[post].agent.put(`${RULES}/${documentId}`).send({ words: '火' })).status).toBe(403);
    },
  );
});

describe('damage that goes on', () => {
  const burst = (data: object = {}) =>
    open(staff.front_desk, 'ticket', { matter: '卫生间水管爆裂，水往外喷', ...data });

  test('[B-12] is stopped first: it has thirty minutes from the report, and nothing else is agreed before', async () => {
    const { ticket, order } = await repairUntil(staff, 'arrive', {
      matter: '卫生间水管爆裂',
      inputs: { register: { receivedAt: iso(AT_NIGHT - 4 * MINUTE) } },
    });
    expect(ticket.record.damageOngoing).toBe(true);
    expect(clock(ticket, 'contain')).toMatchObject({
      rule: 'B-12',
      startedAt: iso(AT_NIGHT - 4 * MINUTE),
      dueAt: iso(AT_NIGHT + 26 * MINUTE),
    });
    const agreed = { workEstablished: '换管', consentedBy: '王女士' };
    expect(await refused(staff.technician, order, 'consent', agreed)).toMatchObject({
      status: 409,
      code: 'CONTAINMENT_FIRST',
    });
    time.set(AT_NIGHT + 20 * MINUTE);
    const contained = await act(staff.technician, order, 'contain', {
      measure: '关闭单元总阀',
      containedAt: iso(AT_NIGHT + 10 * MINUTE),
    });
    expect(contained.stage).toBe('arrived');
    const seen = await look(staff.supervisor, ticket);
    expect(seen.record).toMatchObject({
      damageOngoing: false,
      containedAt: iso(AT_NIGHT + 10 * MINUTE),
      containMeasure: '关闭单元总阀',
      containedBy: staff.technician.name,
    });
    expect(clock(seen, 'contain')).toMatchObject({ verdict: 'kept', stoppedAt: iso(AT_NIGHT + 10 * MINUTE) });
    expect((await act(staff.technician, order, 'consent', agreed)).stage).toBe('consented');
  });

  test('[B-12] is ruled out with a reason, which takes the promise back', async () => {
    const seen = await burst();
    expect(await refused(staff.front_desk, seen, 'rule_out_damage', {})).toMatchObject({ field: 'reason' });
    const out = await act(staff.front_desk, seen, 'rule_out_damage', { reason: '业主已自行关阀' });
    expect(out.record).toMatchObject({ damageOngoing: false, containRuledOut: '业主已自行关阀' });
    expect(clock(out, 'contain').verdict).toBe('released');
    expect(await refused(staff.front_desk, seen, 'contain', { measure: '关阀' })).toMatchObject({
      status: 409,
      code: 'NO_DAMAGE_ONGOING',
    });
  });

  test('[B-12] late, it climbs: supervisor, head of department, director', async () => {
    const seen = await burst();
    await time.pass(HOUR + 5 * MINUTE);
    expect(clock(await look(staff.supervisor, seen), 'contain').verdict).toBe('broken');
    const told = (await messagesOf(seen)).filter(
      ({ template, params }) => template === 'clock_escalated' && params.clock === 'contain',
    );
    expect(told.map(({ recipientName }) => recipientName)).toEqual([
      staff.supervisor.name,
      staff.department_head.name,
      staff.director.name,
    ]);
  });

  test('[B-12] may be found on the way: begun work rests until it is stopped', async () => {
    const { ticket, order } = await repairUntil(staff, 'consent', { matter: '水龙头更换' });
    await act(staff.technician, ticket, 'report_damage', { note: '拆开后阀门断裂' });
    expect(await refused(staff.technician, order, 'start')).toMatchObject({ code: 'CONTAINMENT_FIRST' });
    expect(await refused(staff.finance, ticket, 'contain', { measure: '关阀' })).toMatchObject({
      status: 403,
    });
    await act(staff.security, ticket, 'contain', { measure: '关闭总阀', containedBy: '夜班保安' });
    expect((await look(staff.supervisor, ticket)).record.containedBy).toBe('夜班保安');
    expect((await act(staff.technician, order, 'start')).stage).toBe('working');
  });

  test('[B-12] keeps a request from being completed, and is not stopped in the future', async () => {
    const seen = await burst();
    expect(await refused(staff.front_desk, seen, 'complete', { result: '好了' })).toMatchObject({
      code: 'CONTAINMENT_FIRST',
    });
    expect(
      await refused(staff.front_desk, seen, 'contain', {
        measure: '关阀',
        containedAt: iso(AT_NIGHT + MINUTE),
      }),
    ).toMatchObject({ status: 422, code: 'MOMENT_IN_FUTURE', field: 'containedAt' });
    expect(await refused(staff.front_desk, seen, 'contain', { measure: ' ' })).toMatchObject({
      code: 'TEXT_EMPTY',
      field: 'measure',
    });
    await act(staff.front_desk, seen, 'contain', { measure: '关阀' });
    expect((await act(staff.front_desk, seen, 'complete', { result: '好了' })).stage).toBe('completed');
  });

  test('[B-12] an emergency that does no lasting damage has nothing to contain', async () => {
    const seen = await open(staff.front_desk, 'ticket', { matter: '电梯困人' });
    expect(seen.clocks.map(({ name }) => name)).not.toContain('contain');
    const sent = await act(staff.front_desk, seen, 'dispatch', { technician: staff.technician.staffId });
    const order = kin(sent, 'dispatch-order');
    expect(await refused(staff.technician, order, 'contain', { measure: '关阀' })).toMatchObject({
      code: 'NO_DAMAGE_ONGOING',
    });
  });
});
