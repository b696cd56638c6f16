import { say } from '../../../rules/words/say';
import { ordersOnHand } from '../../asks/dispatch';
import { query } from '../../db';
import { tableOfLink } from '../../office';
import { uidOf } from '../../tables';
import type { Viewing } from '../views';

export interface PersonOnDuty {
  readonly documentId: string;
  readonly name: string;
  readonly jobNumber: string;
  readonly post: string | null;
  readonly department: string | null;
  readonly duty: string;
  /** documentIds of categories. */
  readonly trades: readonly string[];
  readonly teams: readonly string[];
  /** Open orders he may have at most; null for no limit of his own. */
  readonly cap: number | null;
  /** Open orders that he has; null for who may not read orders. */
  readonly load: number | null;
}

interface Named {
  readonly documentId: string;
  readonly name: string;
  readonly nameEn?: string | null;
}

interface Row extends Named {
  readonly jobNumber: string;
  readonly post: string | null;
  readonly duty: string | null;
  readonly openOrderCap: number | null;
  readonly department: Named | null;
  readonly trades: readonly Named[];
  readonly teams: readonly Named[];
}

/** Everybody who works here: trades, duty and, for who reads orders, how much each has on his hands [B-03]. */
export async function peopleOnDuty(
  { office, locale }: Viewing,
  { withLoad }: { withLoad: boolean },
): Promise<PersonOnDuty[]> {
  const rows = (await office.strapi.db.query(uidOf('staff-member')).findMany({
    where: { active: { $ne: false } },
    populate: { department: true, trades: true, teams: true },
    orderBy: { jobNumber: 'asc' },
  })) as Row[];
  const loads = withLoad ? await loadsOf(office) : null;
  const nameOf = ({ name, nameEn }: Named) => say({ zh: name, en: nameEn ?? name }, locale);
  return rows.map((row) => ({
    documentId: row.documentId,
    name: nameOf(row),
    jobNumber: row.jobNumber,
    post: row.post,
    department: row.department && nameOf(row.department),
    duty: row.duty ?? 'off_duty',
    trades: row.trades.map(({ documentId }) => documentId),
    teams: row.teams.map(nameOf),
    cap: row.openOrderCap,
    load: loads && (loads.get(row.documentId) ?? 0),
  }));
}

async function loadsOf(office: Viewing['office']): Promise<Map<string, number>> {
  const by = tableOfLink(office, 'dispatch-order', 'technician');
  const rows = await query<{ id: string; load: number }>(
    office.pool,
    `SELECT s.document_id AS id, count(*)::int AS load FROM dispatch_orders o
     JOIN "${by.table}" l ON l."${by.ownColumn}" = o.id JOIN "${by.otherTable}" s ON s.id = l."${by.otherColumn}"
     WHERE ${ordersOnHand('o')} GROUP BY 1`,
  );
  return new Map(rows.map(({ id, load }) => [id, load]));
}
