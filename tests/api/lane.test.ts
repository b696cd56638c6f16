import { openOffice, type Agent, type Office } from '../support/office';

let office: Office;
/** A token that may do everything. */
let full: Agent;
let unit: string;
let ticket: string;

type TokenWish = {
  type: 'full-access' | 'read-only' | 'custom';
  permissions?: string[];
  lifespan?: number | null;
};
let made = 0;

const tokens = () => office.strapi.service('admin::api-token-content-api');

async function makeToken(wish: TokenWish): Promise<{ id: number; accessKey: string }> {
  made += 1;
  return tokens().create({
    name: `lane ${made}`,
    description: '',
    kind: 'content-api',
    lifespan: null,
    ...wish,
  }) as Promise<{ id: number; accessKey: string }>;
}

const bearing = async (wish: TokenWish): Promise<Agent> => office.bearing((await makeToken(wish)).accessKey);

type Reply = { status: number; body: unknown; headers: Record<string, string> };

/** The same request through the lane and round it. */
async function bothWays(ask: () => PromiseLike<unknown>): Promise<[lane: Reply, ordinary: Reply]> {
  const lane = (await ask()) as Reply;
  office.strapi.config.set('office.lane', false);
  try {
    return [lane, (await ask()) as Reply];
  } finally {
    office.strapi.config.set('office.lane', true);
  }
}

/** Whether a request went through the lane: there a token that is known is not looked up again. */
async function laned(ask: () => PromiseLike<unknown>): Promise<boolean> {
  await ask();
  const lookUp = jest.spyOn(tokens(), 'getByAccessKey');
  await ask();
  const times = lookUp.mock.calls.length;
  lookUp.mockRestore();
  return times === 0;
}

/** Headers that differ between any two requests. */
const LIVELY = new Set(['date', 'content-length', 'connection', 'keep-alive', 'etag']);
const lasting = (headers: Record<string, string>): [string, string][] =>
  Object.entries(headers)
    .filter(([name]) => !LIVELY.has(name))
    .sort();

function expectSame([lane, ordinary]: [Reply, Reply]): void {
  expect(lane.status).toBe(ordinary.status);
  expect(lane.body).toEqual(ordinary.body);
  expect(lasting(lane.headers)).toEqual(lasting(ordinary.headers));
}

beforeAll(async () => {
  office = await openOffice();
  full = await bearing({ type: 'full-access' });
  const put = async (type: string, data: object): Promise<string> =>
    (await office.strapi.documents(`api::${type}.${type}` as 'api::unit.unit').create({ data } as never))
      .documentId;
  const community = await put('community', { name: '示例小区', code: 'C1' });
  const building = await put('building', { name: '1 号楼', code: 'B1', community });
  unit = await put('unit', { label: '501', building, aliases: ['五零一'], area: 88.5 });
  for (let request = 0; request < 30; request += 1) {
    const answer = await full
      .post('/api/tickets')
      .send({ data: { matter: `漏水 ${request}`, unit, contactPhone: '13800138000', requesterName: '张三' } })
      .expect(201);
    ticket = (answer.body as { data: { documentId: string } }).data.documentId;
  }
});
afterAll(() => office.close());

