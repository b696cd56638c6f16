import { act, look, open, type CaseSeen } from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { dispatchByHand, employ, staffOf, type Colleague, type Staff } from '../../support/people';

/** Two technicians with an order each, two stewards with a building each, two departments. */
let office: Office;
let staff: Staff;
let other: { technician: Colleague; steward: Colleague };
let head: Colleague;
let mine: Matter;
let theirs: Matter;
let orphan: Matter;

/** A request of a home, and the order that it went out by. */
interface Matter {
  readonly building: string;
  readonly unit: string;
  readonly owner: string;
  readonly occupancy: string;
  readonly ticket: CaseSeen;
  readonly order: CaseSeen;
}

const create = async (type: string, data: object): Promise<string> => {
  const documents = office.strapi.documents(`api::${type}.${type}` as 'api::unit.unit');
  return (await documents.create({ data } as never)).documentId;
};
const list = (type: string): string => `/content-manager/collection-types/api::${type}.${type}`;
const at = (type: string, id: string): string => `${list(type)}/${id}`;

async function matter(name: string, steward: Colleague | null, technician: Colleague): Promise<Matter> {
  const community = await create('community', { name: `${name}苑`, code: name });
  const building = await create('building', {
    name: `${name}栋`,
    code: name,
    community,
    ...(steward ? { steward: steward.staffId } : {}),
  });
  const unit = await create('unit', { label: `${name}-101`, building, warrantyUntil: '2099-12-31' });
  const owner = await create('owner', { name: `${name}业主`, phone: '13812345678' });
  const occupancy = await create('occupancy', { unit, owner, capacity: 'owner', fromDate: '2020-01-01' });
  const ticket = await open(staff.front_desk, 'ticket', {
    matter: `${name}厨房水龙头滴水`,
    requesterName: '王女士',
    contactPhone: '13812345678',
    unit,
  });
  const draft = await open(staff.front_desk, 'dispatch-order', {
    ticket: ticket.documentId,
    technician: technician.staffId,
  });
  return { building, unit, owner, occupancy, ticket, order: await act(staff.front_desk, draft, 'dispatch') };
}

beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  await dispatchByHand(office);
  other = { technician: await employ(office, 'technician'), steward: await employ(office, 'steward') };
  mine = await matter('JIA', staff.steward, staff.technician);
  theirs = await matter('YI', other.steward, other.technician);
  orphan = await matter('BING', null, other.technician);
  const departments = await Promise.all(
    ['one', 'two'].map((code) => create('department', { name: code, code })),
  );
  const put = (who: Colleague, department?: string) =>
    office.strapi.documents('api::staff-member.staff-member').update({
      documentId: who.staffId,
      data: { department } as never,
    });
  head = await employ(office, 'department_head');
  await put(head, departments[0]);
  await put(staff.technician, departments[0]);
  await put(other.technician, departments[1]);
  await put(other.steward, departments[1]);
});
afterAll(() => office.close());

const status = async (answer: PromiseLike<{ status: number }>): Promise<number> => (await answer).status;
type Rows = {
  readonly body: {
    readonly results: readonly { readonly documentId: string }[];
    pagination: { total: number };
  };
};

/** The documentIds in somebody's list of a type, and its count. */
async function listed({ agent }: Colleague, type: string) {
  const { body } = (await agent.get(list(type)).expect(200)) as Rows;
  return { ids: body.results.map(({ documentId }) => documentId).sort(), total: body.pagination.total };
}
const these = (...ids: readonly string[]) => ({ ids: [...ids].sort(), total: ids.length });

/** What everybody who may change a type at all may put right. */
const CORRECTION: Readonly<Record<string, object>> = {
  ticket: { exactLocation: '厨房' },
  'dispatch-order': { workDescription: '先关总阀' },
};

