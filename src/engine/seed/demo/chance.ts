/** Chance that falls the same way every time, so that every demo estate is the same one. */
export interface Chance {
  /** A whole number from 0 up to, but not including, `below`. */
  upTo(below: number): number;
  /** True once in `times`. */
  once(times: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
}

/** A small generator (mulberry32); good enough to scatter names over doors. */
export function chanceOf(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (below: number): number => Math.floor(next() * below);
  return {
    upTo,
    once: (times) => upTo(times) === 0,
    pick: (items) => {
      const item = items[upTo(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}
