import { THE_OFFICE } from '../../../src/engine/actor';
import { many, openDesk, refusalOf, type Desk } from './desk';

const STRANGER = 'zzzzzzzzzzzzzzzzzzzzzzzz';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

describe('free text', () => {
  const BODY = ['漏水', '🚿🧰👩‍🔧', 'تسرب', '\r\n', '\t', '<b>&amp;</b>', '\u202e', "'; --", 'é'].join(' ');
  const exactly = (length: number) =>
    BODY.repeat(Math.ceil(length / BODY.length)).slice(0, length - 1) + '。';

  test('of exactly 10,000 characters is kept to the letter', async () => {
    const matter = exactly(10_000);
    expect(matter).toHaveLength(10_000);
    expect(matter.isWellFormed()).toBe(true);
    const { documentId, record } = await desk.register({ matter });
    expect(record.matter).toBe(matter);
    expect((await desk.row('tickets', documentId))?.matter).toBe(matter);
    const [line] = (await desk.activitiesOf(documentId)) as { changes: Record<string, unknown[]> }[];
    expect(line?.changes.matter?.[1]).toBe(matter);
    const read = await desk.strapi.documents('api::ticket.ticket').findOne({ documentId });
    expect(read?.matter).toBe(matter);
  });

  test('of one more is refused with its limit', async () => {
    const refusal = await refusalOf(desk.register({ matter: 'x'.repeat(10_001) }));
    expect(refusal).toMatchObject({
      code: 'TEXT_TOO_LONG',
      status: 422,
      details: { field: 'matter', limit: 10_000 },
    });
  });

  test.each([
    ['NUL', 'a\u0000b'],
    ['half a surrogate pair', 'a\ud83d'],
    ['the other half', '\udebfb'],
  ])('with %s is refused, the field named, by every door', async (_what, matter) => {
    const expected = { code: 'TEXT_NOT_STORABLE', status: 422, details: { field: 'matter' } };
    expect(await refusalOf(desk.register({ matter }))).toMatchObject(expected);
    const { documentId } = await desk.register();
    expect(await refusalOf(desk.act('ticket', documentId, 'edit', { matter }))).toMatchObject(expected);
    expect(await refusalOf(desk.act('ticket', documentId, 'start', { note: matter }))).toMatchObject({
      ...expected,
      details: { field: 'note' },
    });
    const token = await desk.token();
    const { status, body } = await token.post('/api/tickets').send({ data: { matter } });
    expect([status, body.error.details.code]).toEqual([422, 'TEXT_NOT_STORABLE']);
    const documents = desk.strapi.documents('api::ticket.ticket');
    expect(await refusalOf(documents.create({ data: { matter } as never }))).toMatchObject({
      code: 'TEXT_NOT_STORABLE',
    });
  });
});

describe('what an input names', () => {
  test.each([
    ['ticket', 'register', 'unit', { matter: 'x' }],
    ['ticket', 'register', 'category', { matter: 'x' }],
    ['ticket', 'register', 'community', { matter: 'x' }],
    ['ticket', 'assign', 'handler', {}],
    ['ticket', 'assign', 'team', {}],
    ['ticket', 'dispatch', 'technician', {}],
    ['ticket', 'dispatch', 'contractor', {}],
  ])('%s.%s: an unknown %s is refused, the field named', async (type, action, field, input) => {
    const id = action === 'register' ? 'new' : (await desk.register()).documentId;
    for (const value of [STRANGER, '1abc', '../..', "' or 1=1 --", '9'.repeat(24)]) {
      const refusal = await refusalOf(desk.act(type, id, action, { ...input, [field]: value }));
      expect(refusal).toMatchObject({ code: 'REFERENCE_UNKNOWN', status: 422, details: { field } });
    }
  });

  test('a field that the action does not take is refused by name', async () => {
    for (const field of ['stage', 'nonsense', 'constructor', 'version', 'documentId']) {
      expect(await refusalOf(desk.register({ [field]: 'x' }))).toMatchObject({
        code: 'INPUT_UNKNOWN_FIELD',
        status: 422,
        details: { field },
      });
    }
    const token = await desk.token();
    // Names that every object has are stopped with the body itself, where the field is named by its path.
    for (const [field, named] of [
      ['constructor', 'data.constructor'],
      ['toString', 'data.toString'],
      ['stage', 'stage'],
    ] as const) {
      const { status, body } = await token.post('/api/tickets').send({ data: { matter: 'x', [field]: 'x' } });
      expect([status, body.error.details.field]).toEqual([422, named]);
    }
  });

  test('an unknown action, type or case is said to be unknown', async () => {
    const { documentId } = await desk.register();
    for (const action of ['nonsense', 'constructor', '__proto__', 'toString']) {
      expect(await refusalOf(desk.act('ticket', documentId, action))).toMatchObject({
        code: 'ACTION_UNKNOWN',
        status: 404,
      });
    }
    expect(await refusalOf(desk.act('constructor', documentId, 'start'))).toMatchObject({
      code: 'CASE_TYPE_UNKNOWN',
    });
    for (const id of [STRANGER, '', '1', "'"]) {
      expect(await refusalOf(desk.act('ticket', id, 'start'))).toMatchObject({
        code: 'CASE_UNKNOWN',
        status: 404,
      });
    }
  });

  test('what only the office itself does cannot be asked for', async () => {
    const { documentId } = await desk.register();
    const actor = {
      ...THE_OFFICE,
      kind: 'staff' as const,
      posts: ['manager' as const],
      via: 'panel' as const,
    };
    for (const action of ['begin', 'take_over', 'hand_back', 'mark_register']) {
      expect(await refusalOf(desk.act('ticket', documentId, action, {}, { actor }))).toMatchObject({
        code: 'ACTION_INTERNAL',
        status: 403,
      });
    }
    expect(await refusalOf(desk.act('return-visit', 'new', 'arise', {}, { actor }))).toMatchObject({
      code: 'ACTION_INTERNAL',
    });
  });
});