describe('the fast lane gives the answers of the ordinary route', () => {
  const GOOD = [
    '/api/tickets?sort=receivedAt:desc',
    '/api/tickets?filters[stage][$eq]=registered&sort=receivedAt:desc&populate=unit&pagination[pageSize]=25',
    '/api/tickets?filters[stage][$eq]=registered&sort=number&populate=unit,category&pagination[page]=2&pagination[pageSize]=7',
    '/api/tickets?filters[stage]=closed&sort[0]=number:desc&populate[0]=unit&pagination[limit]=5',
    '/api/tickets?sort=number:asc&pagination[start]=28&pagination[limit]=10',
    '/api/tickets?sort=number:asc&pagination[page]=9',
  ];
  it.each(GOOD)('a list: %s', async (address) => {
    expectSame(await bothWays(() => full.get(address)));
    expect(await laned(() => full.get(address))).toBe(true);
  });

  const STRAPIS = [
    '/api/tickets?filters[matter][$contains]=漏&sort=number:asc',
    '/api/tickets?sort=matter:asc',
    '/api/tickets?populate=handler&sort=number:asc',
    '/api/tickets?fields[0]=number&sort=number:asc',
    '/api/tickets?bogus=1&sort=number:asc',
    '/api/tickets?sort=number:asc&pagination[pageSize]=-1',
    '/api/tickets?sort=number:asc&filters[stage][$eq]=registered&filters[kind][$eq]=repair',
  ];
  it.each(STRAPIS)('a list that is Strapi’s to understand: %s', async (address) => {
    expectSame(await bothWays(() => full.get(encodeURI(address))));
    expect(await laned(() => full.get(encodeURI(address)))).toBe(false);
  });

  it('one ticket with its unit, clocks and open actions', async () => {
    const address = `/api/tickets/${ticket}?populate=unit`;
    const both = await bothWays(() => full.get(address));
    expectSame(both);
    expect(both[0].body).toMatchObject({
      data: { documentId: ticket, unit: { documentId: unit, label: '501', area: 88.5, aliases: ['五零一'] } },
      meta: {
        clocks: expect.arrayContaining([expect.objectContaining({ name: 'arrive', state: 'running' })]),
      },
    });
    expect(await laned(() => full.get(address))).toBe(true);
  });

  it('and those are what Strapi itself would give', async () => {
    type Answer = { body: { data: unknown } };
    const dataOf = async (address: string) =>
      ((await full.get(address).expect(200)) as unknown as Answer).body.data;
    expect(await dataOf('/api/tickets?sort=number:asc&populate=unit')).toEqual(
      await dataOf('/api/tickets?sort=number:asc&populate=unit&filters[kind][$eq]=repair'),
    );
    expect(await dataOf(`/api/tickets/${ticket}?populate=unit`)).toEqual(
      await dataOf(`/api/tickets/${ticket}?populate[unit]=true`),
    );
  });

  it.each([
    ['one that is not there', () => full.get('/api/tickets/zzzzzzzzzzzzzzzzzzzzzzzz')],
    ['an unusual id', () => full.get('/api/tickets/%00')],
    ['one that lacks what must be given', () => full.post('/api/tickets').send({ data: { kind: 'repair' } })],
    [
      'a unit that is not there',
      () => full.post('/api/tickets').send({ data: { matter: 'x', unit: 'u'.repeat(24) } }),
    ],
    [
      'a body that is none',
      () => full.post('/api/tickets').set('content-type', 'application/json').send('{"data":'),
    ],
    [
      'a body that is too large',
      () => full.post('/api/tickets').send({ data: { matter: 'x'.repeat(1_200_000) } }),
    ],
    ['a text that cannot be stored', () => full.post('/api/tickets').send({ data: { matter: 'a\u0000b' } })],
    [
      'an action that is not open',
      () => full.post(`/api/tickets/${ticket}/actions/reopen`).send({ data: {} }),
    ],
    ['an action that is none', () => full.post(`/api/tickets/${ticket}/actions/fly`).send({ data: {} })],
    ['English', () => full.get('/api/tickets/zzzzzzzzzzzzzzzzzzzzzzzz').set('accept-language', 'en')],
    ['another origin', () => full.get(`/api/tickets/${ticket}`).set('origin', 'https://elsewhere.example')],
  ])('a no, with its words: %s', async (_what, ask) => {
    expectSame(await bothWays(ask));
  });

  it('an intake and an action do what they do on the ordinary route', async () => {
    const [lane, ordinary] = await bothWays(() =>
      full.post('/api/tickets').send({ data: { matter: '停电', contactPhone: '13800138000', unit } }),
    );
    expect([lane.status, ordinary.status]).toEqual([201, 201]);
    const keysOf = ({ body }: Reply) => Object.keys((body as { data: object }).data).sort();
    expect(keysOf(lane)).toEqual(keysOf(ordinary));
    const { documentId } = (lane.body as { data: { documentId: string } }).data;
    const acted = await full
      .post(`/api/tickets/${documentId}/actions/edit`)
      .send({ data: { matter: '停电，整层' } });
    expect([acted.status, (acted.body as { data: { version: number } }).data.version]).toEqual([200, 2]);
  });

  it('the same key gives the same answer, also to two that come at once', async () => {
    const ask = () =>
      full
        .post('/api/tickets')
        .set('idempotency-key', 'lane-1')
        .send({ data: { matter: '只一次' } });
    const answers = await Promise.all([ask(), ask(), ask()]);
    const ids = new Set(
      answers.map(({ body }) => (body as { data: { documentId: string } }).data.documentId),
    );
    expect([answers.map(({ status }) => status), ids.size]).toEqual([[201, 201, 201], 1]);
    const other = await full
      .post('/api/tickets')
      .set('idempotency-key', 'lane-1')
      .send({ data: { matter: '另一件' } });
    expect(other.status).toBe(422);
  });
});

