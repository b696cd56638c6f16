import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { invalid } from '../rules/refusal';
import { canonical } from './canonical';
import { query } from './db';
import type { Performed } from './perform';

export interface AnswerKey {
  /** Whose key it is: another caller's same key is another key. */
  readonly scope: string;
  readonly key: string;
  readonly fingerprint: string;
}

/** SHA-256 (hex) of a request, the order of its keys left aside. */
export const fingerprintOf = (request: unknown): string =>
  createHash('sha256').update(canonical(request)).digest('hex');

/**
 * The answer already given to this key, or null when it is new — then it is taken, and whoever comes with the same
 * key waits for this transaction. Throws IDEMPOTENCY_KEY_REUSED when it was used for another request.
 */
export async function recallAnswer(
  client: PoolClient,
  { scope, key, fingerprint }: AnswerKey,
): Promise<Performed | null> {
  const taken = await query(
    client,
    'INSERT INTO gj_idempotency_keys (scope, key, fingerprint) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING key',
    [scope, key, fingerprint],
  );
  if (taken.length > 0) return null;
  const [known] = await query<{ fingerprint: string; response: Performed }>(
    client,
    'SELECT fingerprint, response FROM gj_idempotency_keys WHERE scope = $1 AND key = $2',
    [scope, key],
  );
  if (known?.fingerprint !== fingerprint)
    throw invalid('IDEMPOTENCY_KEY_REUSED', { field: 'Idempotency-Key' });
  return known.response;
}

export async function rememberAnswer(
  client: PoolClient,
  { scope, key }: AnswerKey,
  answer: Performed,
): Promise<void> {
  await query(client, 'UPDATE gj_idempotency_keys SET response = $3::jsonb WHERE scope = $1 AND key = $2', [
    scope,
    key,
    JSON.stringify(answer),
  ]);
}
