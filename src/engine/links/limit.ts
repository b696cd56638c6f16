/** How many callers are remembered; beyond that, the oldest are forgotten. */
const MOST_CALLERS = 10_000;

interface Count {
  readonly until: number;
  calls: number;
}

/**
 * Counts calls by caller in windows of `window` milliseconds. Gives back 0 for a call that is let in, else the seconds
 * until the caller may come again. `most` 0 lets everybody in.
 */
export function limiter(window: number) {
  const counts = new Map<string, Count>();
  return ({ caller, most, now }: { caller: string; most: number; now: number }): number => {
    if (most <= 0) return 0;
    let count = counts.get(caller);
    if (!count || now >= count.until) {
      counts.delete(caller);
      const [oldest] = counts.keys();
      if (counts.size >= MOST_CALLERS && oldest !== undefined) counts.delete(oldest);
      count = { until: now + window, calls: 0 };
      counts.set(caller, count);
    }
    count.calls += 1;
    return count.calls <= most ? 0 : Math.ceil((count.until - now) / 1000);
  };
}
