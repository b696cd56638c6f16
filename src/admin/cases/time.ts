/** Times on the wall of the office: written, read and counted. Pure; moments are epoch milliseconds. */

/** The zone of the office until it has said its own. */
export const OFFICE_ZONE = 'Asia/Shanghai';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const WALL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

/** The wall clock of `zone` at `at`, read as if it were UTC. */
function wallAsUtc(at: number, zone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const offsetAt = (at: number, zone: string): number => wallAsUtc(at, zone) - Math.floor(at / SECOND) * SECOND;

/** 'YYYY-MM-DDTHH:mm' on the wall of `zone`: the value of a date-time input. */
export function wallTime(at: number, zone: string): string {
  return new Date(wallAsUtc(at, zone)).toISOString().slice(0, 16);
}

/**
 * The moment that a wall time of `zone` names, as ISO 8601 with that zone's offset; undefined when the
 * text is no time. A wall time that a clock change skips is moved forward by the gap, one that comes
 * twice means its first coming.
 */
export function isoOfWall(wall: string, zone: string): string | undefined {
  const match = WALL.exec(wall);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0));
  const asUtc = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second || 0);
  const before = offsetAt(asUtc - 24 * 60 * MINUTE, zone);
  const after = offsetAt(asUtc + 24 * 60 * MINUTE, zone);
  const early = asUtc - before;
  const at =
    offsetAt(early, zone) === before || wallAsUtc(asUtc - after, zone) !== asUtc ? early : asUtc - after;
  return isoWithOffset(at, zone);
}

function isoWithOffset(at: number, zone: string): string {
  const minutes = Math.round(offsetAt(at, zone) / MINUTE);
  const size = Math.abs(minutes);
  const pad = (value: number) => String(value).padStart(2, '0');
  const wall = new Date(wallAsUtc(at, zone)).toISOString().slice(0, 19);
  return `${wall}${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/** A moment as people in the office write it: '11月21日 17:30', with the year where it is another one. */
export function officeTime(
  iso: string,
  { zone, locale, now }: { zone: string; locale: string; now: number },
): string {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return iso;
  const sameYear = wallTime(at, zone).slice(0, 4) === wallTime(now, zone).slice(0, 4);
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: zone,
    hourCycle: 'h23',
    year: sameYear ? undefined : 'numeric',
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

/** A length of time split for counting; negative lengths count as zero. */
export function lengthParts(milliseconds: number): {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
} {
  const seconds = Math.max(0, Math.floor(milliseconds / SECOND));
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor((seconds % 86_400) / 3600),
    minutes: Math.floor((seconds % 3600) / 60),
    seconds: seconds % 60,
  };
}

/** A length of time in words: '2 天 03:04:05', '03:04:05'. */
export function lengthText(milliseconds: number, dayWord: string): string {
  const { days, hours, minutes, seconds } = lengthParts(milliseconds);
  const clock = [hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':');
  return days > 0 ? `${days} ${dayWord} ${clock}` : clock;
}
