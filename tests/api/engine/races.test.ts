import { THE_OFFICE } from '../../../src/engine/actor';
import { verifyChains } from '../../../src/engine/chain';
import { perform } from '../../../src/engine/perform';
import { many, openDesk, outcomesOf, refusalOf, type Desk } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

describe('two at once', () => {
  test('one of fifty starts on the same request wins; the others hear the stage it is in now', async () => {
    const { documentId, record } = await desk.register();
    const { done, refused, broken } = await outcomesOf(
      many(50, () => desk.act('ticket', documentId, 'start')),
    );
    expect(broken).toEqual([]);
    expect(done).toHaveLength(1);
    expect(refused).toHaveLength(49);
    for (const { code, status, details } of refused) {
      expect({ code, status }).toEqual({ code: 'STAGE_WRONG', status: 409 });
      expect(details).toMatchObject({ stage: 'in_progress', number: record.number, version: 2 });
    }
    const lines = await desk.activitiesOf(documentId);
    expect(lines.map(({ action }) => action)).toEqual(['register', 'start']);
  });

  test('over HTTP as well', async () => {
    const agent = await desk.token();
    const { documentId } = await desk.register({ receivedAt: new Date().toISOString() });
    const chief = await desk.hire('strapi-super-admin');
    const answers = await Promise.all(
      many(50, () => chief.post(`/office/cases/ticket/${documentId}/actions/start`).send({ data: {} })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(49);
    for (const { body } of answers.filter(({ status }) => status === 409)) {
      expect(body.error.details).toMatchObject({ code: 'STAGE_WRONG', stage: 'in_progress' });
    }
    await agent.get(`/api/tickets/${documentId}`).expect(200);
  });

  test('who waits for a lock sees the relations as the winner left them', async () => {
    const [first, second] = [await desk.staff('technician'), await desk.staff('technician')];
    const team = await desk.strapi
      .documents('api::team.team')
      .create({ data: { name: '水电班', code: `T-${Date.now()}`, members: [first.id] } as never });
    for (let round = 0; round < 5; round += 1) {
      const { documentId } = await desk.register();
      const { done, broken } = await outcomesOf([
        desk.act('ticket', documentId, 'assign', { handler: first.id }),
        desk.act('ticket', documentId, 'assign', { handler: second.id }),
        desk.act('ticket', documentId, 'assign', { team: team.documentId }),
      ]);
      expect(broken).toEqual([]);
      expect(done).toHaveLength(3);
      const lines = (await desk.activitiesOf(documentId)) as {
        changes: Record<string, [unknown, unknown]>;
      }[];
      const assignee = { handler: null as unknown, team: null as unknown };
      for (const { changes } of lines) {
        for (const field of ['handler', 'team'] as const) {
          if (!changes[field]) continue;
          expect(changes[field][0]).toBe(assignee[field]);
          assignee[field] = changes[field][1];
        }
      }
      const stored = (await desk.strapi
        .documents('api::ticket.ticket')
        .findOne({ documentId, populate: { handler: true, team: true } })) as unknown as Record<
        string,
        { documentId: string } | null
      >;
      expect({ handler: stored.handler?.documentId ?? null, team: stored.team?.documentId ?? null }).toEqual(
        assignee,
      );
      expect([assignee.handler, assignee.team].filter(Boolean)).toHaveLength(1);
      expect(stored).toMatchObject({ reassignCount: 2, version: 4 });
    }
  });

  test('an order and its ticket may be acted on at once without a deadlock or a lost line', async () => {
    const technician = await desk.staff('technician');
    const { documentId } = await desk.register();
    await desk.act('ticket', documentId, 'dispatch', { technician: technician.id });
    const [order] = await desk.sql<{ id: string }>(
      `select o.document_id as id from dispatch_orders o join dispatch_orders_ticket_lnk l on l.dispatch_order_id = o.id
       join tickets t on t.id = l.ticket_id where t.document_id = $1`,
      [documentId],
    );
    const { broken } = await outcomesOf(
      many(40, (index) =>
        index % 2 === 0
          ? desk.act('ticket', documentId, 'edit', { matter: `第${index}次更正` })
          : desk.act('dispatch-order', String(order?.id), 'edit', { workDescription: `第${index}次更正` }),
      ),
    );
    expect(broken).toEqual([]);
    const { faults } = await verifyChains(desk.engine);
    expect(faults).toEqual([]);
  });
});

describe('numbers', () => {
  test('fifty at once are numbered without a gap, per prefix and day in the zone of the office', async () => {
    // 16:30 in UTC is half past midnight of the next day in Shanghai.
    const now = Date.parse('2026-11-20T16:30:00Z');
    const kinds = ['repair', 'complaint', 'inquiry'] as const;
    const before = await counters();
    const { done, refused, broken } = await outcomesOf(
      many(60, (index) =>
        desk.register(index % 6 === 5 ? { matter: ' ' } : { kind: kinds[index % 3] }, {
          now: index % 2 === 0 ? now : now - 3_600_000,
        }),
      ),
    );
    expect(broken).toEqual([]);
    expect(refused.map(({ code }) => code)).toEqual(many(10, () => 'TEXT_EMPTY'));
    const numbers = done.map(({ record }) => record.number);
    expect(new Set(numbers).size).toBe(50);
    const days = new Map<string, number[]>();
    for (const number of numbers) {
      const [, stem, count] = /^([A-Z]{2}-\d{8})-(\d{4})$/.exec(number) ?? [];
      days.set(String(stem), [...(days.get(String(stem)) ?? []), Number(count)]);
    }
    expect([...days.keys()].sort()).toEqual(
      ['TS-20261120', 'TS-20261121', 'WX-20261120', 'WX-20261121', 'ZX-20261120', 'ZX-20261121'].filter(
        (stem) => days.has(stem),
      ),
    );
    for (const [stem, counts] of days) {
      const first = before.get(stem) ?? 0;
      expect(counts.sort((a, b) => a - b)).toEqual(many(counts.length, (index) => first + index + 1));
    }
  });

  test('a registration that fails after its number was taken leaves no gap', async () => {
    const first = await desk.register();
    await desk.sql(`create function refuse_it() returns trigger language plpgsql as
      $body$ begin if new.action = 'register' then raise exception 'refused here'; end if; return new; end $body$`);
    await desk.sql(
      'create trigger refuse_it before insert on activities for each row execute function refuse_it()',
    );
    const { done, broken } = await outcomesOf(many(5, () => desk.register()));
    expect(done).toEqual([]);
    expect(broken).toHaveLength(5);
    await desk.sql('drop trigger refuse_it on activities');
    const second = await desk.register();
    expect(count(second.record.number)).toBe(count(first.record.number) + 1);
  });
});

const count = (number: string): number => Number(number.slice(-4));

async function counters(): Promise<Map<string, number>> {
  const rows = await desk.sql<{ stem: string; last: number }>(
    `select prefix || '-' || to_char(day, 'YYYYMMDD') as stem, last from gj_number_counters`,
  );
  return new Map(rows.map(({ stem, last }) => [stem, last]));
}

describe('the same request sent again', () => {
  test('fifty with one key make one record and get one answer', async () => {
    const input = { matter: '电梯困人' };
    const before = await countTickets();
    const { done, broken, refused } = await outcomesOf(
      many(50, () => desk.register(input, { idempotencyKey: 'fifty' })),
    );
    expect([broken, refused]).toEqual([[], []]);
    expect(new Set(done.map(({ record }) => JSON.stringify(sorted(record)))).size).toBe(1);
    expect(done.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await countTickets()).toBe(before + 1);
  });

  test('over HTTP the answers are equal to the letter', async () => {
    const agent = await desk.token();
    const answers = await Promise.all(
      many(50, () =>
        agent
          .post('/api/tickets')
          .set('Idempotency-Key', 'http-fifty')
          .send({ data: { matter: '路灯不亮' } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(many(50, () => 201));
    expect(new Set(answers.map(({ body }) => JSON.stringify(sorted(body.data)))).size).toBe(1);
  });

  test('another body under the same key is refused, and so is another version', async () => {
    const { documentId } = await desk.register({}, { idempotencyKey: 'body' });
    const other = await refusalOf(desk.register({ matter: '别的事' }, { idempotencyKey: 'body' }));
    expect([other.code, other.status]).toEqual(['IDEMPOTENCY_KEY_REUSED', 422]);
    await desk.act(
      'ticket',
      documentId,
      'edit',
      { matter: '改一' },
      { idempotencyKey: 'version', version: 1 },
    );
    const version = desk.act(
      'ticket',
      documentId,
      'edit',
      { matter: '改一' },
      { idempotencyKey: 'version', version: 2 },
    );
    expect((await refusalOf(version)).code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('another caller’s same key is another key', async () => {
    const actor = { ...THE_OFFICE, kind: 'integration' as const, id: 'token:1' };
    const one = await desk.register({}, { idempotencyKey: 'shared', actor });
    const two = await desk.register(
      { matter: '别的事' },
      { idempotencyKey: 'shared', actor: { ...actor, id: 'token:2' } },
    );
    expect(two.documentId).not.toBe(one.documentId);
    const [first, second] = [await desk.token(), await desk.token()];
    const made = await Promise.all(
      [first, second].map((agent) =>
        agent
          .post('/api/tickets')
          .set('Idempotency-Key', 'both')
          .send({ data: { matter: '同时报修' } })
          .expect(201),
      ),
    );
    expect(made[0]?.body.data.documentId).not.toBe(made[1]?.body.data.documentId);
  });

  test('a request that was refused leaves its key free', async () => {
    await refusalOf(desk.register({ matter: ' ' }, { idempotencyKey: 'again' }));
    await expect(desk.register({ matter: '补全' }, { idempotencyKey: 'again' })).resolves.toMatchObject({
      repeated: false,
    });
  });

  test('a key is 1 to 255 visible characters', async () => {
    await expect(desk.register({}, { idempotencyKey: 'k'.repeat(255) })).resolves.toBeDefined();
    for (const idempotencyKey of ['', 'k'.repeat(256), '有空格', 'a b']) {
      expect((await refusalOf(desk.register({}, { idempotencyKey }))).code).toBe('IDEMPOTENCY_KEY_INVALID');
    }
  });
});

const sorted = (record: object) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
const countTickets = async () =>
  (await desk.sql<{ n: number }>('select count(*)::int as n from tickets'))[0]?.n ?? 0;

test('fifty callers on a pool of twelve all come through, and no connection is kept', async () => {
  const { documentId } = await desk.register();
  const { broken } = await outcomesOf([
    ...many(50, () => desk.register()),
    ...many(50, () =>
      perform(desk.engine, {
        type: 'ticket',
        id: documentId,
        action: 'nonsense',
        input: {},
        actor: THE_OFFICE,
      }),
    ),
    ...many(50, () => desk.act('ticket', documentId, 'edit', { matter: ' ' })),
  ]);
  expect(broken).toEqual([]);
  expect(desk.engine.pool.waitingCount).toBe(0);
  expect(desk.engine.pool.idleCount).toBe(desk.engine.pool.totalCount);
});