/** Every way to one case that a session of the panel has. */
const WAYS: Readonly<Record<string, (who: Colleague, one: CaseSeen) => PromiseLike<{ status: number }>>> = {
  'the form': ({ agent }, { type, documentId }) => agent.get(at(type, documentId)),
  'saving the form': ({ agent }, { type, documentId }) =>
    agent.put(at(type, documentId)).send(CORRECTION[type]),
  'the side panel': ({ agent }, { type, documentId }) => agent.get(`/office/cases/${type}/${documentId}`),
  'its actions': ({ agent }, { type, documentId }) =>
    agent.get(`/office/cases/${type}/${documentId}/actions`),
  'its timeline': ({ agent }, { type, documentId }) =>
    agent.get(`/office/cases/${type}/${documentId}/activities`),
  'its clocks': ({ agent }, { type, documentId }) => agent.get(`/office/cases/${type}/${documentId}/clocks`),
  'its chain of hands': ({ agent }, { type, documentId }) =>
    agent.get(`/office/cases/${type}/${documentId}/chain`),
  'the phone on it': ({ agent }, { type, documentId }) =>
    agent.post('/office/reveal').send({ type, documentId, field: 'contactPhone' }),
  'its relations': ({ agent }, { type, documentId }) =>
    agent.get(`/content-manager/relations/api::${type}.${type}/${documentId}/team`),
};
const ORDER_WAYS = Object.keys(WAYS).filter((way) => way !== 'the phone on it');

describe('[S-02] a technician', () => {
  test('lists his own orders and requests, counted, and nobody else’s', async () => {
    expect(await listed(staff.technician, 'dispatch-order')).toEqual(these(mine.order.documentId));
    expect(await listed(staff.technician, 'ticket')).toEqual(these(mine.ticket.documentId));
    expect(await listed(other.technician, 'dispatch-order')).toEqual(
      these(theirs.order.documentId, orphan.order.documentId),
    );
  });

  test.each(ORDER_WAYS)('comes to his own order by %s', async (way) => {
    expect(await status(WAYS[way]!(staff.technician, mine.order))).toBe(200);
  });

  test('gets back what he saved', async () => {
    const { agent } = staff.technician;
    const saved = await agent
      .put(at('dispatch-order', mine.order.documentId))
      .send({ workDescription: '带梯子' });
    expect(saved.body).toMatchObject({ data: { number: mine.order.number, workDescription: '带梯子' } });
  });

  test.each(ORDER_WAYS)('does not come to another’s order by %s', async (way) => {
    expect(await status(WAYS[way]!(staff.technician, theirs.order))).toBe(403);
  });

  test.each(Object.keys(WAYS).filter((way) => way !== 'saving the form'))(
    'comes to his own request and not to another’s by %s',
    async (way) => {
      expect(await status(WAYS[way]!(staff.technician, mine.ticket))).toBe(200);
      expect(await status(WAYS[way]!(staff.technician, theirs.ticket))).toBe(403);
    },
  );

  test('performs no action on another’s order, and prints nothing of it', async () => {
    const { agent } = staff.technician;
    const { documentId } = theirs.order;
    for (const action of ['accept', 'arrive', 'hand_back', 'edit', 'no_such_action'])
      expect(
        await status(
          agent.post(`/office/cases/dispatch-order/${documentId}/actions/${action}`).send({ data: {} }),
        ),
      ).toBe(403);
    const papers = (...ids: readonly string[]) =>
      agent.post('/office/papers/batch').send({ type: 'dispatch-order', ids });
    expect(await status(papers(mine.order.documentId))).toBe(200);
    expect(await status(papers(mine.order.documentId, documentId))).toBe(403);
    expect(await status(agent.get(`/office/papers/dispatch-order/${documentId}.pdf`))).toBe(403);
  });

  test('finds only his own in the office’s lists', async () => {
    const { agent } = staff.technician;
    const found = async (path: string): Promise<string> =>
      JSON.stringify((await agent.get(path).expect(200)).body);
    for (const path of [
      '/office/choices/dispatch-order?q=',
      '/office/choices/ticket?q=',
      '/office/responsibility/holdings',
      '/office/home/my-work',
      `/office/cases/dispatch-order/${mine.order.documentId}`,
    ]) {
      const text = await found(path);
      expect([path, text.includes(theirs.order.number), text.includes(theirs.ticket.number)]).toEqual([
        path,
        false,
        false,
      ]);
    }
    expect(await found('/office/choices/dispatch-order?q=')).toContain(mine.order.number);
  });

  test('sees an order that is offered to every technician', async () => {
    const draft = await open(staff.front_desk, 'ticket', { matter: '大堂灯不亮', exactLocation: '大堂' });
    const order = await open(staff.front_desk, 'dispatch-order', {
      ticket: draft.documentId,
      technician: other.technician.staffId,
    });
    await office.strapi.db.connection.raw(
      `UPDATE dispatch_orders SET stage = 'offered' WHERE document_id = ?;`,
      [order.documentId],
    );
    expect(await status(WAYS['the side panel']!(staff.technician, order))).toBe(200);
    expect(await status(WAYS['the form']!(staff.technician, order))).toBe(200);
    await office.strapi.db.connection.raw(
      `UPDATE dispatch_orders SET stage = 'drafted' WHERE document_id = ?`,
      [order.documentId],
    );
    expect(await status(WAYS['the side panel']!(staff.technician, order))).toBe(403);
  });

  test('sees a request from when it is offered to him by hand-over until he has answered', async () => {
    const { ticket } = theirs;
    expect(await status(WAYS['the side panel']!(staff.technician, ticket))).toBe(403);
    const offer = await open(staff.front_desk, 'hand-over', {
      ticket: ticket.documentId,
      receiver: staff.technician.staffId,
      reason: '请你看一下',
    });
    expect(await status(WAYS['the side panel']!(staff.technician, ticket))).toBe(200);
    expect(await status(WAYS['the side panel']!(other.technician, offer))).toBe(403);
    await act(staff.technician, offer, 'refuse', { reason: '不在班上' });
    expect(await status(WAYS['the side panel']!(staff.technician, ticket))).toBe(403);
  });

  test('does not hand over what he may not see', async () => {
    const data = { ticket: theirs.ticket.documentId, receiver: staff.steward.staffId, reason: '转给你' };
    const { agent } = staff.technician;
    expect(await status(agent.post('/office/cases/hand-over').send({ data }))).toBe(403);
    const form = {
      ...data,
      ticket: { connect: [{ documentId: data.ticket }] },
      receiver: { connect: [{ documentId: data.receiver }] },
    };
    expect(await status(agent.post(list('hand-over')).send(form))).toBe(403);
  });
});

