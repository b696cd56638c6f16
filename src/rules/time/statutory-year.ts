/** The Chinese statutory days of one year, for people to look at. */

import table from 'chinese-days/dist/chinese-days.json';
import type { Words } from '../words/say';

export interface StatutoryDay {
  /** 'YYYY-MM-DD'. */
  readonly date: string;
  /** A day off, or a day to be worked in place of one (调休). */
  readonly kind: 'off' | 'work';
  /** The holiday that it belongs to. */
  readonly name: Words;
}

/** The days off and make-up workdays that the State Council has published for a year, in order; none for a year not yet published. */
export function statutoryDaysOf(year: number): StatutoryDay[] {
  const days = [...listed(table.holidays, 'off', year), ...listed(table.workdays, 'work', year)];
  return days.sort((one, other) => one.date.localeCompare(other.date));
}

/** The package writes a holiday as "Spring Festival,春节,4". */
function listed(
  dates: Readonly<Record<string, string>>,
  kind: StatutoryDay['kind'],
  year: number,
): StatutoryDay[] {
  return Object.entries(dates)
    .filter(([date]) => date.startsWith(`${year}-`))
    .map(([date, text]) => {
      const [en = '', zh = en] = text.split(',');
      return { date, kind, name: { zh, en } };
    });
}
