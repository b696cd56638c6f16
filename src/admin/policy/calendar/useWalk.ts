import * as React from 'react';
import { daysLater, monthsLater } from './year';

interface Walk {
  /** The chosen day. */
  date: string;
  go: (date: string) => void;
  year: number;
  /** What holds the days, each of them a button with its date as `data-day`. */
  body: React.RefObject<HTMLDivElement>;
  onKeyDown: (event: React.KeyboardEvent) => void;
}

const FIRST_YEAR = 1970;
const LAST_YEAR = 2200;

/** Choosing a day by arrow keys: a day, a week, with Page a month, with Home and End the ends of the month. */
export function useWalk(today: string): Walk {
  const [date, setDate] = React.useState(today);
  const body = React.useRef<HTMLDivElement>(null);
  const byKey = React.useRef(false);
  const go = (to: string) => {
    const year = Number(to.slice(0, 4));
    if (year >= FIRST_YEAR && year <= LAST_YEAR) setDate(to);
  };
  // The day under the hands goes along with the keys, also into the next year.
  React.useEffect(() => {
    if (byKey.current) body.current?.querySelector<HTMLElement>(`[data-day="${date}"]`)?.focus();
    byKey.current = false;
  }, [date]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    const to = stepOf(event.key, date);
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    byKey.current = true;
    go(to);
  };
  return { date, go, year: Number(date.slice(0, 4)), body, onKeyDown };
}

/** Where a key leads from a day; undefined for keys that mean nothing here. */
export function stepOf(key: string, date: string): string | undefined {
  switch (key) {
    case 'ArrowLeft':
      return daysLater(date, -1);
    case 'ArrowRight':
      return daysLater(date, 1);
    case 'ArrowUp':
      return daysLater(date, -7);
    case 'ArrowDown':
      return daysLater(date, 7);
    case 'PageUp':
      return monthsLater(date, -1);
    case 'PageDown':
      return monthsLater(date, 1);
    case 'Home':
      return `${date.slice(0, 8)}01`;
    case 'End':
      return daysLater(`${monthsLater(date, 1).slice(0, 8)}01`, -1);
    default:
      return undefined;
  }
}