describe('[S-02] a steward', () => {
  const types = ['unit', 'occupancy', 'owner'] as const;

  test.each(types)('lists and opens each %s of his buildings and of nobody’s', async (type) => {
    expect(await listed(staff.steward, type)).toEqual(these(mine[type], orphan[type]));
    expect(await status(staff.steward.agent.get(at(type, mine[type])))).toBe(200);
    expect(await status(staff.steward.agent.get(at(type, theirs[type])))).toBe(403);
    expect(await status(other.steward.agent.get(at(type, theirs[type])))).toBe(200);
  });

  test.each(['ticket', 'order'] as const)('lists and opens each %s of his buildings', async (kind) => {
    const type = mine[kind].type;
    const { ids } = await listed(staff.steward, type);
    expect(ids).toContain(mine[kind].documentId);
    expect(ids).toContain(orphan[kind].documentId);
    expect(ids).not.toContain(theirs[kind].documentId);
    for (const way of kind === 'order' ? ORDER_WAYS : Object.keys(WAYS)) {
      expect([way, await status(WAYS[way]!(staff.steward, mine[kind]))]).toEqual([way, 200]);
      expect([way, await status(WAYS[way]!(staff.steward, theirs[kind]))]).toEqual([way, 403]);
    }
  });

  test('has only these on the board, at the front desk and in pickers', async () => {
    const { agent } = staff.steward;
    const text = async (path: string): Promise<string> =>
      JSON.stringify((await agent.get(path).expect(200)).body);
    const board = await text('/office/board');
    expect([board.includes(mine.order.number), board.includes(theirs.order.number)]).toEqual([true, false]);
    const found = await text('/office/intake/find?q=101');
    expect([found.includes(mine.unit), found.includes(theirs.unit)]).toEqual([true, false]);
    const people = await text(`/office/intake/find?q=${encodeURIComponent('业主')}`);
    expect([people.includes(mine.owner), people.includes(theirs.owner)]).toEqual([true, false]);
    const phones = await text('/office/intake/find?q=5678');
    expect([phones.includes(mine.owner), phones.includes(theirs.owner)]).toEqual([true, false]);
    expect(await status(agent.get(`/office/intake/about?unit=${theirs.unit}`))).toBe(403);
    expect(await status(agent.get(`/office/intake/about?owner=${theirs.owner}`))).toBe(403);
    expect(await status(agent.get(`/office/intake/${theirs.ticket.documentId}/slip`))).toBe(403);
    const picker = await text('/content-manager/relations/api::occupancy.occupancy/unit?pageSize=50');
    expect([picker.includes(mine.unit), picker.includes(theirs.unit)]).toEqual([true, false]);
    const register = await agent.get('/office/overdue-orders').expect(200);
    expect(JSON.stringify(register.body)).not.toContain(theirs.order.number);
  });

  test('makes, changes and clones households of his own buildings only', async () => {
    const { agent } = staff.steward;
    const occupancy = (unit: string, owner: string) =>
      agent.post(list('occupancy')).send({
        unit: { connect: [{ documentId: unit }] },
        owner: { connect: [{ documentId: owner }] },
        capacity: 'family',
        fromDate: '2021-01-01',
      });
    expect(await status(occupancy(mine.unit, mine.owner))).toBe(201);
    expect(await status(occupancy(theirs.unit, mine.owner))).toBe(403);
    expect(
      await office.strapi.db.query('api::occupancy.occupancy').count({ where: { capacity: 'family' } }),
    ).toBe(1);
    expect(await status(agent.put(at('owner', mine.owner)).send({ remark: '好' }))).toBe(200);
    expect(await status(agent.put(at('owner', theirs.owner)).send({ remark: '好' }))).toBe(403);
    const clone = (id: string) => agent.post(`${list('owner')}/clone/${id}`).send({ name: '复制' });
    expect(await status(clone(theirs.owner))).toBe(403);
    expect(await status(clone(mine.owner))).toBeLessThan(300);
    const made = await agent.post(list('owner')).send({ name: '新业主' });
    expect(made.status).toBe(201);
    const { documentId } = (made.body as { data: { documentId: string } }).data;
    expect(await status(agent.get(at('owner', documentId)))).toBe(200);
  });

  test('looks nothing up in bulk that he may not read', async () => {
    const { body } = await staff.steward.agent
      .post(`${list('owner')}/actions/bulkFindForValidation`)
      .send({ documentIds: [mine.owner, theirs.owner] });
    expect(JSON.stringify(body)).not.toContain(theirs.owner);
  });
});

