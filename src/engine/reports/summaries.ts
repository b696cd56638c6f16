import { periodOf, spansUntil, type SpanStep } from '../../rules/figures';
import { Refusal } from '../../rules/refusal';
import { localDate } from '../../rules/time';
import { THE_TIMER } from '../actor';
import { query } from '../db';
import { figuresFor, type FiguresQuery } from '../figures';
import type { Office } from '../office';
import { perform } from '../perform';
import { idsIn, namesOf } from './names';
import type { KeptFigures, Recurring, SummaryKind } from './summary';

/** From how many requests of one kind in one building a problem is one that recurs [D-11]. */
export const RECURS_FROM = 3;

/** PostgreSQL: a value that must be single is there already. */
const UNIQUE_VIOLATION = '23505';

/** How often each kind is drawn up, and how many of them at most are made up for after the office stood still. */
const SCHEDULE: Readonly<Record<SummaryKind, { readonly step: SpanStep; readonly atMost: number }>> = {
  repairs_monthly: { step: 'month', atMost: 3 },
  complaints_weekly: { step: 'week', atMost: 8 },
  visits_monthly: { step: 'month', atMost: 3 },
};

/** A summary that was drawn up. */
export interface MadeSummary {
  readonly kind: SummaryKind;
  readonly period: string;
}

/**
 * Draws up what is due: repairs and visits of the last whole month [B-13][D-11], complaints of the last whole week [E-06],
 * and those before that were missed; each once, whoever and however many come for it. Gives back what this call drew up.
 */
export async function makeSummaries(office: Office): Promise<MadeSummary[]> {
  const made: MadeSummary[] = [];
  for (const kind of Object.keys(SCHEDULE) as SummaryKind[]) {
    for (const period of await periodsDue(office, kind)) {
      if (await makeOnce(office, kind, period)) made.push({ kind, period });
    }
  }
  return made;
}

/** The whole periods since the last summary of this kind, oldest first; the last one alone where there is none yet. */
async function periodsDue(office: Office, kind: SummaryKind): Promise<string[]> {
  const { step, atMost } = SCHEDULE[kind];
  const spans = spansUntil(localDate(office.timeZone, office.now()), step, atMost + 1).slice(0, -1);
  const rows = await query<{ period: string }>(
    office.pool,
    'SELECT period FROM summaries WHERE kind = $1 ORDER BY period_from DESC LIMIT 1',
    [kind],
  );
  const [latest] = rows;
  if (!latest) return spans.slice(-1);
  return spans.filter((span) => span > latest.period);
}

async function makeOnce(office: Office, kind: SummaryKind, period: string): Promise<boolean> {
  const span = periodOf({ period }, office.timeZone);
  const nobody = { community: null, building: null, team: null, person: null };
  const asked: FiguresQuery = {
    period: span,
    scope: nobody,
    by: 'building',
    tickets: null,
    open: null,
    asOf: span.to,
  };
  const { figures: all, by: byBuilding = [] } = await figuresFor(office, asked);
  const named = await namesOf(office, idsIn(all, { group: 'building', groups: byBuilding }));
  const figures: KeptFigures = { all, byBuilding, names: Object.fromEntries(named) };
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
        figures,
        recurring: kind === 'visits_monthly' ? await recurringIn(office, asked) : [],
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

/** Similar problems [D-11]: requests of one category that came from one building (or from none) again and again. */
async function recurringIn(office: Office, { period }: FiguresQuery): Promise<Recurring[]> {
  return query<Recurring & Record<string, unknown>>(
    office.pool,
    `SELECT k.name AS category, k.name_en AS "categoryEn", k.code, b.name AS building, t.kind, count(*)::int AS count, (array_agg(t.number ORDER BY t.number))[1:50] AS numbers
     FROM tickets t JOIN tickets_category_lnk kl ON kl.ticket_id = t.id JOIN categories k ON k.id = kl.category_id
     LEFT JOIN tickets_unit_lnk ul ON ul.ticket_id = t.id LEFT JOIN units_building_lnk bl ON bl.unit_id = ul.unit_id
     LEFT JOIN buildings b ON b.id = bl.building_id
     WHERE t.received_at >= $1::timestamp AND t.received_at < $2::timestamp AND t.stage <> 'cancelled' AND t.kind IN ('repair', 'complaint')
     GROUP BY k.id, b.id, t.kind HAVING count(*) >= $3 ORDER BY count(*) DESC, k.code LIMIT 200`,
    [new Date(period.from).toISOString(), new Date(period.to).toISOString(), RECURS_FROM],
  );
}
