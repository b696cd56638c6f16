import type { PoolClient } from 'pg';
import type { Clock } from '../rules/clocks';
import { CLOCK_SELECT, clockOf } from './clock-rows';
import { inTransaction, query, runParts } from './db';
import { doDeeds } from './deeds';
import { flush, updateClocks } from './flush';
import { groupBy } from './group';
import type { Office } from './office';
import type { Policy } from './policy';
import { settleClocks, type Settling } from './settle';
import { keyOf, newWork, type Work } from './work';

/** How many clocks one transaction takes at a time. */
const BATCH = 500;

/**
 * Does what was put off until now, then acts on every clock whose next moment has come: warns, gives the verdict,
 * climbs the chain [C-11]. Claims
 * with SKIP LOCKED, so any number of instances may do this at once; the unique key on fired moments makes
 * each of them happen exactly once. Gives back how many of both.
 */
export async function wakeUp(office: Office, now: number = office.now()): Promise<number> {
  let handled = await doDeeds(office, now);
  for (;;) {
    // Read before the transaction: a policy that has moved is read on other connections of the same pool.
    const policy = await office.policy.current(office.pool);
    const claimed = await inTransaction(office.pool, (client) =>
      handleBatch({ office, policy, client, now }),
    );
    handled += claimed;
    if (claimed < BATCH) return handled;
  }
}

/** When the next moment of any clock comes, epoch milliseconds; null when none is to come. */
export async function nextMomentAt(office: Office): Promise<number | null> {
  const [row] = await query<{ at: string | null }>(
    office.pool,
    'SELECT min(next_at) AS at FROM clocks WHERE next_at IS NOT NULL',
  );
  return row?.at ? Date.parse(row.at) : null;
}

interface Claimed {
  readonly clock: Clock;
  readonly headSeq: number;
  readonly headHash: string;
}

interface Batch {
  readonly office: Office;
  readonly policy: Policy;
  readonly client: PoolClient;
  readonly now: number;
}

async function handleBatch({ office, policy, client, now }: Batch): Promise<number> {
  const rows = await query<Record<string, unknown> & { headSeq: number; headHash: string }>(
    client,
    `SELECT ${CLOCK_SELECT}, h.seq AS "headSeq", h.hash AS "headHash"
     FROM clocks c JOIN gj_case_heads h ON h.case_id = c.case_id AND h.case_type = c.case_type
     WHERE c.next_at IS NOT NULL AND c.next_at <= $1::timestamp ORDER BY c.next_at LIMIT ${BATCH} FOR UPDATE OF c, h SKIP LOCKED`,
    [new Date(now).toISOString()],
  );
  if (rows.length === 0) return 0;
  const claimed = rows.map((row): Claimed => ({
    clock: clockOf(row),
    headSeq: row.headSeq,
    headHash: row.headHash,
  }));
  await office.policy.fetchVersions(
    client,
    claimed.map(({ clock }) => clock),
  );
  const work = newWork(office, client, policy);
  for (const { clock, headSeq, headHash } of claimed) {
    work.heads.set(keyOf(clock.caseType, clock.caseId), { seq: headSeq, hash: headHash });
  }
  const responsible = await responsibleFor(office, client, claimed);
  const after = claimed.map(({ clock }) =>
    settleOrPutOff(work, { clock, now, below: responsible.get(clock.caseId) ?? null }),
  );
  await runParts(client, [updateClocks(after, now)]);
  await flush(work, now);
  return claimed.length;
}

/** How long a clock that cannot be acted on is left alone, milliseconds. */
const PUT_OFF = 300_000;

/** One clock that cannot be acted on must not keep all others waiting: it is logged and tried again later. */
function settleOrPutOff(work: Work, settling: Settling): Clock {
  const { clock, now } = settling;
  const key = keyOf(clock.caseType, clock.caseId);
  const head = work.heads.get(key);
  const lengths = [work.activities, work.messages, work.moments].map((list) => [list, list.length] as const);
  try {
    return settleClocks(work, settling);
  } catch (error) {
    for (const [list, length] of lengths) list.length = length;
    if (head) work.heads.set(key, head);
    work.office.strapi.log.error(
      `Clock ${clock.documentId} could not be acted on: ${(error as Error).message}`,
    );
    return { ...clock, nextAt: now + PUT_OFF };
  }
}

/** Who answers for each case, by the case's documentId: one query per record type. */
async function responsibleFor(
  office: Office,
  client: PoolClient,
  claimed: readonly Claimed[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [type, group] of groupBy(claimed, ({ clock }) => clock.caseType)) {
    const table = office.tables.get(type);
    const link = table?.links.find(
      ({ attribute }) => attribute === office.definitions.get(type)?.responsible,
    );
    if (!table || !link) continue;
    const rows = await query<{ id: string; who: string }>(
      client,
      `SELECT t.document_id AS id, o.document_id AS who FROM "${table.table}" t
       JOIN "${link.table}" l ON l."${link.ownColumn}" = t.id JOIN "${link.otherTable}" o ON o.id = l."${link.otherColumn}"
       WHERE t.document_id = ANY($1)`,
      [group.map(({ clock }) => clock.caseId)],
    );
    for (const { id, who } of rows) found.set(id, who);
  }
  return found;
}

export interface WakeUpLoop {
  stop(): Promise<void>;
}

/** Longest rest between two looks, milliseconds: another instance may have started a nearer clock. */
const LONGEST_REST = 250;

/** Looks for due clocks again and again until stopped; an error is logged and the next look comes all the same. */
export function startWakeUps(office: Office): WakeUpLoop {
  let stopped = false;
  let wake: (() => void) | undefined;
  const run = async (): Promise<void> => {
    while (!stopped) {
      try {
        await wakeUp(office);
      } catch (error) {
        office.strapi.log.error(`Wake-up failed: ${(error as Error).message}`);
      }
      if (stopped) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, LONGEST_REST);
      });
    }
  };
  const running = run();
  return {
    async stop() {
      stopped = true;
      wake?.();
      await running;
    },
  };
}
