import type { Locale } from '../../../rules/words/say';
import { enumLabel } from '../views';

/** Whether occupancy `oc` holds on the day that the parameter names. */
export const LIVES_THERE = (day: string): string =>
  `oc.from_date <= ${day}::date AND (oc.to_date IS NULL OR oc.to_date >= ${day}::date)`;

/** As what somebody belongs to a home: owner, tenant … */
export const capacityLabel = (capacity: string, locale: Locale): string =>
  enumLabel('occupancy', 'capacity', capacity, locale);
