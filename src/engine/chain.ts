import { createHash, type Hash } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import { hashOf, type ChainedActivity } from './activities';
import { query } from './db';
import type { Office } from './office';
import { localDate } from '../rules/time';

/** How many rows are read at a time. */
const PAGE = 5000;

export interface ChainFault {
  readonly caseType: string;
  readonly caseId: string;
  readonly seq: number;
  /**
   * gap: a line is missing; changed: its content is not what was hashed; torn: it does not follow the one before;
   * head: the end differs; unrecorded: a case without a history; lost: a history whose case is gone.
   */
  readonly fault: 'gap' | 'changed' | 'torn' | 'head' | 'unrecorded' | 'lost';
}

export interface ChainReport {
  readonly cases: number;
  readonly activities: number;
  readonly digests: number;
  readonly faults: readonly ChainFault[];
  /** Days (YYYY-MM-DD) whose kept digest is not that of the histories as they stand. */
  readonly brokenDigests: readonly string[];
}

interface Head {
  readonly caseType: string;
  readonly caseId: string;
  readonly seq: number;
  readonly hash: string;
}

type ActivityRow = ChainedActivity &
  Record<string, unknown> & { id: number; headSeq: number | null; headHash: string | null };

const COLUMNS = `a.id, a.case_type AS "caseType", a.case_id AS "caseId", a.seq, action, recorded_at AS "recordedAt", occurred_at AS "occurredAt",
  actor_kind AS "actorKind", actor_id AS "actorId", actor_name AS "actorName", via, from_stage AS "fromStage", to_stage AS "toStage",
  cycle, changes, note, rules, prev_hash AS "prevHash", a.hash, h.seq AS "headSeq", h.hash AS "headHash"`;

/**
 * Walks every chain of activities and names each place where it has been cut, changed or lost; works out anew
 * each digest that was kept. The office may go on working meanwhile.
 */
export async function verifyChains(office: Pick<Office, 'pool' | 'tables'>): Promise<ChainReport> {
  const digests = await keptDigests(office);
  const faults: ChainFault[] = [];
  let cases = 0;
  let activities = 0;
  let lines: ActivityRow[] = [];
  const endCase = (): void => {
    const last = lines[lines.length - 1];
    if (!last) return;
    cases += 1;
    if (last.headSeq !== last.seq || last.headHash !== last.hash) faults.push(faultAt(last, 'head'));
    for (const digest of digests) addHead(digest, lines);
    lines = [];
  };
  for await (const row of allActivities(office)) {
    activities += 1;
    const before = lines[lines.length - 1];
    if (before && (before.caseId !== row.caseId || before.caseType !== row.caseType)) endCase();
    faults.push(...faultsOf(row, lines[lines.length - 1]));
    lines.push(row);
  }
  endCase();
  for (const table of office.tables.values())
    faults.push(...(await strayOf(office, table.type, table.table)));
  return {
    cases,
    activities,
    digests: digests.length,
    faults,
    brokenDigests: digests.filter((one) => one.hash.digest('hex') !== one.digest).map(({ day }) => day),
  };
}

async function* allActivities(office: Pick<Office, 'pool'>): AsyncGenerator<ActivityRow> {
  let after: readonly [string, string, number] = ['', '', 0];
  for (;;) {
    const rows = await query<ActivityRow>(
      office.pool,
      `SELECT ${COLUMNS} FROM activities a LEFT JOIN gj_case_heads h ON h.case_id = a.case_id AND h.case_type = a.case_type
       WHERE (a.case_id, a.case_type, a.seq) > ($1, $2, $3) ORDER BY a.case_id, a.case_type, a.seq LIMIT ${PAGE}`,
      after,
    );
    yield* rows;
    const end = rows[rows.length - 1];
    if (!end || rows.length < PAGE) return;
    after = [end.caseId, end.caseType, end.seq];
  }
}

const faultAt = (
  { caseType, caseId, seq }: Pick<Head, 'caseType' | 'caseId' | 'seq'>,
  fault: ChainFault['fault'],
): ChainFault => ({ caseType, caseId, seq, fault });

function faultsOf(row: ActivityRow, before: ActivityRow | undefined): ChainFault[] {
  const faults: ChainFault[] = [];
  if (row.seq !== (before?.seq ?? 0) + 1) faults.push(faultAt(row, 'gap'));
  if (row.prevHash !== (before?.hash ?? '')) faults.push(faultAt(row, 'torn'));
  if (hashOf(row) !== row.hash) faults.push(faultAt(row, 'changed'));
  return faults;
}

