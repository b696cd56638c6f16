import { invalid } from '../../rules/refusal';
import { periodOf, type Period } from '../../rules/figures';
import { query } from '../db';
import type { Viewing } from '../door/views';
import { type Office } from '../office';
import { tableNameOf } from '../tables';
import type { Sourcing } from './sources';

/** What figures may be broken down by besides their own keys. */
export const GROUPS = ['community', 'building', 'team', 'person', 'month', 'week'] as const;
export type Group = (typeof GROUPS)[number];

/** Spans of time as groups, and how PostgreSQL writes their names: `2026-11`, `2026-W47`. */
export const SPANS = { month: 'YYYY-MM', week: 'IYYY-"W"IW' } as const;
export type SpanGroup = keyof typeof SPANS;

export const isSpan = (group: Group): group is SpanGroup => Object.hasOwn(SPANS, group);

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
  /** Row ids of the tickets within building, team and person, found once for all that is counted; null for all tickets. */
  readonly tickets: readonly number[] | null;
  /** SQL: row ids of the tickets that whoever asks may see; null for all. */
  readonly open: string | null;
  /** Epoch milliseconds: what was open at that moment, not now. */
  readonly asOf?: number;
}

const SCOPED: Readonly<Record<keyof Scope, string>> = {
  community: 'community',
  building: 'building',
  team: 'team',
  person: 'staff-member',
};
const KNOWN = new Set(['period', 'from', 'to', 'by', 'locale', ...Object.keys(SCOPED)]);

/** Who asks: for the roles of a session of the panel, no more is counted than they open. */
export type Reader = Pick<Viewing, 'office' | 'scope'>;

/**
 * Reads what is asked for from a query string. Throws PERIOD_INVALID, FIGURES_FIELD_UNKNOWN, REFERENCE_UNKNOWN (field named).
 */
export async function figuresQueryOf(
  { office, scope: reading }: Reader,
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
    tickets: await ticketsWithin(office, scope as unknown as Scope),
    open: reading?.ids('ticket') ?? null,
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

interface Place {
  readonly table: string;
  /** The row of it that a ticket (`s.id`) belongs to. */
  readonly of: string;
  /**
   * The rows of all tickets that belong to the one that `$1` names. A community has too many of them to hand about: there each
   * record is asked.
   */
  readonly tickets?: string;
}

const PLACES: Readonly<Record<keyof Scope, Place>> = {
  community: { table: 'communities', of: COMMUNITY_OF },
  building: {
    table: 'buildings',
    of: BUILDING_OF,
    tickets: `SELECT ul.ticket_id AS id FROM buildings b JOIN units_building_lnk bl ON bl.building_id = b.id
      JOIN tickets_unit_lnk ul ON ul.unit_id = bl.unit_id WHERE b.document_id = $1`,
  },
  team: {
    table: 'teams',
    of: TEAM_OF,
    tickets: `SELECT tl.ticket_id AS id FROM teams g JOIN tickets_team_lnk tl ON tl.team_id = g.id WHERE g.document_id = $1`,
  },
  person: {
    table: 'staff_members',
    of: PERSON_OF,
    tickets: `SELECT hl.ticket_id AS id FROM staff_members p JOIN tickets_handler_lnk hl ON hl.staff_member_id = p.id WHERE p.document_id = $1
      UNION ALL SELECT al.ticket_id FROM staff_members p JOIN tickets_accountable_lnk al ON al.staff_member_id = p.id
      WHERE p.document_id = $1 AND NOT EXISTS (SELECT FROM tickets_handler_lnk d WHERE d.ticket_id = al.ticket_id)`,
  },
};

async function ticketsWithin(office: Office, scope: Scope): Promise<number[] | null> {
  let found: number[] | null = null;
  for (const [field, { tickets }] of Object.entries(PLACES)) {
    const id = scope[field as keyof Scope];
    if (id === null || !tickets) continue;
    const rows = new Set((await query<{ id: number }>(office.pool, tickets, [id])).map((row) => row.id));
    found = found === null ? [...rows] : found.filter((row) => rows.has(row));
  }
  return found;
}

/** What limits the records of a source to the scope, and the expression that they are grouped by; both over `s.id`, a ticket's row. */
export function scopeSql({ query: asked, params }: Sourcing) {
  const { scope, by, tickets, open } = asked;
  const { table, of } = PLACES.community;
  const where = [
    // In these words the set is made once, and not joined.
    ...(open === null ? [] : [`NOT (s.id NOT IN (${open}))`]),
    ...(tickets === null ? [] : [`s.id IN (SELECT unnest(${params.add(tickets)}::int[]))`]),
    ...(scope.community === null
      ? []
      : [`${of} = (SELECT id FROM ${table} WHERE document_id = ${params.add(scope.community)} LIMIT 1)`]),
  ];
  const place = by === null || isSpan(by) ? null : PLACES[by];
  const group = place ? `(SELECT g.document_id FROM ${place.table} g WHERE g.id = ${place.of})` : null;
  return { where, group };
}
