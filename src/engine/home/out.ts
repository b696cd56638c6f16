import { invalid } from '../../rules/refusal';
import { query } from '../db';
import type { Office } from '../office';
import type { Scope } from '../scope/scope';
import { wholeIn } from './due-clocks';

type Given = Readonly<Record<string, unknown>>;

/** What is out of the house: everything, or only what should be back by now. */
export const OUT_LISTS = ['out', 'overdue'] as const;
export type OutList = (typeof OUT_LISTS)[number];

const MOST = 100;
const USUAL = 25;

/** Who looks, and which of the loans are open to him. */
export interface OutReader {
  readonly office: Office;
  readonly scope?: Scope | undefined;
}

/** A key that is out: which, with whom, and until when (ISO string). */
export interface OutLine extends Record<string, unknown> {
  readonly type: string;
  readonly documentId: string;
  readonly number: string;
  readonly label: string;
  readonly dueAt: string;
}

const OUT = `FROM key_loans t LEFT JOIN key_loans_key_lnk l ON l.key_loan_id = t.id LEFT JOIN keys k ON k.id = l.key_id
  WHERE t.stage = 'lent'`;

const openTo = ({ scope }: OutReader): string => scope?.sql('key-loan', 't') ?? 'true';
const momentNow = ({ office }: OutReader): string => new Date(office.now()).toISOString();

/** How many keys are out, and how many of them are overdue [F-03]. */
export async function keysOut(reader: OutReader): Promise<{ out: number; overdue: number }> {
  const [row] = await query<{ out: number; overdue: number }>(
    reader.office.pool,
    `SELECT count(*)::int AS "out", count(*) FILTER (WHERE t.due_at < $1::timestamp)::int AS overdue ${OUT} AND ${openTo(reader)}`,
    [momentNow(reader)],
  );
  return row ?? { out: 0, overdue: 0 };
}

/** The loans behind such a number, what was due first on top; `limit` (at most 100) from `start`. Throws INPUT_INVALID. */
export async function keysOutListed(reader: OutReader, list: string, given: Given) {
  const what = OUT_LISTS.find((one) => one === list);
  if (!what) throw invalid('INPUT_INVALID', { field: 'list', reason: 'not_a_choice' });
  const start = wholeIn(given, 'start', { usual: 0, least: 0, most: 1_000_000 });
  const limit = wholeIn(given, 'limit', { usual: USUAL, least: 1, most: MOST });
  const rows = await query<OutLine & { total: number }>(
    reader.office.pool,
    `SELECT 'key-loan' AS type, t.document_id AS "documentId", t.number, concat_ws(' · ', k.code, k.label, t.borrower_name) AS label,
       to_char(t.due_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "dueAt", count(*) OVER ()::int AS total
     ${OUT} AND ${openTo(reader)} AND ($1 = 'out' OR t.due_at < $2::timestamp) ORDER BY t.due_at, t.id LIMIT $3 OFFSET $4`,
    [what, momentNow(reader), limit, start],
  );
  return {
    total: rows[0]?.total ?? 0,
    start,
    limit,
    records: rows.map(({ total: _total, ...line }): OutLine => line),
  };
}
