/** Making calendars. */

import { CalendarInvalid, TimeRefused } from './errors';
import { readSchedule } from './hours';
import { WEEKDAYS } from './days';
import { zoneOf, type Zone } from './zone';
import type { Calendar, CalendarSpec, Span } from './types';

/**
 * Checks a calendar and makes it ready for reckoning; its tables fill as years are asked for, so keep
 * the result instead of compiling again [C-09].
 *
 * Throws CalendarInvalid: CALENDAR_INVALID, with `details.field` naming the part at fault
 * ('timeZone', 'weekly.mon[0][1]', 'holidays[3]', …), or CALENDAR_NEVER_OPEN for one without hours.
 */
export function compileCalendar(spec: CalendarSpec): Calendar {
  return {
    spec,
    tables: { zone: readZone(spec), schedule: readSchedule(spec), openYears: new Map(), dayYears: new Map() },
  };
}

/** Whether a calendar has hours in its week, so that it goes on opening however many single days are taken out of it. */
export const opensForGood = ({ tables }: Calendar): boolean => tables.schedule.lastOpenDay === Infinity;

const roundTheClock = new Map<string, Calendar>();
const MOST_ZONES = 1_000;

/** The 24×7 calendar of a zone, the same object each time. Throws CalendarInvalid for an unknown zone. */
export function ALWAYS_OPEN(timeZone: string): Calendar {
  const known = roundTheClock.get(timeZone);
  if (known) return known;
  const allDay: readonly Span[] = [['00:00', '24:00']];
  const weekly = Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, allDay]));
  const calendar = compileCalendar({ timeZone, weekly });
  if (roundTheClock.size >= MOST_ZONES) roundTheClock.clear();
  roundTheClock.set(timeZone, calendar);
  return calendar;
}

function readZone({ timeZone }: CalendarSpec): Zone {
  try {
    // Intl would take "no zone" for the process's own.
    if (typeof timeZone !== 'string') throw new TimeRefused('TIME_ZONE_UNKNOWN');
    return zoneOf(timeZone);
  } catch {
    throw new CalendarInvalid('CALENDAR_INVALID', { field: 'timeZone', value: String(timeZone) });
  }
}
