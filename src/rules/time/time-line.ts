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
import type { Pause } from './types';

/** Whose seconds count: those in which a calendar is open, or all of them. */
export type TimeLine = CalendarTables | 'plain';

/** How many years a single sum may reach; beyond it the calendar is taken to be closed for good. */
const MOST_YEARS = 100;

/**
 * Moves by a signed amount of counted milliseconds, standing still in pauses (which must be tidy): to
 * the earliest instant forward, to the latest one back. Throws HORIZON_EXCEEDED.
 */
export function move(line: TimeLine, start: number, amount: number, pauses: readonly Pause[]): number {
  if (amount === 0) return start;
  return amount > 0 ? moveOn(line, start, amount, pauses) : moveBack(line, start, -amount, pauses);
}

/** What counts in [from, to) outside the pauses (which must be tidy), in milliseconds. */
export function countUnpaused(line: TimeLine, from: number, to: number, pauses: readonly Pause[]): number {
  return counted(line, from, to) - countPaused(line, from, to, pauses);
}

/** What counts in [from, to) inside the pauses (which must be tidy), in milliseconds. */
export function countPaused(line: TimeLine, from: number, to: number, pauses: readonly Pause[]): number {
  let paused = 0;
  for (const pause of pauses) paused += counted(line, Math.max(from, pause.from), Math.min(to, pause.to));
  return paused;
}

function moveOn(line: TimeLine, start: number, amount: number, pauses: readonly Pause[]): number {
  let at = start;
  let left = amount;
  for (const { from, to } of pauses) {
    const running = counted(line, at, from);
    if (running >= left) break;
    left -= running;
    at = Math.max(at, to);
  }
  return line === 'plain' ? known(at + left) : openForward(line, at, left);
}

function moveBack(line: TimeLine, start: number, amount: number, pauses: readonly Pause[]): number {
  let at = start;
  let left = amount;
  for (const { from, to } of [...pauses].reverse()) {
    const running = counted(line, to, at);
    if (running >= left) break;
    left -= running;
    at = Math.min(at, from);
  }
  return line === 'plain' ? known(at - left) : openBack(line, at, left);
}

function counted(line: TimeLine, from: number, to: number): number {
  if (!(to > from)) return 0;
  if (line === 'plain') return to - from;
  const firstYear = yearAt(from);
  const lastYear = yearAt(to);
  let open = openBefore(openYear(line, lastYear), to) - openBefore(openYear(line, firstYear), from);
  for (let year = firstYear; year < lastYear; year += 1) open += openYear(line, year).total;
  return open;
}

/** Earliest instant with `amount` > 0 of open time since `from`. */
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
  return instantAfter(open, intervalReaching(open, left), left);
}

/** Latest instant with `amount` > 0 of open time until `from`. */
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
  return instantAfter(open, intervalLeaving(open, left), left);
}

function instantAfter({ from, before }: OpenYear, i: number, amount: number): number {
  return from[i]! + amount - before[i]!;
}

function openBefore(open: OpenYear, instant: number): number {
  const i = intervalAt(open, instant);
  return i < 0 ? 0 : Math.min(open.before[i]! + instant - open.from[i]!, open.before[i + 1]!);
}

function known(instant: number): number {
  yearAt(instant);
  return instant;
}

function beyond(start: number, amount: number): TimeRefused {
  return new TimeRefused('HORIZON_EXCEEDED', { start, seconds: amount / 1000 });
}
