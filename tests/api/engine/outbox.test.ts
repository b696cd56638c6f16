import type { Runner } from 'graphile-worker';

import { openPool } from '../../../src/engine/db';
import { policyShelf } from '../../../src/engine/policy';
import { deliver, startWorker } from '../../../src/engine/worker';
import { many, openDesk, outcomesOf, type Desk } from './desk';

let desk: Desk;
let sent: { to: string; subject: string }[];
let failures = 0;

beforeAll(async () => {
  desk = await openDesk();
  await desk.staff('supervisor');
  desk.strapi.plugin('email').service('email').send = async (mail: { to: string; subject: string }) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (failures > 0) {
      failures -= 1;
      throw new Error('mail server unreachable');
    }
    sent.push(mail);
  };
});
beforeEach(() => {
  sent = [];
  failures = 0;
});
afterAll(() => desk.close());

const messagesOf = (caseId: string) =>
  desk.sql<{ document_id: string; state: string; attempts: number; last_error: string | null }>(
    'select * from outbox_messages where case_id = $1 order by id',
    [caseId],
  );
const jobs = async () =>
  (await desk.sql<{ n: number }>('select count(*)::int as n from graphile_worker._private_jobs'))[0]?.n;

test('a message and its job are written with what caused them', async () => {
  const before = (await jobs()) ?? 0;
  const { documentId } = await desk.register();
  expect(await messagesOf(documentId)).toMatchObject([{ state: 'queued', attempts: 0 }]);
  expect(await jobs()).toBe(before + 1);
});

test('a transaction that fails leaves neither', async () => {
  const [before, messages] = [await jobs(), await desk.sql('select 1 from outbox_messages')];
  await desk.sql('alter table gj_case_heads add constraint no_more check (seq < 0) not valid');
  const { broken } = await outcomesOf([desk.register()]);
  await desk.sql('alter table gj_case_heads drop constraint no_more');
  expect(broken).toHaveLength(1);
  expect(await jobs()).toBe(before);
  expect(await desk.sql('select 1 from outbox_messages')).toHaveLength(messages.length);
});

test('handed over twice, and by ten at once, it goes out once', async () => {
  const { documentId } = await desk.register();
  const [message] = await messagesOf(documentId);
  const id = String(message?.document_id);
  await Promise.all(many(10, () => deliver(desk.engine, id)));
  await deliver(desk.engine, id);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.to).toMatch(/^colleague-/);
  expect(await messagesOf(documentId)).toMatchObject([{ state: 'sent', attempts: 1, last_error: null }]);
});

test('a mail that fails is marked with its reason, and sent at the next try', async () => {
  const { documentId } = await desk.register();
  const id = String((await messagesOf(documentId))[0]?.document_id);
  failures = 2;
  await expect(deliver(desk.engine, id)).rejects.toThrow('unreachable');
  await expect(deliver(desk.engine, id)).rejects.toThrow('unreachable');
  expect(await messagesOf(documentId)).toMatchObject([
    { state: 'failed', attempts: 2, last_error: 'mail server unreachable' },
  ]);
  await deliver(desk.engine, id);
  expect(await messagesOf(documentId)).toMatchObject([{ state: 'sent', attempts: 3, last_error: null }]);
  expect(sent).toHaveLength(1);
});

describe('with the worker at work', () => {
  let runners: Runner[];
  beforeAll(async () => {
    const pool = openPool({ connectionString: desk.databaseUrl, max: 8 });
    const other = { ...desk.engine, pool, policy: policyShelf(desk.strapi, pool, desk.engine.timeZone) };
    runners = [await startWorker(desk.engine), await startWorker(other)];
  });
  afterAll(async () => {
    await Promise.all(runners.map((runner) => runner.stop()));
  });

  test('two workers send each message once, and try again what failed', async () => {
    await until(async () => (await jobs()) === 0);
    sent = [];
    failures = 3;
    const cases = await Promise.all(many(30, () => desk.register()));
    await until(async () => {
      const [open] = await desk.sql<{ n: number }>(
        `select count(*)::int as n from outbox_messages where state <> 'sent' and case_id = any($1)`,
        [cases.map(({ documentId }) => documentId)],
      );
      return open?.n === 0;
    });
    expect(sent).toHaveLength(30);
  }, 60_000);
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not come to hold within forty seconds');
}
