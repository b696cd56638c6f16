import { periodOf, shareOf, spansUntil, type Share, type SpanStep } from '../../rules/figures';
import { invalid } from '../../rules/refusal';
import { localDate } from '../../rules/time';
import { countBy, figuresQueryOf, type Counted, type Reader } from '../figures';
import type { SourceName } from '../figures/sources';

/** The most spans that a trend shows. */
const MOST_SPANS = 26;
const SPANS = 12;

/** The figures of one month or week. */
export interface TrendPoint {
  /** `2026-10` or `2026-W42`, as `period` takes it. */
  readonly span: string;
  readonly received: number;
  readonly completed: number;
  readonly complaints: number;
  readonly promises: Share;
  readonly visits: Share;
  readonly signed: Share;
  readonly satisfaction: Share;
  readonly rework: Share;
}

/** By which keys each source is counted: as few as a trend needs. */
const COUNTED = {
  received: ['kind'],
  completed: ['kind', 'rework'],
  promises: ['verdict'],
  visits: ['state'],
  made: ['signed', 'satisfaction'],
} as const satisfies Partial<Record<SourceName, readonly string[]>>;
type Source = keyof typeof COUNTED;
type CountedRows = Readonly<Record<Source, readonly Counted[]>>;

/**
 * The last `count` (12) months or weeks (`step`) up to the one with the local day `until` (today), oldest first, within
 * `community`, `building`, `team`, `person`. Throws INPUT_INVALID, PERIOD_INVALID, INPUT_UNKNOWN_FIELD, REFERENCE_UNKNOWN.
 */
export async function trendOf(
  reader: Reader,
  { step: givenStep, count: givenCount, until: givenUntil, ...scope }: Readonly<Record<string, unknown>>,
): Promise<{ readonly step: SpanStep; readonly points: readonly TrendPoint[] }> {
  const { office } = reader;
  const step = stepOf(givenStep);
  const until = dayOf(givenUntil, localDate(office.timeZone, office.now()));
  const spans = spansUntil(until, step, countOf(givenCount));
  const [first, last] = [spans[0], spans.at(-1)].map((period) => periodOf({ period }, office.timeZone));
  const asked = {
    ...(await figuresQueryOf(reader, { ...scope, period: spans.at(-1) })),
    period: { from: first?.from ?? 0, to: last?.to ?? 0 },
    by: step,
  };
  const sources = Object.keys(COUNTED) as Source[];
  const counted = await Promise.all(
    sources.map((source) => countBy(office, { source, keys: COUNTED[source], asked })),
  );
  const rows = Object.fromEntries(
    sources.map((source, index) => [source, counted[index] ?? []]),
  ) as unknown as CountedRows;
  return { step, points: spans.map((span) => pointOf(span, rows)) };
}

function pointOf(span: string, rows: CountedRows): TrendPoint {
  const sum = (source: Source, where: Readonly<Record<string, readonly (string | null)[]>> = {}): number =>
    rows[source]
      .filter(
        ({ group, keys }) =>
          group === span &&
          Object.entries(where).every(([key, values]) => values.includes(keys[key] ?? null)),
      )
      .reduce((total, { count }) => total + count, 0);
  const repairs = { kind: ['repair'] };
  const answers = ['very_satisfied', 'satisfied', 'fair', 'dissatisfied', 'very_dissatisfied'];
  return {
    span,
    received: sum('received'),
    completed: sum('completed'),
    complaints: sum('received', { kind: ['complaint'] }),
    promises: shareOf(sum('promises', { verdict: ['kept'] }), sum('promises')),
    visits: shareOf(sum('visits', { state: ['visited'] }), sum('visits', { state: ['visited', 'due'] })),
    signed: shareOf(sum('made', { signed: ['yes'] }), sum('made')),
    satisfaction: shareOf(
      sum('made', { satisfaction: answers.slice(0, 2) }),
      sum('made', { satisfaction: answers }),
    ),
    rework: shareOf(sum('completed', { ...repairs, rework: ['yes'] }), sum('completed', repairs)),
  };
}

function stepOf(given: unknown): SpanStep {
  if (given === undefined || given === 'month') return 'month';
  if (given === 'week') return 'week';
  throw invalid('INPUT_INVALID', { field: 'step', reason: 'not_a_choice' });
}

function countOf(given: unknown): number {
  if (given === undefined) return SPANS;
  const count = typeof given === 'string' && /^\d{1,2}$/.test(given) ? Number(given) : 0;
  if (count < 1 || count > MOST_SPANS) throw invalid('INPUT_INVALID', { field: 'count', reason: 'range' });
  return count;
}

/** A local day as `periodOf` takes it; what is none is refused there, under its own name. */
function dayOf(given: unknown, today: string): string {
  if (given === undefined || given === '') return today;
  const day = typeof given === 'string' ? given : '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw invalid('PERIOD_INVALID', { field: 'until', reason: 'format' });
  return day;
}
