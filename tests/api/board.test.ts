import { Client } from 'pg';
import { offices } from '../../src/engine/office';
import { act, HOUR, kin, MINUTE, open, repairUntil, stopTime, type OfficeTime } from '../support/cases';
import { openOffice, type Office } from '../support/office';
import { openOfficeProcess } from '../support/office-process';
import { aUnit, coded, dispatchByHand, employ, staffOf, type Colleague, type Staff } from '../support/people';
import { listen, type EventSeen, type Stream } from '../support/stream';

/** 10:00 in Shanghai on a working Friday. */
const TEN = Date.parse('2026-11-20T02:00:00Z');

let office: Office;
let staff: Staff;
let mate: Colleague;
let time: OfficeTime;
beforeAll(async () => {
  office = await openOffice();
  await dispatchByHand(office);
  staff = await staffOf(office);
  mate = await employ(office, 'technician', { superior: staff.supervisor, trades: ['SD'] });
  time = stopTime(office, TEN);
});
afterAll(() => office.close());
beforeEach(() => time.set(TEN));

interface Request {
  documentId: string;
  number: string;
  matter: string | null;
  place: string | null;
  urgency: string;
  emergencyWord: string | null;
  alarm: string | null;
  category: { name: string } | null;
  accountable: { name: string } | null;
  order: { stage: string } | null;
  trades: string[];
  clocks: {
    name: string;
    label: string;
    dueAt: string;
    state: string;
    warned: boolean;
    brokenAt: string | null;
  }[];
}
interface Person {
  documentId: string;
  name: string;
  duty: string;
  load: number;
  cap: number | null;
  trades: string[];
  place: { text: string | null; since: string; thereNow: boolean } | null;
}
interface Board {
  waiting: Request[];
  underWay: { documentId: string; technician: string | null; team: string | null; ticket: Request }[];
  people: Person[];
  teams: { documentId: string; name: string; load: number }[];
  contractors: { documentId: string; name: string; load: number }[];
  total: { waiting: number };
  cut: Record<string, boolean>;
}

async function board(who: Colleague, query: Record<string, string> = {}) {
  const answer = await who.agent.get(`/office/board?${new URLSearchParams(query)}`);
  const { data, error } = answer.body as { data: Board; error?: { details: object } };
  return { status: answer.status, error: error?.details, ...data, text: answer.text };
}
const waitingOn = async (ticket: { documentId: string }, query: Record<string, string> = {}) =>
  (await board(staff.front_desk, query)).waiting.find(({ documentId }) => documentId === ticket.documentId);
const onBoard = async (who: Colleague) =>
  (await board(staff.supervisor)).people.find(({ documentId }) => documentId === who.staffId);

const GIVERS = ['front_desk', 'steward', 'supervisor', 'department_head', 'director', 'manager'] as const;
const OTHERS = ['technician', 'clerk', 'security', 'finance'] as const;

