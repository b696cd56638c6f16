/** Which hours a date has: week, holidays, special workdays and statutory days, by rank. */

import { dayOf, weekdayIndex, WEEKDAYS } from './days';
import { CalendarInvalid } from './errors';
import { statutoryKind } from './statutory-cn';
import type { CalendarSpec, Span } from './types';

/** Milliseconds from the date's midnight on the wall clock; `to` may lie beyond 24 h. */
export interface DayHours {
  readonly from: number;
  readonly to: number;
}

export interface Schedule {
  /** Monday first. */
  readonly week: readonly (readonly DayHours[])[];
  /** Dates with hours of their own (none = closed), by day number. */
  readonly exceptions: ReadonlyMap<number, readonly DayHours[]>;
  readonly statutory: boolean;
  /** Hours of a make-up workday; none where the week has no open Monday to Friday. */
  readonly makeUp: readonly DayHours[] | undefined;
  /** First and last day on which anything may open; infinite where the week itself has hours. */
  readonly firstOpenDay: number;
  readonly lastOpenDay: number;
  /** Open around the clock on every day. */
  readonly roundTheClock: boolean;
}

const MINUTE = 60_000;
const FULL_DAY = 1440 * MINUTE;
const CLOSED: readonly DayHours[] = [];

/** Checks a spec and turns it into hours per day. Throws CalendarInvalid naming the field. */
export function readSchedule(spec: CalendarSpec): Schedule {
  const week = readWeek(spec);
  const exceptions = readExceptions(spec);
  if (spec.statutory !== undefined && spec.statutory !== 'cn') throw invalid('statutory', spec.statutory);
  const openDays = [...exceptions].filter(([, hours]) => hours.length > 0).map(([day]) => day);
  const weekOpens = week.some((hours) => hours.length > 0);
  if (!weekOpens && openDays.length === 0) {
    throw new CalendarInvalid('CALENDAR_NEVER_OPEN', { field: 'weekly' });
  }
  return {
    week,
    exceptions,
    statutory: spec.statutory === 'cn',
    makeUp: week.slice(0, 5).find((hours) => hours.length > 0),
    firstOpenDay: weekOpens ? -Infinity : Math.min(...openDays),
    lastOpenDay: weekOpens ? Infinity : Math.max(...openDays),
    roundTheClock:
      exceptions.size === 0 &&
      spec.statutory === undefined &&
      week.every((hours) => hours.some(({ from, to }) => from === 0 && to >= FULL_DAY)),
  };
}

/**
 * The spans that start on a date, sorted and apart from each other [C-09]. A special workday outranks
 * a holiday, that outranks a statutory make-up day or day off, and that outranks the week.
 */
export function hoursOn(schedule: Schedule, day: number): readonly DayHours[] {
  const own = schedule.exceptions.get(day);
  if (own) return own;
  const usual = schedule.week[weekdayIndex(day)]!;
  if (!schedule.statutory) return usual;
  const kind = statutoryKind(day);
  if (kind === 'off') return CLOSED;
  return kind === 'work' ? (schedule.makeUp ?? usual) : usual;
}

function readWeek(spec: CalendarSpec): (readonly DayHours[])[] {
  const weekly: unknown = spec.weekly;
  if (typeof weekly !== 'object' || weekly === null) throw invalid('weekly', weekly);
  const stranger = Object.keys(weekly).find((key) => !WEEKDAYS.some((weekday) => weekday === key));
  if (stranger !== undefined) throw invalid(`weekly.${stranger}`, stranger);
  return WEEKDAYS.map((weekday) => readSpans(spec.weekly[weekday] ?? [], `weekly.${weekday}`));
}

function readExceptions(spec: CalendarSpec): Map<number, readonly DayHours[]> {
  const exceptions = new Map<number, readonly DayHours[]>();
  rows(spec.holidays ?? [], 'holidays').forEach((date, i) => {
    exceptions.set(readDate(date, `holidays[${i}]`), CLOSED);
  });
  rows(spec.specialWorkdays ?? [], 'specialWorkdays').forEach((row, i) => {
    const field = `specialWorkdays[${i}]`;
    exceptions.set(readDate(row?.date, `${field}.date`), readSpans(row.hours, `${field}.hours`));
  });
  return exceptions;
}

function readSpans(spans: readonly Span[], field: string): readonly DayHours[] {
  const read = rows(spans, field).map((span, i) => {
    const [opening, closing] = rows<unknown>(span, `${field}[${i}]`);
    const from = readClock(opening, `${field}[${i}][0]`);
    const to = readClock(closing, `${field}[${i}][1]`);
    return { from, to: to > from ? to : to + FULL_DAY };
  });
  return merge(read);
}

function merge(hours: readonly DayHours[]): readonly DayHours[] {
  const merged: DayHours[] = [];
  for (const next of [...hours].sort((a, b) => a.from - b.from)) {
    const last = merged[merged.length - 1];
    if (last && next.from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else merged.push(next);
  }
  return merged;
}

function readClock(text: unknown, field: string): number {
  const match = typeof text === 'string' ? /^(\d{1,2}):([0-5]\d)$/.exec(text) : null;
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : NaN;
  if (!(minutes <= 1440)) throw invalid(field, text);
  return minutes * MINUTE;
}

function readDate(text: unknown, field: string): number {
  const day = typeof text === 'string' ? dayOf(text) : undefined;
  if (day === undefined) throw invalid(field, text);
  return day;
}

function rows<T>(value: readonly T[], field: string): readonly T[] {
  if (!Array.isArray(value)) throw invalid(field, value);
  return value;
}

function invalid(field: string, value: unknown): CalendarInvalid {
  return new CalendarInvalid('CALENDAR_INVALID', { field, value: String(value) });
}
