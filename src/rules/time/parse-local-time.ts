/** Reading times as other systems write them. */

import { TimeRefused } from './errors';
import { instantOf, zoneOf } from './zone';

export interface LocalTimeText {
  text: string;
  /** Letters y M d H h m s S a with anything else between them, or 'ISO'. */
  format: string;
  /** IANA zone of the wall clock that wrote the text. */
  timeZone: string;
}

interface Reader {
  pattern: RegExp;
  tokens: readonly string[];
}

const TOKENS: Readonly<Record<string, string>> = {
  yyyy: '(\\d{4})',
  MM: '(\\d{2})',
  M: '(\\d{1,2})',
  dd: '(\\d{2})',
  d: '(\\d{1,2})',
  HH: '(\\d{2})',
  H: '(\\d{1,2})',
  hh: '(\\d{2})',
  h: '(\\d{1,2})',
  mm: '(\\d{2})',
  m: '(\\d{1,2})',
  ss: '(\\d{2})',
  s: '(\\d{1,2})',
  SSS: '(\\d{1,9})',
  a: '([AaPp][Mm]|上午|下午)',
};

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s?(Z|z|[+-]\d{2}(?::?\d{2}(?::?\d{2})?)?))?)?$/;

const MOST_READERS = 200;
const readers = new Map<string, Reader>();

/**
 * The instant that a text in local wall time means. Formats: 'MM/dd/yyyy hh:mm:ss a',
 * 'yyyy/MM/dd HH:mm:ss.SSS', 'd/M/yyyy HH:mm', …; a single letter takes one or two digits, SSS one to
 * nine digits of a second (kept to the millisecond), `a` AM/PM or 上午/下午. 'ISO' takes ISO 8601, whose
 * own offset, if it has one, outranks the zone. Spaces around the text are ignored, parts that the
 * format lacks are zero.
 *
 * A time that the zone's clocks jumped over moves forward by the jump; one shown twice is the first.
 * Throws LOCAL_TIME_INVALID (no match, impossible date), TIME_FORMAT_UNKNOWN, TIME_ZONE_UNKNOWN.
 */
export function parseLocalTime({ text, format, timeZone }: LocalTimeText): number {
  const zone = zoneOf(timeZone);
  const refuse = (): TimeRefused => new TimeRefused('LOCAL_TIME_INVALID', { text, format });
  const parts = format === 'ISO' ? isoParts(text.trim()) : formatParts(text.trim(), readerOf(format));
  const wall = parts && wallOf(parts);
  if (wall === undefined) throw refuse();
  const offset = parts?.get('offset');
  return offset === undefined ? instantOf(zone, wall, 'shifted') : wall - offsetOf(offset);
}

function formatParts(text: string, { pattern, tokens }: Reader): Map<string, string> | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  return new Map(tokens.map((token, i) => [partName(token), match[i + 1]!]));
}

function isoParts(text: string): Map<string, string> | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const names = ['y', 'M', 'd', 'H', 'm', 's', 'S', 'offset'];
  const pairs = names.map((name, i): [string, string | undefined] => [name, match[i + 1]]);
  return new Map(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** Wall clock in milliseconds that read like UTC; undefined where date or time cannot be. */
function wallOf(parts: ReadonlyMap<string, string>): number | undefined {
  const read = (name: string, absent = 0): number => Number(parts.get(name) ?? absent);
  const hour = parts.has('h') ? halfDayHour(read('h'), parts.get('a')) : read('H');
  const [year, month, day, minute, second] = [read('y'), read('M', 1), read('d', 1), read('m'), read('s')];
  if (!(hour <= 23) || minute > 59 || second > 59) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1) return undefined;
  if (date.getUTCDate() !== day) return undefined;
  const fraction = Number((parts.get('S') ?? '').padEnd(3, '0').slice(0, 3));
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
}

/** 12 AM is midnight, 12 PM noon. */
function halfDayHour(hour: number, half: string | undefined): number {
  if (hour < 1 || hour > 12) return NaN;
  const afternoon = half === '下午' || half?.toLowerCase() === 'pm';
  return (hour % 12) + (afternoon ? 12 : 0);
}

function offsetOf(text: string): number {
  if (text.toUpperCase() === 'Z') return 0;
  const digits = text.slice(1).replace(/:/g, '').padEnd(6, '0');
  const part = (from: number): number => Number(digits.slice(from, from + 2));
  const size = ((part(0) * 60 + part(2)) * 60 + part(4)) * 1000;
  return text.startsWith('-') ? -size : size;
}

function readerOf(format: string): Reader {
  const known = readers.get(format);
  if (known) return known;
  const tokens: string[] = [];
  const source = format.trim().replace(/([A-Za-z])\1*|[^A-Za-z]/g, (piece) => {
    if (!/^[A-Za-z]/.test(piece))
      return /\s/.test(piece) ? '\\s+' : piece.replace(/[.*+?^${}()|[\]\\/-]/, '\\$&');
    const pattern = TOKENS[piece];
    if (!pattern || tokens.some((token) => partName(token) === partName(piece))) {
      throw new TimeRefused('TIME_FORMAT_UNKNOWN', { format });
    }
    tokens.push(piece);
    return pattern;
  });
  if (tokens.includes('a') !== tokens.some((token) => partName(token) === 'h')) {
    throw new TimeRefused('TIME_FORMAT_UNKNOWN', { format });
  }
  const reader = { pattern: new RegExp(`^${source}$`), tokens };
  if (readers.size >= MOST_READERS) readers.clear();
  readers.set(format, reader);
  return reader;
}

function partName(token: string): string {
  return token.charAt(0);
}
