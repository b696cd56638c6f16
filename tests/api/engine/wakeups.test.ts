import { verifyChains } from '../../../src/engine/chain';
import { openPool } from '../../../src/engine/db';
import type { Office as Engine } from '../../../src/engine/office';
import { policyShelf } from '../../../src/engine/policy';
import { nextMomentAt, startWakeUps, wakeUp } from '../../../src/engine/wakeups';
import { many, openDesk, outcomesOf, type Desk } from './desk';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let desk: Desk;
/** A second instance of the engine: its own connections, its own memory of the policy. */
let other: Engine;

beforeAll(async () => {
  desk = await openDesk();
  for (const post of ['supervisor', 'department_head', 'director']) await desk.staff(post);
  const pool = openPool({ connectionString: desk.databaseUrl, max: 8 });
  other = { ...desk.engine, pool, policy: policyShelf(desk.strapi, pool, desk.engine.timeZone) };
});
afterAll(async () => {
  await other.pool.end();
  await desk.close();
});

/** Each clock's own memory of what has fired, and the three places where it must have left its mark. */
async function marks() {
  const [clocks] = await desk.sql<{ n: number }>(
    'select coalesce(sum(jsonb_array_length(fired)), 0)::int as n from clocks',
  );
  const [moments] = await desk.sql<{ n: number }>('select count(*)::int as n from gj_clock_moments');
  const [lines] = await desk.sql<{ n: number }>(
    `select count(*)::int as n from activities where action in ('clock.warn', 'clock.due', 'clock.escalate')`,
  );
  const [messages] = await desk.sql<{ n: number; keys: number }>(
    `select count(*)::int as n, count(distinct dedupe_key)::int as keys from outbox_messages where dedupe_key is not null`,
  );
  return {
    clocks: clocks?.n,
    moments: moments?.n,
    lines: lines?.n,
    messages: messages?.n,
    keys: messages?.keys,
  };
}

describe('[C-11] every moment exactly once', () => {
  test('many loops of two instances at once over a thousand due clocks', async () => {
    const now = Date.now();
    await Promise.all(many(500, () => desk.register({}, { now })));
    const [due] = await desk.sql<{ n: number }>('select count(*)::int as n from clocks where next_at <= $1', [
      new Date(now + HOUR + MINUTE).toISOString(),
    ]);
    expect(due?.n).toBe(1000);
    const { broken } = await outcomesOf(
      many(16, (index) => wakeUp(index % 2 === 0 ? desk.engine : other, now + HOUR + MINUTE)),
    );
    expect(broken).toEqual([]);
    await wakeUp(desk.engine, now + HOUR + MINUTE);
    // Per clock: one warning, the breach, and three steps up the chain.
    expect(await marks()).toEqual({ clocks: 5000, moments: 5000, lines: 5000, messages: 5000, keys: 5000 });
    const [message] = await desk.sql(
      'select case_number, params from outbox_messages where dedupe_key is not null limit 1',
    );
    expect(message?.case_number).toMatch(/^WX-/);
    expect((await verifyChains(desk.engine)).faults).toEqual([]);
    await expect(wakeUp(desk.engine, now + HOUR + MINUTE)).resolves.toBe(0);
  });

  test('actions and wake-ups on the same cases neither stand in each other’s way nor lose a line', async () => {
    const start = Date.now();
    const cases = await Promise.all(many(10, () => desk.register({}, { now: start })));
    const { done, refused, broken } = await outcomesOf(
      many(200, (index): Promise<unknown> => {
        const id = String(cases[index % cases.length]?.documentId);
        const now = start + index * 20_000;
        if (index % 5 === 0) return wakeUp(index % 2 === 0 ? desk.engine : other, now);
        if (index % 5 === 1) return desk.act('ticket', id, 'edit', { matter: `更正${index}` }, { now });
        if (index % 5 === 2)
          return desk.act(
            'ticket',
            id,
            'reclass',
            { faultClass: ['major', 'ordinary', 'difficult'][index % 3], reason: '看过了' },
            { now },
          );
        if (index % 5 === 3) return desk.act('ticket', id, 'wait', { reason: 'requester_absent' }, { now });
        return desk.act('ticket', id, 'resume', {}, { now });
      }),
    );
    expect(broken).toEqual([]);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['STAGE_WRONG']));
    expect(done.length).toBeGreaterThan(100);
    await wakeUp(desk.engine, start + 10 * 24 * HOUR);
    expect((await verifyChains(desk.engine)).faults).toEqual([]);
    const { clocks, moments, lines, messages, keys } = await marks();
    expect([moments, lines]).toEqual([clocks, clocks]);
    expect(messages).toBe(keys);
  });

  test('loops that come upon a changed policy all at once do not wait for each other’s connections', async () => {
    const now = Date.now();
    const { documentId } = await desk.register({}, { now });
    await desk.strapi.db.query('api::target.target').updateMany({ where: {}, data: { nameEn: 'Renamed' } });
    await expect(Promise.all(many(30, () => wakeUp(desk.engine, now + HOUR)))).resolves.toHaveLength(30);
    expect((await desk.clocksOf(documentId)).map(({ verdict }) => verdict)).toEqual(['broken', 'broken']);
  }, 20_000);

  test('the loop finds by itself what is due, and stops when told', async () => {
    const past = Date.now() - HOUR;
    const { documentId } = await desk.register({ receivedAt: new Date(past).toISOString() });
    const loops = [startWakeUps(desk.engine), startWakeUps(other)];
    await until(async () => (await desk.clocksOf(documentId)).every(({ verdict }) => verdict === 'broken'));
    await Promise.all(loops.map((loop) => loop.stop()));
    const lines = (await desk.activitiesOf(documentId)).filter(({ action }) => action === 'clock.due');
    expect(lines).toHaveLength(2);
  });
});

