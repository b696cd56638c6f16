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
import {
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
let mate: Colleague;
beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  await dispatchByHand(office);
  mate = await employ(office, 'technician', { superior: staff.supervisor });
  time = stopTime(office, TEN);
});
afterAll(() => office.close());
beforeEach(() => time.set(TEN));

interface Link {
  readonly holder: { readonly kind: string; readonly id: string | null; readonly name: string };
  readonly orderNumber: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly way: string | null;
  readonly wayLabel: string | null;
  readonly came: { readonly action: string; readonly by: string; readonly reason: string | null };
  readonly went: { readonly action: string; readonly label: string; readonly reason: string | null } | null;
}
const chainOf = async (at: { type: string; documentId: string }, who = staff.supervisor): Promise<Link[]> => {
  const answer = await who.agent.get(`/office/cases/${at.type}/${at.documentId}/chain`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return (answer.body as { data: Link[] }).data;
};

describe('the chain of hands', () => {
  test('[B-03] says who had it, from when to when, how it came and why it went, over all orders', async () => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '跳闸' });
    await time.pass(MINUTE);
    const sent = await act(staff.front_desk, ticket, 'dispatch', { technician: staff.technician.staffId });
    const first = kin(sent, 'dispatch-order');
    await time.pass(MINUTE);
    await act(staff.technician, first, 'accept');
    await act(staff.technician, first, 'pass_on', { technician: mate.staffId, reason: '离得更近' });
    await time.pass(MINUTE);
    await act(mate, first, 'hand_back', { reason: '需高压电工证' });
    await time.pass(MINUTE);
    await act(staff.supervisor, first, 'cancel', { reason: '重开' });
    const team = await office.strapi.documents('api::team.team').create({
      data: { name: '水电班', code: 'SDB', members: [staff.technician.staffId, mate.staffId] } as never,
    });
    const again = await act(staff.supervisor, ticket, 'dispatch', { team: team.documentId });
    const second = kin(again, 'dispatch-order');
    await time.pass(MINUTE);
    await act(mate, second, 'accept');
    await act(mate, second, 'arrive');
    await act(mate, second, 'consent', { workEstablished: '换闸', consentedBy: '王女士' });
    await act(mate, second, 'start');
    await time.pass(MINUTE);
    await act(mate, second, 'finish', { workDone: '已换' });
    await time.pass(MINUTE);
    await act(staff.front_desk, ticket, 'reopen', { reason: '又跳闸' });

    const chain = await chainOf(second);
    expect(chain.map(({ holder: { kind, id } }) => id ?? kind)).toEqual([
      'desk',
      staff.technician.staffId,
      mate.staffId,
      'desk',
      team.documentId,
      mate.staffId,
      'settled',
      mate.staffId,
    ]);
    expect(chain.map(({ came }) => came.action)).toEqual([
      ...['register', 'dispatch', 'pass_on', 'hand_back', 'dispatch', 'accept', 'complete', 'reopen'],
    ]);
    expect(chain.map(({ went }) => went?.reason ?? null)).toEqual([
      ...[null, '离得更近', '需高压电工证', null, null, null, '又跳闸', null],
    ]);
    expect(chain.map(({ from }) => (Date.parse(from) - TEN) / MINUTE)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    chain.forEach((link, index) => expect(link.until).toBe(chain[index + 1]?.from ?? null));
    expect(chain[1]).toMatchObject({
      holder: { name: expect.stringContaining(staff.technician.name) as string },
      orderNumber: first.number,
      way: 'assign',
      wayLabel: '人工指派',
    });
    expect(chain[5]?.orderNumber).toBe(second.number);
    expect(await chainOf(first)).toEqual(chain);
    expect(await chainOf(ticket)).toEqual(chain);
  });

  test('[B-03] equals the history: at every line of it the chain names the technician of that moment', async () => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '路灯不亮' });
    const people = [staff.technician, mate];
    await act(staff.front_desk, ticket, 'dispatch', { technician: mate.staffId });
    const order = kin(await look(staff.supervisor, ticket), 'dispatch-order');
    for (let turn = 0; turn < 6; turn += 1) {
      await time.pass(MINUTE);
      const to = people[turn % 2] as Colleague;
      await act(staff.supervisor, order, 'reassign', { technician: to.staffId, reason: `第${turn}次` });
    }
    const { activities } = await look(staff.supervisor, order);
    const chain = await chainOf(order);
    const held = activities
      .filter(({ changes }) => changes.some(({ field }) => field === 'technician'))
      .map(({ occurredAt }) => occurredAt)
      .reverse();
    expect(chain.slice(1).map(({ from }) => from)).toEqual(held);
    expect(chain.slice(1).map(({ holder }) => holder.id)).toEqual([
      mate.staffId,
      ...Array.from({ length: 6 }, (_, turn) => people[turn % 2]?.staffId),
    ]);
  });

  test('[B-03] is for those who may read orders, and for outside systems that hold the right', async () => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '跳闸' });
    const sent = await act(staff.front_desk, ticket, 'dispatch', { technician: mate.staffId });
    const { documentId } = kin(sent, 'dispatch-order');
    const path = `/api/dispatch-orders/${documentId}/chain`;
    const reader = await outsideSystem(office, 'api::dispatch-order.dispatch-order.chain');
    const answer = await reader.get(path);
    expect(answer.status).toBe(200);
    expect((answer.body as { data: Link[] }).data.map(({ holder }) => holder.kind)).toEqual([
      'desk',
      'staff',
    ]);
    const english = await reader.get(`${path}?locale=en`);
    expect((english.body as { data: Link[] }).data[1]?.wayLabel).toBe('Assigned by hand');
    const other = await outsideSystem(office, 'api::ticket.ticket.find');
    expect((await other.get(path)).status).toBe(403);
    expect((await office.request.get(path)).status).toBe(403);
    expect((await office.request.get(`/office/cases/dispatch-order/${documentId}/chain`)).status).toBe(401);
    expect((await reader.get(`/api/dispatch-orders/${'a'.repeat(24)}/chain`)).status).toBe(404);
  });
});

