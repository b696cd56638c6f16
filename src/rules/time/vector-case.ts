/** One business-time fact (a "vector": inputs and expected answers) held against the calculator. */

import { compileCalendar } from './calendar';
import { dueAt, offsetFromDue } from './due';
import { TimeRefused } from './errors';
import { isOpenAt, openSecondsBetween } from './open-time';
import { parseLocalTime } from './parse-local-time';
import type { CalendarSpec, DueInput, Pause } from './types';

export interface VectorCase {
  id: string;
  kind: 'due' | 'elapsed' | 'escalation';
  timezone: string;
  calendar: Omit<CalendarSpec, 'timeZone' | 'statutory'>;
  start: string;
  pauses?: readonly { from: string; to: string }[];
  minutes?: number;
  seconds?: number;
  expectedDue?: string;
  canonicalDue?: string;
  alsoAccept?: readonly string[];
  escalationOffsetMinutes?: number;
  expectedEscalation?: string;
  end?: string;
  expectedElapsedMinutes?: number;
  expectedElapsedSeconds?: number;
  rounding?: 'floor' | 'nearest' | 'ceil' | null;
  precision?: 'minute' | null;
  flags?: readonly string[];
}

/** An answer that is not the expected one. */
export interface Miss {
  what: 'due' | 'escalation' | 'elapsed' | 'error';
  expected: string;
  got: string;
}

const MINUTE = 60_000;

/** What the calculator gets wrong about a fact; nothing when it agrees. Never throws. */
export function missesOf(vector: VectorCase): Miss[] {
  try {
    return vector.kind === 'elapsed' ? elapsedMisses(vector) : dueMisses(vector);
  } catch (error) {
    return [
      { what: 'error', expected: 'an answer', got: error instanceof Error ? error.message : String(error) },
    ];
  }
}

function dueMisses(vector: VectorCase): Miss[] {
  const calendar = compileCalendar({ ...vector.calendar, timeZone: vector.timezone });
  const value = (vector.seconds ?? Math.round((vector.minutes as number) * 60)) / 60;
  const input: DueInput = {
    calendar,
    start: read(vector.start),
    amount: { value, unit: 'minutes' },
    pauses: pausesOf(vector),
  };
  const due = dueAt(input);
  const accepted = texts(vector.expectedDue, vector.canonicalDue, ...(vector.alsoAccept ?? []));
  const misses = agrees(vector, due, accepted) ? [] : [miss('due', accepted, due)];
  if (vector.kind === 'due') return misses;
  const escalation = offsetFromDue(calendar, due, vector.escalationOffsetMinutes as number, input);
  const steps = texts(vector.expectedEscalation);
  if (agrees(vector, escalation, steps) || isOtherReading(vector, input, escalation)) return misses;
  return [...misses, miss('escalation', steps, escalation)];
}

/** The fact names the next opening, we the closing before it: the same amount of open time. */
function isOtherReading(vector: VectorCase, { calendar, pauses }: DueInput, ours: number): boolean {
  const theirs = read(vector.expectedEscalation as string);
  const flagged = vector.flags?.includes('boundary-next-open') === true;
  return (
    flagged &&
    theirs > ours &&
    isOpenAt(calendar, theirs) &&
    openSecondsBetween(calendar, ours, theirs, pauses) === 0
  );
}

function elapsedMisses(vector: VectorCase): Miss[] {
  const seconds = elapsedSeconds(vector);
  const minutes = {
    floor: Math.floor(seconds / 60),
    nearest: Math.floor((seconds + 30) / 60),
    ceil: Math.ceil(seconds / 60),
    none: seconds / 60,
  }[vector.rounding ?? 'none'];
  const wanted = vector.expectedElapsedMinutes ?? minutes;
  const wantedSeconds = vector.expectedElapsedSeconds ?? seconds;
  if (Math.abs(minutes - wanted) <= 1e-6 && wantedSeconds === seconds) return [];
  const expected =
    vector.expectedElapsedSeconds === undefined ? `${wanted} min` : `${wanted} min, ${wantedSeconds} s`;
  return [{ what: 'elapsed', expected, got: `${minutes} min, ${seconds} s` }];
}

function elapsedSeconds(vector: VectorCase): number {
  try {
    const calendar = compileCalendar({ ...vector.calendar, timeZone: vector.timezone });
    return openSecondsBetween(calendar, read(vector.start), read(vector.end as string), pausesOf(vector));
  } catch (error) {
    // An office without hours has no open time, however long one waits.
    if (error instanceof TimeRefused && error.code === 'CALENDAR_NEVER_OPEN') return 0;
    throw error;
  }
}

function agrees({ precision }: VectorCase, got: number, accepted: readonly string[]): boolean {
  const grain = precision === 'minute' ? MINUTE : 1;
  return accepted.some((text) => Math.floor(read(text) / grain) === Math.floor(got / grain));
}

function miss(what: 'due' | 'escalation', accepted: readonly string[], got: number): Miss {
  return { what, expected: accepted.join(' or '), got: new Date(got).toISOString() };
}

function pausesOf({ pauses }: VectorCase): Pause[] {
  return (pauses ?? []).map(({ from, to }) => ({ from: read(from), to: read(to) }));
}

function read(text: string): number {
  return parseLocalTime({ text, format: 'ISO', timeZone: 'UTC' });
}

function texts(...all: readonly (string | undefined)[]): string[] {
  return all.filter((text): text is string => text !== undefined);
}
