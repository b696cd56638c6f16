import type { WarrantyTerm } from './types';

const pad = (part: number, length = 2): string => String(part).padStart(length, '0');

/** Days of a month; `month` counts from 1. */
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The day of that name in a month, or its last one where it has no such day. */
const dateIn = (year: number, month: number, day: number): string =>
  `${pad(year, 4)}-${pad(month)}-${pad(Math.min(day, daysIn(year, month)))}`;

const partsOf = (date: string) => date.split('-').map(Number) as [year: number, month: number, day: number];

/**
 * The last day, itself covered, of a term that began on `since` ('YYYY-MM-DD'); null for one without end. The first
 * day is not counted and the term ends on the day of the same name, or on the last of the month where there is none
 * (民法典 art. 201, 202). Of seasons only whole ones count: one that was under way on `since` does not.
 */
export function lastDay(term: WarrantyTerm, since: string): string | null {
  if (term.unit === 'always') return null;
  if (term.unit === 'seasons') return lastDayOfSeason(term, since);
  const [year, month, day] = partsOf(since);
  const months = month - 1 + term.amount * (term.unit === 'years' ? 12 : 1);
  return dateIn(year + Math.floor(months / 12), (months % 12) + 1, day);
}

function lastDayOfSeason({ seasonFrom, seasonTo, amount }: WarrantyTerm, since: string): string {
  const [fromMonth, fromDay] = (seasonFrom ?? '01-01').split('-').map(Number) as [number, number];
  const [toMonth, toDay] = (seasonTo ?? '12-31').split('-').map(Number) as [number, number];
  const [year] = partsOf(since);
  const first = dateIn(year, fromMonth, fromDay) >= since ? year : year + 1;
  const overNewYear = (seasonTo ?? '') < (seasonFrom ?? '') ? 1 : 0;
  return dateIn(first + amount - 1 + overNewYear, toMonth, toDay);
}

/** Whether a text is a day of a year, 'MM-DD'; 29 February is one. */
export function isDayOfYear(text: string): boolean {
  const [, month, day] = /^(\d\d)-(\d\d)$/.exec(text) ?? [];
  return (
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysIn(2024, Number(month))
  );
}
