import { ALWAYS_OPEN, CalendarInvalid, addOpenTime, compileCalendar, isOpenAt, openSecondsBetween } from '.';
import type { CalendarSpec, Span } from '.';

const officeHours: readonly Span[] = [
  ['08:30', '12:00'],
  ['13:30', '17:30'],
];
const week = { mon: officeHours, tue: officeHours, wed: officeHours, thu: officeHours, fri: officeHours };
const office: CalendarSpec = { timeZone: 'Asia/Shanghai', weekly: week };

const at = (text: string): number => Date.parse(text);
const hoursOn = (spec: CalendarSpec, date: string): number => {
  const midnight = at(`${date}T00:00:00+08:00`);
  return openSecondsBetween(compileCalendar(spec), midnight, midnight + 86_400_000) / 3600;
};
const refusal = (spec: unknown): unknown => {
  try {
    compileCalendar(spec as CalendarSpec);
  } catch (error) {
    return error instanceof CalendarInvalid ? { code: error.code, field: error.details.field } : error;
  }
  return undefined;
};

describe('the hours of a date', () => {
  test('[C-09] several spans a day count, the break between them does not', () => {
    expect(hoursOn(office, '2026-03-02')).toBe(7.5);
    const calendar = compileCalendar(office);
    expect(isOpenAt(calendar, at('2026-03-02T11:59:59+08:00'))).toBe(true);
    expect(isOpenAt(calendar, at('2026-03-02T12:00:00+08:00'))).toBe(false);
    expect(isOpenAt(calendar, at('2026-03-02T13:30:00+08:00'))).toBe(true);
  });

  test('overlapping spans count once, also over midnight into the next day', () => {
    expect(
      hoursOn(
        {
          ...office,
          weekly: {
            mon: [
              ['08:00', '12:00'],
              ['10:00', '11:00'],
              ['12:00', '14:00'],
            ],
          },
        },
        '2026-03-02',
      ),
    ).toBe(6);
    expect(
      hoursOn({ ...office, weekly: { mon: [['22:00', '06:00']], tue: [['04:00', '08:00']] } }, '2026-03-03'),
    ).toBe(8);
  });

  test('a span that ends where it starts runs once round the clock', () => {
    expect(hoursOn({ ...office, weekly: { mon: [['09:00', '09:00']] } }, '2026-03-02')).toBe(15);
    expect(hoursOn({ ...office, weekly: { mon: [['09:00', '09:00']] } }, '2026-03-03')).toBe(9);
  });

  test('[C-09] a holiday closes the date, a special workday outranks week and holiday', () => {
    expect(hoursOn({ ...office, holidays: ['2026-03-02'] }, '2026-03-02')).toBe(0);
    const both = {
      ...office,
      holidays: ['2026-03-02'],
      specialWorkdays: [{ date: '2026-03-02', hours: [['10:00', '12:00']] as const }],
    };
    expect(hoursOn(both, '2026-03-02')).toBe(2);
    expect(hoursOn({ ...office, specialWorkdays: [{ date: '2026-03-02', hours: [] }] }, '2026-03-02')).toBe(
      0,
    );
  });

  test('[C-09] office hours know statutory holidays and make-up workdays', () => {
    const statutory: CalendarSpec = { ...office, statutory: 'cn' };
    expect(hoursOn(statutory, '2026-02-17')).toBe(0);
    expect(hoursOn(statutory, '2026-02-14')).toBe(7.5);
    expect(hoursOn(statutory, '2026-02-28')).toBe(7.5);
    expect(hoursOn(statutory, '2026-03-07')).toBe(0);
    expect(hoursOn(statutory, '2026-03-09')).toBe(7.5);
  });

  test('a make-up workday has the hours of the first open weekday, or its own where there is none', () => {
    const short: readonly Span[] = [['09:00', '11:00']];
    expect(
      hoursOn({ ...office, weekly: { wed: short, sat: officeHours }, statutory: 'cn' }, '2026-02-14'),
    ).toBe(2);
    expect(hoursOn({ ...office, weekly: { sat: officeHours }, statutory: 'cn' }, '2026-02-14')).toBe(7.5);
  });

  test('[C-09] managers overrule statutory days', () => {
    expect(hoursOn({ ...office, statutory: 'cn', holidays: ['2026-02-14'] }, '2026-02-14')).toBe(0);
    const onDuty = [{ date: '2026-02-17', hours: [['09:00', '10:00']] as const }];
    expect(hoursOn({ ...office, statutory: 'cn', specialWorkdays: onDuty }, '2026-02-17')).toBe(1);
  });

  test('round the clock is round the clock, and one calendar per zone', () => {
    const calendar = ALWAYS_OPEN('Europe/Berlin');
    expect(ALWAYS_OPEN('Europe/Berlin')).toBe(calendar);
    expect(
      openSecondsBetween(calendar, at('2026-03-29T00:00:00+01:00'), at('2026-03-30T00:00:00+02:00')),
    ).toBe(23 * 3600);
    expect(isOpenAt(calendar, 0)).toBe(true);
  });
});

