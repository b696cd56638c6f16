import type { PoolClient } from 'pg';
import { Refusal } from '../rules/refusal';
import { THE_TIMER } from './actor';
import { ComeBack } from './asks/ask';
import { inTransaction, query } from './db';
import type { Office } from './office';
import { performWithin } from './perform';

interface DueDeed extends Record<string, unknown> {
  readonly row: number;
  readonly type: string;
  readonly id: string;
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * Does what the office had put off until now (`Outcome.later`), one deed a transaction: claimed with SKIP LOCKED and
 * struck off together with what it brings about, so that each is done once by however many instances. One that the
 * rules refuse by now is struck off all the same. Gives back how many were done.
 */
export async function doDeeds(office: Office, now: number = office.now()): Promise<number> {
  let done = 0;
  for (;;) {
    const policy = await office.policy.current(office.pool);
    let deed: DueDeed | undefined;
    const found = await inTransaction(office.pool, async (client) => {
      deed = await claim(client, now);
      if (!deed) return false;
      const { type, id, action, input } = deed;
      const request = { type, id, action, input, actor: THE_TIMER, now };
      try {
        await performWithin({ office, client, policy, request });
        done += 1;
      } catch (error) {
        // Decided before anything is written: the matter has moved on, and nothing is left behind.
        if (!(error instanceof Refusal)) throw error;
        office.strapi.log.debug(`${type} ${id}: ${action} is not called for any more (${error.code})`);
      }
      return true;
    }).catch((error: unknown) => putOff(office, { deed, now, error }));
    if (!found) return done;
  }
}

/** How long a deed that fails is left alone, milliseconds. */
const PUT_OFF = 300_000;
/** The same for one that somebody else was in the way of. */
const SHORTLY = 2_000;

/** One deed that fails must not keep all others waiting: it is logged and tried again later. */
async function putOff(
  office: Office,
  { deed, now, error }: { deed: DueDeed | undefined; now: number; error: unknown },
): Promise<true> {
  if (!deed) throw error;
  const busy = error instanceof ComeBack;
  if (!busy)
    office.strapi.log.error(`${deed.type} ${deed.id}: ${deed.action} failed: ${(error as Error).message}`);
  await query(office.pool, 'UPDATE gj_deeds SET due_at = $2::timestamp WHERE id = $1', [
    deed.row,
    new Date(now + (busy ? SHORTLY : PUT_OFF)).toISOString(),
  ]);
  return true;
}

async function claim(client: PoolClient, now: number): Promise<DueDeed | undefined> {
  const [deed] = await query<DueDeed>(
    client,
    `DELETE FROM gj_deeds WHERE id = (SELECT id FROM gj_deeds WHERE due_at <= $1::timestamp ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id AS row, case_type AS type, case_id AS id, action, input`,
    [new Date(now).toISOString()],
  );
  return deed;
}
