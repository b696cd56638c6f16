import { join } from '../join';
import type { Office } from '../office';

/** How much of a matter stands on a card. */
const MATTER_LENGTH = 160;

/** A moment in the JSON of a row. */
export const momentSql = (column: string): string => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What a card says of the request `t`: `ticketJoins` go with it. */
export const TICKET_SELECT = `t.document_id AS "ticketId", t.number AS "ticketNumber", t.kind, t.stage AS "ticketStage",
  t.version AS "ticketVersion", left(t.matter, ${MATTER_LENGTH}) AS matter, t.urgency, t.emergency_word AS "emergencyWord",
  t.priority, t.rework, t.exact_location AS "exactLocation", ${momentSql('t.received_at')} AS "receivedAt",
  ${momentSql('t.wanted_at')} AS "wantedAt", t.suitable_hours AS "suitableHours", t.dispatch_alarm AS "dispatchAlarm",
  coalesce(u.full_label, u.label) AS unit, c.name AS "communityName", c.name_en AS "communityNameEn",
  g.document_id AS "categoryId", g.name AS "categoryName", g.name_en AS "categoryNameEn",
  a.document_id AS "accountableId", a.name AS "accountableName"`;

/** The relations of the request `t` that `TICKET_SELECT` names, and the building of its unit as `b`. */
export const ticketJoins = (office: Office): string => `${join(office, 'ticket', 'category', ['t', 'g'])}
  ${join(office, 'ticket', 'accountable', ['t', 'a'])} ${placeJoins(office)}`;

/** Where the request `t` is: its unit `u`, its community `c`, the building `b` of the unit. */
export const placeJoins = (office: Office): string => `${join(office, 'ticket', 'community', ['t', 'c'])}
  ${join(office, 'ticket', 'unit', ['t', 'u'])}
  LEFT JOIN units_building_lnk b_l ON b_l.unit_id = u.id LEFT JOIN buildings b ON b.id = b_l.building_id`;

/**
 * The condition that the request `t` is one of those asked for; parameters from `$first` on: categories (null for all),
 * community, building, urgency. A unit counts to the community of its building where the request names none.
 */
export const asked = (first: number): string => {
  const [categories, community, building, urgency] = [0, 1, 2, 3].map((index) => `$${first + index}`);
  return `(${categories}::text[] IS NULL OR g.document_id = ANY(${categories}))
    AND (${community}::text IS NULL OR ${community} = coalesce(c.document_id, (SELECT o.document_id FROM buildings_community_lnk x
      JOIN communities o ON o.id = x.community_id WHERE x.building_id = b.id LIMIT 1)))
    AND (${building}::text IS NULL OR b.document_id = ${building}) AND (${urgency}::text IS NULL OR t.urgency = ${urgency})`;
};

/** The promises that still run on the cases that `where` names (alias `k`), as a list; the next one first. */
export const clocksSql = (
  where: string,
): string => `(SELECT jsonb_agg(jsonb_build_object('documentId', k.document_id,
    'caseType', k.case_type, 'name', k.name, 'rule', k.rule_code, 'startedAt', ${momentSql('k.started_at')}, 'dueAt', ${momentSql('k.due_at')},
    'pausedAt', ${momentSql('k.paused_at')}, 'pauseReason', k.pause_reason, 'brokenAt', ${momentSql('k.broken_at')},
    'warned', coalesce(k.fired::text LIKE '%"warn:%', false)) ORDER BY k.due_at)
  FROM clocks k WHERE k.stopped_at IS NULL AND ${where})`;
