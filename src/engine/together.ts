import type { PoolClient } from 'pg';
import { apply } from './apply';
import { answersToAll, NeedsItsOwn, noteDecided, putDownOf } from './asks';
import { briefLock, type BriefLock } from './asks/brief-lock';
import { inTransaction, type Ending } from './db';
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
  const policy = await office.policy.latest(office.pool);
  return inTransaction(
    office.pool,
    async (client, ending) => {
      const brief = briefLock(office.locks);
      try {
        return await performAll({ office, client, policy, batch, brief, ending });
      } finally {
        await brief.drop();
      }
    },
    { readsFirst: true },
  );
}

interface Performing {
  readonly office: Office;
  readonly client: PoolClient;
  readonly policy: Policy;
  readonly batch: readonly Waiting[];
  readonly brief: BriefLock;
  readonly ending: Ending;
}

/** Whether the records named may be named, and what the actions ask: one trip, unless the policy has just been changed. */
async function lookUp({ office, client, policy, batch, brief }: Performing, now: number) {
  const questions = batch.map(({ request }) => ({ ...request, record: null, now }));
  const named = batch.map(({ request: { type, action, input } }) =>
    referencesIn(definitionOf(office, type), action, input),
  );
  const [{ revision, refusals }, answers] = await Promise.all([
    knownReferences(office, client, named),
    answersToAll({ office, client, policy, brief }, questions),
  ]);
  const asOf = await office.policy.at(revision);
  if (asOf === policy) return { policy, refusals, answers };
  await brief.drop();
  return {
    policy: asOf,
    refusals,
    answers: await answersToAll({ office, client, policy: asOf, brief }, questions),
  };
}

async function performAll(performing: Performing): Promise<Outcome[]> {
  const { office, client, batch, brief, ending } = performing;
  const now = office.now();
  const outcomes: Outcome[] = batch.map(() => ({ alone: true }));
  const decided = new Map<number, { held: HeldCase; work: ReturnType<typeof newWork> }>();
  const { policy, refusals, answers } = await lookUp(performing, now);
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
  const putDown = brief.letGo(putDownOf(answers, works));
  const keyed = [...decided.keys()].flatMap((index) => {
    const key = batch[index]?.key;
    return key ? [{ index, key }] : [];
  });
  putDown.catch(() => undefined);
  const free = await takeKeys(client, keyed);
  // A key that was used before has its answer already, or is being answered now: that is for `alone` to find out.
  for (const { index } of keyed) if (!free.has(index)) decided.delete(index);

  const whole = newWork(office, client, policy);
  for (const { work } of decided.values()) takeOver(whole, work);
  // Turns stand where they were put down: others may have had theirs since.
  whole.turns.clear();
  await Promise.all([flush(whole, now, keyed.length === 0 ? ending : undefined), putDown]);
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
