import type { PoolClient } from 'pg';
import type { Actor } from '../rules/cases/types';
import { conflict, invalid, Refusal } from '../rules/refusal';
import { apply } from './apply';
import { inTransaction, query, type Ending } from './db';
import { flush } from './flush';
import { fingerprintOf, recallAnswer, rememberAnswer } from './idempotency';
import { definitionOf, type Office } from './office';
import type { Policy } from './policy';
import { presentRecord, type PresentedRecord } from './present';
import { LEFT_MEANWHILE_STATE } from './robust/database-errors';
import { checkReferences, referencesIn } from './references';
import { changedSince } from './stale';
import { mayShare, performTogether } from './together';
import { newWork } from './work';

export interface PerformRequest {
  /** The API name of the case type. */
  readonly type: string;
  /** documentId of the case, or 'new' for a first action. */
  readonly id: string;
  readonly action: string;
  readonly input: unknown;
  readonly actor: Actor;
  /** Epoch milliseconds; the office's own clock when not given. */
  readonly now?: number;
  /** The version that the caller saw; an older one than the stored is refused. */
  readonly version?: number | undefined;
  /** The same key with the same request gives the same answer once; with another request it is refused. */
  readonly idempotencyKey?: string | undefined;
}

export interface Performed {
  readonly type: string;
  readonly documentId: string;
  /** The record as it is after the action, personal data masked. */
  readonly record: PresentedRecord;
  /** True when this is the answer of an earlier request with the same key. */
  readonly repeated: boolean;
}

/**
 * The one door: performs an action on a case, whoever asks for it. In one transaction: the record is
 * locked, the rules decide, and the change, its activity, its clocks and its messages are written — or
 * nothing is. Throws a `Refusal` of `decide`, of the references, or IDEMPOTENCY_KEY_REUSED.
 */
export async function perform(office: Office, request: PerformRequest): Promise<Performed> {
  if (!mayShare(office, request)) return performAlone(office, request);
  return performTogether(office, request, { key: keyOf(request), alone: performAlone });
}

/** How often a request is decided anew because somebody left the office meanwhile. */
const MOST_TRIES = 3;

async function performAlone(office: Office, request: PerformRequest): Promise<Performed> {
  const definition = definitionOf(office, request.type);
  const references = referencesIn(definition, request.action, request.input);
  for (let tries = 1; ; tries += 1) {
    const { revision } = await checkReferences(office, references);
    const policy = await office.policy.at(revision);
    try {
      return await inTransaction(
        office.pool,
        (client, ending) => performWithin({ office, client, policy, request, ending }),
        // A first action may begin with its number, and a key is written down before anything else.
        { readsFirst: request.id !== 'new' && request.idempotencyKey === undefined },
      );
    } catch (error) {
      if ((error as { code?: unknown }).code !== LEFT_MEANWHILE_STATE || tries >= MOST_TRIES) throw error;
    }
  }
}

interface Within {
  readonly office: Office;
  readonly client: PoolClient;
  readonly policy: Policy;
  readonly request: PerformRequest;
  /** Where nothing comes after it in the transaction. */
  readonly ending?: Ending;
}

/** Performs a request within a transaction that others take part in. */
export async function performWithin({ office, client, policy, request, ending }: Within): Promise<Performed> {
  const now = request.now ?? office.now();
  const key = keyOf(request);
  if (key) {
    const recalled = await recallAnswer(client, key);
    if (recalled) return { ...recalled, repeated: true };
  }
  const work = newWork(office, client, policy);
  const held = await apply(work, {
    type: request.type,
    id: request.id,
    action: request.action,
    input: request.input,
    actor: request.actor,
    now,
    version: request.version,
    follows: false,
  }).catch((error: unknown) => sayWhatChanged(client, request, error));
  await flush(work, now, key ? undefined : ending);
  const performed: Performed = {
    type: request.type,
    documentId: held.record.documentId,
    record: presentRecord(office, request.type, held.record),
    repeated: false,
  };
  if (key) await rememberAnswer(client, key, performed);
  return performed;
}

/** Adds to the refusal of a stale save what has changed since the version that the caller saw. */
async function sayWhatChanged(
  client: PoolClient,
  { type, id, version }: PerformRequest,
  error: unknown,
): Promise<never> {
  if (!(error instanceof Refusal) || error.code !== 'STALE_WRITE' || version === undefined) throw error;
  throw conflict(error.code, {
    ...error.details,
    changed: await changedSince(client, { type, id, version }),
  });
}

function keyOf(request: PerformRequest) {
  const { idempotencyKey, actor } = request;
  if (idempotencyKey === undefined) return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(idempotencyKey))
    throw invalid('IDEMPOTENCY_KEY_INVALID', { field: 'Idempotency-Key' });
  return {
    scope: `${actor.kind}:${actor.id ?? actor.name}`,
    key: idempotencyKey,
    fingerprint: fingerprintOf([
      request.type,
      request.id,
      request.action,
      request.input ?? null,
      request.version ?? null,
    ]),
  };
}

/** Throws away answers kept for idempotency keys that are older than `days`. */
export async function forgetOldAnswers(office: Office, days: number): Promise<void> {
  await query(
    office.pool,
    'DELETE FROM gj_idempotency_keys WHERE created_at < now() - make_interval(days => $1)',
    [days],
  );
}