describe('overdue orders', () => {
  interface Overdue {
    readonly documentId: string;
    readonly number: string;
    readonly overdueSince: string;
    readonly overdue: readonly { readonly kind: string; readonly clock?: string; readonly dueAt: string }[];
    readonly cause: string | null;
    readonly contact: string | null;
    readonly explained: boolean;
    readonly technician: string | null;
    readonly ticket: { readonly number: string };
  }
  const list = async (who: Colleague, query = ''): Promise<{ data: Overdue[]; total: number }> => {
    const answer = await who.agent.get(`/office/overdue-orders${query}`);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    const { data, meta } = answer.body as { data: Overdue[]; meta: { pagination: { total: number } } };
    return { data, total: meta.pagination.total };
  };
  const dispatched = async (more: object = {}): Promise<CaseSeen> => {
    const kindOfWork = {
      matter: '灯不亮',
      kind: 'help',
      promisedReplyAt: iso(time.now() + 5 * 24 * 60 * MINUTE),
      category: await coded(office.strapi, 'category', 'GG'),
    };
    const ticket = await open(staff.front_desk, 'ticket', kindOfWork);
    const sent = await act(staff.front_desk, ticket, 'dispatch', { technician: mate.staffId, ...more });
    return look(staff.supervisor, kin(sent, 'dispatch-order'));
  };
  const find = async (order: CaseSeen) =>
    (await list(staff.supervisor)).data.find(({ number }) => number === order.number);

  test('[B-10] are listed once past their appointment, with what is still to be said of them', async () => {
    const window = { appointmentFrom: iso(TEN + 10 * MINUTE), appointmentTo: iso(TEN + 40 * MINUTE) };
    const order = await dispatched(window);
    expect(await find(order)).toBeUndefined();
    await time.pass(41 * MINUTE);
    expect(await find(order)).toMatchObject({
      overdue: [{ kind: 'appointment', dueAt: window.appointmentTo }],
      overdueSince: window.appointmentTo,
      cause: null,
      contact: null,
      explained: false,
      technician: mate.name,
    });
    expect((await look(staff.supervisor, order)).stage).toBe('missed');
  });

  test('[B-10] are listed once a promise on them is broken, with cause and contact once somebody accounts for it', async () => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '灯不亮' });
    const sent = await act(staff.front_desk, ticket, 'dispatch', { technician: mate.staffId });
    const order = await look(staff.supervisor, kin(sent, 'dispatch-order'));
    await time.pass(16 * MINUTE);
    const found = await find(order);
    expect(found?.overdue.map(({ clock }) => clock)).toEqual(['accept', 'arrive']);
    expect(found).toMatchObject({
      overdueSince: iso(TEN + 5 * MINUTE),
      explained: false,
      ticket: { number: ticket.number },
    });
    expect(await refused(mate, order, 'explain_delay', { cause: '急修占用' })).toMatchObject({
      status: 422,
      field: 'contact',
    });
    const words = { cause: '急修占用', contact: '已致电，半小时内到' };
    expect(
      await refused(mate, order, 'explain_delay', { ...words, contactAt: iso(TEN + 60 * MINUTE) }),
    ).toMatchObject({ code: 'MOMENT_IN_FUTURE', field: 'contactAt' });
    for (const post of ['technician', 'clerk', 'security'] as const)
      expect(await refused(staff[post], order, 'explain_delay', words)).toMatchObject({ status: 403 });
    await act(mate, order, 'explain_delay', { ...words, contactAt: iso(TEN + 15 * MINUTE) });
    expect(await find(order)).toMatchObject({ ...words, explained: true });
    const numbers = async (query: string) =>
      (await list(staff.supervisor, query)).data.map((one) => one.number);
    expect(await numbers('?explained=true')).toContain(order.number);
    expect(await numbers('?explained=false')).not.toContain(order.number);
    await act(mate, order, 'arrive');
    await act(mate, order, 'consent', { workEstablished: '换灯', consentedBy: '王女士' });
    await act(mate, order, 'start');
    await act(mate, order, 'finish', { workDone: '已换' });
    expect(await find(order)).toBeUndefined();
  });

  test('[B-10] come the longest overdue first, in pages, for outside systems with the right too', async () => {
    await dispatched({ appointmentFrom: iso(TEN + 5 * MINUTE), appointmentTo: iso(TEN + 30 * MINUTE) });
    await time.pass(60 * MINUTE);
    const { data, total } = await list(staff.supervisor);
    expect(total).toBe(data.length);
    expect(data.length).toBeGreaterThan(1);
    const since = data.map(({ overdueSince }) => overdueSince);
    expect(since).toEqual([...since].sort());
    const second = await list(staff.supervisor, '?page=2&pageSize=1');
    expect(second).toEqual({ data: [data[1]], total });
    expect((await list(staff.supervisor, '?page=99')).total).toBe(total);
    const reader = await outsideSystem(office, 'api::dispatch-order.dispatch-order.overdue');
    const answer = await reader.get('/api/dispatch-orders/overdue');
    expect(answer.status).toBe(200);
    expect((answer.body as { data: Overdue[] }).data.map(({ number }) => number)).toEqual(
      data.map(({ number }) => number),
    );
    expect((await office.request.get('/api/dispatch-orders/overdue')).status).toBe(403);
    for (const wrong of ['?page=0', '?pageSize=101', '?explained=maybe', '?page[$gt]=1'])
      expect((await reader.get(`/api/dispatch-orders/overdue${wrong}`)).status).toBe(422);
  });
});
