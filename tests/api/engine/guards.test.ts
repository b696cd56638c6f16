import { refusalWords } from '../../../src/rules/words/refusals';
import { openDesk, refusalOf, type Desk } from './desk';
import type { Agent } from '../../support/office';

let desk: Desk;
let chief: Agent;
let token: Agent;
let id: string;
let order: string;
let before: unknown;

beforeAll(async () => {
  desk = await openDesk();
  chief = await desk.hire('strapi-super-admin');
  token = await desk.token();
  const technician = await desk.staff('technician');
  id = (await desk.register()).documentId;
  await desk.act('ticket', id, 'dispatch', { technician: technician.id });
  order = String((await desk.sql('select document_id as id from dispatch_orders'))[0]?.id);
  before = await everything();
});
afterAll(() => desk.close());
afterEach(async () => expect(await everything()).toEqual(before));

/** All that the engine keeps, to the letter. */
async function everything() {
  const tables = [
    'tickets',
    'dispatch_orders',
    'return_visits',
    'clocks',
    'activities',
    'outbox_messages',
    'tickets_handler_lnk',
    'gj_case_heads',
    'gj_number_counters',
  ];
  return Promise.all(tables.map((table) => desk.sql(`select to_jsonb(t) as row from ${table} t order by 1`)));
}

/** Every field that only an action may change, with a value that is not the stored one. */
const GUARDED: readonly [string, unknown][] = [
  ['stage', 'closed'],
  ['number', 'WX-20000101-0001'],
  ['cycle', 7],
  ['cycleSince', '2020-01-01T00:00:00.000Z'],
  ['faultClass', 'major'],
  ['receivedAt', '2020-01-01T00:00:00.000Z'],
  ['completedAt', '2020-01-01T00:00:00.000Z'],
  ['closedAt', '2020-01-01T00:00:00.000Z'],
  ['reopenCount', 3],
  ['reassignCount', 3],
  ['waitReason', 'weather'],
  ['satisfaction', 'satisfied'],
  ['sourceKey', 'x'],
  ['contactPhoneHash', 'x'],
  ['kind', 'complaint'],
  ['handler', null],
];

const expectCoded = (
  answer: { status: number; body: { error?: { message: string; details: { code: string } } } },
  status: number,
  code: string,
) => {
  expect([answer.status, answer.body.error?.details.code]).toEqual([status, code]);
  expect(refusalWords[code]).toBeDefined();
};

describe('a field that only an action changes', () => {
  test.each(GUARDED)('%s: not through the form, nor from code', async (field, value) => {
    const form = `/content-manager/collection-types/api::ticket.ticket/${id}`;
    if (field !== 'sourceKey' && field !== 'contactPhoneHash') {
      for (const language of ['zh-CN', 'en']) {
        const answer = await chief
          .put(form)
          .set('Accept-Language', language)
          .send({ [field]: value });
        expectCoded(answer, 422, 'FIELD_GUARDED');
        expect(answer.body.error.message).toMatch(language === 'en' ? /kept by the system/ : /由系统维护/);
        expect(answer.body.error.details.field).toBe(field);
      }
    }
    const documents = desk.strapi.documents('api::ticket.ticket');
    expect(
      await refusalOf(documents.update({ documentId: id, data: { [field]: value } as never })),
    ).toMatchObject({
      code: 'FIELD_GUARDED',
      details: { field },
    });
    if (field === 'kind' || field === 'receivedAt' || value === null) return;
    expect(
      await refusalOf(documents.create({ data: { matter: 'x', [field]: value } as never })),
    ).toMatchObject({
      code: 'FIELD_GUARDED',
      details: { field },
    });
  });

  test.each(GUARDED)('%s: not through REST', async (field, value) => {
    const answer = await token.put(`/api/tickets/${id}`).send({ data: { [field]: value } });
    expect(answer.status).toBe(422);
    expect(['FIELD_GUARDED', 'INPUT_UNKNOWN_FIELD']).toContain(answer.body.error.details.code);
    expect(answer.body.error.details.field).toBe(field);
  });

  test('the order’s stage neither', async () => {
    const answer = await chief
      .put(`/content-manager/collection-types/api::dispatch-order.dispatch-order/${order}`)
      .send({ stage: 'filed' });
    expectCoded(answer, 422, 'FIELD_GUARDED');
  });
});

describe('past the Document Service', () => {
  test.each([
    ['api::ticket.ticket', { matter: 'x' }],
    ['api::dispatch-order.dispatch-order', { stage: 'filed' }],
    ['api::return-visit.return-visit', { stage: 'reviewed' }],
    ['api::clock.clock', { verdict: 'kept' }],
    ['api::outbox-message.outbox-message', { state: 'sent' }],
  ])('%s: db.query can neither make, change nor delete', async (uid, data) => {
    const query = desk.strapi.db.query(uid);
    const where = { id: 1 };
    for (const attempt of [
      () => query.create({ data }),
      () => query.createMany({ data: [data] }),
      () => query.update({ where, data }),
      () => query.updateMany({ where: {}, data }),
      () => query.delete({ where }),
      () => query.deleteMany({ where: {} }),
    ]) {
      expect(await refusalOf(attempt())).toMatchObject({ code: 'DIRECT_WRITE_REFUSED', status: 403 });
    }
  });

  test.each(['api::clock.clock', 'api::outbox-message.outbox-message'])(
    '%s: nor the Document Service or the form',
    async (uid) => {
      const [table, name] = uid.includes('clock')
        ? ['clocks', 'clock']
        : ['outbox_messages', 'outbox-message'];
      const documentId = String(
        (await desk.sql(`select document_id from ${table} limit 1`))[0]?.document_id ??
          'aaaaaaaaaaaaaaaaaaaaaaaa',
      );
      const documents = desk.strapi.documents(uid as never);
      for (const attempt of [
        () => documents.create({ data: { caseType: 'ticket' } as never }),
        () => documents.update({ documentId, data: { caseType: 'x' } as never }),
        () => documents.delete({ documentId }),
        () => documents.clone({ documentId, data: {} as never }),
      ]) {
        expect(await refusalOf(attempt())).toMatchObject({
          code: 'DIRECT_WRITE_REFUSED',
          details: { type: name },
        });
      }
      const path = `/content-manager/collection-types/${uid}`;
      expectCoded(await chief.post(path).send({ caseType: 'ticket' }), 403, 'DIRECT_WRITE_REFUSED');
    },
  );
});

