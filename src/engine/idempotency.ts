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

/** Takes the keys that are new, in an order in which no two transactions wait for each other; gives the indexes of those taken. */
export async function takeKeys(
  client: PoolClient,
  keyed: readonly { readonly index: number; readonly key: AnswerKey }[],
): Promise<Set<number>> {
  if (keyed.length === 0) return new Set();
  const first = new Map<string, { index: number; key: AnswerKey }>();
  for (const { index, key } of keyed) {
    const name = nameOf(key);
    if (!first.has(name)) first.set(name, { index, key });
  }
  const asked = [...first.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { key }]) => key);
  const taken = await query<{ scope: string; key: string }>(
    client,
    `INSERT INTO gj_idempotency_keys (scope, key, fingerprint)
     SELECT x.scope, x.key, x.fingerprint FROM unnest($1::text[], $2::text[], $3::text[]) AS x(scope, key, fingerprint)
     ON CONFLICT DO NOTHING RETURNING scope, key`,
    [
      asked.map(({ scope }) => scope),
      asked.map(({ key }) => key),
      asked.map(({ fingerprint }) => fingerprint),
    ],
  );
  return new Set(taken.map((row) => first.get(nameOf(row))?.index ?? -1));
}

const nameOf = ({ scope, key }: Pick<AnswerKey, 'scope' | 'key'>): string => JSON.stringify([scope, key]);

export async function rememberAnswers(
  client: PoolClient,
  answers: readonly { readonly key: AnswerKey; readonly answer: Performed }[],
): Promise<void> {
  if (answers.length === 0) return;
  await query(
    client,
    `UPDATE gj_idempotency_keys k SET response = x.response FROM unnest($1::text[], $2::text[], $3::jsonb[]) AS x(scope, key, response)
     WHERE k.scope = x.scope AND k.key = x.key`,
    [
      answers.map(({ key }) => key.scope),
      answers.map(({ key }) => key.key),
      answers.map(({ answer }) => JSON.stringify(answer)),
    ],
  );
}
