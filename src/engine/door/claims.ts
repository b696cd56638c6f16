import { query } from '../db';
import { tableOfLink } from '../office';
import type { Viewing } from './views';

/** Work done under warranty that has not been put to the builder yet. */
export interface ClaimView {
  readonly documentId: string;
  readonly number: string;
  readonly ticket: string;
  readonly unit: string | null;
  readonly workDone: string | null;
  readonly materials: string | null;
  readonly finishedAt: string;
  readonly warrantyUntil: string | null;
  readonly claimFrom: string | null;
}

const MOST = 200;

/** Orders finished under warranty and not claimed from the builder yet, the oldest first, 200 at most [B-04]. */
export async function openClaims({ office, scope }: Viewing): Promise<ClaimView[]> {
  const ticket = tableOfLink(office, 'dispatch-order', 'ticket');
  const unit = tableOfLink(office, 'ticket', 'unit');
  return query<ClaimView & Record<string, unknown>>(
    office.pool,
    `SELECT o.document_id AS "documentId", o.number, t.number AS ticket, coalesce(u.full_label, u.label) AS unit,
       o.work_done AS "workDone", o.materials, o.finished_at AS "finishedAt",
       to_char(o.warranty_until, 'YYYY-MM-DD') AS "warrantyUntil", o.claim_from AS "claimFrom"
     FROM dispatch_orders o
     JOIN "${ticket.table}" l ON l."${ticket.ownColumn}" = o.id JOIN tickets t ON t.id = l."${ticket.otherColumn}"
     LEFT JOIN "${unit.table}" k ON k."${unit.ownColumn}" = t.id LEFT JOIN units u ON u.id = k."${unit.otherColumn}"
     WHERE o.claimable AND o.claimed_at IS NULL AND o.finished_at IS NOT NULL AND o.stage <> 'cancelled'
       AND ${scope?.sql('dispatch-order', 'o') ?? 'true'}
     ORDER BY o.finished_at, o.id LIMIT ${MOST}`,
  );
}