describe('who comes in', () => {
  const refused = async (agent: Agent, address = '/api/tickets?sort=number:asc'): Promise<number> =>
    (await agent.get(address)).status;

  it('a token that is revoked is refused at once', async () => {
    const { id, accessKey } = await makeToken({ type: 'full-access' });
    const agent = office.bearing(accessKey);
    expect(await refused(agent)).toBe(200);
    await tokens().revoke(id);
    expect(await refused(agent)).toBe(401);
  });

  it('a token that is renewed is refused under its old key at once', async () => {
    const { id, accessKey } = await makeToken({ type: 'full-access' });
    const agent = office.bearing(accessKey);
    expect(await refused(agent)).toBe(200);
    await tokens().regenerate(id);
    expect(await refused(agent)).toBe(401);
  });

  it('a token that has expired is refused at once', async () => {
    const { id, accessKey } = await makeToken({ type: 'full-access', lifespan: 7 * 86_400_000 });
    const agent = office.bearing(accessKey);
    expect(await refused(agent)).toBe(200);
    await office.strapi.db
      .query('admin::api-token')
      .update({ where: { id }, data: { expiresAt: String(Date.now() - 1) } });
    expect(await refused(agent)).toBe(401);
  });

  it('a token whose rights are taken away is refused at once', async () => {
    const permissions = ['api::ticket.ticket.find', 'api::ticket.ticket.findOne'];
    const { id, accessKey } = await makeToken({ type: 'custom', permissions });
    const agent = office.bearing(accessKey);
    expect(await refused(agent)).toBe(200);
    expect(await refused(agent, `/api/tickets/${ticket}`)).toBe(200);
    await tokens().update(id, { type: 'custom', permissions: ['api::ticket.ticket.findOne'] });
    expect(await refused(agent)).toBe(403);
    expect(await refused(agent, `/api/tickets/${ticket}`)).toBe(200);
  });

  it('a token gets no further than its rights', async () => {
    const reader = await bearing({ type: 'read-only' });
    expect(await refused(reader)).toBe(200);
    expectSame(await bothWays(() => reader.post('/api/tickets').send({ data: { matter: 'x' } })));
    expect((await reader.post('/api/tickets').send({ data: { matter: 'x' } })).status).toBe(403);
    expect((await reader.post(`/api/tickets/${ticket}/actions/edit`).send({ data: {} })).status).toBe(403);
  });

  it('a token without a right on units is not shown any', async () => {
    const narrow = await bearing({
      type: 'custom',
      permissions: ['api::ticket.ticket.find', 'api::ticket.ticket.findOne'],
    });
    for (const address of [
      `/api/tickets/${ticket}?populate=unit`,
      '/api/tickets?sort=number:asc&populate=unit',
    ]) {
      const both = await bothWays(() => narrow.get(address));
      expectSame(both);
      expect(JSON.stringify(both[0].body)).not.toContain('buildingCode');
    }
  });

  it('nobody, and whoever is no outside system, goes the ordinary way', async () => {
    expect((await office.request.get('/api/tickets?sort=number:asc')).status).toBe(403);
    expect(await refused(office.bearing('nonsense'))).toBe(401);
    const chief = await office.hire('strapi-super-admin');
    expect(await refused(chief)).toBe(401);
  });

  it('nothing that is private leaves', async () => {
    for (const address of [
      `/api/tickets/${ticket}?populate=unit`,
      '/api/tickets?sort=number:asc&populate=unit',
    ]) {
      const { text } = await full.get(address).expect(200);
      expect(text).not.toMatch(/contactPhoneHash|sourceKey|createdBy|13800138000/);
    }
  });
});

it('a long list says that its total is bounded', async () => {
  await office.strapi.db.connection.raw(
    `INSERT INTO tickets (document_id, created_at, updated_at, published_at, number, kind, stage, channel, matter, received_at, version)
     SELECT 'b' || substr(md5(n::text), 1, 23), now(), now(), now(), 'B-' || n, 'repair', 'closed', 'phone', 'x', now(), 1 FROM generate_series(1, 1100) n`,
  );
  const pageOf = async (address: string) =>
    ((await full.get(address).expect(200)).body as { meta: { pagination: object } }).meta.pagination;
  expect(await pageOf('/api/tickets?filters[stage][$eq]=closed&sort=number:asc')).toEqual({
    page: 1,
    pageSize: 25,
    pageCount: 40,
    total: 1000,
    totalIsExact: false,
  });
  expect(await pageOf('/api/tickets?filters[stage][$eq]=registered&sort=number:asc')).toMatchObject({
    totalIsExact: true,
  });
  // Beyond what is counted Strapi itself answers, slowly and exactly.
  expect(
    await pageOf('/api/tickets?filters[stage][$eq]=closed&sort=number:asc&pagination[page]=41'),
  ).toMatchObject({
    total: 1100,
  });
});
