/** Two ways in which time counts: the plain time of a wall clock, and the open time of a calendar. */

import { TimeRefused } from './errors';
import {
  intervalAt,
  intervalLeaving,
  intervalReaching,
  mayOpen,
  openYear,
  type CalendarTables,
  type OpenYear,
} from './tables';
import { yearAt } from './zone';
import type { Calendar, Pause } from './types';

/** All in milliseconds; `counted` is 0 where `to` is not after `from`. */
export interface TimeLine {
  counted(from: number, to: number): number;
  /** Earliest instant with at least `amount` > 0 counted since `from`. */
  forward(from: number, amount: number): number;
  /** Latest instant with at least `amount` > 0 counted until `from`. */
  back(from: number, amount: number): number;
}

/** How many years a single sum may reach; beyond it the calendar is taken to be closed for good. */
const MOST_YEARS = 100;

/** Every second counts. */
export const plainTime: TimeLine = {
  counted: (from, to) => Math.max(0, to - from),
  forward: (from, amount) => within(from + amount),
  back: (from, amount) => within(from - amount),
};

/** Only open seconds count. */
export function openTime({ tables }: Calendar): TimeLine {
  return {
    counted: (from, to) => countOpen(tables, from, to),
    forward: (from, amount) => openForward(tables, from, amount),
    back: (from, amount) => openBack(tables, from, amount),
  };
}

/**
 * Moves along a time line by a signed amount, standing still in pauses (which must be tidy): the
 * earliest instant forward, the latest one back. Throws HORIZON_EXCEEDED.
 */
export function move(line: TimeLine, start: number, amount: number, pauses: readonly Pause[]): number {
  if (amount === 0) return start;
  if (pauses.length === 0) return amount > 0 ? line.forward(start, amount) : line.back(start, -amount);
  return amount > 0 ? moveOn(line, start, amount, pauses) : moveBack(line, start, -amount, pauses);
}

/** What counts in [from, to) outside the pauses (which must be tidy), in milliseconds. */
export function countUnpaused(line: TimeLine, from: number, to: number, pauses: readonly Pause[]): number {
  return line.counted(from, to) - countPaused(line, from, to, pauses);
}

/** What counts in [from, to) inside the pauses (which must be tidy), in milliseconds. */
export function countPaused(line: TimeLine, from: number, to: number, pauses: readonly Pause[]): number {
  let paused = 0;
  for (const pause of pauses) paused += line.counted(Math.max(from, pause.from), Math.min(to, pause.to));
  return paused;
}

function moveOn(line: TimeLine, start: number, amount: number, pauses: readonly Pause[]): number {
  let at = start;
  let left = amount;
  for (const { from, to } of pauses) {
    const running = line.counted(at, from);
    if (running >= left) break;
    left -= running;
    at = Math.max(at, to);
  }
  return line.forward(at, left);
}

function moveBack(line: TimeLine, start: number, amount: number, pauses: readonly Pause[]): number {
  let at = start;
  let left = amount;
  for (const { from, to } of [...pauses].reverse()) {
    const running = line.counted(to, at);
    if (running >= left) break;
    left -= running;
    at = Math.min(at, from);
  }
  return line.back(at, left);
}

function countOpen(tables: CalendarTables, from: number, to: number): number {
  if (!(to > from)) return 0;
  const firstYear = yearAt(from);
  const lastYear = yearAt(to);
  let open = openBefore(openYear(tables, lastYear), to) - openBefore(openYear(tables, firstYear), from);
  for (let year = firstYear; year < lastYear; year += 1) open += openYear(tables, year).total;
  return open;
}

function openForward(tables: CalendarTables, from: number, amount: number): number {
  const first = yearAt(from);
  let year = first;
  let open = openYear(tables, year);
  let left = amount + openBefore(open, from);
  while (left > open.total) {
    left -= open.total;
    year += 1;
    if (year - first > MOST_YEARS || !mayOpen(tables, year, 1)) throw beyond(from, amount);
    open = openYear(tables, year);
  }
  const i = intervalReaching(open, left);
  return open.from[i] + left - open.before[i];
}

function openBack(tables: CalendarTables, from: number, amount: number): number {
  const last = yearAt(from);
  let year = last;
  let open = openYear(tables, year);
  let left = openBefore(open, from) - amount;
  while (left < 0) {
    year -= 1;
    if (last - year > MOST_YEARS || !mayOpen(tables, year, -1)) throw beyond(from, -amount);
    open = openYear(tables, year);
    left += open.total;
  }
  const i = intervalLeaving(open, left);
  return open.from[i] + left - open.before[i];
}

function openBefore(open: OpenYear, instant: number): number {
  const i = intervalAt(open, instant);
  return i < 0 ? 0 : Math.min(open.before[i] + instant - open.from[i], open.before[i + 1]);
}

function within(instant: number): number {
  yearAt(instant);
  return instant;
}

function beyond(start: number, amount: number): TimeRefused {
  return new TimeRefused('HORIZON_EXCEEDED', { start, seconds: amount / 1000 });
}
