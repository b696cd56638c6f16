import { spansUntil } from './spans';

test('[R-05] the months of a trend go back over the turn of the year', () => {
  expect(spansUntil('2026-02-28', 'month', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(spansUntil('2026-03-31', 'month', 2)).toEqual(['2026-02', '2026-03']);
});

test('[E-06] the weeks of a trend go back over the turn of the year', () => {
  expect(spansUntil('2026-01-04', 'week', 3)).toEqual(['2025-W51', '2025-W52', '2026-W01']);
  expect(spansUntil('2027-01-04', 'week', 2)).toEqual(['2026-W53', '2027-W01']);
});
