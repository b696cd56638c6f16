import type { Booking, Stretch } from './types';

export const stretchOf = ({ from, to }: { readonly from: string; readonly to: string }): Stretch => ({
  from: Date.parse(from),
  to: Date.parse(to),
});

const meet = (one: Stretch, other: Stretch): boolean => one.from < other.to && other.from < one.to;

/** How many of `taken` run at the same time at most, within `within`. */
export function mostAtOnce(taken: readonly Stretch[], within: Stretch): number {
  const near = taken.filter((one) => meet(one, within));
  const moments = [within.from, ...near.map(({ from }) => from).filter((from) => from > within.from)];
  const running = (moment: number) => near.filter(({ from, to }) => from <= moment && moment < to).length;
  return Math.max(0, ...moments.map(running));
}

/** The booking that stands in the way of a window; undefined as long as the person has room for it [B-05]. */
export function inTheWay(
  taken: readonly Booking[],
  { window, capacity }: { readonly window: Stretch; readonly capacity: number },
): Booking | undefined {
  if (mostAtOnce(taken.map(stretchOf), window) < capacity) return undefined;
  return taken.find((one) => meet(stretchOf(one), window));
}

export interface FreeTime {
  readonly taken: readonly Stretch[];
  readonly within: Stretch;
  readonly capacity: number;
  /** The shortest window worth naming, milliseconds. */
  readonly least: number;
}

/** The stretches of `within` in which the person has room for one more, those shorter than `least` left out. */
export function freeWindows({ taken, within, capacity, least }: FreeTime): Stretch[] {
  const inside = (moment: number) => moment > within.from && moment < within.to;
  const cuts = [...taken.flatMap(({ from, to }) => [from, to]).filter(inside), within.from, within.to];
  const edges = [...new Set(cuts)].sort((one, other) => one - other);
  const free: Stretch[] = [];
  for (const [index, from] of edges.slice(0, -1).entries()) {
    const to = edges[index + 1] ?? from;
    if (mostAtOnce(taken, { from, to }) >= capacity) continue;
    const last = free.at(-1);
    if (last?.to === from) free[free.length - 1] = { from: last.from, to };
    else free.push({ from, to });
  }
  return free.filter(({ from, to }) => to - from >= least);
}
