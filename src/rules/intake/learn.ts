import { termsOf } from './terms';

/** A request of the past: its words, and the category (by id) that it was given. */
export interface Sample {
  readonly text: string;
  readonly category: string;
}

/** How often a term stood in the requests of a category. */
export interface Learned {
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export const NOTHING_LEARNED: Learned = { counts: new Map() };

/** Counts the terms of past requests by the category that they were given. */
export function learnFrom(samples: readonly Sample[]): Learned {
  const counts = new Map<string, Map<string, number>>();
  for (const { text, category } of samples) {
    for (const term of termsOf(text)) {
      const byCategory = counts.get(term) ?? new Map<string, number>();
      counts.set(term, byCategory.set(category, (byCategory.get(category) ?? 0) + 1));
    }
  }
  return { counts };
}

/** How strongly past requests with this term speak for a category: 0 to 1, more the more often. */
export function leaningTo({ counts }: Learned, term: string, category: string): number {
  const byCategory = counts.get(term);
  const own = byCategory?.get(category) ?? 0;
  if (!byCategory || own === 0) return 0;
  let all = 0;
  for (const count of byCategory.values()) all += count;
  return (own / all) * (own / (own + CAUTION));
}

/** A term seen this often is half believed. */
const CAUTION = 2;