/** Cases of a type whose history is gone or never was, and histories whose case is gone. */
async function strayOf(office: Pick<Office, 'pool'>, caseType: string, table: string): Promise<ChainFault[]> {
  const rows = await query<{ caseId: string; seq: number; fault: ChainFault['fault'] }>(
    office.pool,
    `SELECT t.document_id AS "caseId", 0 AS seq, 'unrecorded' AS fault FROM "${table}" t
     WHERE NOT EXISTS (SELECT FROM gj_case_heads h WHERE h.case_id = t.document_id AND h.case_type = $1)
     UNION ALL SELECT h.case_id, h.seq, 'gap' FROM gj_case_heads h WHERE h.case_type = $1
       AND NOT EXISTS (SELECT FROM activities a WHERE a.case_id = h.case_id AND a.case_type = h.case_type)
     UNION ALL SELECT h.case_id, h.seq, 'lost' FROM gj_case_heads h WHERE h.case_type = $1
       AND NOT EXISTS (SELECT FROM "${table}" t WHERE t.document_id = h.case_id)`,
    [caseType],
  );
  return rows.map((row) => ({ caseType, ...row }));
}

interface KeptDigest {
  readonly day: string;
  /** Row id of the last activity that it covers. */
  readonly upto: number;
  readonly digest: string;
  readonly hash: Hash;
}

async function keptDigests(office: Pick<Office, 'pool'>): Promise<KeptDigest[]> {
  const rows = await query<Omit<KeptDigest, 'hash'>>(
    office.pool,
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, upto, digest FROM gj_chain_digests ORDER BY day`,
  );
  return rows.map((row) => ({ ...row, hash: createHash('sha256') }));
}

/** Adds what was the end of a case's chain when the digest was taken. */
function addHead({ hash, upto }: KeptDigest, lines: readonly ActivityRow[]): void {
  const head = lines.findLast(({ id }) => id <= upto);
  if (head) hash.update(lineOf(head));
}

const lineOf = ({ caseType, caseId, seq, hash }: Head): string => `${caseType}:${caseId}:${seq}:${hash}\n`;

/**
 * Keeps a digest (SHA-256 over all chain heads, in order) of the day, so that a history cut short or written
 * anew later shows.
 */
export async function digestHeads(office: Office): Promise<void> {
  const upto = await lastSettled(office);
  const hash = createHash('sha256');
  let heads = 0;
  let after: readonly [string, string] = ['', ''];
  for (;;) {
    const rows = await query<Head & Record<string, unknown>>(
      office.pool,
      `SELECT DISTINCT ON (case_id, case_type) case_id AS "caseId", case_type AS "caseType", seq, hash FROM activities
       WHERE id <= $3 AND (case_id, case_type) > ($1, $2) ORDER BY case_id, case_type, seq DESC LIMIT ${PAGE}`,
      [...after, upto],
    );
    for (const row of rows) hash.update(lineOf(row));
    heads += rows.length;
    const end = rows[rows.length - 1];
    if (!end || rows.length < PAGE) break;
    after = [end.caseId, end.caseType];
  }
  await query(
    office.pool,
    'INSERT INTO gj_chain_digests (day, upto, heads, digest) VALUES ($1, $2, $3, $4) ON CONFLICT (day) DO NOTHING',
    [localDate(office.timeZone, office.now()), upto, heads, hash.digest('hex')],
  );
}

/** How long, and how often (milliseconds), to look whether older transactions have ended. */
const PATIENCE = 600_000;
const LOOK_EVERY = 200;

/**
 * The row id up to which the activities will not change any more: what was still being written when it was
 * looked up has been committed or given up since. Throws when an old transaction does not end.
 */
async function lastSettled({ pool }: Office): Promise<number> {
  const [last] = await query<{ upto: number; own: string }>(
    pool,
    'SELECT coalesce(max(id), 0) AS upto, pg_current_xact_id()::text AS own FROM activities',
  );
  for (let waited = 0; waited < PATIENCE; waited += LOOK_EVERY) {
    const [row] = await query<{ settled: boolean }>(
      pool,
      'SELECT pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 AS settled',
      [last?.own],
    );
    if (row?.settled) return last?.upto ?? 0;
    await rest(LOOK_EVERY);
  }
  throw new Error('the digest of the day could not be taken: a transaction does not end');
}
