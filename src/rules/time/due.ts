/** When a promise is due, how much of it is used, and when it warns or escalates. */

import { DAY } from './days';
import { TimeRefused } from './errors';
import { tidyPauses } from './pauses';
import { countPaused, countUnpaused, move, type TimeLine } from './time-line';
import { addWorkingDays } from './working-days';
import { instantOf, wallAt, type Zone } from './zone';
import type { Amount, AmountUnit, Calendar, DueInput } from './types';

const UNIT_SECONDS: Partial<Record<AmountUnit, number>> = { minutes: 60, hours: 3600 };
/** Units that run by the calendar's hours; the others run by plain time. */
const BY_OPEN_TIME: ReadonlySet<AmountUnit> = new Set(['minutes', 'hours', 'working_days']);

/**
 * The instant at which a promise is due [C-01] … [C-07].
 * - minutes, hours: so much open, unpaused time after the start (see `addOpenTime`).
 * - working_days: the same clock time n working days later (see `addWorkingDays`).
 * - calendar_days: the same wall clock n local days later; fractions are parts of 24 h of wall time.
 * - same_day, same_visit: the end (24:00) of the local date of the start.
 *
 * Pauses push a due time in days by the time they took before it: open time for working days, plain
 * time for the others [C-10]. Throws AMOUNT_INVALID (negative, not finite, part of a working day),
 * PAUSE_INVALID, HORIZON_EXCEEDED.
 */
export function dueAt({ calendar, start, amount, pauses }: DueInput): number {
  checkAmount(amount);
  const tidy = tidyPauses(pauses);
  const line = lineOf(calendar, amount.unit);
  const seconds = amountSeconds(amount);
  if (seconds !== undefined) return move(line, start, seconds * 1000, tidy);
  const due = dueInDays(calendar, start, amount);
  if (tidy.length === 0) return due;
  return move(line, due, countPaused(line, start, due, tidy), tidy);
}

/**
 * Whole seconds of the promise used up from its start until `until`, pauses left out: open seconds for
 * minutes, hours and working days, plain seconds for the others. Carry them over when the class or
 * urgency changes [C-10]. Throws PAUSE_INVALID.
 */
export function usedSeconds({
  calendar,
  start,
  amount,
  pauses,
  until,
}: DueInput & { until: number }): number {
  return Math.floor(countUnpaused(lineOf(calendar, amount.unit), start, until, tidyPauses(pauses)) / 1000);
}

/** Whole seconds that pauses took between two instants, counted the way the unit counts. */
export function pausedSeconds({
  calendar,
  start,
  amount,
  pauses,
  until,
}: DueInput & { until: number }): number {
  return Math.floor(countPaused(lineOf(calendar, amount.unit), start, until, tidyPauses(pauses)) / 1000);
}

/**
 * The instant `offsetMinutes` of open time before (−) or after (+) a due time, for warnings and
 * escalation steps [C-11].
 *
 * Given the promise's own input (and a due time that is still the one it yields), a promise in minutes
 * or hours is reckoned from its start, so that the step is the earliest instant with so much used, and
 * its pauses count. A step that would lie before the start lies that much plain time before the first
 * counted second. Otherwise the step is reckoned from the due time in open time.
 */
export function offsetFromDue(
  calendar: Calendar,
  due: number,
  offsetMinutes: number,
  dueInput?: DueInput,
): number {
  const offset = Math.round(offsetMinutes * 60) * 1000;
  const line = calendar.tables;
  const pauses = tidyPauses(dueInput?.pauses);
  const promised = dueInput && amountSeconds(dueInput.amount);
  if (dueInput === undefined || promised === undefined || dueAt(dueInput) !== due)
    return move(line, due, offset, pauses);
  const used = promised * 1000 + offset;
  if (used >= 0) return move(line, dueInput.start, used, pauses);
  return move(line, dueInput.start, 1, pauses) - 1 + used;
}

function lineOf(calendar: Calendar, unit: AmountUnit): TimeLine {
  return BY_OPEN_TIME.has(unit) ? calendar.tables : 'plain';
}

/** Whole seconds of an amount in minutes or hours; undefined for one in days. */
function amountSeconds({ value, unit }: Amount): number | undefined {
  const seconds = UNIT_SECONDS[unit];
  return seconds && Math.round(value * seconds);
}

function dueInDays(calendar: Calendar, start: number, { value, unit }: Amount): number {
  const { zone } = calendar.tables;
  if (unit === 'working_days') return addWorkingDays(calendar, start, value);
  if (unit === 'calendar_days') return addCalendarDays(zone, start, value);
  return endOfLocalDay(zone, start);
}

function addCalendarDays(zone: Zone, start: number, count: number): number {
  // A start in the repeated hour must not come before itself.
  return Math.max(start, instantOf(zone, wallAt(zone, start) + Math.round(count * DAY), 'first'));
}

function endOfLocalDay(zone: Zone, start: number): number {
  const midnight = (Math.floor(wallAt(zone, start) / DAY) + 1) * DAY;
  const first = instantOf(zone, midnight, 'first');
  // Where clocks go back over midnight, the day may end twice, or the next one begin twice.
  return first > start ? first : instantOf(zone, midnight, 'last');
}

function checkAmount({ value, unit }: Amount): void {
  if (unit === 'same_day' || unit === 'same_visit') return;
  const whole = unit !== 'working_days' || Number.isInteger(value);
  if (!(value >= 0 && Number.isFinite(value) && whole))
    throw new TimeRefused('AMOUNT_INVALID', { value, unit });
}
