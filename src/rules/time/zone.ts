/**
 * Time zones without Intl in the hot path: the offset changes of a zone are found once per year, by
 * asking Intl for one instant a day and bisecting where two days differ.
 */

import { DAY, firstDayOfYear } from './days';
import { TimeRefused } from './errors';

export interface Zone {
  readonly name: string;
  /** Offset from UTC in milliseconds as Intl tells it; slow. */
  readonly ask: (instant: number) => number;
  readonly years: Map<number, ZoneYear>;
}

/** Offsets in force from each instant on; the first entry is the start of the UTC year. */
interface ZoneYear {
  readonly from: readonly number[];
  readonly offset: readonly number[];
}

/** Years in which instants are understood; enough for any office and safe for every zone. */
export const FIRST_YEAR = 1000;
export const LAST_YEAR = 9000;

const MOST_ZONES = 1_000;
const MOST_YEARS = 400;
/** No zone has ever been further than this from UTC, so a wall time's instant is at most this far off. */
const WIDEST_OFFSET = 17 * 3_600_000;

const zones = new Map<string, Zone>();

/** The zone of an IANA name. Throws TIME_ZONE_UNKNOWN. */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const zone: Zone = { name, ask: offsetAsker(name), years: new Map() };
  if (zones.size >= MOST_ZONES) zones.clear();
  zones.set(name, zone);
  return zone;
}

/** UTC year of an instant. Throws HORIZON_EXCEEDED for what is not an instant within the known years. */
export function yearAt(instant: number): number {
  const year = new Date(instant).getUTCFullYear();
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) throw new TimeRefused('HORIZON_EXCEEDED', { instant });
  return year;
}

/** Milliseconds to add to an instant to get the local wall clock. */
export function offsetAt(zone: Zone, instant: number): number {
  const { from, offset } = zoneYear(zone, yearAt(instant));
  let i = from.length - 1;
  while (i > 0 && from[i]! > instant) i -= 1;
  return offset[i]!;
}

/** The wall clock at an instant, as milliseconds that read like UTC. */
export function wallAt(zone: Zone, instant: number): number {
  return instant + offsetAt(zone, instant);
}

/**
 * The instant at which a wall clock shows `wall` (milliseconds that read like UTC).
 * - `first`, `last`: which one, where clocks went back and it was shown twice; where clocks jumped
 *   over it, both give the first instant after the gap.
 * - `shifted`: like `first`, but a time inside a gap moves forward by the length of the gap.
 */
export function instantOf(zone: Zone, wall: number, which: 'first' | 'last' | 'shifted'): number {
  const before = offsetAt(zone, wall - WIDEST_OFFSET);
  const after = offsetAt(zone, wall + WIDEST_OFFSET);
  if (before === after) return wall - before;
  const change = changeAfter(zone, wall - WIDEST_OFFSET);
  const shownBefore = wall - before < change;
  const shownAfter = wall - after >= change;
  if (shownBefore && shownAfter) return which === 'last' ? wall - after : wall - before;
  if (shownBefore) return wall - before;
  if (shownAfter) return wall - after;
  return which === 'shifted' ? wall - before : change;
}

/** The first offset change after an instant that has one within two years. */
function changeAfter(zone: Zone, instant: number): number {
  const year = yearAt(instant);
  const found = [year, year + 1].flatMap((each) => changesIn(zone, each)).find((change) => change > instant);
  return found as number;
}

/** Changes within a UTC year, that on its very first instant included. */
function changesIn(zone: Zone, year: number): number[] {
  const { from, offset } = zoneYear(zone, year);
  const previous = zoneYear(zone, year - 1).offset;
  const atNewYear = previous[previous.length - 1] !== offset[0];
  return atNewYear ? [...from] : from.slice(1);
}

function zoneYear(zone: Zone, year: number): ZoneYear {
  const known = zone.years.get(year);
  if (known) return known;
  const made = readYear(zone, year);
  if (zone.years.size >= MOST_YEARS) zone.years.clear();
  zone.years.set(year, made);
  return made;
}

function readYear(zone: Zone, year: number): ZoneYear {
  const start = firstDayOfYear(year) * DAY;
  const end = firstDayOfYear(year + 1) * DAY;
  const from = [start];
  const offset = [zone.ask(start)];
  for (let day = start; day < end; day += DAY) {
    // Up to the year's last second only: a change at New Year belongs to the next table.
    const until = Math.min(day + DAY, end - 1000);
    const now = offset[offset.length - 1]!;
    const then = zone.ask(until);
    if (then === now) continue;
    from.push(bisect(zone, day, until, now));
    offset.push(then);
  }
  return { from, offset };
}

/** First second in (low, high] whose offset is no longer `offset`. */
function bisect(zone: Zone, low: number, high: number, offset: number): number {
  let same = low;
  let other = high;
  while (other - same > 1000) {
    const middle = Math.floor((same + other) / 2000) * 1000;
    if (zone.ask(middle) === offset) same = middle;
    else other = middle;
  }
  return other;
}

type SixNumbers = [number, number, number, number, number, number];

function offsetAsker(timeZone: string): (instant: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw new TimeRefused('TIME_ZONE_UNKNOWN', { timeZone: String(timeZone) });
  }
  return (instant) => {
    const second = Math.floor(instant / 1000) * 1000;
    const shown = format.format(second).match(/\d+/g) as string[];
    const [month, day, year, hour, minute, sec] = shown.map(Number) as SixNumbers;
    return Date.UTC(year, month - 1, day, hour, minute, sec) - second;
  };
}
