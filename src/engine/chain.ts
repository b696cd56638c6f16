import { createHash } from 'node:crypto';
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
  /** gap: a line is missing; changed: its content is not what was hashed; torn: it does not follow the one before; head: the end differs. */
  readonly fault: 'gap' | 'changed' | 'torn' | 'head';
}

export interface ChainReport {
  readonly cases: number;
  readonly activities: number;
  readonly faults: readonly ChainFault[];
}

type ActivityRow = ChainedActivity & Record<string, unknown>;

const COLUMNS = `case_type AS "caseType", case_id AS "caseId", seq, action, recorded_at AS "recordedAt", occurred_at AS "occurredAt",
  actor_kind AS "actorKind", actor_id AS "actorId", actor_name AS "actorName", via, from_stage AS "fromStage", to_stage AS "toStage",
  cycle, changes, note, rules, prev_hash AS "prevHash", hash`;

/** Walks every chain of activities and names each place where it has been cut, changed or lost. */
export async function verifyChains(office: Pick<Office, 'pool'>): Promise<ChainReport> {
  const faults: ChainFault[] = [];
  let cases = 0;
  let activities = 0;
  let last: ActivityRow | undefined;
  let after: readonly [string, string, number] = ['', '', 0];
  const end = async (row: ActivityRow | undefined): Promise<void> => {
    if (!row) return;
    cases += 1;
    const [head] = await query<{ seq: number; hash: string }>(
      office.pool,
      'SELECT seq, hash FROM gj_case_heads WHERE case_id = $1 AND case_type = $2',
      [row.caseId, row.caseType],
    );
    if (head?.seq !== row.seq || head.hash !== row.hash) faults.push(faultAt(row, 'head'));
  };
  for (;;) {
    const rows = await query<ActivityRow>(
      office.pool,
      `SELECT ${COLUMNS} FROM activities WHERE (case_id, case_type, seq) > ($1, $2, $3) ORDER BY case_id, case_type, seq LIMIT ${PAGE}`,
      after,
    );
    for (const row of rows) {
      activities += 1;
      const same = last?.caseId === row.caseId && last.caseType === row.caseType;
      if (!same) await end(last);
      faults.push(...faultsOf(row, same ? last : undefined));
      last = row;
    }
    if (rows.length < PAGE) break;
    const end_ = rows[rows.length - 1];
    if (end_) after = [end_.caseId, end_.caseType, end_.seq];
  }
  await end(last);
  faults.push(...(await emptyHeads(office)));
  return { cases, activities, faults };
}

const faultAt = ({ caseType, caseId, seq }: ActivityRow, fault: ChainFault['fault']): ChainFault => ({
  caseType,
  caseId,
  seq,
  fault,
});

function faultsOf(row: ActivityRow, before: ActivityRow | undefined): ChainFault[] {
  const { hash, ...said } = row;
  const faults: ChainFault[] = [];
  if (row.seq !== (before?.seq ?? 0) + 1) faults.push(faultAt(row, 'gap'));
  if (row.prevHash !== (before?.hash ?? '')) faults.push(faultAt(row, 'torn'));
  if (hashOf(said) !== hash) faults.push(faultAt(row, 'changed'));
  return faults;
}

/** Cases whose whole history is gone. */
async function emptyHeads(office: Pick<Office, 'pool'>): Promise<ChainFault[]> {
  const rows = await query<{ caseId: string; caseType: string; seq: number }>(
    office.pool,
    `SELECT h.case_id AS "caseId", h.case_type AS "caseType", h.seq FROM gj_case_heads h
     WHERE NOT EXISTS (SELECT FROM activities a WHERE a.case_id = h.case_id AND a.case_type = h.case_type)`,
  );
  return rows.map((row) => ({ ...row, fault: 'gap' as const }));
}

/** Keeps a digest (SHA-256 over all chain heads, in order) of the day, so that a history cut short later shows. */
export async function digestHeads(office: Office): Promise<void> {
  const hash = createHash('sha256');
  let heads = 0;
  let after: readonly [string, string] = ['', ''];
  for (;;) {
    const rows = await query<{ id: string; type: string; seq: number; hash: string }>(
      office.pool,
      `SELECT case_id AS id, case_type AS type, seq, hash FROM gj_case_heads WHERE (case_id, case_type) > ($1, $2)
       ORDER BY case_id, case_type LIMIT ${PAGE}`,
      after,
    );
    for (const row of rows) hash.update(`${row.type}:${row.id}:${row.seq}:${row.hash}\n`);
    heads += rows.length;
    const end = rows[rows.length - 1];
    if (!end || rows.length < PAGE) break;
    after = [end.id, end.type];
  }
  await query(
    office.pool,
    'INSERT INTO gj_chain_digests (day, heads, digest) VALUES ($1, $2, $3) ON CONFLICT (day) DO NOTHING',
    [localDate(office.timeZone, office.now()), heads, hash.digest('hex')],
  );
}
