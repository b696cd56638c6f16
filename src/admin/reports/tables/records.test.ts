import { recordsPath } from './records';

test('[R-05] the records behind a number are those of its row, within what the report is about', () => {
  const path = recordsPath(
    { figure: 'promises', where: { verdict: 'broken', target: 'a b' }, scope: { building: 'x' } },
    { from: '2026-10-01', to: '2026-10-31', team: 't' },
  );
  const { pathname, searchParams } = new URL(path, 'http://office');
  expect(pathname).toBe('/office/figures/promises/records');
  expect(Object.fromEntries(searchParams)).toEqual({
    ...{ from: '2026-10-01', to: '2026-10-31', team: 't', building: 'x' },
    ...{ 'where[verdict]': 'broken', 'where[target]': 'a b' },
  });
});