describe('the dispatch board', () => {
  test.each(GIVERS)('[B-03] is open to the post of %s', async (post) => {
    expect(await board(staff[post])).toMatchObject({ status: 200, cut: { waiting: false } });
  });

  test.each(OTHERS)('[B-03] is not shown to the post of %s, nor are its choices', async (post) => {
    const no = { code: 'NOT_ENTITLED' };
    expect(await board(staff[post])).toMatchObject({ status: 403, error: no });
    const choices = await staff[post].agent.get('/office/board/choices');
    expect([choices.status, choices.body.error.details]).toMatchObject([403, no]);
  });

  test('[B-03] is not shown without a log-in, or to a log-in without a role', async () => {
    expect((await office.request.get('/office/board')).status).toBe(401);
    const stranger = await office.hire();
    expect((await stranger.get('/office/board')).status).toBe(403);
  });

  test('[B-03] shows a request that waits with its place, its promises and whoever is accountable', async () => {
    const unit = await aUnit(office.strapi);
    const ticket = await open(staff.front_desk, 'ticket', {
      matter: '客厅顶灯不亮',
      unit,
      exactLocation: '客厅',
      category: await coded(office.strapi, 'category', 'SD'),
      contactPhone: '13800001234',
    });
    const seen = await waitingOn(ticket);
    expect(seen).toMatchObject({
      number: ticket.number,
      matter: '客厅顶灯不亮',
      place: expect.stringMatching(/1-101 · 客厅$/),
      urgency: 'ordinary',
      category: { name: expect.any(String) },
      accountable: { name: staff.front_desk.name },
      order: null,
    });
    expect(seen?.clocks.map(({ name, state }) => [name, state])).toContainEqual(['arrive', 'running']);
    expect(seen?.clocks[0]?.label).toMatch(/\p{Script=Han}/u);
    expect(seen?.trades).toEqual([await coded(office.strapi, 'category', 'SD')]);
    expect((await board(staff.front_desk)).text).not.toContain('1234');
  });

  test('[B-03] a request leaves the waiting when it is sent out, and stands under way with whoever has it', async () => {
    const { ticket, order } = await repairUntil(staff, 'dispatched', { matter: '插座没电' });
    const seen = await board(staff.front_desk);
    expect(seen.waiting.map(({ number }) => number)).not.toContain(ticket.number);
    expect(seen.underWay.find(({ documentId }) => documentId === order.documentId)).toMatchObject({
      technician: staff.technician.staffId,
      ticket: { number: ticket.number, matter: '插座没电' },
    });
    await act(staff.supervisor, order, 'cancel', { reason: '住户改期' });
    expect(await waitingOn(ticket)).toMatchObject({ number: ticket.number, order: null });
    await act(staff.front_desk, ticket, 'assign', { handler: mate.staffId, overrideReason: '就近' });
    expect(await waitingOn(ticket)).toBeUndefined();
  });

  test('[B-03] an order that is drafted or handed back waits as well, and says so', async () => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '门锁松动' });
    const draft = await open(staff.front_desk, 'dispatch-order', { ticket: ticket.documentId });
    expect(await waitingOn(ticket)).toMatchObject({ order: { stage: 'drafted' } });
    await act(staff.front_desk, draft, 'dispatch', { technician: staff.technician.staffId });
    expect(await waitingOn(ticket)).toBeUndefined();
    await act(staff.technician, draft, 'hand_back', { reason: '手上有急修' });
    expect(await waitingOn(ticket)).toMatchObject({ order: { stage: 'drafted' } });
  });

  test('[B-03] what needs no order is not on it', async () => {
    const ticket = await open(staff.front_desk, 'ticket', {
      kind: 'suggestion',
      matter: '建议多设垃圾桶',
      promisedReplyAt: new Date(TEN + HOUR).toISOString(),
    });
    expect(await waitingOn(ticket)).toBeUndefined();
  });

  test('[B-02] emergencies stand first, with the word that made them so', async () => {
    await open(staff.front_desk, 'ticket', { matter: '纱窗破了' });
    time.set(TEN + 5 * MINUTE);
    const ticket = await open(staff.front_desk, 'ticket', { matter: '电梯困人，两位老人在里面' });
    const { waiting } = await board(staff.steward);
    expect(waiting[0]).toMatchObject({ number: ticket.number, urgency: 'urgent' });
    expect(waiting[0]?.emergencyWord).toBeTruthy();
    const urgent = await board(staff.steward, { urgency: 'urgent' });
    expect(urgent.waiting.every(({ urgency }) => urgency === 'urgent')).toBe(true);
    expect(urgent.total.waiting).toBe(urgent.waiting.length);
  });

  test('[C-11] a clock that warned says so, one that broke as well', async () => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '水龙头关不严' });
    const arrive = async () => (await waitingOn(ticket))?.clocks.find(({ name }) => name === 'arrive');
    expect(await arrive()).toMatchObject({ warned: false, brokenAt: null });
    await time.pass(13 * MINUTE);
    expect(await arrive()).toMatchObject({ warned: true, brokenAt: null });
    await time.pass(5 * MINUTE);
    expect(await arrive()).toMatchObject({ brokenAt: expect.any(String) });
  });

  test('[B-03] people stand there with trades, load, presence and the place where they were last', async () => {
    const other = await employ(office, 'technician', { superior: staff.supervisor });
    expect(await onBoard(other)).toMatchObject({ load: 0, duty: 'on_duty', place: null });
    const unit = await aUnit(office.strapi);
    const ticket = await open(staff.front_desk, 'ticket', { matter: '灯管闪', unit });
    const sent = await act(staff.front_desk, ticket, 'dispatch', { technician: other.staffId });
    const order = kin(sent, 'dispatch-order');
    await act(other, order, 'accept');
    time.set(TEN + 10 * MINUTE);
    await act(other, order, 'arrive');
    expect(await onBoard(other)).toMatchObject({
      load: 1,
      place: {
        text: expect.stringContaining('1-101'),
        thereNow: true,
        since: new Date(time.now()).toISOString(),
      },
    });
    await office.strapi
      .documents('api::staff-member.staff-member')
      .update({ documentId: other.staffId, data: { duty: 'away', openOrderCap: 3 } as never });
    expect(await onBoard(other)).toMatchObject({ duty: 'away', cap: 3 });
    time.set(TEN + 30 * HOUR);
    expect((await onBoard(other))?.place).toBeNull();
  });

  test('[B-03] teams and contractors stand there with what is on nobody else’s hands', async () => {
    const team = await office.strapi
      .documents('api::team.team')
      .create({ data: { name: '水电班', code: 'SDB', members: [mate.staffId] } as never });
    const ticket = await open(staff.front_desk, 'ticket', { matter: '跳闸' });
    const sent = await act(staff.front_desk, ticket, 'dispatch', { team: team.documentId });
    const load = async () =>
      (await board(staff.supervisor)).teams.find(({ documentId }) => documentId === team.documentId)?.load;
    expect(await load()).toBe(1);
    await act(mate, kin(sent, 'dispatch-order'), 'accept');
    expect(await load()).toBe(0);
    expect(await onBoard(mate)).toMatchObject({
      load: 1,
      trades: [await coded(office.strapi, 'category', 'SD')],
    });
  });

  test('[B-01] is narrowed down by place, branch of category and trade', async () => {
    const { strapi } = office;
    const unit = await aUnit(strapi);
    const place = await strapi
      .documents('api::unit.unit')
      .findOne({ documentId: unit, populate: { building: { populate: { community: true } } } });
    const building = String(place?.building?.documentId);
    const community = String(place?.building?.community?.documentId);
    const branch = await coded(strapi, 'category', 'SD');
    const [leaf] = await strapi
      .documents('api::category.category')
      .findMany({ filters: { parent: { documentId: branch } } as never, limit: 1 });
    const ticket = await open(staff.front_desk, 'ticket', {
      matter: '厨房灯不亮',
      unit,
      category: leaf?.documentId,
    });
    const elsewhere = await coded(strapi, 'category', 'TJ').catch(() => coded(strapi, 'category', 'GG'));
    for (const query of [
      { building },
      { community },
      { category: branch },
      { trade: branch },
      { building, community, category: branch, trade: branch, urgency: 'ordinary' },
    ])
      expect([query, await waitingOn(ticket, query as never)]).toMatchObject([
        query,
        { number: ticket.number },
      ]);
    for (const query of [{ building: 'b'.padEnd(24, '0') }, { category: elsewhere }, { trade: elsewhere }])
      expect([query, await waitingOn(ticket, query as never)]).toEqual([query, undefined]);
    const choices = await staff.front_desk.agent.get('/office/board/choices');
    expect(choices.body.data.buildings).toContainEqual(
      expect.objectContaining({ documentId: building, parent: community }),
    );
    expect(choices.body.data.trades).toContain(branch);
  });

  test.each([
    ['urgency', 'very'],
    ['community', 'x'],
    ['trade', "'; drop table tickets"],
  ])('a question that makes no sense is refused, naming the field: %s', async (field, value) => {
    expect(await board(staff.front_desk, { [field]: value })).toMatchObject({
      status: 422,
      error: { code: 'INPUT_INVALID', field },
    });
  });

  test('shows only what the role may read', async () => {
    const { strapi } = office;
    const ticket = await open(staff.front_desk, 'ticket', {
      matter: '只给看得见的人看',
      exactLocation: '地下室',
    });
    const role = await strapi.db.query('admin::role').findOne({ where: { code: 'office-steward' } });
    const where = {
      action: 'plugin::content-manager.explorer.read',
      subject: 'api::ticket.ticket',
      role: { id: role.id },
    };
    const permissions = strapi.db.query('admin::permission');
    const { id, properties } = await permissions.findOne({ where });
    const fields = properties.fields.filter((name: string) => !['matter', 'exactLocation'].includes(name));
    await permissions.update({ where: { id }, data: { properties: { fields } } });
    const seen = await board(staff.steward);
    await permissions.update({ where: { id }, data: { properties } });
    const row = seen.waiting.find(({ documentId }) => documentId === ticket.documentId);
    expect(row).toMatchObject({ matter: null, place: null, number: ticket.number });
    expect(seen.text).not.toContain('地下室');
  });

  test('asks the database as often for many as for few', async () => {
    const count = async () => {
      const engine = offices.get(office.strapi);
      if (!engine) throw new Error('no engine');
      const asked = jest.spyOn(engine.pool, 'query');
      await board(staff.supervisor);
      const { length } = asked.mock.calls;
      asked.mockRestore();
      return length;
    };
    const before = await count();
    for (let index = 0; index < 5; index += 1)
      await open(staff.front_desk, 'ticket', { matter: `走廊灯 ${index}` });
    await repairUntil(staff, 'dispatched', { matter: '排风扇不转' });
    expect(await count()).toBe(before);
    expect(before).toBeLessThanOrEqual(7);
  });
});

