import { join } from '../join';
import type { Office } from '../office';

/** How much of a matter stands on a card. */
const MATTER_LENGTH = 160;

/** What a card says of the request `t`: `ticketJoins` go with it. */
export const TICKET_SELECT = `t.document_id AS "ticketId", t.number AS "ticketNumber", t.kind, t.stage AS "ticketStage",
  t.version AS "ticketVersion", left(t.matter, ${MATTER_LENGTH}) AS matter, t.urgency, t.emergency_word AS "emergencyWord",
  t.rework, t.exact_location AS "exactLocation", t.received_at AS "receivedAt", t.wanted_at AS "wantedAt",
  t.suitable_hours AS "suitableHours", t.dispatch_alarm AS "dispatchAlarm", coalesce(u.full_label, u.label) AS unit,
  c.name AS "communityName", c.name_en AS "communityNameEn", g.document_id AS "categoryId", g.name AS "categoryName",
  g.name_en AS "categoryNameEn", a.document_id AS "accountableId", a.name AS "accountableName"`;

const of = (office: Office, attribute: string, as: string): string =>
  join(office, 'ticket', attribute, ['t', as]);

/** Where the request `t` is: its community `c`, its unit `u`. */
export const placeJoins = (office: Office): string =>
  `${of(office, 'community', 'c')} ${of(office, 'unit', 'u')}`;

/** The relations of the request `t` that `TICKET_SELECT` names. */
export const ticketJoins = (office: Office): string =>
  `${of(office, 'category', 'g')} ${of(office, 'accountable', 'a')} ${placeJoins(office)}`;

/** Which requests are wanted; null asks for nothing. */
export interface Conditions {
  /** Their own categories, branches and trades already resolved. */
  readonly categories: readonly string[] | null;
  readonly community: string | null;
  readonly building: string | null;
  readonly urgency: string | null;
  /** SQL that holds for those rows of a type, by their alias, that the reader may see. */
  readonly open: (type: string, alias: string) => string;
}

/**
 * The part of a statement that leaves only the wanted of requests `t` (by id and urgency); joins only what is asked
 * about, under names that begin with `f_`. A unit counts to the community of its building where the request names none.
 */
export function wanted(office: Office, { categories, community, building, urgency, open }: Conditions) {
  const values: unknown[] = [];
  const joins: string[] = [];
  const where: string[] = [open('ticket', 't')];
  const next = (value: unknown): string => `$${values.push(value)}`;
  if (categories) {
    joins.push(of(office, 'category', 'f_g'));
    where.push(`f_g.document_id = ANY(${next(categories)}::text[])`);
  }
  if (community || building) {
    joins.push(
      `${of(office, 'unit', 'f_u')}
       LEFT JOIN units_building_lnk f_bl ON f_bl.unit_id = f_u.id LEFT JOIN buildings f_b ON f_b.id = f_bl.building_id`,
    );
  }
  if (community) {
    joins.push(
      `${of(office, 'community', 'f_c')}
       LEFT JOIN buildings_community_lnk f_ol ON f_ol.building_id = f_b.id
       LEFT JOIN communities f_o ON f_o.id = f_ol.community_id`,
    );
    where.push(`coalesce(f_c.document_id, f_o.document_id) = ${next(community)}`);
  }
  if (building) where.push(`f_b.document_id = ${next(building)}`);
  if (urgency) where.push(`t.urgency = ${next(urgency)}`);
  return { joins: joins.join(' '), where: where.join(' AND '), values };
}

/**
 * The promises that still run on the cases that `where` names (clock `k`), under alias `p`: `p.clocks`, the next one first, and
 * `p.due`, when the first of those that are not paused falls due. Moments within are UTC without saying so.
 */
export const promises = (where: string): string => `LEFT JOIN LATERAL (
  SELECT jsonb_agg(jsonb_build_object('documentId', k.document_id, 'name', k.name, 'startedAt', k.started_at, 'dueAt', k.due_at,
      'pausedAt', k.paused_at, 'brokenAt', k.broken_at, 'warned', coalesce(k.fired::text LIKE '%"warn:%', false)) ORDER BY k.due_at) AS clocks,
    min(k.due_at) FILTER (WHERE k.paused_at IS NULL) AS due
  FROM clocks k WHERE k.stopped_at IS NULL AND ${where}) p ON true`;
