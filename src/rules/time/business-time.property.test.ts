/** What must hold for any calendar, and agreement with a calculator that only looks at minutes. */

import fc from 'fast-check';
import { addOpenTime, compileCalendar, dueAt, isOpenAt, openSecondsBetween } from '.';
import type { Amount, Calendar, CalendarSpec, Pause, Span, Weekday } from '.';
import { DAY, WEEKDAYS, dateText, weekdayIndex } from './days';

const MINUTE = 60_000;
const ZONES = [
  'UTC',
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/St_Johns',
  'Africa/Casablanca',
];
/** Weeks around clock changes, New Year and the date that Apia never had. */
const WEEKS = [
  '2026-03-26',
  '2026-10-22',
  '2026-03-05',
  '2026-10-29',
  '2025-12-28',
  '2011-12-27',
  '2026-04-02',
  '2026-02-12',
  '1969-12-29',
  '2100-02-26',
];

const clock = fc
  .integer({ min: 0, max: 96 })
  .map(
    (quarter) =>
      `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
  );
const span: fc.Arbitrary<Span> = fc.tuple(
  clock,
  clock.filter((text) => text !== '00:00'),
);
const spans = fc.array(span, { maxLength: 3 });
const base = fc.constantFrom(...WEEKS).map((date) => Date.parse(`${date}T00:00:00Z`));

const world = fc
  .record({
    base,
    timeZone: fc.constantFrom(...ZONES),
    week: fc.array(spans, { minLength: 7, maxLength: 7 }),
    holidays: fc.array(fc.integer({ min: -1, max: 9 }), { maxLength: 2 }),
    special: fc.array(fc.tuple(fc.integer({ min: -1, max: 9 }), spans), { maxLength: 2 }),
  })
  .map(({ base: start, timeZone, week, holidays, special }) => {
    const date = (n: number): string => dateText(start / DAY + n);
    const weekly = Object.fromEntries(WEEKDAYS.map((weekday, i) => [weekday, week[i]])) as Record<
      Weekday,
      Span[]
    >;
    // One span that is always there keeps every calendar open at some time.
    const spec: CalendarSpec = {
      timeZone,
      weekly: { ...weekly, wed: [...weekly.wed, ['09:00', '17:00']] },
      holidays: holidays.map(date),
      specialWorkdays: special.map(([n, hours]) => ({ date: date(n), hours })),
    };
    return { start, spec, calendar: compileCalendar(spec) };
  });

const second = fc.integer({ min: 0, max: 7 * 86_400 });
const duration = fc.integer({ min: 0, max: 200_000 });
const breaks = fc.array(fc.tuple(second, fc.integer({ min: 0, max: 100_000 })), { maxLength: 4 });
const scene = fc.record({ world, from: second, other: second, seconds: duration, breaks }).map((drawn) => ({
  ...drawn.world,
  from: drawn.world.start + drawn.from * 1000,
  other: drawn.world.start + drawn.other * 1000,
  seconds: drawn.seconds,
  pauses: drawn.breaks.map(([from, length]): Pause => ({
    from: drawn.world.start + from * 1000,
    to: drawn.world.start + (from + length) * 1000,
  })),
}));

const UNITS: readonly Amount[] = [
  { value: 95, unit: 'minutes' },
  { value: 7, unit: 'hours' },
  { value: 2, unit: 'working_days' },
  { value: 3, unit: 'calendar_days' },
  { value: 0, unit: 'same_day' },
  { value: 0, unit: 'same_visit' },
];

describe('in any office', () => {
  test('what is added can be measured again, forward and back, pauses or none', () => {
    fc.assert(
      fc.property(scene, ({ calendar, from, seconds, pauses }) => {
        const later = addOpenTime(calendar, from, seconds, pauses);
        expect(later).toBeGreaterThanOrEqual(from);
        expect(openSecondsBetween(calendar, from, later, pauses)).toBe(seconds);
        const earlier = addOpenTime(calendar, from, -seconds, pauses);
        expect(earlier).toBeLessThanOrEqual(from);
        expect(openSecondsBetween(calendar, earlier, from, pauses)).toBe(seconds);
      }),
    );
  });

  test('the answer is the earliest forward and the latest back', () => {
    fc.assert(
      fc.property(scene, ({ calendar, from, seconds, pauses }) => {
        fc.pre(seconds > 0);
        const later = addOpenTime(calendar, from, seconds, pauses);
        expect(openSecondsBetween(calendar, from, later - 1000, pauses)).toBe(seconds - 1);
        const earlier = addOpenTime(calendar, from, -seconds, pauses);
        expect(openSecondsBetween(calendar, earlier + 1000, from, pauses)).toBe(seconds - 1);
      }),
    );
  });

  test('[C-10] pauses never make a promise due sooner, whatever its unit', () => {
    fc.assert(
      fc.property(scene, fc.constantFrom(...UNITS), ({ calendar, from, pauses }, amount) => {
        expect(dueAt({ calendar, start: from, amount, pauses })).toBeGreaterThanOrEqual(
          dueAt({ calendar, start: from, amount }),
        );
      }),
    );
  });

  test('[C-10] the order of pauses does not matter, and overlapping ones count once', () => {
    fc.assert(
      fc.property(scene, fc.constantFrom(...UNITS), ({ calendar, from, other, pauses }, amount) => {
        const twice = [...pauses, ...[...pauses].reverse()];
        expect(dueAt({ calendar, start: from, amount, pauses: twice })).toBe(
          dueAt({ calendar, start: from, amount, pauses }),
        );
        expect(openSecondsBetween(calendar, from, other, twice)).toBe(
          openSecondsBetween(calendar, from, other, pauses),
        );
      }),
    );
  });

  test('splitting a stretch of time changes nothing', () => {
    fc.assert(
      fc.property(scene, second, ({ calendar, start, from, other, pauses }, cut) => {
        const [a, b, c] = [from, other, start + cut * 1000].sort((x, y) => x - y) as [number, number, number];
        const parts = openSecondsBetween(calendar, a, b, pauses) + openSecondsBetween(calendar, b, c, pauses);
        expect(parts).toBe(openSecondsBetween(calendar, a, c, pauses));
      }),
    );
  });

  test('splitting an opening span in two changes nothing', () => {
    fc.assert(
      fc.property(scene, ({ spec, calendar, from, seconds }) => {
        const halved = (hours: readonly Span[] = []): Span[] =>
          hours.flatMap(([opens, closes]): Span[] =>
            closes > '12:00' && opens < '12:00'
              ? [
                  ['12:00', closes],
                  [opens, '12:00'],
                ]
              : [[opens, closes]],
          );
        const weekly = Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, halved(spec.weekly[weekday])]));
        expect(addOpenTime(compileCalendar({ ...spec, weekly }), from, seconds)).toBe(
          addOpenTime(calendar, from, seconds),
        );
      }),
    );
  });

  test('who starts later is not due sooner', () => {
    fc.assert(
      fc.property(scene, ({ calendar, from, other, seconds, pauses }) => {
        const [first, then] = [Math.min(from, other), Math.max(from, other)];
        expect(addOpenTime(calendar, first, seconds, pauses)).toBeLessThanOrEqual(
          addOpenTime(calendar, then, seconds, pauses),
        );
        expect(addOpenTime(calendar, first, seconds, pauses)).toBeLessThanOrEqual(
          addOpenTime(calendar, first, seconds + 60, pauses),
        );
      }),
    );
  });
});

test('no other calculator, minute by minute, finds other open minutes', () => {
  fc.assert(
    fc.property(
      world,
      fc.integer({ min: 0, max: 6 * 1440 }),
      fc.integer({ min: 1, max: 1440 }),
      ({ start, spec, calendar }, minute, length) => {
        const walk = openMinutes(spec, start - 4 * DAY, start + 12 * DAY);
        const from = start + minute * MINUTE;
        let open = 0;
        for (let at = from; at < from + length * MINUTE; at += MINUTE) {
          open += walk.has(at) ? 60 : 0;
          if (isOpenAt(calendar, at) !== walk.has(at))
            throw new Error(`differs at ${new Date(at).toISOString()}`);
        }
        expect(openSecondsBetween(calendar, from, from + length * MINUTE)).toBe(open);
        expectSameDue(calendar, walk, from, open);
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);

function expectSameDue(calendar: Calendar, walk: ReadonlySet<number>, from: number, seconds: number): void {
  let at = from;
  for (let left = seconds; left > 0; at += MINUTE) left -= walk.has(at) ? 60 : 0;
  expect(addOpenTime(calendar, from, seconds)).toBe(at);
}

/** Every open minute between two instants, by asking Intl what the wall shows in each of them. */
function openMinutes(spec: CalendarSpec, from: number, to: number): Set<number> {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: spec.timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const quarters: { at: number; wall: number }[] = [];
  for (let at = from; at < to; at += 15 * MINUTE)
    quarters.push({ at, wall: Date.parse(`${format.format(at).replace(' ', 'T')}Z`) });
  const open = new Set<number>();
  for (let day = from / DAY + 1; day < to / DAY - 2; day += 1) {
    for (const [opens, closes] of spansOn(spec, day)) {
      const opening = day * DAY + minutesOf(opens) * MINUTE;
      const closing = day * DAY + (minutesOf(closes) + (closes > opens ? 0 : 1440)) * MINUTE;
      const shown = quarters.filter(({ wall }) => wall === closing);
      const first =
        quarters.find(({ wall }) => wall === opening) ?? quarters.find(({ wall }) => wall > opening);
      const last = shown[shown.length - 1] ?? quarters.find(({ wall }) => wall > closing);
      for (let at = first?.at ?? to; at < (last?.at ?? to); at += MINUTE) open.add(at);
    }
  }
  return open;
}

function spansOn(spec: CalendarSpec, day: number): readonly Span[] {
  const date = dateText(day);
  const special = [...(spec.specialWorkdays ?? [])].reverse().find((row) => row.date === date);
  if (special) return special.hours;
  if (spec.holidays?.includes(date)) return [];
  return spec.weekly[WEEKDAYS[weekdayIndex(day)] as Weekday] ?? [];
}

function minutesOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}
