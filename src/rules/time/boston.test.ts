/** A city's own clock as the judge: due times that Boston's system set in 2015. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { compileCalendar, dueAt, parseLocalTime } from '.';
import type { Amount, Span } from '.';

type Row = Readonly<Record<string, string>>;

const folder = path.join(__dirname, '../../../../shared/data/boston-311');
const hours: readonly Span[] = [['08:30', '17:00']];
const cityHall = compileCalendar({
  timeZone: 'America/New_York',
  weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  holidays: [
    '2015-01-01',
    '2015-01-19',
    '2015-02-16',
    '2015-04-20',
    '2015-05-25',
    '2015-09-07',
    '2015-10-12',
    '2015-11-11',
    '2015-11-26',
    '2015-12-25',
    '2016-01-01',
  ],
});

const read = (file: string): Row[] =>
  parse<Row>(readFileSync(path.join(folder, file), 'utf8'), {
    columns: true,
    relax_column_count: true,
    bom: true,
  });
const at = (text: string): number =>
  parseLocalTime({ text, format: 'MM/dd/yyyy hh:mm:ss a', timeZone: 'America/New_York' });

/** Share of a file's due times that come out within a minute, by the rules that hold nearly throughout. */
function agreement(file: string): { judged: number; wrong: string[] } {
  const amounts = new Map(
    read('sla_rules_inferred.csv')
      .filter(({ match_share }) => Number(match_share) >= 0.95)
      .map(({ TYPE, mode, n }): [string, Amount] => [
        String(TYPE),
        { value: Number(n), unit: mode === 'business_days' ? 'working_days' : 'calendar_days' },
      ]),
  );
  const judged = read(file).filter((row) => row.TARGET_DT && amounts.has(String(row.TYPE)));
  const wrong = judged.filter(({ TYPE, OPEN_DT, TARGET_DT }) => {
    const amount = amounts.get(String(TYPE)) as Amount;
    // The export cuts or rounds some openings, and the city started its clock some seconds beside them.
    const apart = at(String(TARGET_DT)) - dueAt({ calendar: cityHall, start: at(String(OPEN_DT)), amount });
    return Math.abs(apart) >= 60_000;
  });
  return {
    judged: judged.length,
    wrong: wrong.map((row) => `${row.TYPE}: ${row.OPEN_DT} → ${row.TARGET_DT}`),
  };
}

if (existsSync(folder)) {
  test.each(['dev.csv', 'dev_housing.csv'])(
    "[C-09] our due times are the city's own, 98 of 100 within a minute: %s",
    (file) => {
      const { judged, wrong } = agreement(file);
      expect(judged).toBeGreaterThan(1000);
      // Some targets were entered by hand minutes off, or for hours of their own.
      expect(wrong.length / judged).toBeLessThan(0.02);
    },
  );
} else {
  console.log(`skipped: no requests of Boston at ${folder}`);
  test.skip("[C-09] our due times are the city's own: no requests of Boston here", () => undefined);
}
