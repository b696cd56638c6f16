import { invalid } from '../../rules/refusal';
import { localDate, parseLocalTime } from '../../rules/time';
import { query } from '../db';
import { BUILDING_OF, TEAM_OF } from '../figures/query';
import { ticketOfClock } from '../figures/sources';
import type { Reader } from '../figures';
import type { Office } from '../office';

type Given = Readonly<Record<string, unknown>>;

/** The two things that are counted: promises that fall due soon, and those that were broken today. */
export const CLOCK_LISTS = ['due', 'broken'] as const;
export type ClockList = (typeof CLOCK_LISTS)[number];

const USUAL_HOURS = 4;
const MOST_HOURS = 168;
const MOST = 100;
const USUAL = 25;

interface Place {
  readonly documentId: string;
  readonly name: string;
}

export interface PlaceCount {
  /** Null: of none. */
  readonly place: Place | null;
  readonly due: number;
  readonly broken: number;
}

export interface DueClock extends Record<string, unknown> {
  readonly type: string;
  readonly documentId: string;
  readonly number: string;
  readonly name: string;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly brokenAt: string | null;
  readonly building: string | null;
  readonly team: string | null;
}

/** The hours ahead that are asked about: 4, or 1 to 168. Throws INPUT_INVALID. */
export const hoursIn = (given: Given): number =>
  wholeIn(given, 'hours', { usual: USUAL_HOURS, least: 1, most: MOST_HOURS });

/**
 * Promises that fall due within the hours asked for and those broken since midnight, with how many of them are of each building and
 * each team, of the requests that the reader may see [C-11][R-05]; the nearest 25 that fall due are listed. Throws INPUT_INVALID.
 */
export async function clocksAhead(reader: Reader, given: Given) {
  const { office } = reader;
  const hours = hoursIn(given);
  const { now, until, midnight } = momentsOf(office, hours);
  const rows = await query<Record<string, unknown> & Counted>(
    office.pool,
    `SELECT what, building, "buildingName", team, "teamName", count(*)::int AS count
     FROM (${placedClocks(reader)}) p GROUP BY 1, 2, 3, 4, 5`,
    [until, midnight, now],
  );
  const sum = (what: ClockList): number =>
    rows.reduce((count, row) => count + (row.what === what ? row.count : 0), 0);
  return {
    hours,
    due: sum('due'),
    broken: sum('broken'),
    byBuilding: countedBy(rows, 'building'),
    byTeam: countedBy(rows, 'team'),
    next: (await clocksListed(reader, 'due', { hours: String(hours) })).records,
  };
}

/**
 * The clocks behind such a number, by `building` and `team` (documentId, or `none`), `limit` (at most 100) from `start`: those that fall
 * due first, those broken last, on top. Throws INPUT_INVALID.
 */
export async function clocksListed(reader: Reader, what: ClockList, given: Given) {
  const { now, until, midnight } = momentsOf(reader.office, hoursIn(given));
  const start = wholeIn(given, 'start', { usual: 0, least: 0, most: 1_000_000 });
  const limit = wholeIn(given, 'limit', { usual: USUAL, least: 1, most: MOST });
  const [building, team] = [textIn(given, 'building'), textIn(given, 'team')];
  const rows = await query<DueClock & { total: number }>(
    reader.office.pool,
    `SELECT type, id AS "documentId", number, name, started_at AS "startedAt", due_at AS "dueAt", broken_at AS "brokenAt",
       "buildingName" AS building, "teamName" AS team, count(*) OVER ()::int AS total
     FROM (${placedClocks(reader)}) p
     WHERE what = $4 AND ($5::text IS NULL OR coalesce(building, 'none') = $5) AND ($6::text IS NULL OR coalesce(team, 'none') = $6)
     ORDER BY CASE WHEN what = 'due' THEN due_at END, broken_at DESC, "clockId" LIMIT $7 OFFSET $8`,
    [until, midnight, now, what, building, team, limit, start],
  );
  return {
    total: rows[0]?.total ?? 0,
    start,
    limit,
    records: rows.map(({ total: _total, ...record }): DueClock => record),
  };
}

interface Counted {
  readonly what: ClockList;
  readonly building: string | null;
  readonly buildingName: string | null;
  readonly team: string | null;
  readonly teamName: string | null;
  readonly count: number;
}

function countedBy(rows: readonly Counted[], by: 'building' | 'team'): PlaceCount[] {
  const places = new Map<string, { place: Place | null; due: number; broken: number }>();
  for (const row of rows) {
    const id = row[by];
    const known = places.get(id ?? '') ?? {
      place: id === null ? null : { documentId: id, name: row[`${by}Name`] ?? '' },
      due: 0,
      broken: 0,
    };
    known[row.what] += row.count;
    places.set(id ?? '', known);
  }
  return [...places.values()].sort(
    (a, b) =>
      Number(a.place === null) - Number(b.place === null) ||
      b.broken - a.broken ||
      b.due - a.due ||
      (a.place?.name ?? '').localeCompare(b.place?.name ?? '', 'zh-Hans'),
  );
}

/** $1 until when, $2 since when they count as broken today, $3 now. The two halves are read by one partial index each. */
function placedClocks({ office, scope }: Reader): string {
  // Few clocks run out at a time: each asks for its own request. Where nothing is bound, nothing is asked.
  const open = scope?.sql('ticket', 's') ?? 'true';
  return `SELECT c.*, b.document_id AS building, b.name AS "buildingName", m.document_id AS team, m.name AS "teamName"
    FROM (SELECT c.what, c.case_type AS type, c.case_id AS id, c.case_number AS number, c.name, c.started_at, c.due_at, c.broken_at,
        c.id AS "clockId", ${ticketOfClock(office)} AS ticket_row
      FROM (SELECT 'due' AS what, d.* FROM clocks d
          WHERE d.stopped_at IS NULL AND d.paused_at IS NULL AND d.broken_at IS NULL AND d.due_at <= $1::timestamp
        UNION ALL SELECT 'broken', d.* FROM clocks d
          WHERE d.verdict = 'broken' AND coalesce(d.broken_at, d.stopped_at) >= $2::timestamp
            AND coalesce(d.broken_at, d.stopped_at) <= $3::timestamp) c) c
    LEFT JOIN tickets s ON s.id = c.ticket_row
    LEFT JOIN buildings b ON b.id = ${BUILDING_OF} LEFT JOIN teams m ON m.id = ${TEAM_OF}${open === 'true' ? '' : ` WHERE ${open}`}`;
}

function momentsOf(office: Office, hours: number) {
  const { timeZone } = office;
  const now = office.now();
  const midnight = parseLocalTime({ text: localDate(timeZone, now), format: 'ISO', timeZone });
  const iso = (at: number): string => new Date(at).toISOString();
  return { now: iso(now), until: iso(now + hours * 3_600_000), midnight: iso(midnight) };
}

export function wholeIn(
  given: Given,
  field: string,
  { usual, least, most }: { usual: number; least: number; most: number },
): number {
  const value = given[field];
  if (value === undefined || value === '') return usual;
  const number = typeof value === 'string' && /^\d{1,7}$/.test(value) ? Number(value) : -1;
  if (number < least || number > most) throw invalid('INPUT_INVALID', { field, reason: 'range' });
  return number;
}

function textIn(given: Given, field: string): string | null {
  const value = given[field];
  if (value === undefined || value === '') return null;
  if (typeof value === 'string' && value.length <= 64) return value;
  throw invalid('INPUT_INVALID', { field, reason: 'type' });
}