describe('[S-02] the head of a department', () => {
  test('sees what his people have in hand, and not what another department has', async () => {
    const { ids } = await listed(head, 'dispatch-order');
    expect(ids).toContain(mine.order.documentId);
    expect(ids).not.toContain(theirs.order.documentId);
    for (const way of ORDER_WAYS) {
      expect([way, await status(WAYS[way]!(head, mine.order))]).toEqual([way, 200]);
      expect([way, await status(WAYS[way]!(head, theirs.order))]).toEqual([way, 403]);
    }
  });

  test('of no department sees all', async () => {
    const { ids } = await listed(staff.department_head, 'dispatch-order');
    expect(ids).toEqual(expect.arrayContaining([mine.order.documentId, theirs.order.documentId]));
  });
});

describe('[S-02][R-05] figures', () => {
  interface Told {
    readonly data: {
      readonly figures: { readonly received: { readonly total: number } };
      readonly total: number;
      readonly records: readonly { readonly documentId: string }[];
      readonly points: readonly { readonly received: number }[];
      readonly due: number;
      readonly byTeam: readonly unknown[];
    };
  }
  const told = async ({ agent }: Colleague, path: string): Promise<Told['data']> =>
    ((await agent.get(`/office/${path}`).expect(200)) as { body: Told }).body.data;

  /** This month, as it is called in Shanghai. */
  const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);

  /** How many requests each of the doors counts for somebody. */
  const counted = async (who: Colleague) => ({
    figures: (await told(who, `figures?period=${month}`)).figures.received.total,
    records: (await told(who, `figures/received/records?period=${month}&limit=100`)).total,
    report: (await told(who, `reports?period=${month}`)).figures.received.total,
    trend: (await told(who, 'reports/trend?count=1')).points[0]?.received,
    month: (await told(who, 'home/month')).figures.received.total,
  });
  const all = (total: number) => ({
    figures: total,
    records: total,
    report: total,
    trend: total,
    month: total,
  });

  test('of the head of a department are of what he sees in the list, of a director the whole office', async () => {
    const own = await listed(head, 'ticket');
    const everything = await listed(staff.director, 'ticket');
    expect(own.ids).toContain(mine.ticket.documentId);
    expect(own.ids).not.toContain(theirs.ticket.documentId);
    expect(own.total).toBeLessThan(everything.total);
    expect(await counted(head)).toEqual(all(own.total));
    expect(await counted(staff.director)).toEqual(all(everything.total));
    // One of no department is bound by nothing.
    expect(await counted(staff.department_head)).toEqual(all(everything.total));
  });

  test('that run out are counted no further either', async () => {
    const [his, whole] = [
      await told(head, 'home/clocks?hours=168'),
      await told(staff.director, 'home/clocks?hours=168'),
    ];
    expect(his.due).toBeGreaterThan(0);
    expect(his.due).toBeLessThan(whole.due);
    expect((await told(head, 'home/clocks/due?hours=168')).total).toBe(his.due);
  });
});

