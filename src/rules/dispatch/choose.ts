import type { StaffEntry } from '../people/directory';
import type { DispatchMode, Loads, Turn } from './types';

export interface ChoiceState {
  readonly loads: Loads;
  readonly turn: Turn;
}

/** The place of somebody in the turn: by job number, whoever else comes or goes. */
export const turnKey = ({ jobNumber, id }: Pick<StaffEntry, 'jobNumber' | 'id'>): string =>
  `${jobNumber} ${id}`;

/**
 * Whom of the pool the work goes to; null when the pool is empty or the mode chooses nobody. In turn: the first after
 * whoever had it last, so that nobody is served twice before one who has stood in the pool all the while. Least
 * loaded: of those with the fewest open orders the next in turn.
 */
export function choose(
  mode: DispatchMode,
  pool: readonly StaffEntry[],
  { loads, turn }: ChoiceState,
): StaffEntry | null {
  if (mode === 'rotate') return nextInTurn(pool, turn);
  if (mode !== 'least_loaded') return null;
  const loadOf = ({ id }: StaffEntry) => loads.get(id) ?? 0;
  const least = Math.min(...pool.map(loadOf));
  return nextInTurn(
    pool.filter((one) => loadOf(one) === least),
    turn,
  );
}

/** The first of the pool after the turn; the first of all where there is none after it. */
function nextInTurn(pool: readonly StaffEntry[], turn: Turn): StaffEntry | null {
  let first: Placed | null = null;
  let next: Placed | null = null;
  for (const one of pool) {
    const key = turnKey(one);
    if (first === null || key < first.key) first = { one, key };
    if (turn !== null && key > turn && (next === null || key < next.key)) next = { one, key };
  }
  return (next ?? first)?.one ?? null;
}

interface Placed {
  readonly one: StaffEntry;
  readonly key: string;
}
