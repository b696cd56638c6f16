import fc from 'fast-check';
import { freeWindows, inTheWay, mostAtOnce, spansIn, suits, windowRefused, type Stretch } from '.';

const HOUR = 3_600_000;
/** 10:00 in Shanghai on a Friday. */
const TEN = Date.parse('2026-11-20T02:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();
const stretch = (from: number, to: number): Stretch => ({ from: TEN + from * HOUR, to: TEN + to * HOUR });
const booking = (number: string, from: number, to: number) => ({
  number,
  from: iso(TEN + from * HOUR),
  to: iso(TEN + to * HOUR),
});

describe('a calendar', () => {
  test('[B-05] counts what runs at the same moment, not what merely lies near', () => {
    const taken = [stretch(0, 1), stretch(1, 2), stretch(0.5, 1.5)];
    expect(mostAtOnce(taken, stretch(0, 2))).toBe(2);
    expect(mostAtOnce(taken, stretch(2, 3))).toBe(0);
    expect(mostAtOnce(taken, stretch(1.5, 3))).toBe(1);
    expect(mostAtOnce([stretch(0, 1), stretch(2, 3)], stretch(0, 3))).toBe(1);
  });

  test('[B-05] names what stands in the way; one window may begin where another ends', () => {
    const taken = [booking('PG-1', 0, 1), booking('PG-2', 2, 3)];
    const way = (from: number, to: number, capacity = 1) =>
      inTheWay(taken, { window: stretch(from, to), capacity })?.number;
    expect(way(1, 2)).toBeUndefined();
    expect(way(0.5, 2)).toBe('PG-1');
    expect(way(1.5, 4)).toBe('PG-2');
    expect(way(0, 3, 2)).toBeUndefined();
  });

  const anyStretch = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 10 }))
    .map(([from, length]) => stretch(from, from + length));

  test('[B-05] is free exactly where one more leaves nobody with more than he can do', () => {
    fc.assert(
      fc.property(
        fc.array(anyStretch, { maxLength: 12 }),
        fc.integer({ min: 1, max: 3 }),
        (taken, capacity) => {
          const within = stretch(0, 50);
          const free = freeWindows({ taken, within, capacity, least: 1 });
          for (let hour = 0; hour < 50; hour += 1) {
            const room = mostAtOnce(taken, stretch(hour, hour + 1)) < capacity;
            const named = free.some(
              ({ from, to }) => from <= TEN + hour * HOUR && TEN + (hour + 1) * HOUR <= to,
            );
            expect(named).toBe(room);
          }
        },
      ),
    );
  });

  test('[B-05] names no window shorter than is worth while, and none twice', () => {
    const taken = [stretch(1, 2), stretch(2.5, 4)];
    expect(freeWindows({ taken, within: stretch(0, 5), capacity: 1, least: HOUR })).toEqual([
      stretch(0, 1),
      stretch(4, 5),
    ]);
    expect(freeWindows({ taken: [], within: stretch(0, 5), capacity: 1, least: HOUR })).toEqual([
      stretch(0, 5),
    ]);
  });
});

describe('a window', () => {
  const refused = (
    from: number | null,
    to: number | null,
    more: { suitable?: string; otherwise?: string } = {},
  ) =>
    windowRefused({
      from: from === null ? null : iso(TEN + from * HOUR),
      to: to === null ? null : iso(TEN + to * HOUR),
      now: TEN,
      timeZone: 'Asia/Shanghai',
      suitable: more.suitable ?? null,
      otherwise: more.otherwise,
    })?.code;

  test('[B-05] is whole, begins before it ends, is not over, and not longer than a day', () => {
    expect(refused(1, 2)).toBeUndefined();
    expect(refused(null, null)).toBeUndefined();
    expect(refused(-1, 1)).toBeUndefined();
    expect(refused(1, null)).toBe('APPOINTMENT_INVALID');
    expect(refused(2, 1)).toBe('APPOINTMENT_INVALID');
    expect(refused(1, 1)).toBe('APPOINTMENT_INVALID');
    expect(refused(-2, 0)).toBe('APPOINTMENT_PAST');
    expect(refused(1, 25)).toBeUndefined();
    expect(refused(1, 25.1)).toBe('APPOINTMENT_TOO_LONG');
  });

  test('[B-05] outside the hours that suit needs a reason', () => {
    const suitable = '平日 18:00-20:00，周六 9：00至11：30';
    expect(refused(8, 10, { suitable })).toBeUndefined();
    expect(refused(8, 11, { suitable })).toBe('APPOINTMENT_UNSUITABLE');
    expect(refused(1, 2, { suitable })).toBe('APPOINTMENT_UNSUITABLE');
    expect(refused(1, 2, { suitable, otherwise: '业主来电同意' })).toBeUndefined();
    expect(refused(1, 2, { suitable: '晚上都行' })).toBeUndefined();
  });

  test('hours are read from the words of a requester, and only where they are hours', () => {
    expect(spansIn('9:00-11:00 或 14：00～16：30')).toEqual([
      [
        [9, 0],
        [11, 0],
      ],
      [
        [14, 0],
        [16, 30],
      ],
    ]);
    expect(spansIn('25:00-26:00，11:00-9:00，10:75-11:00，下午')).toEqual([]);
    expect(suits('18:00-24:00', stretch(12, 14), 'Asia/Shanghai')).toBe(true);
    expect(suits('18:00-24:00', stretch(13, 14.5), 'Asia/Shanghai')).toBe(false);
  });
});
