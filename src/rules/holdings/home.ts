import type { ActionContext } from '../cases/types';
import { conflict, type Refusal } from '../refusal';
import { localDate } from '../time';

/** One entry of the register of who holds or lives in a home; days are local, 'YYYY-MM-DD'. */
export interface Holding {
  /** documentId of the occupancy. */
  readonly id: string;
  /** documentId of the person. */
  readonly owner: string;
  readonly capacity: string;
  readonly fromDate: string;
  /** Last day, null for one that has not ended. */
  readonly toDate: string | null;
  readonly primary: boolean | null;
}

/** What the registers say of a home that is about to change hands. */
export interface HomeHeld {
  /** What people call it. */
  readonly label: string;
  /** documentId of the steward of its building. */
  readonly steward: string | null;
  readonly holdings: readonly Holding[];
  /** Number of the transfer of it that is open. */
  readonly openTransfer: string | null;
}

/** The answer to `home_held`; undefined where it was not asked. */
export const heldIn = ({ answers }: Pick<ActionContext, 'answers'>): HomeHeld | undefined =>
  (answers.home_held as HomeHeld | null | undefined) ?? undefined;

/** What is meant for a day is not done before it. */
export const dayHasCome = (
  day: string,
  { record, at, office }: Pick<ActionContext, 'record' | 'at' | 'office'>,
): Refusal | undefined =>
  localDate(office.timeZone, at) < day
    ? conflict('NOT_YET_EFFECTIVE', { number: record.number, day })
    : undefined;

const DAY = 86_400_000;
const daysFrom = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

export const dayBefore = (day: string): string => daysFrom(day, -1);
export const dayAfter = (day: string): string => daysFrom(day, 1);

const reaches = ({ toDate }: Holding, day: string): boolean => toDate === null || toDate >= day;

/** Those who held the home the day before `day` and would hold it on that day. */
export const heldInto = ({ holdings }: HomeHeld, day: string): Holding[] =>
  holdings.filter((one) => one.fromDate < day && reaches(one, day));

/**
 * The full owner's entry that a transfer on `day` ends, or why there is none: nobody (or not the giver) is on record then, the
 * giver's period begins on that day or later, or another owner's does, who is on record already.
 */
export function ownershipToEnd(
  held: HomeHeld,
  { giver, day }: { readonly giver: string | null; readonly day: string },
): Holding | 'not_on_record' | 'before_his_period' | 'another_follows' {
  const owners = held.holdings.filter((one) => one.capacity === 'owner' && reaches(one, day));
  const his = owners.filter(({ owner }) => giver === null || owner === giver);
  const current = his.find(({ fromDate }) => fromDate < day);
  if (!current) return his.length > 0 ? 'before_his_period' : 'not_on_record';
  return owners.some((one) => one !== current) ? 'another_follows' : current;
}

/** A lease of a home, or of one of its rooms, that stands in the way of another in its days. */
export interface LeaseOfHome {
  readonly number: string;
  /** The home and its room, in one spelling. */
  readonly openFor: string;
  readonly fromDate: string;
  readonly lastDay: string;
}
