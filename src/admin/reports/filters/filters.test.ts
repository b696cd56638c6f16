import { filtersOf, rangeOf, reportQuery, withFilters } from './filters';
import { dayOf, daysOf, isDay } from './period';

const address = (text: string) => new URLSearchParams(text);

test('[R-05] quick choices are whole months, quarters and years, over the turn of the year too', () => {
  expect(daysOf('this_month', '2026-02-10')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(daysOf('last_month', '2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  expect(daysOf('this_quarter', '2026-11-22')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(daysOf('last_quarter', '2026-02-01')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
  expect(daysOf('this_year', '2024-05-05')).toEqual({ from: '2024-01-01', to: '2024-12-31' });
});

test('today is the day of the office, not of the machine', () => {
  expect(dayOf(Date.parse('2026-11-21T17:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-22');
});

test('[R-05] filters are read from the address; days that are none give way to this month', () => {
  expect(
    filtersOf(address('span=custom&from=2026-03-01&to=2026-03-10&team=t&by=building'), '2026-11-22'),
  ).toEqual({
    ...{ span: 'custom', from: '2026-03-01', to: '2026-03-10', team: 't', by: 'building' },
  });
  for (const text of ['', 'span=moon', 'span=custom&from=2026-02-30&to=2026-03-01', 'by=moon'])
    expect(filtersOf(address(text), '2026-11-22')).toEqual({
      ...{ span: 'this_month', from: '2026-11-01', to: '2026-11-30' },
    });
  expect([isDay('2026-02-30'), isDay('2026-2-3'), isDay(null), isDay('2024-02-29')]).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test('a building does not outlive the community it is in; what else stands in the address stays', () => {
  const next = withFilters(address('x=1&community=a&building=b&by=team'), { community: 'c' });
  expect(next.toString()).toBe('x=1&community=c&by=team');
  expect(withFilters(next, { by: undefined }).toString()).toBe('x=1&community=c');
});

test('the office is asked for days and parts', () => {
  const filters = filtersOf(address('span=last_month&building=b&by=team'), '2026-11-22');
  expect(reportQuery(filters)).toBe('from=2026-10-01&to=2026-10-31&building=b&by=team');
  expect(rangeOf(filters)).toEqual({ from: '2026-10-01', to: '2026-10-31', building: 'b' });
});