describe('a calendar that cannot be is refused, naming the field', () => {
  test.each<[string, unknown]>([
    ['timeZone', { ...office, timeZone: 'Mars/Olympus' }],
    ['timeZone', { weekly: week }],
    ['weekly', { timeZone: 'UTC' }],
    ['weekly', { timeZone: 'UTC', weekly: null }],
    ['weekly.monday', { ...office, weekly: { monday: officeHours } }],
    ['weekly.mon', { ...office, weekly: { mon: 'always' } }],
    ['weekly.mon[1]', { ...office, weekly: { mon: [['08:00', '09:00'], '10:00'] } }],
    ['weekly.mon[0][0]', { ...office, weekly: { mon: [['8h', '09:00']] } }],
    ['weekly.mon[0][1]', { ...office, weekly: { mon: [['08:00', '24:01']] } }],
    ['weekly.mon[0][1]', { ...office, weekly: { mon: [['08:00']] } }],
    ['holidays', { ...office, holidays: '2026-01-01' }],
    ['holidays[1]', { ...office, holidays: ['2026-01-01', '2026-02-30'] }],
    ['holidays[0]', { ...office, holidays: ['1 May'] }],
    ['holidays[0]', { ...office, holidays: [20260101] }],
    ['specialWorkdays[0].date', { ...office, specialWorkdays: [null] }],
    ['specialWorkdays[0].hours', { ...office, specialWorkdays: [{ date: '2026-01-01' }] }],
    ['statutory', { ...office, statutory: 'de' }],
  ])('%s', (field, spec) => {
    expect(refusal(spec)).toEqual({ code: 'CALENDAR_INVALID', field });
  });

  test('one that never opens has its own code', () => {
    const never = { code: 'CALENDAR_NEVER_OPEN', field: 'weekly' };
    expect(refusal({ timeZone: 'UTC', weekly: {} })).toEqual(never);
    expect(
      refusal({ timeZone: 'UTC', weekly: { mon: [] }, specialWorkdays: [{ date: '2026-01-01', hours: [] }] }),
    ).toEqual(never);
  });
});

describe('the horizon', () => {
  const once = compileCalendar({
    timeZone: 'UTC',
    weekly: {},
    specialWorkdays: [{ date: '2026-03-02', hours: [['09:00', '10:00']] }],
  });
  const beyond = expect.objectContaining({ code: 'HORIZON_EXCEEDED' });

  test('an office that opened once gives its hour and then refuses', () => {
    expect(addOpenTime(once, at('2025-03-01T00:00:00Z'), 3600)).toBe(at('2026-03-02T10:00:00Z'));
    expect(addOpenTime(once, at('2027-06-01T00:00:00Z'), -3600)).toBe(at('2026-03-02T09:00:00Z'));
    expect(() => addOpenTime(once, at('2026-03-02T09:30:00Z'), 1801)).toThrow(beyond);
    expect(() => addOpenTime(once, at('2026-03-02T09:30:00Z'), -1801)).toThrow(beyond);
  });

  test('a sum that a hundred years do not hold is refused', () => {
    const calendar = compileCalendar({ timeZone: 'UTC', weekly: { mon: [['09:00', '09:01']] } });
    expect(() => addOpenTime(calendar, 0, 60 * 60 * 6000)).toThrow(beyond);
    expect(() => addOpenTime(calendar, 0, -60 * 60 * 6000)).toThrow(beyond);
    // Far more years than are kept at a time.
    expect(openSecondsBetween(calendar, at('1700-01-01T00:00:00Z'), at('2100-01-01T00:00:00Z'))).toBe(
      20871 * 60,
    );
  });

  test('what is no instant is refused', () => {
    expect(() => addOpenTime(once, NaN, 60)).toThrow(beyond);
    expect(() => isOpenAt(once, Infinity)).toThrow(beyond);
    expect(() => openSecondsBetween(once, -1e15, 0)).toThrow(beyond);
  });
});
