/** Open time: the seconds in which a calendar says the office works. */

import { tidyPauses } from './pauses';
import { intervalAt, openYear } from './tables';
import { countUnpaused, move } from './time-line';
import { yearAt } from './zone';
import type { Calendar, Pause } from './types';

/**
 * The earliest instant t ≥ start with at least `seconds` of open, unpaused time since `start`; so a
 * promise that fills the day exactly is due at closing, not at the next opening. A negative amount
 * goes back: the latest instant with that much open time until `start`. Zero gives `start`.
 *
 * Throws HORIZON_EXCEEDED when a hundred years of the calendar do not hold so much, PAUSE_INVALID.
 */
export function addOpenTime(
  calendar: Calendar,
  start: number,
  seconds: number,
  pauses?: readonly Pause[],
): number {
  return move(calendar.tables, start, Math.round(seconds * 1000), tidyPauses(pauses));
}

/**
 * Whole seconds of open, unpaused time in [from, to); 0 where `to` is not after `from`.
 * Throws PAUSE_INVALID, HORIZON_EXCEEDED for what is no instant.
 */
export function openSecondsBetween(
  calendar: Calendar,
  from: number,
  to: number,
  pauses?: readonly Pause[],
): number {
  return Math.floor(countUnpaused(calendar.tables, from, to, tidyPauses(pauses)) / 1000);
}

/** Whether the office is open at an instant: from the opening itself until just before the closing. */
export function isOpenAt({ tables }: Calendar, at: number): boolean {
  const open = openYear(tables, yearAt(at));
  const i = intervalAt(open, at);
  return i >= 0 && at - open.from[i]! < open.before[i + 1]! - open.before[i]!;
}
