import { localDate, parseLocalTime } from '../time';
import type { Stretch } from './types';

/** "18:00-20:30", "18：00 至 20：30", "9:00～11:00": the hours of a day in a requester's words. */
const SPAN = /(\d{1,2})[:：](\d{2})\s*(?:-|–|—|~|～|至|到|to)\s*(\d{1,2})[:：](\d{2})/g;

type Clock = readonly [hours: number, minutes: number];

const isClock = ([hours, minutes]: Clock): boolean =>
  minutes < 60 && (hours < 24 || (hours === 24 && minutes === 0));

/** The spans of hours that a text names; none where it names none ("平日晚上"). */
export function spansIn(text: string): (readonly [from: Clock, to: Clock])[] {
  return [...text.matchAll(SPAN)]
    .map(
      ([, a, b, c, d]) =>
        [
          [Number(a), Number(b)],
          [Number(c), Number(d)],
        ] as const,
    )
    .filter(([from, to]) => isClock(from) && isClock(to) && (from[0] - to[0] || from[1] - to[1]) < 0);
}

/** Whether a window lies within hours that were said to suit; true where no hours can be read out of the words. */
export function suits(text: string, { from, to }: Stretch, timeZone: string): boolean {
  const spans = spansIn(text);
  if (spans.length === 0) return true;
  const day = localDate(timeZone, from);
  const at = ([hours, minutes]: Clock): number =>
    hours === 24
      ? at([23, 59]) + 60_000
      : parseLocalTime({
          text: `${day} ${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`,
          format: 'yyyy-MM-dd HH:mm',
          timeZone,
        });
  return spans.some(([begin, end]) => at(begin) <= from && to <= at(end));
}
