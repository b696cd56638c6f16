import { ALWAYS_OPEN, compileCalendar, dueAt, offsetFromDue, pausedSeconds, usedSeconds } from '.';
import type { Amount, Calendar, DueInput, Span } from '.';

const hours: readonly Span[] = [['08:30', '17:00']];
const boston = compileCalendar({
  timeZone: 'America/New_York',
  weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  holidays: ['2015-05-25'],
});
const nights = compileCalendar({
  timeZone: 'UTC',
  weekly: { mon: [['22:00', '06:00']], tue: [['22:00', '06:00']], thu: [['22:00', '06:00']] },
});
const shanghai = ALWAYS_OPEN('Asia/Shanghai');
const berlin = ALWAYS_OPEN('Europe/Berlin');

const at = (text: string): number => Date.parse(text);
const iso = (instant: number): string => new Date(instant).toISOString().replace(':00.000Z', 'Z');
const due = (calendar: Calendar, start: string, value: number, unit: Amount['unit']): string =>
  iso(dueAt({ calendar, start: at(start), amount: { value, unit } }));
const pause = (from: string, to: string): { from: number; to: number } => ({ from: at(from), to: at(to) });
const code = (expected: string): Error => expect.objectContaining({ code: expected });

describe('minutes and hours', () => {
  test('a quarter of an hour after the report, at any hour of the day', () => {
    expect(due(shanghai, '2026-05-03T23:50:00+08:00', 15, 'minutes')).toBe('2026-05-03T16:05Z');
  });

  test('hours run in working time, and parts of them are whole seconds', () => {
    expect(due(boston, '2015-05-22T16:00:00-04:00', 2.5, 'hours')).toBe('2015-05-26T14:00Z');
    expect(due(shanghai, '2026-05-03T00:00:00Z', 1 / 3, 'minutes')).toBe('2026-05-03T00:00:20.000Z');
  });

  test('nothing promised is due at once', () => {
    expect(due(boston, '2015-05-23T12:00:00Z', 0, 'minutes')).toBe('2015-05-23T12:00Z');
  });
});

describe('working days', () => {
  test('a start in working hours lands n working days later at the same clock time', () => {
    expect(due(boston, '2015-05-20T10:15:00-04:00', 3, 'working_days')).toBe('2015-05-26T14:15Z');
    expect(due(boston, '2015-05-20T10:15:00-04:00', 0, 'working_days')).toBe('2015-05-20T14:15Z');
  });

  test('a start outside working hours counts from the next opening', () => {
    expect(due(boston, '2015-05-22T17:00:00-04:00', 1, 'working_days')).toBe('2015-05-27T12:30Z');
    expect(due(boston, '2015-05-23T09:00:00-04:00', 0, 'working_days')).toBe('2015-05-26T12:30Z');
  });

  test('the clock time stays, whatever the clock change between', () => {
    expect(due(boston, '2015-10-30T10:00:00-04:00', 1, 'working_days')).toBe('2015-11-02T15:00Z');
  });

  test('after midnight the day is still the one on which the shift began', () => {
    expect(due(nights, '2026-03-03T02:00:00Z', 1, 'working_days')).toBe('2026-03-04T02:00Z');
    expect(due(nights, '2026-03-04T02:00:00Z', 1, 'working_days')).toBe('2026-03-06T02:00Z');
  });

  test('a landing day with other hours takes its next opening, or its last closing', () => {
    const uneven = compileCalendar({
      timeZone: 'UTC',
      weekly: {
        mon: [['08:00', '18:00']],
        tue: [
          ['10:00', '12:00'],
          ['14:00', '16:00'],
        ],
      },
    });
    expect(due(uneven, '2026-03-02T09:00:00Z', 1, 'working_days')).toBe('2026-03-03T10:00Z');
    expect(due(uneven, '2026-03-02T13:00:00Z', 1, 'working_days')).toBe('2026-03-03T14:00Z');
    expect(due(uneven, '2026-03-02T15:00:00Z', 1, 'working_days')).toBe('2026-03-03T15:00Z');
    expect(due(uneven, '2026-03-02T17:00:00Z', 1, 'working_days')).toBe('2026-03-03T16:00Z');
  });

  test('years pass, and a calendar that has run out is refused', () => {
    expect(due(boston, '2015-12-31T10:00:00-05:00', 261, 'working_days')).toBe('2016-12-30T15:00Z');
    const once = compileCalendar({
      timeZone: 'UTC',
      weekly: {},
      specialWorkdays: [{ date: '2026-03-02', hours: [['09:00', '10:00']] }],
    });
    expect(() => due(once, '2026-03-02T09:00:00Z', 1, 'working_days')).toThrow(code('HORIZON_EXCEEDED'));
    expect(() => due(boston, '2015-12-31T10:00:00-05:00', 27_000, 'working_days')).toThrow(
      code('HORIZON_EXCEEDED'),
    );
  });

  test('a date that the zone left out is no working day', () => {
    const apia = compileCalendar({
      timeZone: 'Pacific/Apia',
      weekly: { thu: hours, fri: hours, mon: hours },
    });
    expect(due(apia, '2011-12-29T10:00:00-10:00', 1, 'working_days')).toBe('2012-01-01T20:00Z');
  });

  test('a start in the hour that is shown twice lands within the hours of the next day', () => {
    const early: readonly Span[] = [['01:00', '02:30']];
    const calendar = compileCalendar({ timeZone: 'Europe/Berlin', weekly: { sun: early, mon: early } });
    expect(due(calendar, '2026-10-25T02:45:00+02:00', 1, 'working_days')).toBe('2026-10-26T01:30Z');
  });
});

