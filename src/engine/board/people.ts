import { query } from '../db';
import { join } from '../join';
import { tableOfLink, type Office } from '../office';
import { ordersOnHand } from '../asks/dispatch';
import { placeJoins } from './parts';

/** How many people, and how many teams and contractors, a board shows at most. */
export const MOST_PEOPLE = 300;

/** How long it is worth knowing where somebody was, milliseconds. */
const WHEREABOUTS = 24 * 3_600_000;

export interface PersonRow {
  readonly documentId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly jobNumber: string;
  readonly post: string | null;
  readonly duty: string | null;
  readonly cap: number | null;
  readonly load: number;
  /** Where he was last: what his last order was about, the place he named, when, and the stage it is in now. */
  readonly unit: string | null;
  readonly communityName: string | null;
  readonly communityNameEn: string | null;
  readonly exactLocation: string | null;
  readonly arrivalPlace: string | null;
  readonly arrivedAt: string | null;
  readonly arrivedStage: string | null;
}

/**
 * Those to whom work is given: technicians, members of teams and whoever has an order; on duty first, then by load. How much each
 * has is counted over all orders, whatever else is asked for. One more than `MOST_PEOPLE` where there are more.
 */
export async function peopleRows(office: Office, crews: readonly string[]): Promise<PersonRow[]> {
  const by = tableOfLink(office, 'dispatch-order', 'technician');
  const toHand = `JOIN "${by.table}" l ON l."${by.ownColumn}" = o.id`;
  return query<PersonRow & Record<string, unknown>>(
    office.pool,
    `WITH loads AS (SELECT l."${by.otherColumn}" AS id, count(*)::int AS load FROM dispatch_orders o ${toHand}
       WHERE ${ordersOnHand('o')} GROUP BY 1),
     seen AS (SELECT DISTINCT ON (1) l."${by.otherColumn}" AS id, o.id AS order_row FROM dispatch_orders o ${toHand}
       WHERE o.arrived_at > $2::timestamp ORDER BY 1, o.arrived_at DESC)
     SELECT s.document_id AS "documentId", s.name, s.name_en AS "nameEn", s.job_number AS "jobNumber", s.post, s.duty,
       s.open_order_cap AS cap, coalesce(n.load, 0) AS load, coalesce(u.full_label, u.label) AS unit, c.name AS "communityName",
       c.name_en AS "communityNameEn", t.exact_location AS "exactLocation", o.arrival_place AS "arrivalPlace",
       o.arrived_at AS "arrivedAt", o.stage AS "arrivedStage"
     FROM staff_members s LEFT JOIN loads n USING (id) LEFT JOIN seen v USING (id)
     LEFT JOIN dispatch_orders o ON o.id = v.order_row ${join(office, 'dispatch-order', 'ticket', ['o', 't'])} ${placeJoins(office)}
     WHERE s.active IS NOT FALSE AND (s.post = 'technician' OR n.load > 0 OR s.document_id = ANY($1))
     ORDER BY (s.duty = 'on_duty') DESC NULLS LAST, coalesce(n.load, 0), s.job_number LIMIT ${MOST_PEOPLE + 1}`,
    [crews, new Date(office.now() - WHEREABOUTS).toISOString()],
  );
}

export interface CrewRow {
  readonly kind: 'team' | 'contractor';
  readonly documentId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly load: number;
  readonly trades: readonly string[] | null;
}

/** Teams and contractors at work, with the orders that are on nobody's hands but theirs, in one statement. */
export async function crewRows(office: Office): Promise<CrewRow[]> {
  const [team, contractor, by] = ['team', 'contractor', 'technician'].map((one) =>
    tableOfLink(office, 'dispatch-order', one),
  );
  const part = (
    kind: string,
    table: string,
    link: typeof team,
  ) => `SELECT '${kind}' AS kind, s.document_id AS "documentId",
      s.name, s.name_en AS "nameEn", (SELECT count(*)::int FROM dispatch_orders o JOIN "${link?.table}" l
        ON l."${link?.ownColumn}" = o.id AND l."${link?.otherColumn}" = s.id WHERE ${ordersOnHand('o')}
        AND NOT EXISTS (SELECT FROM "${by?.table}" w WHERE w."${by?.ownColumn}" = o.id)) AS load,
      (SELECT array_agg(g.document_id) FROM ${table}_trades_lnk k JOIN categories g ON g.id = k.category_id
        WHERE k.${kind}_id = s.id) AS trades
    FROM ${table} s WHERE s.active IS NOT FALSE`;
  return query<CrewRow & Record<string, unknown>>(
    office.pool,
    `SELECT * FROM (${part('team', 'teams', team)} UNION ALL ${part('contractor', 'contractors', contractor)}) x
     ORDER BY kind DESC, name LIMIT ${MOST_PEOPLE + 1}`,
  );
}
