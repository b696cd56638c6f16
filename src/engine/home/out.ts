import { invalid } from '../../rules/refusal';
import { query } from '../db';
import type { Office } from '../office';
import type { Scope } from '../scope/scope';
import { wholeIn } from './due-clocks';

type Given = Readonly<Record<string, unknown>>;

/** What is out of the house, or only what should be back by now. */
const OUT_LISTS = ['out', 'overdue'] as const;

/** What goes out and comes back: its loans `t`, what they are called, and when they are open. */
const OUT = {
  keys: {
    type: 'key-loan',
    from: `key_loans t LEFT JOIN key_loans_key_lnk l ON l.key_loan_id = t.id LEFT JOIN keys k ON k.id = l.key_id`,
    label: `concat_ws(' · ', k.code, k.label, t.borrower_name)`,
    where: `t.stage = 'lent'`,
  },
  papers: {
    type: 'archive-loan',
    from: `archive_loans t LEFT JOIN archive_loans_file_lnk l ON l.archive_loan_id = t.id LEFT JOIN archive_files f ON f.id = l.archive_file_id
      LEFT JOIN archive_loans_borrower_lnk b ON b.archive_loan_id = t.id LEFT JOIN staff_members s ON s.id = b.staff_member_id`,
    label: `concat_ws(' · ', f.number, f.title, coalesce(s.name, t.borrower_name))`,
    where: `t.stage = 'on_loan'`,
  },
} as const;
export type OutKind = keyof typeof OUT;
const KINDS = Object.keys(OUT) as readonly OutKind[];

const MOST = 100;
const USUAL = 25;

/** Who looks, and which of the loans are open to him. */
export interface OutReader {
  readonly office: Office;
  readonly scope?: Scope | undefined;
}

export interface OutCount {
  readonly out: number;
  readonly overdue: number;
}

/** A key or a file that is out: which, with whom, and until when (ISO string). */
export interface OutLine extends Record<string, unknown> {
  readonly type: string;
  readonly documentId: string;
  readonly number: string;
  readonly label: string;
  readonly dueAt: string;
}

/** The loans of a kind that are open, and open to the reader. */
const openLoans = ({ scope }: OutReader, kind: OutKind): string =>
  `FROM ${OUT[kind].from} WHERE ${OUT[kind].where} AND ${scope?.sql(OUT[kind].type, 't') ?? 'true'}`;
const momentNow = ({ office }: OutReader): string => new Date(office.now()).toISOString();

/** The record type whose loans are counted under that name. Throws INPUT_INVALID for a name of nothing. */
export function typeOfOut(kind: string): string {
  return OUT[kindIn(kind)].type;
}

function kindIn(given: string): OutKind {
  const kind = KINDS.find((one) => one === given);
  if (!kind) throw invalid('INPUT_INVALID', { field: 'kind', reason: 'not_a_choice' });
  return kind;
}

/** How many keys and files are out, and how many of them are overdue; null of what the reader may not see [F-03][G-04]. */
export async function whatIsOut(reader: OutReader): Promise<Readonly<Record<OutKind, OutCount | null>>> {
  const seen = KINDS.filter((kind) => reader.scope?.may('read', OUT[kind].type) ?? true);
  const counts = await Promise.all(seen.map(async (kind) => [kind, await countOf(reader, kind)] as const));
  return { keys: null, papers: null, ...Object.fromEntries(counts) };
}

async function countOf(reader: OutReader, kind: OutKind): Promise<OutCount> {
  const [row] = await query<{ out: number; overdue: number }>(
    reader.office.pool,
    `SELECT count(*)::int AS "out", count(*) FILTER (WHERE t.due_at < $1::timestamp)::int AS overdue ${openLoans(reader, kind)}`,
    [momentNow(reader)],
  );
  return row ?? { out: 0, overdue: 0 };
}

/** The loans behind such a number, what was due first on top; `limit` (at most 100) from `start`. Throws INPUT_INVALID. */
export async function outListed(
  reader: OutReader,
  { kind: given, list }: { kind: string; list: string },
  page: Given,
) {
  const kind = kindIn(given);
  if (!OUT_LISTS.some((one) => one === list))
    throw invalid('INPUT_INVALID', { field: 'list', reason: 'not_a_choice' });
  const start = wholeIn(page, 'start', { usual: 0, least: 0, most: 1_000_000 });
  const limit = wholeIn(page, 'limit', { usual: USUAL, least: 1, most: MOST });
  const { type, label } = OUT[kind];
  const rows = await query<OutLine & { total: number }>(
    reader.office.pool,
    `SELECT '${type}' AS type, t.document_id AS "documentId", t.number, ${label} AS label,
       to_char(t.due_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "dueAt", count(*) OVER ()::int AS total
     ${openLoans(reader, kind)} AND ($1 = 'out' OR t.due_at < $2::timestamp) ORDER BY t.due_at, t.id LIMIT $3 OFFSET $4`,
    [list, momentNow(reader), limit, start],
  );
  return {
    total: rows[0]?.total ?? 0,
    start,
    limit,
    records: rows.map(({ total: _total, ...line }): OutLine => line),
  };
}
