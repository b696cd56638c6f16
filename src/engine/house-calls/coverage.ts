import { periodOf, shareOf, type Period, type Share } from '../../rules/figures';
import { invalid } from '../../rules/refusal';
import { IN_PLAN } from '../asks/house-calls';
import { query } from '../db';
import type { Office } from '../office';

/** What coverage is asked for: of whose homes, in which days. documentIds; null for all. */
export interface CoverageQuery {
  readonly period: Period;
  readonly plan: string | null;
  readonly community: string | null;
  readonly building: string | null;
  /** Buildings of this steward only. */
  readonly steward: string | null;
}

export interface BuildingCovered extends Share {
  readonly building: string;
  readonly name: string;
  readonly community: string | null;
  /** Calls on homes of the building, those in vain among them. */
  readonly calls: number;
}

export interface Coverage {
  readonly period: { readonly from: string; readonly to: string };
  readonly total: Share & { readonly calls: number };
  readonly buildings: readonly BuildingCovered[];
  /** Homes that nobody was met at yet; where one building or plan is asked for, at most 500. */
  readonly open?: readonly { readonly documentId: string; readonly label: string }[];
}

const SCOPED = { plan: 'house_call_plans', community: 'communities', building: 'buildings' } as const;
const KNOWN = new Set(['period', 'from', 'to', 'locale', ...Object.keys(SCOPED)]);

/**
 * Reads what is asked for from a query string: a `plan` with its own period, or `period`, or `from` and `to` (local dates, the last one
 * included), limited to a `community` or `building`. Throws INPUT_UNKNOWN_FIELD, PERIOD_INVALID, REFERENCE_UNKNOWN (field named).
 */
export async function coverageQueryOf(
  office: Office,
  given: Readonly<Record<string, unknown>>,
): Promise<Omit<CoverageQuery, 'steward'>> {
  const text = (field: string): string | undefined => {
    const value = given[field];
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string' && value.length <= 64) return value;
    throw invalid('INPUT_INVALID', { field, reason: 'type' });
  };
  const stranger = Object.keys(given).find((field) => !KNOWN.has(field));
  if (stranger !== undefined) throw invalid('INPUT_UNKNOWN_FIELD', { field: stranger });
  const found: Record<string, Readonly<Record<string, unknown>> | null> = {};
  for (const [field, table] of Object.entries(SCOPED)) {
    const id = text(field);
    const [row] = id ? await query(office.pool, `SELECT * FROM "${table}" WHERE document_id = $1`, [id]) : [];
    if (id && !row) throw invalid('REFERENCE_UNKNOWN', { field, id });
    found[field] = row ?? null;
  }
  const idOf = (field: keyof typeof SCOPED) => (found[field] ? String(found[field].document_id) : null);
  const asked = { period: text('period'), from: text('from'), to: text('to') };
  const ofPlan = found.plan && { from: String(found.plan.period_from), to: String(found.plan.period_to) };
  const itself = asked.period ?? asked.from ?? asked.to;
  return {
    period: periodOf(itself === undefined && ofPlan ? ofPlan : asked, office.timeZone),
    plan: idOf('plan'),
    community: idOf('community'),
    building: idOf('building'),
  };
}

/**
 * The homes that coverage is reckoned over: those that somebody can live or work in, and those that a plan lists whatever they are.
 * $1–$4: plan, community, building, steward.
 */
const HOMES = `SELECT u.id, u.document_id, u.label, b.id AS building_id FROM units u
  JOIN units_building_lnk ub ON ub.unit_id = u.id JOIN buildings b ON b.id = ub.building_id
  LEFT JOIN house_call_plans p ON p.document_id = $1
  WHERE (u.use IS NULL OR u.use NOT IN ('parking_space', 'storage', 'public_area') OR p.listed_units ? u.document_id)
    AND ($1::text IS NULL OR (${IN_PLAN}))
    AND ($2::text IS NULL OR EXISTS (SELECT FROM buildings_community_lnk k JOIN communities c ON c.id = k.community_id
      WHERE k.building_id = b.id AND c.document_id = $2))
    AND ($3::text IS NULL OR b.document_id = $3)
    AND ($4::text IS NULL OR EXISTS (SELECT FROM buildings_steward_lnk k JOIN staff_members s ON s.id = k.staff_member_id
      WHERE k.building_id = b.id AND s.document_id = $4))`;

/** Calls in the period, by home. $5, $6: from, to (not included). */
const CALLS = `SELECT cu.unit_id, count(*)::int AS calls, bool_or(h.outcome = 'reached') AS reached FROM house_calls h
  JOIN house_calls_unit_lnk cu ON cu.house_call_id = h.id
  WHERE h.called_at >= $5::timestamp AND h.called_at < $6::timestamp GROUP BY cu.unit_id`;

const COVERED = `WITH homes AS (${HOMES}), calls AS (${CALLS})
  SELECT b.document_id AS building, b.name,
    (SELECT c.name FROM buildings_community_lnk k JOIN communities c ON c.id = k.community_id WHERE k.building_id = b.id LIMIT 1) AS community,
    count(*)::int AS homes, count(*) FILTER (WHERE calls.reached)::int AS reached, coalesce(sum(calls.calls), 0)::int AS calls
  FROM homes JOIN buildings b ON b.id = homes.building_id LEFT JOIN calls ON calls.unit_id = homes.id
  GROUP BY b.id ORDER BY community, b.name, b.id`;

const OPEN = `WITH homes AS (${HOMES}), calls AS (${CALLS})
  SELECT homes.document_id AS "documentId", homes.label FROM homes LEFT JOIN calls ON calls.unit_id = homes.id
  WHERE calls.reached IS NOT TRUE ORDER BY homes.label, homes.id LIMIT 500`;

/** How many homes of each building somebody was met at in the period, of how many [D-12]; at most one call of each home counts. */
export async function coverageOf({ pool }: Office, asked: CoverageQuery): Promise<Coverage> {
  const { period, plan, community, building, steward } = asked;
  const from = new Date(period.from).toISOString();
  const to = new Date(period.to).toISOString();
  const params = [plan, community, building, steward, from, to];
  type Row = {
    building: string;
    name: string;
    community: string | null;
    homes: number;
    reached: number;
    calls: number;
  };
  const rows = await query<Row & Record<string, unknown>>(pool, COVERED, params);
  const sum = (field: 'homes' | 'reached' | 'calls') => rows.reduce((total, row) => total + row[field], 0);
  return {
    period: { from, to },
    total: { ...shareOf(sum('reached'), sum('homes')), calls: sum('calls') },
    buildings: rows.map(({ homes, reached, calls, ...of }) => ({ ...of, ...shareOf(reached, homes), calls })),
    ...(plan || building
      ? { open: await query<{ documentId: string; label: string }>(pool, OPEN, params) }
      : {}),
  };
}
