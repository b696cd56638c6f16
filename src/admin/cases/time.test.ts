import { isoOfWall, lengthText, officeTime, wallTime } from './time';

const SHANGHAI = 'Asia/Shanghai';
const NEW_YORK = 'America/New_York';

test('a wall time of the office is sent with the office’s offset', () => {
  expect(isoOfWall('2026-11-21T09:05', SHANGHAI)).toBe('2026-11-21T09:05:00+08:00');
  expect(isoOfWall('2026-07-01T09:05', NEW_YORK)).toBe('2026-07-01T09:05:00-04:00');
});

test('what is no time is not sent', () => {
  expect(isoOfWall('', SHANGHAI)).toBeUndefined();
  expect(isoOfWall('2026-11-21', SHANGHAI)).toBeUndefined();
});

test('a wall time that the clock change skips is moved forward by the gap', () => {
  expect(isoOfWall('2026-03-08T02:30', NEW_YORK)).toBe('2026-03-08T03:30:00-04:00');
});

test('a wall time that comes twice means its first coming', () => {
  expect(isoOfWall('2026-11-01T01:30', NEW_YORK)).toBe('2026-11-01T01:30:00-04:00');
});

test('after a clock change the same day has the new offset', () => {
  expect(isoOfWall('2026-03-08T12:00', NEW_YORK)).toBe('2026-03-08T12:00:00-04:00');
  expect(isoOfWall('2026-03-08T01:59', NEW_YORK)).toBe('2026-03-08T01:59:00-05:00');
});

test('writing a moment on the wall and reading it back gives the same minute', () => {
  for (const iso of [
    '2026-01-31T15:59:00Z',
    '2026-03-08T06:59:00Z',
    '2026-03-08T07:00:00Z',
    '2026-12-31T16:00:00Z',
  ]) {
    for (const zone of [SHANGHAI, NEW_YORK, 'Asia/Kolkata']) {
      const at = Date.parse(iso);
      expect(Date.parse(isoOfWall(wallTime(at, zone), zone) ?? '')).toBe(at);
    }
  }
});

test('moments of another year carry the year', () => {
  const options = { zone: SHANGHAI, locale: 'zh-Hans', now: Date.parse('2026-11-21T01:00:00Z') };
  expect(officeTime('2026-11-21T09:30:00Z', options)).toContain('17:30');
  expect(officeTime('2026-11-21T09:30:00Z', options)).not.toContain('2026');
  expect(officeTime('2025-11-21T09:30:00Z', options)).toContain('2025');
});

test('a length is counted in days, hours, minutes and seconds, and never below zero', () => {
  expect(lengthText(((26 * 60 + 3) * 60 + 4) * 1000, '天')).toBe('1 天 02:03:04');
  expect(lengthText(59_999, '天')).toBe('00:00:59');
  expect(lengthText(-1, '天')).toBe('00:00:00');
});
