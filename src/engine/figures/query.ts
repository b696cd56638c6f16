import { invalid } from '../../rules/refusal';
import { periodOf, type Period } from '../../rules/figures';
import { query } from '../db';
import { type Office } from '../office';
import { tableNameOf } from '../tables';
import type { Sourcing } from './sources';

/** What figures may be broken down by besides their own keys. */
export const GROUPS = ['community', 'building', 'team', 'person', 'month'] as const;
export type Group = (typeof GROUPS)[number];

/** Whose figures: documentIds; null for all. */
export interface Scope {
  readonly community: string | null;
  readonly building: string | null;
  readonly team: string | null;
  readonly person: string | null;
}

export interface FiguresQuery {
  readonly period: Period;
  readonly scope: Scope;
  readonly by: Group | null;
}

const SCOPED: Readonly<Record<keyof Scope, string>> = {
  community: 'community',
  building: 'building',
  team: 'team',
  person: 'staff-member',
};
const KNOWN = new Set(['period', 'from', 'to', 'by', 'locale', ...Object.keys(SCOPED)]);

/**
 * Reads what is asked for from a query string. Throws PERIOD_INVALID, FIGURES_FIELD_UNKNOWN, REFERENCE_UNKNOWN (field named).
 */
export async function figuresQueryOf(
  office: Office,
  given: Readonly<Record<string, unknown>>,
  more: ReadonlySet<string> = new Set(),
): Promise<FiguresQuery> {
  const text = (field: string): string | undefined => {
    const value = given[field];
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string' && value.length <= 64) return value;
    throw invalid('INPUT_INVALID', { field, reason: 'type' });
  };
  const stranger = Object.keys(given).find((field) => !KNOWN.has(field) && !more.has(field));
  if (stranger !== undefined) throw invalid('INPUT_UNKNOWN_FIELD', { field: stranger });
  const by = text('by');
  if (by !== undefined && !(GROUPS as readonly string[]).includes(by))
    throw invalid('INPUT_INVALID', { field: 'by', reason: 'not_a_choice' });
  const scope: Record<string, string | null> = {};
  for (const [field, type] of Object.entries(SCOPED)) {
    scope[field] = text(field) ?? null;
    if (scope[field] !== null) await assertKnown(office, { field, type, id: String(scope[field]) });
  }
  return {
    period: periodOf({ period: text('period'), from: text('from'), to: text('to') }, office.timeZone),
    scope: scope as unknown as Scope,
    by: (by as Group | undefined) ?? null,
  };
}

async function assertKnown(
  office: Office,
  { field, type, id }: { field: string; type: string; id: string },
): Promise<void> {
  const rows = await query(
    office.pool,
    `SELECT 1 AS one FROM "${tableNameOf(office.strapi, type)}" WHERE document_id = $1 LIMIT 1`,
    [id],
  );
  if (rows.length === 0) throw invalid('REFERENCE_UNKNOWN', { field, type });
}

/** The values of a statement, numbered as they come. */
export class ParamList {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    const known = this.values.indexOf(value);
    if (known >= 0) return `$${known + 1}`;
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** A moment, epoch milliseconds. */
  moment(at: number): string {
    return `${this.add(new Date(at).toISOString())}::timestamp`;
  }
}

/** SQL: the row id of the building of ticket `s`. */
export const BUILDING_OF = `(SELECT bl.building_id FROM tickets_unit_lnk ul JOIN units_building_lnk bl ON bl.unit_id = ul.unit_id WHERE ul.ticket_id = s.id LIMIT 1)`;
const COMMUNITY_OF = `coalesce((SELECT cl.community_id FROM tickets_community_lnk cl WHERE cl.ticket_id = s.id LIMIT 1),
  (SELECT bc.community_id FROM buildings_community_lnk bc WHERE bc.building_id = ${BUILDING_OF} LIMIT 1))`;
/** SQL: the row id of the team that has ticket `s`. */
export const TEAM_OF = `(SELECT tl.team_id FROM tickets_team_lnk tl WHERE tl.ticket_id = s.id LIMIT 1)`;
/** Whose work it is: who was sent, else who answers for it. */
const PERSON_OF = `coalesce((SELECT hl.staff_member_id FROM tickets_handler_lnk hl WHERE hl.ticket_id = s.id LIMIT 1),
  (SELECT al.staff_member_id FROM tickets_accountable_lnk al WHERE al.ticket_id = s.id LIMIT 1))`;

const PLACES: Readonly<Record<keyof Scope, { readonly table: string; readonly of: string }>> = {
  community: { table: 'communities', of: COMMUNITY_OF },
  building: { table: 'buildings', of: BUILDING_OF },
  team: { table: 'teams', of: TEAM_OF },
  person: { table: 'staff_members', of: PERSON_OF },
};

/** What limits the records of a source to the scope, and the expression that they are grouped by. */
export function scopeSql({ query: asked, params, office }: Sourcing, ticketId: string) {
  const { scope, by } = asked;
  const where = Object.entries(PLACES).flatMap(([field, { table, of }]) => {
    const id = scope[field as keyof Scope];
    return id === null
      ? []
      : [`${of} = (SELECT id FROM ${table} WHERE document_id = ${params.add(id)} LIMIT 1)`];
  });
  const place = by === null || by === 'month' ? null : PLACES[by];
  const group = place ? `(SELECT g.document_id FROM ${place.table} g WHERE g.id = ${place.of})` : null;
  const join = where.length > 0 || place ? `JOIN tickets s ON s.document_id = ${ticketId}` : '';
  return { join, where, group, timeZone: office.timeZone };
}