/** documentId of the order made last. */
const lastOrder = async (): Promise<string> =>
  String(
    (await desk.sql('select document_id from dispatch_orders order by id desc limit 1'))[0]?.document_id,
  );

describe('what follows from an action', () => {
  test('is on record on both cases', async () => {
    const technician = await desk.staff('technician');
    const { documentId } = await desk.register();
    await desk.act('ticket', documentId, 'dispatch', { technician: technician.id });
    const order = await lastOrder();
    await desk.act('dispatch-order', order, 'arrive');
    await desk.act('dispatch-order', order, 'hand_back', { reason: '缺配件' });
    const [onTicket, onOrder] = [await desk.activitiesOf(documentId), await desk.activitiesOf(order)];
    expect(onOrder.map(({ action }) => action)).toEqual(['issue', 'arrive', 'hand_back']);
    expect(onTicket.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['register', 'dispatch', 'hand_back']),
    );
    expect(onTicket[onTicket.length - 1]).toMatchObject({
      action: 'hand_back',
      via: 'follow',
      to_stage: 'registered',
    });
  });

  test('is refused together with it: nothing is left behind', async () => {
    const technician = await desk.staff('technician');
    const { documentId } = await desk.register();
    await desk.act('ticket', documentId, 'dispatch', { technician: technician.id });
    const order = await lastOrder();
    await desk.act('dispatch-order', order, 'arrive');
    // The ticket stands where handing back cannot lead: put there by force, as no action could.
    await desk.sql(`update tickets set stage = 'completed' where document_id = $1`, [documentId]);
    const look = async () =>
      Promise.all([
        desk.row('dispatch_orders', order),
        desk.activitiesOf(order),
        desk.clocksOf(documentId),
        desk.sql('select count(*) from outbox_messages'),
      ]);
    const before = await look();
    expect(
      await refusalOf(desk.act('dispatch-order', order, 'hand_back', { reason: '缺配件' })),
    ).toMatchObject({
      code: 'STAGE_WRONG',
      details: { type: 'ticket', stage: 'completed' },
    });
    expect(await look()).toEqual(before);
  });
});

describe('the policy', () => {
  test('a changed target holds for the next registration; running clocks keep the version they were started under', async () => {
    const targets = desk.strapi.documents('api::target.target');
    const target = await targets.findFirst({ filters: { code: 'repair-arrive' } as never });
    const arrive = async (id: string) => (await desk.clocksOf(id)).find(({ name }) => name === 'arrive');
    const now = Date.now();
    const first = await desk.register({}, { now });
    await targets.update({ documentId: String(target?.documentId), data: { amount: 40 } as never });
    const second = await desk.register({}, { now });
    const minutes = async (id: string) => (((await arrive(id))?.due_at as Date).getTime() - now) / 60_000;
    expect([await minutes(first.documentId), await minutes(second.documentId)]).toEqual([15, 40]);
    expect((await arrive(second.documentId))?.target_version).toBe(
      Number((await arrive(first.documentId))?.target_version) + 1,
    );
    await targets.update({ documentId: String(target?.documentId), data: { amount: 15 } as never });
    const third = await desk.register({}, { now });
    expect((await arrive(third.documentId))?.target_version).toBe(
      (await arrive(first.documentId))?.target_version,
    );
  });

  test('is read once, however many come right after a change', async () => {
    await desk.strapi.db.query('api::target.target').updateMany({ where: {}, data: { nameEn: 'Again' } });
    await expect(Promise.all(many(50, () => desk.register()))).resolves.toHaveLength(50);
  });
});
