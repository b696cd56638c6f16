import { clockFace } from '../cases/clocks/clockFace';
import { type BoardClock } from './http/contract';

/** How a clock of the board looks now. */
export type BoardMood = 'running' | 'soon' | 'overdue' | 'paused';

export interface ClockLine {
  mood: BoardMood;
  /** What is left, over, or has been paused so far. */
  length: Length;
}

/** A length of time as a card has room for: seconds in the last hour, else hours and minutes, else days and hours. */
export type Length =
  | { unit: 'minutes'; minutes: number; seconds: string }
  | { unit: 'hours'; hours: number; minutes: number }
  | { unit: 'days'; days: number; hours: number };

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function lengthOf(milliseconds: number): Length {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < HOUR)
    return {
      unit: 'minutes',
      minutes: Math.floor(seconds / MINUTE),
      seconds: String(seconds % MINUTE).padStart(2, '0'),
    };
  if (seconds < DAY)
    return {
      unit: 'hours',
      hours: Math.floor(seconds / HOUR),
      minutes: Math.floor((seconds % HOUR) / MINUTE),
    };
  return { unit: 'days', days: Math.floor(seconds / DAY), hours: Math.floor((seconds % DAY) / HOUR) };
}

/** How a clock stands at `now` (the server's time, epoch milliseconds); the office's own warning makes it close [C-11]. */
export function clockLine(clock: BoardClock, now: number): ClockLine {
  const { mood, count } = clockFace({ ...clock, verdict: null }, now);
  // A promise can break before its time, by what happened; it counts from then.
  const length = count?.milliseconds ?? now - Date.parse(clock.brokenAt ?? clock.dueAt);
  const warned = mood === 'running' && clock.warned;
  return { mood: warned ? 'soon' : (mood as BoardMood), length: lengthOf(length) };
}
