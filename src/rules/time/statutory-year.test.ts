import { statutoryDaysOf } from './statutory-year';

test('[C-09] the statutory days of a year come in order, off and to be worked, each with its holiday', () => {
  const days = statutoryDaysOf(2026);
  expect(days[0]).toEqual({ date: '2026-01-01', kind: 'off', name: { zh: '元旦', en: "New Year's Day" } });
  expect(days).toContainEqual({
    date: '2026-10-10',
    kind: 'work',
    name: { zh: '国庆节', en: 'National Day' },
  });
  expect(days.map(({ date }) => date)).toEqual(days.map(({ date }) => date).sort());
});

test('[C-09] a year that is not published yet has none', () => {
  expect(statutoryDaysOf(2199)).toEqual([]);
});