describe('the events of the board', () => {
  const streams: Stream[] = [];
  afterEach(() => {
    for (const stream of streams.splice(0)) stream.close();
  });
  const tokenOf = async ({ agent }: Colleague): Promise<string> => {
    const { email } = (agent as unknown as { user: { email: string } }).user;
    const answer = await office.request.post('/admin/login').send({ email, password: 'Test-pass-1234' });
    return (answer.body as { data: { token: string } }).data.token;
  };
  const listenAs = async (who: Colleague): Promise<Stream> => {
    const stream = await listen(office.url, await tokenOf(who));
    streams.push(stream);
    return stream;
  };
  const about = (documentId: string) => (event: EventSeen) =>
    event.data.cases?.some((one) => one.documentId === documentId) ?? false;

  test('[B-02] a new emergency is told within two seconds, without saying what it is about', async () => {
    const stream = await listenAs(staff.front_desk);
    expect([stream.status, stream.contentType]).toEqual([200, 'text/event-stream; charset=utf-8']);
    await stream.next(({ name }) => name === 'hello');
    const ticket = await open(staff.steward, 'ticket', {
      matter: '电梯困人 三号楼',
      contactPhone: '13800001234',
    });
    const event = await stream.next(about(ticket.documentId), 2000);
    const told = event.data.cases?.find(({ documentId }) => documentId === ticket.documentId);
    expect(told).toEqual({
      type: 'ticket',
      documentId: ticket.documentId,
      stage: 'registered',
      urgent: true,
    });
    expect(JSON.stringify(event)).not.toMatch(/电梯|1234/);
  });

  test('[B-03] what another instance does arrives, and an instance that is told to end ends', async () => {
    const second = await openOfficeProcess({ beside: office.databaseUrl });
    try {
      const stream = await listenAs(staff.supervisor);
      await stream.next(({ name }) => name === 'hello');
      const made = await fetch(`${second.url}/api/tickets`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${second.apiToken}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ data: { matter: '水管爆裂' } }),
      });
      const { data } = (await made.json()) as { data: { documentId: string } };
      expect((await stream.next(about(data.documentId), 2000)).name).toBe('change');

      const login = await fetch(`${second.url}/admin/login`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(second.user),
      });
      const { data: session } = (await login.json()) as { data: { token: string } };
      const there = await listen(second.url, session.token);
      await there.next(({ name }) => name === 'hello');
      const closing = Date.now();
      await second.stop();
      await there.over;
      expect(Date.now() - closing).toBeLessThan(10_000);
      expect(second.faults).toEqual([]);
    } finally {
      await second.close();
    }
  }, 60_000);

  test('[B-03] when somebody comes on duty or leaves, those who watch are told to look', async () => {
    const stream = await listenAs(staff.supervisor);
    await stream.next(({ name }) => name === 'hello');
    await office.strapi
      .documents('api::staff-member.staff-member')
      .update({ documentId: mate.staffId, data: { duty: 'off_duty' } as never });
    expect((await stream.next(({ data }) => data.policy === true, 2000)).name).toBe('change');
  });

  test('[C-11] a warning is told', async () => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '马桶漏水' });
    const stream = await listenAs(staff.supervisor);
    await stream.next(({ name }) => name === 'hello');
    await time.pass(13 * MINUTE);
    await stream.next(about(ticket.documentId), 2000);
  });

  test('what is refused is not told', async () => {
    const stream = await listenAs(staff.supervisor);
    await stream.next(({ name }) => name === 'hello');
    const no = await staff.front_desk.agent.post('/office/cases/ticket').send({ data: { matter: '' } });
    expect(no.status).toBe(422);
    const ticket = await open(staff.front_desk, 'ticket', { matter: '窗户关不上' });
    const event = await stream.next(({ name }) => name === 'change', 2000);
    expect(event.data.cases?.map(({ documentId }) => documentId)).toEqual([ticket.documentId]);
  });

  test('a line to the database that is cut is taken up again, and everybody is told to look', async () => {
    const stream = await listenAs(staff.supervisor);
    await stream.next(({ name }) => name === 'hello');
    const db = new Client({ connectionString: office.databaseUrl });
    await db.connect();
    await db.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'guanjia-news' AND datname = current_database()",
    );
    await db.end();
    await stream.next(({ name }) => name === 'reset');
    const ticket = await open(staff.front_desk, 'ticket', { matter: '水表不走' });
    await stream.next(about(ticket.documentId), 2000);
  });

  test.each(['finance', 'technician', 'clerk'] as const)('are not told to the post of %s', async (post) => {
    const no = await listenAs(staff[post]);
    expect([no.status, no.body]).toMatchObject([403, { error: { details: { code: 'NOT_ENTITLED' } } }]);
  });

  test('are not told without a log-in', async () => {
    expect((await listen(office.url, null)).status).toBe(401);
  });

  test('one person has six streams at most, and room again when one is closed', async () => {
    const six = await Promise.all(Array.from({ length: 6 }, () => listenAs(staff.director)));
    for (const one of six) await one.next(({ name }) => name === 'hello');
    const no = await listenAs(staff.director);
    expect([no.status, no.body]).toMatchObject([
      409,
      { error: { details: { code: 'EVENTS_FULL', most: 6 } } },
    ]);
    const watching = () => offices.get(office.strapi)?.news.watchers ?? 0;
    const before = watching();
    six[0]?.close();
    while (watching() === before) await new Promise((resolve) => setImmediate(resolve));
    expect((await listenAs(staff.director)).status).toBe(200);
  });

  test('as many as the server is set to, and no more', async () => {
    office.strapi.config.set('office.eventStreams', 0);
    const no = await listenAs(staff.manager);
    office.strapi.config.set('office.eventStreams', 200);
    expect([no.status, no.body]).toMatchObject([409, { error: { details: { code: 'EVENTS_FULL' } } }]);
  });
});
