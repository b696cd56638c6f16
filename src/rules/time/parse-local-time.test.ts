import { localDate, parseLocalTime } from '.';

const iso = (text: string, format: string, timeZone = 'Asia/Shanghai'): string =>
  new Date(parseLocalTime({ text, format, timeZone })).toISOString();
const code = (expected: string): Error => expect.objectContaining({ code: expected });

test.each([
  ['04/13/2015 07:19:43 AM', 'MM/dd/yyyy hh:mm:ss a', 'America/New_York', '2015-04-13T11:19:43.000Z'],
  ['12/31/2015 12:00:00 PM', 'MM/dd/yyyy hh:mm:ss a', 'America/New_York', '2015-12-31T17:00:00.000Z'],
  ['12/31/2015 12:00:00 am', 'MM/dd/yyyy hh:mm:ss a', 'America/New_York', '2015-12-31T05:00:00.000Z'],
  ['2026/5/3 下午 3:05', 'yyyy/M/d a h:mm', 'Asia/Shanghai', '2026-05-03T07:05:00.000Z'],
  ['2026年5月3日 上午9点', 'yyyy年M月d日 ah点', 'Asia/Shanghai', '2026-05-03T01:00:00.000Z'],
  ['2010/10/29 10:14:06.000', 'yyyy/MM/dd HH:mm:ss.SSS', 'Europe/Rome', '2010-10-29T08:14:06.000Z'],
  ['2010/10/29 10:14:06.5', 'yyyy/MM/dd HH:mm:ss.SSS', 'Europe/Rome', '2010-10-29T08:14:06.500Z'],
  [' 29/2/2016 08:22 ', 'd/M/yyyy HH:mm', 'Asia/Shanghai', '2016-02-29T00:22:00.000Z'],
  ['2019/3/29  11:53:3', 'yyyy/M/d H:m:s', 'Asia/Shanghai', '2019-03-29T03:53:03.000Z'],
  ['2018-02-08', 'yyyy-MM-dd', 'Asia/Shanghai', '2018-02-07T16:00:00.000Z'],
  ['08.02.2018', 'dd.MM.yyyy', 'UTC', '2018-02-08T00:00:00.000Z'],
])('%s is read as %s', (text, format, timeZone, expected) => {
  expect(iso(text, format, timeZone)).toBe(expected);
});

test.each([
  ['2026-05-03', '2026-05-02T16:00:00.000Z'],
  ['2026-05-03T09:10', '2026-05-03T01:10:00.000Z'],
  ['2026-05-03 09:10:11,1234', '2026-05-03T01:10:11.123Z'],
  ['2026-05-03T09:10:00Z', '2026-05-03T09:10:00.000Z'],
  ['2026-05-03T09:10:00-03:30', '2026-05-03T12:40:00.000Z'],
  ['2026-05-03T09:10:00+08', '2026-05-03T01:10:00.000Z'],
  ['1900-01-01T00:00:00+00:19:32', '1899-12-31T23:40:28.000Z'],
])('ISO %s', (text, expected) => {
  expect(iso(text, 'ISO')).toBe(expected);
});

test('a time that clocks jumped over moves forward by the jump, one shown twice is the first', () => {
  expect(iso('2026-03-29T02:30', 'ISO', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  expect(iso('2026-10-25T02:30', 'ISO', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
});

test.each([
  ['29/2/2015 08:22', 'd/M/yyyy HH:mm'],
  ['31/13/2015 08:22', 'd/M/yyyy HH:mm'],
  ['1/1/2015 24:00', 'd/M/yyyy HH:mm'],
  ['1/1/2015 10:60', 'd/M/yyyy HH:mm'],
  ['1/1/2015 8:22', 'd/M/yyyy HH:mm'],
  ['1/1/2015 10:22:61', 'd/M/yyyy HH:mm:s'],
  ['13:00 PM', 'hh:mm a'],
  ['00:00 AM', 'hh:mm a'],
  ['yesterday', 'ISO'],
  ['2026-00-10', 'ISO'],
  ['', 'ISO'],
])('%s is no time in %s', (text, format) => {
  expect(() => iso(text, format)).toThrow(code('LOCAL_TIME_INVALID'));
});

test.each(['yyyy-QQ', 'yyyy-MM-dd MM', 'hh:mm', 'HH:mm a', 'yy'])('%s is no format', (format) => {
  expect(() => iso('2026', format)).toThrow(code('TIME_FORMAT_UNKNOWN'));
});

test('a zone that does not exist is refused', () => {
  expect(() => iso('2026-05-03', 'ISO', 'Mars/Olympus')).toThrow(code('TIME_ZONE_UNKNOWN'));
});

test('more formats than are remembered are still read', () => {
  for (let n = 0; n < 210; n += 1)
    expect(iso(`2026${'-'.repeat(n)}`, `yyyy${'-'.repeat(n)}`, 'UTC')).toBe('2026-01-01T00:00:00.000Z');
});

test('the local date turns at local midnight', () => {
  expect(localDate('Asia/Shanghai', Date.parse('2026-05-03T15:59:59Z'))).toBe('2026-05-03');
  expect(localDate('Asia/Shanghai', Date.parse('2026-05-03T16:00:00Z'))).toBe('2026-05-04');
  expect(localDate('America/New_York', -1)).toBe('1969-12-31');
});
