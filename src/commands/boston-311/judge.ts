import { nameKey } from '../../rules/import';
import type { JudgedRow, TypeRule } from './facts';

/** What the office says of a request. */
export interface OurClock {
  /** Epoch milliseconds. */
  readonly dueAt: number;
  /** null while it runs. */
  readonly verdict: string | null;
}

export interface TypeTally {
  readonly type: string;
  rows: number;
  due: number;
  verdict: number;
}

export interface Tally {
  /** Rows whose type has a rule and that have a due time. */
  rows: number;
  /** Of these, those that did not come into the office. */
  absent: number;
  /** Our due time is that of the city, give or take 15 minutes. */
  due: number;
  /** Rows on which the city has passed a verdict, and how many of ours are the same. */
  judged: number;
  verdict: number;
  readonly types: Map<string, TypeTally>;
}

export const emptyTally = (): Tally => ({
  rows: 0,
  absent: 0,
  due: 0,
  judged: 0,
  verdict: 0,
  types: new Map(),
});

const TOLERANCE = 15 * 60_000;
const VERDICTS: Readonly<Record<string, boolean>> = { ONTIME: true, OVERDUE: false };

/**
 * Counts one row, if it counts. A promise that still runs at the end of the data is as yet kept, which is
 * what the city calls it too.
 */
export function judge(
  tally: Tally,
  row: JudgedRow,
  { rule, clock }: { rule: TypeRule | undefined; clock: OurClock | undefined },
): void {
  if (!rule || row.targetAt === null) return;
  const type = typeOf(tally, rule);
  tally.rows += 1;
  type.rows += 1;
  if (!clock) tally.absent += 1;
  if (clock && Math.abs(clock.dueAt - row.targetAt) <= TOLERANCE) {
    tally.due += 1;
    type.due += 1;
  }
  const wanted = VERDICTS[row.onTime];
  if (wanted === undefined) return;
  tally.judged += 1;
  if (clock && (clock.verdict !== 'broken') === wanted) {
    tally.verdict += 1;
    type.verdict += 1;
  }
}

/** The types that agree least, worst first. */
export function worstTypes(tally: Tally, most: number): readonly TypeTally[] {
  const wrong = (one: TypeTally): number => 2 * one.rows - one.due - one.verdict;
  return [...tally.types.values()]
    .filter((one) => wrong(one) > 0)
    .sort((a, b) => wrong(b) / b.rows - wrong(a) / a.rows || wrong(b) - wrong(a))
    .slice(0, most);
}

export const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function typeOf(tally: Tally, { type }: TypeRule): TypeTally {
  const key = nameKey(type);
  const known = tally.types.get(key);
  if (known) return known;
  const made = { type, rows: 0, due: 0, verdict: 0 };
  tally.types.set(key, made);
  return made;
}