describe('[C-10] a clock that stands still', () => {
  async function difficult(now: number) {
    const { documentId } = await desk.register({}, { now });
    await desk.act('ticket', documentId, 'reclass', { faultClass: 'difficult', reason: '疑难' }, { now });
    const solve = async () => (await desk.clocksOf(documentId)).find(({ name }) => name === 'solve');
    return { documentId, solve };
  }

  test('fires nothing while it rests', async () => {
    const now = Date.now();
    const { documentId, solve } = await difficult(now);
    await desk.act(
      'ticket',
      documentId,
      'wait',
      { reason: 'requester_absent', until: new Date(now + 20 * HOUR).toISOString() },
      { now: now + 40 * HOUR - 30 * HOUR },
    );
    expect(await solve()).toMatchObject({ paused_at: expect.anything(), next_kind: 'pause_limit' });
    await wakeUp(desk.engine, now + 19 * HOUR);
    expect(await solve()).toMatchObject({ verdict: null, fired: [] });
  });

  test('runs again by itself when the longest rest is over, and says so', async () => {
    const now = Date.now();
    const { documentId, solve } = await difficult(now);
    await desk.act('ticket', documentId, 'wait', { reason: 'requester_absent' }, { now });
    await wakeUp(desk.engine, now + 25 * HOUR);
    const clock = await solve();
    expect(clock).toMatchObject({ paused_at: null, paused_seconds: 24 * 3600, verdict: null });
    expect((clock?.due_at as Date).getTime()).toBe(now + (48 + 24) * HOUR);
    const line = (await desk.activitiesOf(documentId)).find(({ action }) => action === 'clock.pause_limit');
    expect((line?.changes as Record<string, unknown>).dueAt).toEqual([
      new Date(now + 48 * HOUR).toISOString(),
      new Date(now + 72 * HOUR).toISOString(),
    ]);
    await wakeUp(desk.engine, now + 73 * HOUR);
    expect(await solve()).toMatchObject({ verdict: 'broken' });
  });
});

describe('[C-12] what comes after a breach', () => {
  test('a broken promise of another class is closed with its verdict, and the new one runs beside it', async () => {
    const now = Date.now();
    const { documentId } = await desk.register({}, { now });
    await desk.act('ticket', documentId, 'reclass', { faultClass: 'difficult', reason: '疑难' }, { now });
    await wakeUp(desk.engine, now + 49 * HOUR);
    await desk.act(
      'ticket',
      documentId,
      'reclass',
      { faultClass: 'major', reason: '大修' },
      { now: now + 50 * HOUR },
    );
    const solves = (await desk.clocksOf(documentId)).filter(({ name }) => name === 'solve');
    expect(solves.map(({ verdict, stopped_at }) => [verdict, stopped_at === null])).toEqual([
      ['broken', false],
      [null, true],
    ]);
  });

  test('reopening closes what still runs and starts the next cycle of the same promise', async () => {
    const now = Date.now();
    const { documentId } = await desk.register({}, { now });
    await desk.act('ticket', documentId, 'complete', {}, { now: now + MINUTE });
    await desk.act('ticket', documentId, 'reopen', { reason: '又漏了' }, { now: now + 2 * MINUTE });
    await desk.act('ticket', documentId, 'apologise', { apology: '电话致歉' }, { now: now + 2 * MINUTE });
    await desk.act('ticket', documentId, 'complete', {}, { now: now + 3 * MINUTE });
    await desk.act('ticket', documentId, 'reopen', { reason: '还漏' }, { now: now + 4 * MINUTE });
    const open = (await desk.clocksOf(documentId)).filter(({ stopped_at }) => stopped_at === null);
    expect(open.map(({ name, cycle }) => [name, cycle]).sort()).toEqual([
      ['accept', 3],
      ['arrive', 3],
    ]);
  });
});

test('the next moment of all is known', async () => {
  const next = await nextMomentAt(desk.engine);
  expect(next === null || next > 0).toBe(true);
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not come to hold within ten seconds');
}
