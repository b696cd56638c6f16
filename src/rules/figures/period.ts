import { invalid, type Refusal } from '../refusal';
import { parseLocalTime } from '../time';

/** A span of whole local days; epoch milliseconds, `to` not included. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

export interface PeriodAsked {
  /** A month `2026-11` or an ISO week `2026-W47`. */
  readonly period?: string | undefined;
  /** Local dates, the last one included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The longest span that figures are made over, in days. */
export const LONGEST_PERIOD = 1_830;

const DAY = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The span that was asked for, in the office's time zone. Throws PERIOD_INVALID (field named) for what is no date, month or
 * week, for an end before its beginning, and for more than five years.
 */
export function periodOf(asked: PeriodAsked, timeZone: string): Period {
  const [first, last] = datesOf(asked);
  const from = midnight(first, timeZone, 'from');
  const to = midnight(dayAfter(last), timeZone, 'to');
  if (to <= from) throw refused('to', 'order');
  if ((to - from) / DAY > LONGEST_PERIOD + 1) throw refused('to', 'range');
  return { from, to };
}

const refused = (field: string, reason: string): Refusal => invalid('PERIOD_INVALID', { field, reason });

/** First and last local date. */
function datesOf({ period, from, to }: PeriodAsked): readonly [string, string] {
  if (period === undefined) {
    if (!from) throw refused('from', 'missing');
    if (!to) throw refused('to', 'missing');
    return [from, to];
  }
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  if (month) return monthOf(Number(month[1]), Number(month[2]));
  const week = /^(\d{4})-W(\d{2})$/.exec(period);
  if (week) return weekOf(Number(week[1]), Number(week[2]));
  throw refused('period', 'format');
}

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

function monthOf(year: number, month: number): readonly [string, string] {
  if (month < 1 || month > 12) throw refused('period', 'range');
  return [dateOf(Date.UTC(year, month - 1, 1)), dateOf(Date.UTC(year, month, 0))];
}

/** ISO 8601: week 1 is the one with 4 January in it; weeks begin on Monday. */
function weekOf(year: number, week: number): readonly [string, string] {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (week - 1) * DAY * 7;
  if (week < 1 || isoWeekOf(monday) !== `${year}-W${String(week).padStart(2, '0')}`)
    throw refused('period', 'range');
  return [dateOf(monday), dateOf(monday + 6 * DAY)];
}

/** The ISO week of a day (midnight UTC), e.g. `2026-W47`. */
export function isoWeekOf(day: number): string {
  const thursday = day + (3 - ((new Date(day).getUTCDay() + 6) % 7)) * DAY;
  const year = new Date(thursday).getUTCFullYear();
  const week = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY));
  return `${year}-W${String(week).padStart(2, '0')}`;
}

const dayAfter = (date: string): string => (DATE.test(date) ? dateOf(Date.parse(date) + DAY) : date);

function midnight(date: string, timeZone: string, field: string): number {
  if (!DATE.test(date) || Number.isNaN(Date.parse(date)) || dateOf(Date.parse(date)) !== date)
    throw refused(field, 'format');
  return parseLocalTime({ text: date, format: 'ISO', timeZone });
}

/** The last whole week and the last whole month before a local date, as `period` names them. */
export function lastWholePeriods(today: string): { readonly week: string; readonly month: string } {
  const day = Date.parse(today);
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return { week: isoWeekOf(day - 7 * DAY), month: dateOf(Date.UTC(year, month - 1, 0)).slice(0, 7) };
}
