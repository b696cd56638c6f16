/** Pauses as a set of moments: overlapping ones count once, order does not matter. */

import { TimeRefused } from './errors';
import type { Pause } from './types';

const NONE: readonly Pause[] = [];

/**
 * The same standstill as separate spans in order. Empty pauses vanish.
 * Throws PAUSE_INVALID where a pause ends before it begins or an end is not a number [C-10].
 */
export function tidyPauses(pauses: readonly Pause[] | undefined): readonly Pause[] {
  if (!pauses || pauses.length === 0) return NONE;
  const tidy: Pause[] = [];
  for (const { from, to } of [...pauses].sort((a, b) => a.from - b.from)) {
    if (!(to >= from)) throw new TimeRefused('PAUSE_INVALID', { from, to });
    const last = tidy[tidy.length - 1];
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (to > from) tidy.push({ from, to });
  }
  return tidy;
}
