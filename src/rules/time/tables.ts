/**
 * The compiled side of a calendar: per UTC year the open intervals with running totals, per local year
 * the working days. Both are made on first use and kept for a bounded number of years.
 */

import { DAY, firstDayOfYear, yearOfDay } from './days';
import { hoursOn, type DayHours, type Schedule } from './hours';
import { instantOf, type Zone } from './zone';

export interface CalendarTables {
  readonly zone: Zone;
  readonly schedule: Schedule;
  readonly openYears: Map<number, OpenYear>;
  readonly dayYears: Map<number, DayYear>;
}

/** Open intervals of one UTC year, cut at its ends: apart, in order, as opening and running total. */
export interface OpenYear {
  /** Opening instants. */
  readonly from: Float64Array;
  /** Open milliseconds of the year before each opening; one entry more, the year's total. */
  readonly before: Float64Array;
  readonly total: number;
}

/** Working days of one local year. */
export interface DayYear {
  readonly firstDay: number;
  /** Day numbers of the working days, in order. */
  readonly days: Int32Array;
  /** How many of them come before the nth day of the year. */
  readonly before: Int32Array;
}

const MOST_YEARS = 128;

export function openYear(tables: CalendarTables, year: number): OpenYear {
  return tables.openYears.get(year) ?? keep(tables.openYears, year, readOpenYear(tables, year));
}

export function dayYear(tables: CalendarTables, year: number): DayYear {
  return tables.dayYears.get(year) ?? keep(tables.dayYears, year, readDayYear(tables, year));
}

/** Index of the last interval that opens at or before an instant of this year, or -1. */
export function intervalAt({ from }: OpenYear, instant: number): number {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (from[middle]! <= instant) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of the first interval whose end brings the running total to at least `amount`. */
export function intervalReaching({ before, from }: OpenYear, amount: number): number {
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before[middle + 1]! >= amount) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the last interval that opens with a running total of at most `amount`. */
export function intervalLeaving({ before, from }: OpenYear, amount: number): number {
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (before[middle]! <= amount) low = middle;
    else high = middle - 1;
  }
  return low;
}

function readOpenYear(tables: CalendarTables, year: number): OpenYear {
  const start = firstDayOfYear(year) * DAY;
  const end = firstDayOfYear(year + 1) * DAY;
  const open: [number, number][] = [];
  // Three days either side: a span may reach two days on, and a zone be most of a day off UTC.
  for (let day = start / DAY - 3; day < end / DAY + 3; day += 1) {
    for (const span of hoursOn(tables.schedule, day)) {
      const [from, to] = interval(tables.zone, day, span);
      if (to > from && to > start && from < end) open.push([Math.max(from, start), Math.min(to, end)]);
    }
  }
  return totals(join(open.sort((a, b) => a[0] - b[0])));
}

/** An opening shown twice counts from its first time, a closing until its last. */
function interval(zone: Zone, day: number, { from, to }: DayHours): [number, number] {
  return [instantOf(zone, day * DAY + from, 'first'), instantOf(zone, day * DAY + to, 'last')];
}

function join(sorted: readonly [number, number][]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = joined[joined.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

function totals(intervals: readonly [number, number][]): OpenYear {
  const before = new Float64Array(intervals.length + 1);
  intervals.forEach(([from, to], i) => {
    before[i + 1] = before[i]! + to - from;
  });
  return { from: Float64Array.from(intervals, ([from]) => from), before, total: before[intervals.length]! };
}

function readDayYear(tables: CalendarTables, year: number): DayYear {
  const firstDay = firstDayOfYear(year);
  const length = firstDayOfYear(year + 1) - firstDay;
  const days: number[] = [];
  const before = new Int32Array(length + 1);
  for (let n = 0; n < length; n += 1) {
    const worked = hoursOn(tables.schedule, firstDay + n).some((span) => {
      const [from, to] = interval(tables.zone, firstDay + n, span);
      return to > from;
    });
    if (worked) days.push(firstDay + n);
    before[n + 1] = days.length;
  }
  return { firstDay, days: Int32Array.from(days), before };
}

/** Whether anything can still open in or after (or in or before) a year. */
export function mayOpen({ schedule }: CalendarTables, year: number, step: 1 | -1): boolean {
  if (!Number.isFinite(schedule.lastOpenDay)) return true;
  // A year's slack either way, for zones and spans over midnight.
  return step === 1
    ? year <= yearOfDay(schedule.lastOpenDay) + 1
    : year >= yearOfDay(schedule.firstOpenDay) - 1;
}

function keep<T>(cache: Map<number, T>, year: number, made: T): T {
  if (cache.size >= MOST_YEARS) cache.clear();
  cache.set(year, made);
  return made;
}
