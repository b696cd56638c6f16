import { instantOf, offsetAt, zoneOf } from './zone';
import { ALWAYS_OPEN } from '.';

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);

test.each([
  ['Asia/Kathmandu', '2026-03-02T00:00:00Z', 5.75],
  ['Australia/Lord_Howe', '2026-01-01T00:00:00Z', 11],
  ['Australia/Lord_Howe', '2026-07-01T00:00:00Z', 10.5],
  ['Pacific/Apia', '2011-12-30T09:59:59Z', -10],
  ['Pacific/Apia', '2011-12-30T10:00:00Z', 14],
  ['Africa/Casablanca', '2026-03-01T12:00:00Z', 0],
  ['Europe/Moscow', '1925-01-01T00:00:00Z', 2],
  ['Asia/Shanghai', '1988-07-01T00:00:00Z', 9],
  ['America/New_York', '2100-07-01T00:00:00Z', -4],
])('%s is at %s as far from UTC as its clocks were', (name, instant, hours) => {
  expect(offsetAt(zoneOf(name), at(instant)) / HOUR).toBe(hours);
});

test('an offset is known to the second at the very change', () => {
  const berlin = zoneOf('Europe/Berlin');
  expect(offsetAt(berlin, at('2026-03-29T00:59:59.999Z'))).toBe(HOUR);
  expect(offsetAt(berlin, at('2026-03-29T01:00:00Z'))).toBe(2 * HOUR);
});

test('a change on the first instant of a year is a change', () => {
  const zone = zoneOf('Europe/Lisbon');
  const wall = Date.UTC(1912, 0, 1, 0, 10);
  expect(instantOf(zone, wall, 'first')).toBe(wall);
});

test('no zone is asked for more years than are kept, none lost', () => {
  const zone = zoneOf('Etc/GMT-6');
  for (let year = 1400; year < 1900; year += 1) expect(offsetAt(zone, Date.UTC(year, 5, 1))).toBe(6 * HOUR);
  expect(zone.years.size).toBeLessThanOrEqual(400);
});

test('a thousand spellings of zones do not pile up', () => {
  const spell = (n: number): string =>
    [...'america/argentina/buenos_aires']
      .map((letter, i) => ((n >> (i % 10)) & 1 ? letter.toUpperCase() : letter))
      .join('');
  for (let n = 0; n < 1024; n += 1) expect(ALWAYS_OPEN(spell(n)).spec.timeZone).toBe(spell(n));
});
