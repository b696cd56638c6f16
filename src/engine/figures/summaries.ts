import { lastWholePeriods, periodOf } from '../../rules/figures';
import { Refusal } from '../../rules/refusal';
import { type SUMMARY_KINDS } from '../../rules/terms';
import { localDate } from '../../rules/time';
import { THE_TIMER } from '../actor';
import { query } from '../db';
import type { Office } from '../office';
import { perform } from '../perform';
import { figuresFor } from './figures';
import type { FiguresQuery } from './query';

/** From how many requests of one kind in one building a problem is one that recurs [D-11]. */
export const RECURS_FROM = 3;

/** PostgreSQL: a value that must be single is there already. */
const UNIQUE_VIOLATION = '23505';

type Kind = (typeof SUMMARY_KINDS)[number];

/**
 * Draws up the summary of the last whole week and of the last whole month, each once, whoever and however many come for it
 * [B-13][E-06][D-11]. Gives back the periods that were drawn up.
 */
export async function makeSummaries(office: Office): Promise<string[]> {
  const { week, month } = lastWholePeriods(localDate(office.timeZone, office.now()));
  const made: string[] = [];
  for (const [kind, period] of [
    ['weekly', week],
    ['monthly', month],
  ] as const) {
    if (await makeOnce(office, kind, period)) made.push(period);
  }
  return made;
}

async function makeOnce(office: Office, kind: Kind, period: string): Promise<boolean> {
  const known = await query(office.pool, 'SELECT 1 AS one FROM summaries WHERE kind = $1 AND period = $2', [
    kind,
    period,
  ]);
  if (known.length > 0) return false;
  const span = periodOf({ period }, office.timeZone);
  const nobody = { community: null, building: null, team: null, person: null };
  const asked: FiguresQuery = { period: span, scope: nobody, by: null, tickets: null };
  const { figures } = await figuresFor(office, asked);
  const { figures: _all, by: buildings = [] } = await figuresFor(office, { ...asked, by: 'building' });
  const moments = {
    periodFrom: new Date(span.from).toISOString(),
    periodTo: new Date(span.to).toISOString(),
  };
  try {
    await perform(office, {
      type: 'summary',
      id: 'new',
      action: 'compile',
      actor: THE_TIMER,
      input: {
        kind,
        period,
        ...moments,
        figures: { all: figures, byBuilding: buildings },
        recurring: await recurringIn(office, asked),
      },
    });
    return true;
  } catch (error) {
    // Another came first.
    if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) return false;
    if (error instanceof Refusal)
      office.strapi.log.error(`The summary of ${period} was refused: ${error.code}`);
    throw error;
  }
}

/** Requests of one category that came from one building (or from none) again and again. */
async function recurringIn(office: Office, { period }: FiguresQuery): Promise<Record<string, unknown>[]> {
  return query<{ category: string; building: string | null; kind: string; count: number; numbers: string[] }>(
    office.pool,
    `SELECT k.name AS category, k.code, b.name AS building, t.kind, count(*)::int AS count, (array_agg(t.number ORDER BY t.number))[1:50] AS numbers
     FROM tickets t JOIN tickets_category_lnk kl ON kl.ticket_id = t.id JOIN categories k ON k.id = kl.category_id
     LEFT JOIN tickets_unit_lnk ul ON ul.ticket_id = t.id LEFT JOIN units_building_lnk bl ON bl.unit_id = ul.unit_id
     LEFT JOIN buildings b ON b.id = bl.building_id
     WHERE t.received_at >= $1::timestamp AND t.received_at < $2::timestamp AND t.stage <> 'cancelled' AND t.kind IN ('repair', 'complaint')
     GROUP BY k.id, b.id, t.kind HAVING count(*) >= $3 ORDER BY count(*) DESC, k.code LIMIT 200`,
    [new Date(period.from).toISOString(), new Date(period.to).toISOString(), RECURS_FROM],
  );
}
