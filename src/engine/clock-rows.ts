import type { Pool, PoolClient } from 'pg';
import type { BankedPause, Clock } from '../rules/clocks';
import { query } from './db';

const MOMENTS = [
  'startedAt',
  'promisedAt',
  'dueAt',
  'pausedAt',
  'pauseLimitAt',
  'stoppedAt',
  'brokenAt',
  'nextAt',
] as const;

/** The columns of a clock that can change, with their PostgreSQL types. */
export const CLOCK_COLUMNS: readonly (readonly [field: keyof Clock, column: string, sqlType: string])[] = [
  ['caseType', 'case_type', 'text'],
  ['caseId', 'case_id', 'text'],
  ['caseNumber', 'case_number', 'text'],
  ['name', 'name', 'text'],
  ['cycle', 'cycle', 'integer'],
  ['targetId', 'target_id', 'text'],
  ['targetVersion', 'target_version', 'integer'],
  ['ruleCode', 'rule_code', 'text'],
  ['startedAt', 'started_at', 'timestamp'],
  ['promisedAt', 'promised_at', 'timestamp'],
  ['dueAt', 'due_at', 'timestamp'],
  ['pausedAt', 'paused_at', 'timestamp'],
  ['pauseReason', 'pause_reason', 'text'],
  ['pauseLimitAt', 'pause_limit_at', 'timestamp'],
  ['pauses', 'pauses', 'jsonb'],
  ['pausedSeconds', 'paused_seconds', 'integer'],
  ['usedSeconds', 'used_seconds', 'integer'],
  ['stoppedAt', 'stopped_at', 'timestamp'],
  ['verdict', 'verdict', 'text'],
  ['brokenAt', 'broken_at', 'timestamp'],
  ['nextAt', 'next_at', 'timestamp'],
  ['nextKind', 'next_kind', 'text'],
  ['nextLevel', 'next_level', 'integer'],
  ['fired', 'fired', 'jsonb'],
];

export const CLOCK_SELECT = `c.document_id AS "documentId", ${CLOCK_COLUMNS.map(([field, column]) => `c.${column} AS "${field}"`).join(', ')}`;

/** A clock as it is read from its row: moments as epoch milliseconds. */
export function clockOf(row: Readonly<Record<string, unknown>>): Clock {
  const moments = Object.fromEntries(
    MOMENTS.map((field) => [field, typeof row[field] === 'string' ? Date.parse(row[field]) : null]),
  );
  return {
    ...(row as unknown as Clock),
    ...moments,
    pauses: ((row.pauses ?? []) as readonly { from: string; to: string; reason: string }[]).map(
      (pause): BankedPause => ({ ...pause, from: Date.parse(pause.from), to: Date.parse(pause.to) }),
    ),
    fired: (row.fired ?? []) as string[],
  };
}

const isoOrNull = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** The row of a clock, by column, ready to be given as JSON. */
export function rowOfClock(clock: Clock): Record<string, unknown> {
  const row: Record<string, unknown> = { document_id: clock.documentId };
  for (const [field, column, sqlType] of CLOCK_COLUMNS) {
    const value = sqlType === 'timestamp' ? isoOrNull(clock[field] as number | null) : clock[field];
    // What is not named becomes NULL.
    if (value !== null) row[column] = value;
  }
  row.pauses = clock.pauses.map((pause) => ({
    from: isoOrNull(pause.from),
    to: isoOrNull(pause.to),
    reason: pause.reason,
  }));
  return row;
}

/** All clocks of a case, oldest first. */
export async function readClocks(
  client: Pool | PoolClient,
  caseType: string,
  caseId: string,
): Promise<Clock[]> {
  const rows = await query(
    client,
    `SELECT ${CLOCK_SELECT} FROM clocks c WHERE c.case_id = $1 AND c.case_type = $2 ORDER BY c.id`,
    [caseId, caseType],
  );
  return rows.map(clockOf);
}
