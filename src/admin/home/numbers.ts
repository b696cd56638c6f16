/** Numbers of the home page in words. Pure. */

/** A share as a percentage with at most one decimal, '—' of nothing; never rounded up to a whole that it is not. */
export function percent(share: number | null): string {
  if (share === null) return '—';
  const tenths = share < 1 ? Math.min(Math.round(share * 1000), 999) : 1000;
  return `${tenths / 10}%`;
}

/** How a share stands to its target; of nothing it stands nowhere. */
export const reaches = (share: number | null, target: number): boolean | null =>
  share === null ? null : share >= target;

/** The places with most to do, and how many more there are. */
export function firstOf<One>(list: readonly One[], most: number): { shown: readonly One[]; more: number } {
  return { shown: list.slice(0, most), more: Math.max(0, list.length - most) };
}
