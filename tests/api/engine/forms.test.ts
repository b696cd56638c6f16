import { many, openDesk, outcomesOf, refusalOf, type Desk } from './desk';
import type { Agent } from '../../support/office';

const FORM = '/content-manager/collection-types/api::ticket.ticket';

let desk: Desk;
let chief: Agent;
let clerk: Agent;
let token: Agent;
let units: { id: number; documentId: string }[];

beforeAll(async () => {
  desk = await openDesk();
  chief = await desk.hire('strapi-super-admin');
  clerk = (await desk.staff('front_desk', 'office-front-desk')).agent;
  token = await desk.token();
  units = await makeUnits();
});
afterAll(() => desk.close());

async function makeUnits() {
  const { documents } = desk.strapi;
  const community = await documents('api::community.community').create({
    data: { code: 'C1', name: '和园' } as never,
  });
  const building = await documents('api::building.building').create({
    data: { code: 'B1', name: '1栋', community: community.documentId } as never,
  });
  return Promise.all(
    many(2, (index) =>
      documents('api::unit.unit').create({
        data: { label: `1-10${index}`, building: building.documentId } as never,
      }),
    ),
  ) as never;
}

const unitOf = async (documentId: string) =>
  (
    (await desk.strapi.documents('api::ticket.ticket').findOne({ documentId, populate: { unit: true } })) as {
      unit: { documentId: string } | null;
    } | null
  )?.unit?.documentId ?? null;

describe('registering through Strapi’s own doors is the first action', () => {
  test.each([
    ['the form, as super administrator', () => chief],
    ['the form, as front desk', () => clerk],
  ])('%s', async (_who, who) => {
    const answer = await who()
      .post(FORM)
      .send({
        kind: 'complaint',
        channel: 'walk_in',
        matter: '楼道堆物',
        urgency: 'ordinary',
        unit: {
          connect: [{ id: units[0]?.id, documentId: units[0]?.documentId, position: { end: true } }],
          disconnect: [],
        },
        category: { connect: [], disconnect: [] },
      });
    expect([answer.status, answer.body.error]).toEqual([201, undefined]);
    const { documentId } = answer.body.data;
    const row = await desk.row('tickets', documentId);
    expect(row).toMatchObject({ stage: 'registered', version: 1, cycle: 1, kind: 'complaint' });
    expect(row?.number).toMatch(/^TS-\d{8}-\d{4}$/);
    expect(await unitOf(documentId)).toBe(units[0]?.documentId);
    expect(await desk.activitiesOf(documentId)).toMatchObject([
      { action: 'register', via: 'form', actor_kind: 'staff' },
    ]);
  });

  test('the form of a repair starts its clocks and its message', async () => {
    await desk.staff('supervisor');
    const { body } = await clerk
      .post(FORM)
      .send({ kind: 'repair', channel: 'phone', matter: '断电', urgency: 'ordinary' })
      .expect(201);
    expect((await desk.clocksOf(body.data.documentId)).map(({ name }) => name).sort()).toEqual([
      'accept',
      'arrive',
    ]);
    const messages = await desk.sql('select template, state from outbox_messages where case_id = $1', [
      body.data.documentId,
    ]);
    expect(messages).toEqual([{ template: 'ticket_registered', state: 'queued' }]);
  });

  test('REST with a token', async () => {
    const { body } = await token
      .post('/api/tickets')
      .send({ data: { matter: '路灯不亮', unit: units[0]?.documentId } })
      .expect(201);
    expect(body.data).toMatchObject({ stage: 'registered', version: 1 });
    expect(await unitOf(body.data.documentId)).toBe(units[0]?.documentId);
    expect(await desk.activitiesOf(body.data.documentId)).toMatchObject([
      { via: 'api', actor_kind: 'integration' },
    ]);
  });

  test('the Document Service, from code, in every form in which Strapi writes a relation', async () => {
    const [unit] = units;
    for (const wish of [
      unit?.documentId,
      unit?.id,
      { documentId: unit?.documentId },
      { connect: [unit?.documentId] },
      { connect: [unit?.id] },
      { connect: [{ id: unit?.id }] },
      { connect: { documentId: unit?.documentId } },
      { set: [unit?.documentId] },
      { set: [{ documentId: unit?.documentId }] },
      [unit?.documentId],
    ]) {
      const made = await desk.strapi.documents('api::ticket.ticket').create({
        data: { matter: '窗户漏风', receivedAt: new Date(Date.now() - 60_000), unit: wish } as never,
      });
      expect(made).toMatchObject({ stage: 'registered' });
      expect(await unitOf(made.documentId)).toBe(unit?.documentId);
      expect(await desk.activitiesOf(made.documentId)).toMatchObject([{ actor_kind: 'system', via: 'form' }]);
    }
  });

  test('fifty forms at once are numbered without a gap', async () => {
    const { done, broken } = await outcomesOf(
      many(50, () =>
        desk.strapi
          .documents('api::ticket.ticket')
          .create({ data: { matter: '同时', kind: 'help' } as never }),
      ),
    );
    expect(broken).toEqual([]);
    const counts = done.map((one) => Number((one as unknown as { number: string }).number.slice(-4)));
    expect(counts.sort((a, b) => a - b)).toEqual(many(50, (index) => (counts[0] ?? 0) + index));
  });
});

