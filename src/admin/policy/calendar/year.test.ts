import { areHours, changesFor, countDays, dayReader, daysLater, monthsLater, weeksOf } from './year';

const HALVES = ['mon', 'tue', 'wed', 'thu', 'fri'].flatMap((weekday) => [
  { weekday, from: '08:30', to: '12:00' },
  { weekday, from: '13:30', to: '17:30' },
]);
const STATUTORY = [
  { date: '2026-10-01', kind: 'off' as const, name: '国庆节' },
  { date: '2026-10-10', kind: 'work' as const, name: '国庆节' },
];
const office = { statutory: 'cn', spans: HALVES };

test('a month is weeks from Monday to Sunday, with gaps where others begin', () => {
  const weeks = weeksOf(2026, 2);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-02-01']);
  expect(weeks.at(-1)?.slice(0, 6)).toEqual([
    ...['2026-02-23', '2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-02-28'],
  ]);
  expect(weeksOf(2028, 2).flat().filter(Boolean)).toHaveLength(29);
});

test('walking over days and months stays on days that there are', () => {
  expect(daysLater('2026-12-31', 1)).toBe('2027-01-01');
  expect(monthsLater('2026-03-31', -1)).toBe('2026-02-28');
  expect(monthsLater('2026-12-15', 1)).toBe('2027-01-15');
});

describe('[C-09] what holds on a day', () => {
  const read = dayReader(office, STATUTORY);

  test('is the week, unless the law says otherwise', () => {
    expect(read('2026-11-20')).toMatchObject({
      open: true,
      by: 'week',
      hours: ['08:30-12:00', '13:30-17:30'],
    });
    expect(read('2026-11-21')).toMatchObject({ open: false, by: 'week' });
    expect(read('2026-10-01')).toMatchObject({ open: false, by: 'statutory', name: '国庆节' });
    expect(read('2026-10-10')).toMatchObject({
      open: true,
      by: 'statutory',
      hours: ['08:30-12:00', '13:30-17:30'],
    });
    expect(dayReader({ ...office, statutory: 'none' }, STATUTORY)('2026-10-01').open).toBe(true);
  });

  test('is what the manager said of it before anything else, the later row first', () => {
    const own = dayReader(
      {
        ...office,
        days: [
          { date: '2026-10-01', kind: 'off' },
          { date: '2026-10-01', kind: 'work', hours: '09:00-11:00', reason: '值守' },
          { date: '2026-11-20', kind: 'off', reason: '搬迁' },
          { date: '2026-11-21', kind: 'work', hours: null },
        ],
      },
      STATUTORY,
    );
    expect(own('2026-10-01')).toMatchObject({ open: true, by: 'own', hours: ['09:00-11:00'], name: '值守' });
    expect(own('2026-11-20')).toMatchObject({ open: false, by: 'own', name: '搬迁' });
    expect(own('2026-11-21')).toMatchObject({ open: true, hours: ['08:30-12:00', '13:30-17:30'] });
  });

  test('round the clock is always open', () => {
    const { open, closed } = countDays(2026, dayReader({ roundTheClock: true }, STATUTORY));
    expect({ open, closed }).toEqual({ open: 365, closed: 0 });
  });
});

describe('[C-09] making a day what it should be', () => {
  const days = [
    { date: '2026-10-01', kind: 'off' },
    { date: '2026-11-20', kind: 'off' },
    { date: '2026-10-01', kind: 'work', hours: '09:00-11:00' },
  ];

  test('adds a row, changes the one that counts, or takes all of the date away', () => {
    expect(changesFor(days, '2026-12-25', { kind: 'off', reason: '停业' })).toEqual([
      { do: 'add', row: { date: '2026-12-25', kind: 'off', hours: null, reason: '停业' } },
    ]);
    expect(changesFor(days, '2026-10-01', { kind: 'off' })).toEqual([
      { do: 'set', index: 2, row: { date: '2026-10-01', kind: 'off', hours: null, reason: null } },
      { do: 'remove', index: 0 },
    ]);
    expect(changesFor(days, '2026-10-01', { kind: 'usual' })).toEqual([
      { do: 'remove', index: 2 },
      { do: 'remove', index: 0 },
    ]);
  });

  test('hours are spans with colons', () => {
    expect(areHours('08:30-12:00,13:30-17:30')).toBe(true);
    expect(areHours('8-12')).toBe(false);
  });
});
