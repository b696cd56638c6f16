import fc from 'fast-check';
import { lastWholePeriods, periodOf } from './period';
import { shareOf } from './share';

const ZONE = 'Asia/Shanghai';
const day = (date: string): number => Date.parse(`${date}T00:00:00+08:00`);

describe('[R-05] a period', () => {
  test.each([
    [{ period: '2026-11' }, '2026-11-01', '2026-12-01'],
    [{ period: '2024-02' }, '2024-02-01', '2024-03-01'],
    [{ period: '2026-W47' }, '2026-11-16', '2026-11-23'],
    [{ period: '2026-W01' }, '2025-12-29', '2026-01-05'],
    [{ period: '2026-W53' }, '2026-12-28', '2027-01-04'],
    [{ from: '2026-11-20', to: '2026-11-20' }, '2026-11-20', '2026-11-21'],
    [{ from: '2026-12-31', to: '2027-01-01' }, '2026-12-31', '2027-01-02'],
  ])('%j is from %s until %s', (asked, from, to) => {
    expect(periodOf(asked, ZONE)).toEqual({ from: day(from), to: day(to) });
  });

  test('has the length of its days where clocks change', () => {
    const { from, to } = periodOf({ from: '2026-03-08', to: '2026-03-08' }, 'America/New_York');
    expect((to - from) / 3_600_000).toBe(23);
  });

  test.each([
    [{}, 'from'],
    [{ from: '2026-11-01' }, 'to'],
    [{ from: '2026-11-31', to: '2026-12-01' }, 'from'],
    [{ from: '01.11.2026', to: '2026-12-01' }, 'from'],
    [{ from: '2026-11-02', to: '2026-11-01' }, 'to'],
    [{ from: '2020-01-01', to: '2026-11-01' }, 'to'],
    [{ period: '2026-00' }, 'period'],
    [{ period: '2025-W53' }, 'period'],
    [{ period: '2026-W00' }, 'period'],
    [{ period: 'November' }, 'period'],
  ])('%j is refused at %s', (asked, field) => {
    expect(() => periodOf(asked, ZONE)).toThrow(
      expect.objectContaining({
        code: 'PERIOD_INVALID',
        details: expect.objectContaining({ field }) as object,
      }),
    );
  });
});

test('[D-11] the last whole week and month end before the day', () => {
  expect(lastWholePeriods('2026-11-21')).toEqual({ week: '2026-W46', month: '2026-10' });
  expect(lastWholePeriods('2026-01-01')).toEqual({ week: '2025-W52', month: '2025-12' });
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
      (date) => {
        const today = date.toISOString().slice(0, 10);
        const { week, month } = lastWholePeriods(today);
        const [ofWeek, ofMonth] = [periodOf({ period: week }, 'UTC'), periodOf({ period: month }, 'UTC')];
        const now = Date.parse(today);
        expect(ofWeek.to <= now && now < ofWeek.to + 7 * 86_400_000).toBe(true);
        expect(ofMonth.to <= now && now < ofMonth.to + 31 * 86_400_000).toBe(true);
      },
    ),
  );
});

test('a share of nothing is none', () => {
  expect(shareOf(0, 0)).toEqual({ count: 0, of: 0, share: null });
  expect(shareOf(2, 3).share).toBe(0.6667);
});
