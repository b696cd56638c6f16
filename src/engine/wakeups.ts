import type { PoolClient } from 'pg';
import { fireMoment, type Clock, type ClockMoment, type TargetPolicy } from '../rules/clocks';
import type { Message } from '../rules/cases/types';
import { CLOCK_SELECT, clockOf } from './clock-rows';
import { inTransaction, query, runParts } from './db';
import { flush, updateClocks } from './flush';
import { groupBy } from './group';
import type { Office } from './office';
import { addActivity, keyOf, newWork, type Work } from './work';

/** How many clocks one transaction takes at a time. */
const BATCH = 500;

/**
 * Acts on every clock whose next moment has come: warns, gives the verdict, climbs the chain [C-11]. Claims
 * with SKIP LOCKED, so any number of instances may do this at once; the unique key on fired moments makes
 * each of them happen exactly once. Gives back how many clocks were acted on.
 */
export async function wakeUp(office: Office, now: number = office.now()): Promise<number> {
  let handled = 0;
  for (;;) {
    const claimed = await inTransaction(office.pool, (client) => handleBatch(office, client, now));
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

async function handleBatch(office: Office, client: PoolClient, now: number): Promise<number> {
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
  const work = newWork(office, client, await office.policy.current(client));
  for (const { clock, headSeq, headHash } of claimed) {
    work.heads.set(keyOf(clock.caseType, clock.caseId), { seq: headSeq, hash: headHash });
  }
  const responsible = await responsibleFor(office, client, claimed);
  const after = claimed.map(({ clock }) =>
    actOn(work, { clock, now, below: responsible.get(clock.caseId) ?? null }),
  );
  await runParts(client, [updateClocks(after, now)]);
  await flush(work, now);
  return claimed.length;
}

interface Acting {
  readonly clock: Clock;
  readonly now: number;
  /** Who answers for the case. */
  readonly below: string | null;
}

/** Everything that has come due on one clock, one moment after the other. */
function actOn(work: Work, { clock, now, below }: Acting): Clock {
  const target = work.office.policy.version(clock.targetId, clock.targetVersion);
  if (!target) throw new Error(`clock ${clock.documentId}: its target version is lost`);
  let current = clock;
  while (current.nextAt !== null && current.nextAt <= now) {
    const fired = fireMoment(current, target);
    if (!fired) break;
    note(work, { before: current, after: fired.clock, moment: fired.moment, target, now, below });
    current = fired.clock;
  }
  return current;
}

interface Noting {
  readonly before: Clock;
  readonly after: Clock;
  readonly moment: ClockMoment;
  readonly target: TargetPolicy;
  readonly now: number;
  readonly below: string | null;
}

/** The line in the history, the mark that it happened, and the message to whom it concerns. */
function note(work: Work, { before, after, moment, target, now, below }: Noting): void {
  const { caseType, caseId, name, cycle, caseNumber } = before;
  const moved = (field: 'verdict' | 'dueAt') =>
    before[field] === after[field] ? {} : { [field]: [before[field], after[field]] as const };
  addActivity(work, {
    caseType,
    caseId,
    action: `clock.${moment.kind}`,
    recordedAt: new Date(now).toISOString(),
    occurredAt: new Date(moment.at).toISOString(),
    actorKind: 'timer',
    actorId: null,
    actorName: 'timer',
    via: 'timer',
    fromStage: null,
    toStage: null,
    cycle,
    changes: {
      clock: [null, name],
      ...(moment.level ? { level: [null, moment.level] } : {}),
      ...moved('verdict'),
      ...moved('dueAt'),
    },
    note: null,
    rules: ['C-11', target.rule].filter(Boolean).join(' '),
  });
  if (moment.kind === 'pause_limit') return;
  work.moments.push({ clock: before, kind: moment.kind, level: moment.level, at: moment.at, firedAt: now });
  const message = messageFor(moment, target, below);
  if (!message) return;
  work.messages.push({
    ...message,
    params: {
      clock: name,
      rule: target.rule,
      number: caseNumber,
      dueAt: new Date(before.dueAt).toISOString(),
    },
    caseType,
    caseId,
    below,
    dedupeKey: `${before.documentId}:${moment.kind}:${moment.level}`,
  });
}

function messageFor(moment: ClockMoment, target: TargetPolicy, below: string | null): Message | null {
  const owner: Message['to'] = below ? { staff: below } : { post: 'supervisor' };
  if (moment.kind === 'warn') return { template: 'clock_warning', to: owner };
  if (moment.kind === 'due') return { template: 'clock_broken', to: owner };
  const step = target.escalations[moment.level - 1];
  if (!step) return null;
  return { template: 'clock_escalated', to: step.to === 'handler' ? owner : { post: step.to } };
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