describe('deleting, copying, publishing and doing things in bulk', () => {
  const path = '/content-manager/collection-types/api::ticket.ticket';

  test.each([
    ['delete', () => chief.delete(`${path}/${id}`), 'CASE_NOT_DELETABLE'],
    [
      'bulk delete',
      () => chief.post(`${path}/actions/bulkDelete`).send({ documentIds: [id] }),
      'CASE_NOT_DELETABLE',
    ],
    ['clone', () => chief.post(`${path}/clone/${id}`).send({ matter: 'x' }), 'CASE_NOT_CLONABLE'],
  ])('%s in the panel', async (_what, ask, code) => {
    const answer = await ask();
    expectCoded(answer, 409, code);
  });

  test.each([
    ['auto-clone', () => chief.post(`${path}/auto-clone/${id}`).send({})],
    ['publish', () => chief.post(`${path}/${id}/actions/publish`).send({})],
    ['unpublish', () => chief.post(`${path}/${id}/actions/unpublish`).send({})],
    ['discard', () => chief.post(`${path}/${id}/actions/discard`).send({})],
    ['bulk publish', () => chief.post(`${path}/actions/bulkPublish`).send({ documentIds: [id] })],
    ['bulk unpublish', () => chief.post(`${path}/actions/bulkUnpublish`).send({ documentIds: [id] })],
  ])('%s in the panel is refused in words', async (_what, ask) => {
    const { status, body } = await ask();
    expect([400, 403, 404, 405, 409, 422]).toContain(status);
    expect(body.error?.details?.code).toBeDefined();
  });

  test('REST', async () => {
    const answer = await token.delete(`/api/tickets/${id}`);
    expectCoded(answer, 409, 'CASE_NOT_DELETABLE');
    for (const language of ['zh-CN', 'en']) {
      const { body } = await token.delete(`/api/tickets/${id}`).set('Accept-Language', language);
      expect(body.error.message).toMatch(language === 'en' ? /cannot be deleted/ : /不能删除/);
    }
  });

  test('code', async () => {
    const documents = desk.strapi.documents('api::ticket.ticket') as unknown as Record<
      string,
      (params: object) => Promise<unknown>
    >;
    expect((await refusalOf(documents.delete!({ documentId: id }))).code).toBe('CASE_NOT_DELETABLE');
    expect((await refusalOf(documents.clone!({ documentId: id, data: {} }))).code).toBe('CASE_NOT_CLONABLE');
    for (const action of ['publish', 'unpublish', 'discardDraft']) {
      if (documents[action]) await expect(documents[action]({ documentId: id })).rejects.toThrow();
    }
  });
});

describe('who may look', () => {
  test('nobody without a session or token, and no panel user without a post', async () => {
    await desk.request.get(`/office/cases/ticket/${id}`).expect(401);
    await desk.request.get('/office/choices/unit').expect(401);
    await desk.request.get(`/api/tickets/${id}`).expect(403);
    const stranger = await desk.hire('office-technician');
    expectCoded(await stranger.get(`/office/cases/ticket/${id}`), 403, 'NOT_ENTITLED');
    expectCoded(await stranger.get(`/office/papers/dispatch-order/${order}.pdf`), 403, 'NOT_ENTITLED');
    expectCoded(await stranger.get('/office/choices/staff-member').query({ q: '' }), 403, 'NOT_ENTITLED');
    expectCoded(
      await stranger.post(`/office/cases/ticket/${id}/actions/start`).send({ data: {} }),
      403,
      'NOT_ENTITLED',
    );
  });

  test('a post reads only the types that its role may read', async () => {
    const { agent } = await desk.staff('technician', 'office-technician');
    await agent.get('/office/choices/category').expect(200);
    expectCoded(await agent.get(`/office/cases/ticket/${id}`), 403, 'NOT_ENTITLED');
    expectCoded(await agent.get('/office/cases/return-visit/aaaaaaaaaaaaaaaaaaaaaaaa'), 403, 'NOT_ENTITLED');
    expectCoded(
      await agent.post('/office/cases/ticket').send({ data: { matter: 'x' } }),
      403,
      'NOT_ENTITLED',
    );
  });

  test('a type that is none is said to be none, whatever it is called', async () => {
    for (const type of ['constructor', '__proto__', 'nonsense', 'user', 'a"; drop table tickets; --']) {
      for (const path of [
        `/office/choices/${encodeURIComponent(type)}`,
        `/office/cases/${encodeURIComponent(type)}/x`,
      ]) {
        const { status } = await chief.get(path);
        expect([403, 404]).toContain(status);
      }
    }
    const { body } = await chief
      .get('/office/choices/unit')
      .query({ q: `%_\\'"; drop table units; --` })
      .expect(200);
    expect(body.data).toEqual([]);
  });
});
