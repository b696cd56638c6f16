/**
 * Chinese statutory days off and make-up workdays (调休), as published by the State Council and
 * collected in chinese-days (2004 on; a year appears once its arrangement is published, until then
 * its days are plain weekdays and weekends).
 */

// The bare table: the package's functions read dates in the process's own zone, which rules must not.
import table from 'chinese-days/dist/chinese-days.json';
import { dayOf } from './days';

export type StatutoryKind = 'off' | 'work';

const kinds = new Map<number, StatutoryKind>([
  ...daysOf(table.holidays, 'off'),
  ...daysOf(table.workdays, 'work'),
]);

/** What the State Council said about a date (a day number): off, to be worked, or nothing. */
export function statutoryKind(day: number): StatutoryKind | undefined {
  return kinds.get(day);
}

function daysOf(dates: Readonly<Record<string, string>>, kind: StatutoryKind): [number, StatutoryKind][] {
  return Object.keys(dates).map((date) => [dayOf(date) as number, kind]);
}
