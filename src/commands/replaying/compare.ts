import type { Core } from '@strapi/strapi';
import { officeOf } from '../../engine/office';
import { query } from '../../engine/db';
import type { Log } from './read-log';
import type { Replayed } from './replay';
import type { LogKind } from './types';

export interface Mismatch {
  readonly caseName: string;
  readonly what: 'reassignments' | 'reopenings';
  readonly log: number;
  readonly office: number;
  /** What explains it; empty where nothing does. */
  readonly why: readonly string[];
}

export interface Comparison {
  readonly cases: number;
  readonly log: { readonly reassignments: number; readonly reopenings: number };
  readonly office: { readonly reassignments: number; readonly reopenings: number };
  readonly agree: { readonly reassignments: number; readonly reopenings: number };
  readonly mismatches: readonly Mismatch[];
}

const WHATS = ['reassignments', 'reopenings'] as const;

/**
 * Holds the office against the log's own counts, case by case. The office's side is read from its database:
 * reassignments from the history of each ticket, reopenings from the ticket.
 */
export async function compare(
  strapi: Core.Strapi,
  { log, kind, replayed }: { log: Log; kind: LogKind; replayed: Replayed },
): Promise<Comparison> {
  const counted = await countsInOffice(strapi, kind);
  const totals = { log: { reassignments: 0, reopenings: 0 }, office: { reassignments: 0, reopenings: 0 } };
  const agree = { reassignments: 0, reopenings: 0 };
  const mismatches: Mismatch[] = [];
  for (const [caseName, events] of log) {
    const said = kind.counts(events);
    const found = counted.get(replayed.tickets.get(caseName) ?? '') ?? { reassignments: 0, reopenings: 0 };
    for (const what of WHATS) {
      totals.log[what] += said[what];
      totals.office[what] += found[what];
      if (said[what] === found[what]) agree[what] += 1;
      else {
        const why = [...said.contradictions, ...refusalsOf(caseName, replayed)];
        mismatches.push({ caseName, what, log: said[what], office: found[what], why });
      }
    }
  }
  return { cases: log.size, ...totals, agree, mismatches };
}

/** What the office refused of a case by its rules; what the log repeats or leaves as it was explains nothing. */
function refusalsOf(caseName: string, { troubles }: Replayed): string[] {
  return troubles
    .filter(
      (one) =>
        one.caseName === caseName &&
        (one.action !== null || one.code === 'OUT_OF_ORDER' || one.code === 'TIME_UNREADABLE'),
    )
    .map(({ line, action, code }) => `line ${line}: ${action === null ? '' : `${action} `}${code}`);
}

async function countsInOffice(strapi: Core.Strapi, kind: LogKind) {
  const rows = await query<{ id: string; reassignments: number; reopenings: number }>(
    officeOf(strapi).pool,
    `SELECT t.document_id AS id, coalesce(t.reopen_count, 0) AS reopenings,
       (SELECT count(*)::int FROM activities a
        WHERE a.case_type = 'ticket' AND a.case_id = t.document_id AND a.action = 'assign'
          AND a.changes::jsonb -> $1 ->> 0 IS NOT NULL) AS reassignments
     FROM tickets t`,
    [kind.reassignedBy],
  );
  return new Map(rows.map(({ id, reassignments, reopenings }) => [id, { reassignments, reopenings }]));
}
