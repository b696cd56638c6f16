import type { PoolClient } from 'pg';
import { apply } from './apply';
import { answersToAll, NeedsItsOwn, noteDecided, putDownOf } from './asks';
import { briefLock, type BriefLock } from './asks/brief-lock';
import { inTransaction } from './db';
import { flush } from './flush';
import { gather } from './gather';
import { rememberAnswers, takeKeys, type AnswerKey } from './idempotency';
import { definitionOf, type Office } from './office';
import type { Performed, PerformRequest } from './perform';
import type { Policy } from './policy';
import { presentRecord } from './present';
import { knownReferences, referencesIn } from './references';
import { newWork, takeOver, type HeldCase } from './work';

/** How many requests one transaction takes at most. */
const MOST = 50;
/** How many such transactions may be under way: while one is being put on disk the next is decided. */
export const BATCHES_UNDER_WAY = 3;

export type Perform = (office: Office, request: PerformRequest) => Promise<Performed>;

interface Waiting {
  readonly request: PerformRequest;
  readonly key: AnswerKey | null;
}

const queues = new WeakMap<Office, (waiting: Waiting) => Promise<Outcome>>();

/** Whether a request makes a case that touches no other, so that it may share its transaction with its like. */
export function mayShare(office: Office, { type, id, action, now }: PerformRequest): boolean {
  if (id !== 'new' || now !== undefined) return false;
  const definition = definitionOf(office, type);
  const known = Object.hasOwn(definition.actions, action) ? definition.actions[action] : undefined;
  return !definition.root && known?.from === 'nothing' && !known.needs?.length;
}

/**
 * Performs first actions that come at the same time in one transaction. Numbers without gaps make intakes wait
 * for each other's commit; so those that would wait are taken along in the next one. Each is still decided by itself and answered when
 * the transaction is on disk; one that the rules refuse does not concern the others, and when the database refuses
 * the whole, each is performed `alone`.
 */
export async function performTogether(
  office: Office,
  request: PerformRequest,
  { key, alone }: { key: AnswerKey | null; alone: Perform },
): Promise<Performed> {
  const queue = queues.get(office) ?? queueFor(office);
  queues.set(office, queue);
  const outcome = await queue({ request, key });
  if ('performed' in outcome) return outcome.performed;
  if ('error' in outcome) throw outcome.error;
  return alone(office, request);
}

const queueFor = (office: Office) =>
  gather<Waiting, Outcome>({
    most: MOST,
    underWay: BATCHES_UNDER_WAY,
    take: async (batch) => {
      try {
        return await performBatch(office, batch);
      } catch (error) {
        if (!refusedByDatabase(error)) throw error;
        return batch.map(() => ({ alone: true }));
      }
    },
  });

/**
 * Whether the database said no, so that surely nothing was written. A connection lost on the way says nothing of
 * the kind: the commit may have got through, and doing it again could do it twice.
 */
function refusedByDatabase(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^(?!08|57P)[0-9A-Z]{5}$/.test(code);
}

type Outcome = { readonly performed: Performed } | { readonly error: unknown } | { readonly alone: true };

async function performBatch(office: Office, batch: readonly Waiting[]): Promise<Outcome[]> {
  const { revision, refusals } = await knownReferences(
    office,
    batch.map(({ request: { type, action, input } }) =>
      referencesIn(definitionOf(office, type), action, input),
    ),
  );
  const policy = await office.policy.at(revision);
  return inTransaction(office.pool, async (client) => {
    const brief = briefLock(office.locks);
    try {
      return await performAll({ office, client, policy, batch, refusals, brief });
    } finally {
      await brief.drop();
    }
  });
}

interface Performing {
  readonly office: Office;
  readonly client: PoolClient;
  readonly policy: Policy;
  readonly batch: readonly Waiting[];
  /** By request, why one of the records that it names cannot be named. */
  readonly refusals: Awaited<ReturnType<typeof knownReferences>>['refusals'];
  readonly brief: BriefLock;
}

async function performAll({
  office,
  client,
  policy,
  batch,
  refusals,
  brief,
}: Performing): Promise<Outcome[]> {
  const now = office.now();
  const outcomes: Outcome[] = batch.map(() => ({ alone: true }));
  const decided = new Map<number, { held: HeldCase; work: ReturnType<typeof newWork> }>();
  const answers = await answersToAll(
    { office, client, policy, brief },
    batch.map(({ request }) => ({ ...request, record: null, now })),
  );
  for (const [index, { request }] of batch.entries()) {
    const given = answers[index];
    if (!given) continue;
    const refusal = refusals[index];
    const work = { ...newWork(office, null, policy), asking: client };
    try {
      if (refusal) throw refusal;
      const held = await apply(work, { ...request, version: undefined, now, follows: false, answers: given });
      decided.set(index, { held, work });
      noteDecided(given, work);
    } catch (error) {
      if (!(error instanceof NeedsItsOwn)) outcomes[index] = { error };
    }
  }
  const works = [...decided.values()].map(({ work }) => work);
  await brief.letGo(putDownOf(answers, works));
  const keyed = [...decided.keys()].flatMap((index) => {
    const key = batch[index]?.key;
    return key ? [{ index, key }] : [];
  });
  const free = await takeKeys(client, keyed);
  // A key that was used before has its answer already, or is being answered now: that is for `alone` to find out.
  for (const { index } of keyed) if (!free.has(index)) decided.delete(index);

  const whole = newWork(office, client, policy);
  for (const { work } of decided.values()) takeOver(whole, work);
  // Turns stand where they were put down: others may have had theirs since.
  whole.turns.clear();
  await flush(whole, now);
  for (const [index, { held }] of decided) {
    const { type } = held;
    const { documentId } = held.record;
    outcomes[index] = {
      performed: { type, documentId, record: presentRecord(office, type, held.record), repeated: false },
    };
  }
  await rememberAnswers(
    client,
    keyed.flatMap(({ index, key }) => {
      const outcome = outcomes[index];
      return outcome && 'performed' in outcome ? [{ key, answer: outcome.performed }] : [];
    }),
  );
  return outcomes;
}
