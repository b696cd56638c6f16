/** Working days: the dates on which a calendar opens. */

import { isOpenAt } from './open-time';
import { DAY, yearOfDay } from './days';
import { TimeRefused } from './errors';
import { hoursOn } from './hours';
import { dayYear, mayOpen, type CalendarTables } from './tables';
import { move } from './time-line';
import { instantOf, wallAt } from './zone';
import type { Calendar } from './types';

/** How many years a count of working days may reach. */
const MOST_YEARS = 100;

/** A moment as an office counts it: the day whose hours it falls in, and the wall clock since that day's midnight. */
interface OfficeMoment {
  day: number;
  clock: number;
}

/**
 * The same clock time `count` working days later. A start outside the hours first rolls to the next
 * opening. After midnight in a night shift the day is the one on which the shift began.
 *
 * Where the landing day's hours do not hold that clock time, it becomes the next opening of that day,
 * or its last closing when none follows. Throws HORIZON_EXCEEDED.
 */
export function addWorkingDays(calendar: Calendar, start: number, count: number): number {
  const { tables } = calendar;
  const opened = isOpenAt(calendar, start) ? start : nextOpening(calendar, start);
  if (count === 0) return opened;
  const { day, clock } = officeMoment(tables, opened);
  const landing = workingDayAfter(tables, day, count);
  return instantOf(tables.zone, landing * DAY + withinHours(tables, landing, clock), 'first');
}

/** The next opening after an instant at which the office is closed. Throws HORIZON_EXCEEDED. */
export function nextOpening(calendar: Calendar, at: number): number {
  // The first open millisecond has passed one millisecond after the opening.
  return move(calendar.tables, at, 1, []) - 1;
}

function officeMoment(tables: CalendarTables, at: number): OfficeMoment {
  const wall = wallAt(tables.zone, at);
  const today = Math.floor(wall / DAY);
  for (const day of [today, today - 1]) {
    const clock = wall - day * DAY;
    if (hoursOn(tables.schedule, day).some(({ from, to }) => from <= clock && clock < to))
      return { day, clock };
  }
  // In an hour that is shown twice the wall can be past a closing that is still to come.
  return { day: today, clock: wall - today * DAY };
}

function workingDayAfter(tables: CalendarTables, day: number, count: number): number {
  const first = yearOfDay(day);
  let year = first;
  let table = dayYear(tables, year);
  let left = table.before[day - table.firstDay + 1]! + count;
  while (left > table.days.length) {
    left -= table.days.length;
    year += 1;
    if (year - first > MOST_YEARS || !mayOpen(tables, year, 1)) {
      throw new TimeRefused('HORIZON_EXCEEDED', { workingDays: count });
    }
    table = dayYear(tables, year);
  }
  return table.days[left - 1]!;
}

function withinHours(tables: CalendarTables, day: number, clock: number): number {
  const hours = hoursOn(tables.schedule, day);
  const span = hours.find(({ to }) => clock <= to);
  return span ? Math.max(clock, span.from) : hours[hours.length - 1]!.to;
}
