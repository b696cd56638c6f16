import { setTimeout as wait } from 'node:timers/promises';

import { ask } from '../database';
import { median } from '../drive';
import type { Line } from '../table';
import type { Stage } from './http';

type Woken = { handled: number; took: number };

/** What the clocks cost: an idle look, ten thousand due at once, a hundred due every second. */
export async function measureClocks(stage: Stage): Promise<Line[]> {
  const [{ running }] = (await ask<{ running: number }>(
    stage.ours.databaseUrl,
    'SELECT count(*)::int AS running FROM clocks WHERE next_at IS NOT NULL',
  )) as [{ running: number }];
  return [...(await idle(stage, running)), await burst(stage), await steady(stage)];
}

const line = (what: string, ours: string, target: string, met: boolean): Line => ({
  what,
  ours,
  stock: '',
  ratio: '',
  target,
  met,
});

async function idle({ ours }: Stage, running: number): Promise<Line[]> {
  const took: number[] = [];
  for (let look = 0; look < 200; look += 1) took.push((await ours.ask<Woken>('wakeUp')).took);
  const typical = median(took.slice(20));
  return [
    line(
      `idle wake-up, ${running.toLocaleString('en')} running clocks`,
      `${typical.toFixed(2)} ms`,
      '≤ 5 ms',
      typical <= 5,
    ),
  ];
}

/** Makes running clocks of the fill due: the first `count` that are not, one every `apart` milliseconds from `from` on. */
const makeDue = async (
  url: string,
  { count, from, apart }: { count: number; from: string; apart: number },
): Promise<string[]> =>
  (
    await ask<{ id: string }>(
      url,
      `UPDATE clocks c SET due_at = x.due, started_at = x.due - interval '15 minutes', next_at = x.due
       FROM (SELECT id, date_trunc('milliseconds', ${from} + (row_number() OVER (ORDER BY id) - 1) * interval '${apart} milliseconds') AS due
         FROM (SELECT id FROM clocks WHERE verdict IS NULL AND next_at > now() AT TIME ZONE 'UTC' + interval '1 hour'
           AND case_number LIKE 'OLD-%' ORDER BY id LIMIT ${count}) picked) x
       WHERE c.id = x.id RETURNING c.document_id AS id`,
    )
  ).map(({ id }) => id);

async function burst({ ours, options }: Stage): Promise<Line> {
  const count = Math.min(10_000, Math.floor(options.tickets / 4));
  // Twenty minutes ago: the verdict and two steps up the chain have come for each of them.
  const ids = await makeDue(ours.databaseUrl, {
    count,
    from: "now() AT TIME ZONE 'UTC' - interval '20 minutes'",
    apart: 0,
  });
  const { took } = await ours.ask<Woken>('wakeUp');
  const [done] = await ask<Record<'verdicts' | 'moments' | 'activities' | 'messages', number>>(
    ours.databaseUrl,
    `SELECT (SELECT count(*)::int FROM clocks WHERE document_id = ANY($1) AND verdict = 'broken') AS verdicts,
       (SELECT count(*)::int FROM gj_clock_moments WHERE clock_id = ANY($1)) AS moments,
       (SELECT count(*)::int FROM activities a JOIN clocks c ON c.case_id = a.case_id WHERE c.document_id = ANY($1) AND a.actor_kind = 'timer') AS activities,
       (SELECT count(*)::int FROM outbox_messages m JOIN clocks c ON c.case_id = m.case_id WHERE c.document_id = ANY($1)) AS messages`,
    [ids],
  );
  const whole =
    done?.verdicts === count &&
    done.moments === 3 * count &&
    done.activities === 3 * count &&
    done.messages === 3 * count;
  if (!whole) throw new Error(`not all of ${count} were handled: ${JSON.stringify(done)}`);
  return line(
    `${count.toLocaleString('en')} due at once: verdict, 2 escalations, history, messages`,
    `${(took / 1000).toFixed(1)} s`,
    '≤ 10 s',
    took <= 10_000,
  );
}

const STEADY_SECONDS = 20;
const A_SECOND = 100;

async function steady({ ours }: Stage): Promise<Line> {
  const ids = await makeDue(ours.databaseUrl, {
    count: STEADY_SECONDS * A_SECOND,
    from: "now() AT TIME ZONE 'UTC' + interval '3 seconds'",
    apart: 1000 / A_SECOND,
  });
  await ours.ask('startWakeUps');
  await wait((STEADY_SECONDS + 6) * 1000);
  await ours.ask('stopWakeUps');
  // Late is what others can see: from the moment it was due until the transaction that acted on it was committed.
  const [late] = await ask<{ p99: number; count: number }>(
    ours.databaseUrl,
    `SELECT count(*)::int AS count, percentile_cont(0.99) WITHIN GROUP (ORDER BY
       extract(epoch FROM pg_xact_commit_timestamp(m.xmin) - m.at AT TIME ZONE 'UTC') * 1000)::float AS p99
     FROM gj_clock_moments m WHERE m.clock_id = ANY($1) AND m.kind = 'due'`,
    [ids],
  );
  if (late?.count !== ids.length) throw new Error(`${ids.length} were due, ${late?.count} were handled`);
  return line(
    `${A_SECOND} due a second for ${STEADY_SECONDS} s: lateness, 99th percentile`,
    `${late.p99.toFixed(0)} ms`,
    '≤ 1000 ms',
    late.p99 <= 1000,
  );
}
