/** Calendar dates as day numbers (1970-01-01 = 0), free of any time zone. */

import type { Weekday } from './types';

export const DAY = 86_400_000;

export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Day number of a 'YYYY-MM-DD' text; undefined when it is not a date that exists. */
export function dayOf(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8))) / DAY;
  return dateText(day) === text ? day : undefined;
}

/** 'YYYY-MM-DD' of a day number. */
export function dateText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayIndex(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The civil year that a day number, or an instant in UTC divided by DAY, lies in. */
export function yearOfDay(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

/** Day number of 1 January. */
export function firstDayOfYear(year: number): number {
  return Date.UTC(year, 0, 1) / DAY;
}