describe('calendar days', () => {
  test('the same wall clock n days later, with 23 or 25 hours between if need be', () => {
    expect(due(berlin, '2026-03-28T12:00:00+01:00', 1, 'calendar_days')).toBe('2026-03-29T10:00Z');
    expect(due(berlin, '2026-10-24T12:00:00+02:00', 1, 'calendar_days')).toBe('2026-10-25T11:00Z');
    expect(due(shanghai, '2026-05-03T09:10:00+08:00', 1.5, 'calendar_days')).toBe('2026-05-04T13:10Z');
  });

  test('a clock time that was jumped over becomes the first after it', () => {
    expect(due(berlin, '2026-03-28T02:30:00+01:00', 1, 'calendar_days')).toBe('2026-03-29T01:00Z');
  });

  test('a start in the hour that is shown twice is not due before itself', () => {
    expect(due(berlin, '2026-10-25T02:30:00+01:00', 0, 'calendar_days')).toBe('2026-10-25T01:30Z');
  });
});

describe('the same day', () => {
  test('ends at midnight of the local date, and so does the same visit', () => {
    expect(due(shanghai, '2026-05-03T09:10:00+08:00', 0, 'same_day')).toBe('2026-05-03T16:00Z');
    expect(due(shanghai, '2026-05-03T09:10:00+08:00', 1, 'same_visit')).toBe('2026-05-03T16:00Z');
  });

  test('ends where clocks jump over midnight, and at the second midnight for who starts after the first', () => {
    expect(due(ALWAYS_OPEN('America/Sao_Paulo'), '2018-11-03T12:00:00-03:00', 0, 'same_day')).toBe(
      '2018-11-04T03:00Z',
    );
    const havana = ALWAYS_OPEN('America/Havana');
    expect(due(havana, '2026-10-31T12:00:00-04:00', 0, 'same_day')).toBe('2026-11-01T04:00Z');
    const stJohns = ALWAYS_OPEN('America/St_Johns');
    expect(due(stJohns, '2005-10-29T23:30:00-03:30', 0, 'same_day')).toBe('2005-10-30T03:30Z');
  });
});