describe('[S-02] a guard', () => {
  test('keeps sight of what he reported when it is in other hands; no other guard has it', async () => {
    const second = await employ(office, 'security');
    const ticket = await open(staff.security, 'ticket', { matter: '大门岗亭玻璃破损' });
    const offered = await open(staff.security, 'hand-over', {
      ticket: ticket.documentId,
      receiver: staff.front_desk.staffId,
      reason: '属前台受理',
    });
    await act(staff.front_desk, offered, 'accept');
    const after = await look(staff.front_desk, ticket);
    expect(after.record.accountable).toBe(staff.front_desk.staffId);
    expect((await listed(staff.security, 'ticket')).ids).toContain(ticket.documentId);
    expect(await status(WAYS['the form']!(staff.security, ticket))).toBe(200);
    expect(await status(WAYS['the side panel']!(staff.security, ticket))).toBe(200);
    expect((await listed(second, 'ticket')).ids).not.toContain(ticket.documentId);
    expect(await status(WAYS['the side panel']!(second, ticket))).toBe(403);
  });
});

describe('[S-01] a manager', () => {
  test('takes a condition away in the panel, and the office’s own doors follow at once', async () => {
    const chief = await office.hire('strapi-super-admin');
    const role = (await office.strapi.db
      .query('admin::role')
      .findOne({ where: { code: 'office-technician' } })) as {
      id: number;
    };
    const path = `/admin/roles/${role.id}/permissions`;
    const { data } = (await chief.get(path).expect(200)).body as {
      data: { action: string; subject: string | null; properties: object; conditions: string[] }[];
    };
    const rightOf = ({ action, subject, properties, conditions }: (typeof data)[number]) => ({
      action,
      subject,
      properties,
      conditions,
    });
    expect(data.find(({ subject }) => subject === 'api::dispatch-order.dispatch-order')?.conditions).toEqual([
      'api::office-own',
    ]);
    const put = (permissions: object[]) => chief.put(path).send({ permissions }).expect(200);
    await put(data.map((one) => ({ ...rightOf(one), conditions: [] })));
    expect(await status(WAYS['the side panel']!(staff.technician, theirs.order))).toBe(200);
    expect((await listed(staff.technician, 'dispatch-order')).ids).toContain(theirs.order.documentId);
    await put(data.map(rightOf));
    expect(await status(WAYS['the side panel']!(staff.technician, theirs.order))).toBe(403);
  });
});

describe('[S-02] a technician at home', () => {
  test('is counted no more than he may see on Strapi’s own home page', async () => {
    const count = async ({ agent }: Colleague): Promise<number> => {
      const { body } = await agent.get('/content-manager/homepage/count-documents').expect(200);
      return (body as { data: { published: number } }).data.published;
    };
    const before = [await count(staff.technician), await count(other.technician)];
    await matter('DING', null, other.technician);
    // A community, a building and a unit for both; a request and an order for one.
    expect([await count(staff.technician), await count(other.technician)]).toEqual([
      before[0]! + 3,
      before[1]! + 5,
    ]);
  });
});
