import { type StatutoryDay } from '../http/contract';

/** A work calendar as its form holds it. Dates are 'YYYY-MM-DD'; pure, no time zone is needed for days. */
export interface CalendarForm {
  roundTheClock?: boolean | null;
  statutory?: string | null;
  spans?: readonly { weekday?: string; from?: string; to?: string }[];
  days?: readonly OwnDay[];
}

/** A day that the calendar says something of by itself. */
export interface OwnDay {
  date?: string | null;
  kind?: string | null;
  hours?: string | null;
  reason?: string | null;
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const DAY = 86_400_000;
const atNoon = (date: string): number => Date.parse(`${date}T12:00:00Z`);
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** 0 for Monday … 6 for Sunday. */
const weekdayOf = (date: string): number => (new Date(atNoon(date)).getUTCDay() + 6) % 7;

/** The date so many days later. */
export const daysLater = (date: string, days: number): string => dateOf(atNoon(date) + days * DAY);

/** The same day of another month, or its last day where it has no such day. */
export function monthsLater(date: string, months: number): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dateOf(Date.UTC(year, month - 1 + months, Math.min(day, last), 12));
}

/** The weeks of a month (1 to 12) from Monday to Sunday; null where a week reaches into another month. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const dates = Array.from({ length }, (_, day) => dateOf(Date.UTC(year, month - 1, day + 1, 12)));
  const cells: (string | null)[] = [...Array<null>(weekdayOf(dates[0] ?? '')).fill(null), ...dates];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** What holds on a day, and whose word it is: the calendar's own, the State Council's or the week's. */
export interface DayFace {
  readonly date: string;
  readonly open: boolean;
  readonly by: 'own' | 'statutory' | 'week';
  /** 'HH:MM-HH:MM' each; none where it is closed. */
  readonly hours: readonly string[];
  /** The holiday, or the reason that was given. */
  readonly name: string | null;
}

/** The calendar read once, so that a year of days can be asked of it. */
export function dayReader(
  calendar: CalendarForm,
  statutory: readonly StatutoryDay[],
): (date: string) => DayFace {
  const { spans = [], days = [], roundTheClock } = calendar;
  const weekly = WEEKDAYS.map((weekday) =>
    spans
      .filter((span) => span.weekday === weekday && span.from && span.to)
      .map(({ from, to }) => `${from}-${to}`),
  );
  // Where a date is listed twice, the later row counts.
  const own = new Map(days.map((day) => [day.date, day]));
  const published = new Map(
    calendar.statutory === 'cn' ? statutory.map((day) => [day.date, day] as const) : [],
  );
  const ownHours = weekly[0]?.length ? weekly[0] : (weekly.find((hours) => hours.length > 0) ?? []);
  const makeUpHours = weekly.slice(0, 5).find((hours) => hours.length > 0) ?? [];
  return (date) => {
    const face = (by: DayFace['by'], hours: readonly string[], name: string | null = null): DayFace => ({
      date,
      open: hours.length > 0,
      by,
      hours,
      name,
    });
    if (roundTheClock) return face('week', ['00:00-24:00']);
    const day = own.get(date);
    if (day?.kind === 'off') return face('own', [], day.reason ?? null);
    if (day?.kind === 'work') return face('own', hoursIn(day.hours) ?? ownHours, day.reason ?? null);
    const law = published.get(date);
    if (law) return face('statutory', law.kind === 'off' ? [] : makeUpHours, law.name);
    return face('week', weekly[weekdayOf(date)] ?? []);
  };
}

const SEPARATORS = /[\s,，、;；]+/;
const HOURS = /^\d{2}:\d{2}-\d{2}:\d{2}(?:,\d{2}:\d{2}-\d{2}:\d{2})*$/;

/** Hours as they may be saved: '08:30-12:00,13:30-17:30'. */
export const areHours = (text: string): boolean => HOURS.test(text);

function hoursIn(text: string | null | undefined): readonly string[] | null {
  const hours = (text ?? '').split(SEPARATORS).filter((one) => one !== '');
  return hours.length > 0 ? hours : null;
}

/** What a day is made: as the week and the law have it, off, or worked. */
export interface DayWish {
  readonly kind: 'usual' | 'off' | 'work';
  readonly hours?: string | null;
  readonly reason?: string | null;
}

/** One change of the rows of single days in the form. */
export type RowChange =
  | { readonly do: 'add'; readonly row: OwnDay }
  | { readonly do: 'set'; readonly index: number; readonly row: OwnDay }
  | { readonly do: 'remove'; readonly index: number };

/** How the rows are changed so that a day is as wished; to be done in order. At most one row of a date is left. */
export function changesFor(days: readonly OwnDay[], date: string, wish: DayWish): RowChange[] {
  const rows = days.flatMap((day, index) => (day.date === date ? [index] : [])).reverse();
  const [last, ...others] = rows;
  const remove = (index: number): RowChange => ({ do: 'remove', index });
  if (wish.kind === 'usual') return rows.map(remove);
  const row: OwnDay = {
    date,
    kind: wish.kind,
    hours: wish.kind === 'work' ? (wish.hours ?? null) : null,
    reason: wish.reason ?? null,
  };
  if (last === undefined) return [{ do: 'add', row }];
  return [{ do: 'set', index: last, row }, ...others.map(remove)];
}

/** How many days of a year are open and closed. */
export function countDays(year: number, read: (date: string) => DayFace): { open: number; closed: number } {
  const dates = Array.from({ length: 12 }, (_, month) => weeksOf(year, month + 1).flat()).flat();
  const faces = dates.filter((date) => date !== null).map(read);
  const open = faces.filter((face) => face.open).length;
  return { open, closed: faces.length - open };
}
