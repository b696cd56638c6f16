import { clockLine, lengthOf } from './clockLine';
import { type BoardClock } from './http/contract';

const at = (time: string) => `2026-11-20T${time}:00.000Z`;
const now = Date.parse(at('10:00'));
const clock = (over: Partial<BoardClock> = {}): BoardClock => ({
  documentId: 'c',
  name: 'arrive',
  label: '到场',
  startedAt: at('09:00'),
  dueAt: at('12:00'),
  pausedAt: null,
  brokenAt: null,
  warned: false,
  state: 'running',
  ...over,
});

test('[C-11] a clock counts what is left, is close once the office has warned, then counts what is over', () => {
  expect(clockLine(clock(), now)).toEqual({
    mood: 'running',
    length: { unit: 'hours', hours: 2, minutes: 0 },
  });
  expect(clockLine(clock({ warned: true }), now).mood).toBe('soon');
  expect(clockLine(clock({ dueAt: at('10:05') }), now)).toMatchObject({ mood: 'soon' });
  expect(clockLine(clock({ dueAt: at('09:58'), brokenAt: at('09:58') }), now)).toEqual({
    mood: 'overdue',
    length: { unit: 'minutes', minutes: 2, seconds: '00' },
  });
});

test('a paused clock counts its pause', () => {
  const paused = clock({ state: 'paused', pausedAt: at('09:59') });
  expect(clockLine(paused, now)).toMatchObject({ mood: 'paused', length: { minutes: 1 } });
});

test('a promise that broke before its time counts from when it broke', () => {
  const broken = clock({ brokenAt: at('09:30') });
  expect(clockLine(broken, now)).toMatchObject({ mood: 'overdue', length: { minutes: 30 } });
});

test('lengths are as fine as they matter', () => {
  expect(lengthOf(59 * 60_000 + 7_000)).toEqual({ unit: 'minutes', minutes: 59, seconds: '07' });
  expect(lengthOf(3 * 3_600_000 + 300_000)).toEqual({ unit: 'hours', hours: 3, minutes: 5 });
  expect(lengthOf(49 * 3_600_000)).toEqual({ unit: 'days', days: 2, hours: 1 });
  expect(lengthOf(-5)).toEqual({ unit: 'minutes', minutes: 0, seconds: '00' });
});
