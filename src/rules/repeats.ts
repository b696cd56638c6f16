import type { OfficeView } from './office';

/** Days within which the same problem counts as the same, where no category says otherwise. */
export const REPEAT_DAYS = 30;

/** The longest place that is kept as a key, in characters. */
const LONGEST_PLACE = 200;

/** What a request is found again by. */
export interface RepeatKeys {
  /** Its unit, or the public place in its community; null where neither is known. */
  readonly placeKey: string | null;
  /** Its category. */
  readonly branchKey: string | null;
}

/** A place as people write it, without what they write differently: width, case, spaces, punctuation. */
export const placeOf = (location: string): string =>
  [
    ...location
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\p{P}\p{S}]+/gu, ''),
  ]
    .slice(0, LONGEST_PLACE)
    .join('');

/** Where a request is, and what it is about, as keys. A unit says more than a place. */
export function repeatKeysOf(record: Readonly<Record<string, unknown>>): RepeatKeys {
  const { unit, community, exactLocation, category } = record;
  const place = typeof exactLocation === 'string' ? placeOf(exactLocation) : '';
  const shared = typeof community === 'string' && place !== '' ? `p:${community}:${place}` : null;
  return {
    placeKey: typeof unit === 'string' ? `u:${unit}` : shared,
    branchKey: typeof category === 'string' ? category : null,
  };
}

/** The categories that mean the same problem: its own, those above it and those below it. */
export function branchOf({ categories }: Pick<OfficeView, 'categories'>, category: string): string[] {
  const below = [...categories.values()].filter(({ path }) => path.includes(category)).map(({ id }) => id);
  return [...new Set([...(categories.get(category)?.path ?? [category]), ...below])];
}

/** Within how many days a problem of this category counts as the same: as its branch says, nearest first; 0 for never. */
export function repeatDaysOf({ categories }: Pick<OfficeView, 'categories'>, category: string): number {
  const path = categories.get(category)?.path ?? [];
  for (const id of path) {
    const days = categories.get(id)?.repeatDays;
    if (typeof days === 'number') return days;
  }
  return REPEAT_DAYS;
}

/** The request that a new one repeats, the latest of them. */
export interface Repeated {
  readonly id: string;
  readonly number: string;
  /** How many requests of the window are about the same. */
  readonly count: number;
  /** Who did the latest of them that somebody did: documentId of a member of staff. */
  readonly handler: string | null;
}

/** How soon a request that comes again is seen to: the second time before others, from the third on first of all. */
export const priorityOf = (count: number): 'normal' | 'raised' | 'high' =>
  count === 0 ? 'normal' : count === 1 ? 'raised' : 'high';