describe('pauses', () => {
  const start = at('2015-05-20T10:00:00-04:00');
  const wait = pause('2015-05-20T16:00:00-04:00', '2015-05-21T09:30:00-04:00');

  test('[C-10] a pause moves working days on by the working time it took', () => {
    const input: DueInput = {
      calendar: boston,
      start,
      amount: { value: 1, unit: 'working_days' },
      pauses: [wait],
    };
    expect(iso(dueAt(input))).toBe('2015-05-21T16:00Z');
  });

  test('[C-10] a pause moves calendar days and the same day on by plain time', () => {
    const amount: Amount = { value: 1, unit: 'calendar_days' };
    expect(iso(dueAt({ calendar: boston, start, amount, pauses: [wait] }))).toBe('2015-05-22T07:30Z');
    const sameDay: Amount = { value: 0, unit: 'same_day' };
    expect(iso(dueAt({ calendar: boston, start, amount: sameDay, pauses: [wait] }))).toBe(
      '2015-05-21T21:30Z',
    );
  });

  test('[C-10] a pause after the due time changes nothing', () => {
    const later = pause('2015-05-27T10:00:00-04:00', '2015-05-28T10:00:00-04:00');
    const amount: Amount = { value: 1, unit: 'working_days' };
    expect(dueAt({ calendar: boston, start, amount, pauses: [later] })).toBe(
      dueAt({ calendar: boston, start, amount }),
    );
  });

  test('[C-10] used and paused seconds count the way the unit counts', () => {
    const until = at('2015-05-21T10:00:00-04:00');
    const minutes = {
      calendar: boston,
      start,
      amount: { value: 60, unit: 'minutes' } as const,
      pauses: [wait],
      until,
    };
    expect(usedSeconds(minutes)).toBe(6.5 * 3600);
    expect(pausedSeconds(minutes)).toBe(2 * 3600);
    const days = { ...minutes, amount: { value: 3, unit: 'calendar_days' } as const };
    expect(usedSeconds(days)).toBe(6.5 * 3600);
    expect(pausedSeconds(days)).toBe(17.5 * 3600);
    expect(usedSeconds({ ...days, until: start - 1 })).toBe(0);
  });

  test('a pause that ends before it begins, or never, is refused', () => {
    const amount: Amount = { value: 1, unit: 'hours' };
    const reversed = { from: wait.to, to: wait.from };
    expect(() => dueAt({ calendar: boston, start, amount, pauses: [reversed] })).toThrow(
      code('PAUSE_INVALID'),
    );
    const endless = { from: start, to: Infinity };
    expect(() => dueAt({ calendar: boston, start, amount, pauses: [endless] })).toThrow(
      code('HORIZON_EXCEEDED'),
    );
    expect(
      usedSeconds({ calendar: boston, start, amount, pauses: [endless], until: start + 3_600_000 }),
    ).toBe(0);
  });
});

describe('warnings and escalation steps', () => {
  const start = at('2015-05-20T16:00:00-04:00');
  const input: DueInput = { calendar: boston, start, amount: { value: 2, unit: 'hours' } };
  const step = (minutes: number, given?: DueInput, from = dueAt(input)): string =>
    iso(offsetFromDue(boston, from, minutes, given));

  test('[C-11] lie so much working time before or after the due time', () => {
    expect(step(-30)).toBe('2015-05-21T13:00Z');
    expect(step(-90)).toBe('2015-05-20T20:30Z');
    expect(step(480)).toBe('2015-05-22T13:00Z');
    expect(step(0)).toBe('2015-05-21T13:30Z');
  });

  test('[C-11] on the edge of the day are the earliest moment, when the promise itself is known', () => {
    expect(step(-60)).toBe('2015-05-21T12:30Z');
    expect(step(-60, input)).toBe('2015-05-20T21:00Z');
  });

  test('[C-11] know the pauses of the promise', () => {
    const paused = { ...input, pauses: [pause('2015-05-21T08:30:00-04:00', '2015-05-21T09:00:00-04:00')] };
    expect(step(-30, paused, dueAt(paused))).toBe('2015-05-21T13:30Z');
    const inDays: DueInput = { ...paused, amount: { value: 1, unit: 'working_days' } };
    expect(step(-90, inDays, dueAt(paused))).toBe('2015-05-20T20:30Z');
  });

  test('[C-11] follow a due time that was moved', () => {
    expect(step(-30, input, at('2015-05-21T12:00:00-04:00'))).toBe('2015-05-21T15:30Z');
  });

  test('a step further back than the whole promise lies that much before its first counted second', () => {
    expect(step(-150, input)).toBe('2015-05-20T19:30Z');
    const early = { ...input, start: at('2015-05-20T06:00:00-04:00') };
    expect(step(-150, early, dueAt(early))).toBe('2015-05-20T12:00Z');
  });
});

describe('an amount that is none', () => {
  test.each<[number, Amount['unit']]>([
    [-1, 'minutes'],
    [NaN, 'hours'],
    [Infinity, 'calendar_days'],
    [0.5, 'working_days'],
  ])('%p %s is refused', (value, unit) => {
    expect(() => due(boston, '2015-05-20T10:00:00Z', value, unit)).toThrow(code('AMOUNT_INVALID'));
  });
});
