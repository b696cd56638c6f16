import { query } from '../db';
import { enumLabel, stageLabel, type Viewing } from '../door/views';

const MOST = 60;

interface SummaryRow extends Record<string, unknown> {
  readonly documentId: string;
  readonly number: string;
  readonly kind: string;
  readonly period: string;
  readonly stage: string;
}

/** The last summaries, newest first, with what they are called. */
export async function latestSummaries({ office, locale }: Viewing) {
  const rows = await query<SummaryRow>(
    office.pool,
    `SELECT document_id AS "documentId", number, kind, period, stage FROM summaries ORDER BY period_to DESC, kind LIMIT ${MOST}`,
    [],
  );
  return rows.map((row) => ({
    ...row,
    kindLabel: enumLabel('summary', 'kind', row.kind, locale),
    stageLabel: stageLabel('summary', row.stage, locale),
  }));
}
