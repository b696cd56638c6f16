/** Periods of the reports page, as local dates. Pure. */

export const QUICK = ['this_month', 'last_month', 'this_quarter', 'last_quarter', 'this_year'] as const;
export type Quick = (typeof QUICK)[number];
/** What was chosen: one of those, or days of one's own. */
export type Span = Quick | 'custom';

/** Local dates, both included. */
export interface Days {
  from: string;
  to: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A text that is a day of the calendar. */
export function isDay(text: string | null): text is string {
  if (!text || !DAY.test(text)) return false;
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The local date of a moment (epoch milliseconds) in a time zone. */
export const dayOf = (at: number, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);

/** The first and the last day of `months` months that begin `back` months before the one of `today`, counted from `month` (0). */
function monthsOf(year: number, month: number, months: number): Days {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { from: day(Date.UTC(year, month, 1)), to: day(Date.UTC(year, month + months, 0)) };
}

/** The days of a quick choice; whole months, also those that are not over yet. */
export function daysOf(quick: Quick, today: string): Days {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1];
  const quarter = month - (month % 3);
  switch (quick) {
    case 'this_month':
      return monthsOf(year, month, 1);
    case 'last_month':
      return monthsOf(year, month - 1, 1);
    case 'this_quarter':
      return monthsOf(year, quarter, 3);
    case 'last_quarter':
      return monthsOf(year, quarter - 3, 3);
    case 'this_year':
      return monthsOf(year, 0, 12);
  }
}
