/** How many of how many; `share` to four decimals, null of nothing. */
export interface Share {
  readonly count: number;
  readonly of: number;
  readonly share: number | null;
}

export const shareOf = (count: number, of: number): Share => ({
  count,
  of,
  share: of === 0 ? null : Math.round((count / of) * 10_000) / 10_000,
});

/** The share that signed visits on site should have at least [D-04], and the one that visits should have [D-01]. */
export const SIGNED_SHARE = 0.4;
export const VISITED_SHARE = 1;
