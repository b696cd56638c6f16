import { lastDay } from './last-day';
import type { HomeDates, Judgement, WarrantyTerm } from './types';

export interface Judging {
  readonly terms: readonly WarrantyTerm[];
  /** documentIds of the matter's category and those above it, itself first; empty where it has none yet. */
  readonly path: readonly string[];
  readonly dates: HomeDates;
  /** The day of the report, 'YYYY-MM-DD' in the office's time zone. */
  readonly on: string;
}

/**
 * Whether the builder still answers for a fault [B-04]: by the term of its part, counted from when the unit was handed
 * over (else its building completed, else its community handed over), or by the day agreed for the unit if that is
 * later. A part that no term names is covered for as long as was agreed for the unit, if that was. What the dates do not
 * tell is unknown.
 */
export function judgeWarranty({ terms, path, dates, on }: Judging): Judgement {
  const since = dates.deliveredOn ?? dates.completedOn ?? dates.communityDeliveredOn;
  const agreed = dates.warrantyUntil;
  const term = termFor(terms, path, since);
  if (term?.unit === 'always') return { warranty: 'in_warranty', until: null, term: term.code };
  const counted = term && since ? lastDay(term, since) : null;
  const until =
    [counted, agreed]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null;
  if (until !== null && on <= until) return { warranty: 'in_warranty', until, term: term?.code ?? null };
  // A term without a beginning may still run, and so may the one of a part that is not known yet.
  const known = term ? since !== null : path.length > 0;
  return { warranty: known ? 'out_of_warranty' : 'warranty_unknown', until, term: term?.code ?? null };
}

/** The term of the nearest category that has one; of several the one that lasts longest. */
function termFor(
  terms: readonly WarrantyTerm[],
  path: readonly string[],
  since: string | null,
): WarrantyTerm | undefined {
  const own = path
    .map((category) => terms.filter((term) => term.category === category))
    .find((found) => found.length > 0);
  const end = (term: WarrantyTerm): string => lastDay(term, since ?? '2000-01-01') ?? '9999-12-31';
  return own?.reduce((best, term) => (end(term) > end(best) ? term : best));
}