describe('saving the form is the action “edit”', () => {
  /** What the panel sends: every field as it was shown, relations as what is to change about them. */
  const formOf = async (agent: Agent, documentId: string): Promise<Record<string, unknown>> => {
    const { body } = await agent.get(`${FORM}/${documentId}`).expect(200);
    const shown = Object.entries((body as { data: object }).data);
    return Object.fromEntries(
      shown
        .filter(([field]) => !/^(id|created|updated|published|localizations|status)/.test(field))
        .map(([field, value]) => [
          field,
          isRelation(field) ? { connect: [], disconnect: [] } : (value as unknown),
        ]),
    );
  };
  const isRelation = (field: string): boolean =>
    (desk.strapi.contentType('api::ticket.ticket').attributes as Record<string, { type: string }>)[field]
      ?.type === 'relation';

  test('the whole form as the panel sends it, with one thing changed', async () => {
    for (const agent of [chief, clerk]) {
      const { documentId } = await desk.register({ unit: units[0]?.documentId });
      const form = await formOf(agent, documentId);
      const answer = await agent.put(`${FORM}/${documentId}`).send({ ...form, matter: '改为卫生间' });
      expect([answer.status, answer.body.error]).toEqual([200, undefined]);
      expect(await desk.row('tickets', documentId)).toMatchObject({ matter: '改为卫生间', version: 2 });
      const lines = await desk.activitiesOf(documentId);
      expect(lines.map(({ action }) => action)).toEqual(['register', 'edit']);
      expect(lines[1]?.changes).toEqual({ matter: ['厨房水管漏水', '改为卫生间'] });
      expect(await unitOf(documentId)).toBe(units[0]?.documentId);
    }
  });

  test('a form saved as it was changes nothing and leaves no line', async () => {
    const { documentId } = await desk.register({ unit: units[0]?.documentId });
    const sent = await formOf(chief, documentId);
    await chief.put(`${FORM}/${documentId}`).send(sent).expect(200);
    expect(await desk.activitiesOf(documentId)).toHaveLength(1);
    expect(await desk.row('tickets', documentId)).toMatchObject({ version: 1 });
  });

  test('a stale form is refused and hears what has changed since', async () => {
    const { documentId } = await desk.register();
    const stale = await formOf(clerk, documentId);
    await desk.act('ticket', documentId, 'edit', { exactLocation: '地下车库' });
    await desk.act('ticket', documentId, 'start');
    const zh = await clerk
      .put(`${FORM}/${documentId}`)
      .set('Accept-Language', 'zh-CN')
      .send({ ...stale, matter: '我的改动' });
    expect(zh.status).toBe(409);
    expect(zh.body.error.details).toMatchObject({
      code: 'STALE_WRITE',
      seen: 1,
      version: 3,
      stage: 'in_progress',
      changed: ['exactLocation', 'stage'],
    });
    expect(zh.body.error.message).toMatch(/已被他人修改/);
    const en = await clerk
      .put(`${FORM}/${documentId}`)
      .set('Accept-Language', 'en')
      .send({ ...stale, matter: 'mine' });
    expect(en.body.error.message).toMatch(/Somebody changed this record/);
    expect(await desk.row('tickets', documentId)).toMatchObject({ matter: '厨房水管漏水', version: 3 });
  });

  test('a stale version in the body of an action is refused alike', async () => {
    const { documentId } = await desk.register();
    await desk.act('ticket', documentId, 'edit', { suitableHours: '晚上' });
    const answer = await chief
      .post(`/office/cases/ticket/${documentId}/actions/edit`)
      .send({ version: 1, data: { matter: '我的改动' } });
    expect([answer.status, answer.body.error.details.changed]).toEqual([409, ['suitableHours']]);
    const refusal = await refusalOf(desk.act('ticket', documentId, 'edit', { matter: 'x' }, { version: 1 }));
    expect(refusal.details).toMatchObject({ seen: 1, version: 2, changed: ['suitableHours'] });
  });

  test('of ten who save the same form at once, one is heard', async () => {
    const { documentId } = await desk.register();
    const form = await formOf(chief, documentId);
    const answers = await Promise.all(
      many(10, (index) => chief.put(`${FORM}/${documentId}`).send({ ...form, matter: `第${index}人` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...many(9, () => 409)]);
    expect(await desk.activitiesOf(documentId)).toHaveLength(2);
  });

  test('relations are set, replaced and emptied in every form', async () => {
    const [one, two] = units;
    const { documentId } = await desk.register();
    const save = (unit: unknown) =>
      desk.strapi.documents('api::ticket.ticket').update({ documentId, data: { unit } as never });
    for (const [wish, expected] of [
      [{ connect: [{ id: one?.id, documentId: one?.documentId }], disconnect: [] }, one],
      [{ connect: [], disconnect: [] }, one],
      [{ connect: [{ documentId: two?.documentId }], disconnect: [{ documentId: one?.documentId }] }, two],
      [{ disconnect: [{ documentId: one?.documentId }] }, two],
      [{ disconnect: [{ id: two?.id, documentId: two?.documentId }], connect: [] }, null],
      [{ set: [one?.documentId] }, one],
      [{ set: [] }, null],
      [one?.documentId, one],
      [two?.id, two],
      [null, null],
    ] as const) {
      await save(wish);
      expect(await unitOf(documentId)).toBe((expected as { documentId: string } | null)?.documentId ?? null);
    }
    expect(await refusalOf(save('zzzzzzzzzzzzzzzzzzzzzzzz'))).toMatchObject({
      code: 'REFERENCE_UNKNOWN',
      details: { field: 'unit' },
    });
    expect(await refusalOf(save({ connect: [{ id: 999_999 }] }))).toMatchObject({
      code: 'REFERENCE_UNKNOWN',
    });
  });

  test('REST: PUT is an edit too', async () => {
    const { documentId } = await desk.register({}, {});
    const { body } = await token
      .put(`/api/tickets/${documentId}`)
      .send({ data: { matter: '经接口更正' } })
      .expect(200);
    expect(body.data).toMatchObject({ matter: '经接口更正', version: 2 });
    await token
      .put('/api/tickets/aaaaaaaaaaaaaaaaaaaaaaaa')
      .send({ data: { matter: 'x' } })
      .expect(404);
  });
});

describe('what the engine wrote is read by every door', () => {
  test('the panel, REST and the Document Service, relations, filters, order and pages', async () => {
    const marks = await Promise.all(
      many(5, (index) =>
        desk.register({ unit: units[1]?.documentId, exactLocation: `处${index}`, matter: '读取' }),
      ),
    );
    const { body: list } = await token.get('/api/tickets').query({
      'filters[unit][documentId][$eq]': units[1]?.documentId,
      'filters[matter][$eq]': '读取',
      populate: 'unit',
      sort: 'exactLocation:desc',
      'pagination[page]': 2,
      'pagination[pageSize]': 2,
    });
    expect(list.meta.pagination).toMatchObject({ page: 2, pageSize: 2, total: 5 });
    expect(list.data.map((one: { exactLocation: string }) => one.exactLocation)).toEqual(['处2', '处1']);
    expect(list.data[0].unit).toMatchObject({ documentId: units[1]?.documentId });
    const id = String(marks[0]?.documentId);
    const { body: one } = await token.get(`/api/tickets/${id}`).query({ populate: 'unit' }).expect(200);
    expect(one.data).toMatchObject({
      documentId: id,
      stage: 'registered',
      unit: { documentId: units[1]?.documentId },
    });
    expect(one.meta.clocks).toHaveLength(2);
    const { body: rows } = await clerk
      .get(FORM)
      .query({ 'filters[$and][0][matter][$eq]': '读取' })
      .expect(200);
    expect(rows.pagination.total).toBe(5);
    const { body: related } = await clerk.get(`/content-manager/relations/api::ticket.ticket/${id}/unit`);
    expect((related.data ?? related.results)?.documentId ?? related.results?.[0]?.documentId).toBe(
      units[1]?.documentId,
    );
    const found = await desk.strapi.documents('api::ticket.ticket').findMany({
      filters: { unit: { documentId: units[1]?.documentId }, matter: '读取' } as never,
      populate: ['unit'] as never,
      sort: 'exactLocation:asc' as never,
    });
    expect(found).toHaveLength(5);
    expect(found[0]).toMatchObject({ exactLocation: '处0', unit: { documentId: units[1]?.documentId } });
  });
});
