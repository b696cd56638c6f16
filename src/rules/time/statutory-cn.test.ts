import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compileCalendar, openSecondsBetween } from '.';
import type { Span } from '.';
import { DAY, dateText, dayOf, weekdayIndex } from './days';

const file = path.join(__dirname, '../../../../shared/data/cn-holidays/days_2018_2024.csv');
const hours: readonly Span[] = [['09:00', '17:00']];
const office = compileCalendar({
  timeZone: 'Asia/Shanghai',
  weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  statutory: 'cn',
});

function worked(day: number): boolean {
  const midnight = day * DAY - 8 * 3_600_000;
  return openSecondsBetween(office, midnight, midnight + DAY) > 0;
}

test('[C-09] the Spring Festival of 2024: eight days off, two weekends worked for them', () => {
  const february = (date: string): boolean => worked(dayOf(`2024-02-${date}`) as number);
  expect(['10', '11', '12', '13', '14', '15', '16', '17'].filter(february)).toEqual([]);
  expect(['04', '09', '18', '19'].filter(february)).toEqual(['04', '09', '18', '19']);
});

if (existsSync(file)) {
  test('[C-09] every day of 2018 to 2024 is worked or off as the State Council published', () => {
    const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
    const published = new Map(rows.map((row) => [row.slice(0, 10), row.trim().endsWith('work')]));
    expect(published.size).toBeGreaterThan(200);
    const wrong: string[] = [];
    for (let day = dayOf('2018-01-01') as number; day <= (dayOf('2024-12-31') as number); day += 1) {
      const expected = published.get(dateText(day)) ?? weekdayIndex(day) < 5;
      if (worked(day) !== expected) wrong.push(dateText(day));
    }
    expect(wrong).toEqual([]);
  });
} else {
  console.log(`skipped: no published days at ${file}`);
}
