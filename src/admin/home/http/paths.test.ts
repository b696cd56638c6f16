import { clockRecords, figureRecords, pageOf } from './paths';

const queryOf = (path: string) => Object.fromEntries(new URL(path, 'http://office').searchParams);

test('a figure opens the records of its month, narrowed down by its own keys', () => {
  const path = figureRecords('promises', { month: '2026-11', where: { verdict: 'broken', target: 'a b' } });
  expect(path.startsWith('/office/figures/promises/records?')).toBe(true);
  expect(queryOf(path)).toEqual({ period: '2026-11', 'where[verdict]': 'broken', 'where[target]': 'a b' });
});

test('clocks of no building are asked for as such, and of any building without a word about it', () => {
  expect(queryOf(clockRecords('due', { hours: 4, building: null }))).toEqual({
    hours: '4',
    building: 'none',
  });
  expect(queryOf(clockRecords('broken', { hours: 4 }))).toEqual({ hours: '4' });
});

test('a page is asked for after whatever stands there already', () => {
  expect(pageOf('/a', { start: 0, limit: 25 })).toBe('/a?start=0&limit=25');
  expect(pageOf('/a?b=c', { start: 25, limit: 25 })).toBe('/a?b=c&start=25&limit=25');
});
