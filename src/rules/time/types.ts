/** The shapes of business time. Instants are epoch milliseconds, durations whole seconds. */

import type { CalendarTables } from './tables';

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/**
 * Wall clock 'HH:MM', half open; '24:00' is the day's end. A span whose end is not after its start
 * runs over midnight and belongs to the day it starts on.
 */
export type Span = readonly [from: string, to: string];

export interface SpecialWorkday {
  /** Local date 'YYYY-MM-DD'. */
  date: string;
  /** The hours of that date, in place of week and holiday; none = closed. */
  hours: readonly Span[];
}

/** A working calendar as managers write it [C-09]. */
export interface CalendarSpec {
  /** IANA name, e.g. 'Asia/Shanghai'. */
  timeZone: string;
  weekly: Partial<Record<Weekday, readonly Span[]>>;
  /** Closed local dates, 'YYYY-MM-DD': nothing starts on them. */
  holidays?: readonly string[];
  /** Where a date is listed twice, the later row counts. */
  specialWorkdays?: readonly SpecialWorkday[];
  /**
   * 'cn': Chinese statutory days off and make-up workdays. A make-up workday has the hours of the
   * first open weekday (Monday to Friday). `holidays` and `specialWorkdays` overrule them.
   */
  statutory?: 'cn';
}

/** A checked calendar with its lazily filled tables. Make one with `compileCalendar` and keep it. */
export interface Calendar {
  readonly spec: CalendarSpec;
  /** Opaque: only this folder reads it. */
  readonly tables: CalendarTables;
}

/** The clock stands still in [from, to). */
export interface Pause {
  from: number;
  to: number;
}

export type AmountUnit = 'minutes' | 'hours' | 'working_days' | 'calendar_days' | 'same_day' | 'same_visit';

/** How long a promise is. `value` means nothing for same_day and same_visit. */
export interface Amount {
  value: number;
  unit: AmountUnit;
}

export interface DueInput {
  calendar: Calendar;
  /** Instant at which the promise starts. */
  start: number;
  amount: Amount;
  pauses?: readonly Pause[];
}
