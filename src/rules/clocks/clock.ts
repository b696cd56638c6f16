import {
  compileCalendar,
  dueAt,
  offsetFromDue,
  usedSeconds,
  type Calendar,
  type CalendarSpec,
  type Pause,
} from '../time';
import type { BankedPause, Clock, ClockMoment, TargetPolicy } from './types';

const compiled = new WeakMap<CalendarSpec, Calendar>();

/** The compiled calendar of a target; compiled once per calendar. Throws CALENDAR_INVALID as `compileCalendar`. */
export function calendarOf(target: TargetPolicy): Calendar {
  let calendar = compiled.get(target.calendar);
  if (!calendar) {
    calendar = compileCalendar(target.calendar);
    compiled.set(target.calendar, calendar);
  }
  return calendar;
}

/** What the time rules need to know of a clock: from when, how much, on which calendar, paused when. */
export const promiseOf = (clock: Pick<Clock, 'startedAt' | 'pauses'>, target: TargetPolicy) => ({
  calendar: calendarOf(target),
  start: clock.startedAt,
  amount: target.amount,
  pauses: clock.pauses as readonly Pause[],
});

/** When a clock is due: what its target gives, or the moment promised by word [A-03][C-07]. */
export function dueOf(
  clock: Pick<Clock, 'startedAt' | 'pauses' | 'promisedAt'>,
  target: TargetPolicy,
): number {
  if (clock.promisedAt !== null && target.promised && target.promised.rule !== 'sooner')
    return clock.promisedAt;
  const reckoned = dueAt(promiseOf(clock, target));
  return clock.promisedAt === null ? reckoned : Math.min(reckoned, clock.promisedAt);
}

export interface StartOfClock {
  readonly target: TargetPolicy;
  readonly documentId: string;
  readonly caseType: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly cycle: number;
  /** Epoch milliseconds from which the promise counts. */
  readonly start: number;
  /** The moment promised by word, if one was, epoch milliseconds. */
  readonly promisedAt?: number | null;
}

/** A clock newly started under `target`, its first moment set [C-09]. */
export function startClock(given: StartOfClock): Clock {
  const { target } = given;
  const promisedAt = given.promisedAt ?? null;
  const due = dueOf({ startedAt: given.start, pauses: [], promisedAt }, target);
  return withNextMoment(
    {
      documentId: given.documentId,
      caseType: given.caseType,
      caseId: given.caseId,
      caseNumber: given.caseNumber,
      name: target.clock,
      cycle: given.cycle,
      targetId: target.id,
      targetVersion: target.version,
      ruleCode: target.rule,
      startedAt: given.start,
      promisedAt,
      dueAt: due,
      pausedAt: null,
      pauseReason: null,
      pauseLimitAt: null,
      pauses: [],
      pausedSeconds: 0,
      usedSeconds: 0,
      stoppedAt: null,
      verdict: null,
      brokenAt: null,
      nextAt: null,
      nextKind: null,
      nextLevel: null,
      fired: [],
    },
    target,
  );
}

export const isOpen = (clock: Clock): boolean => clock.stoppedAt === null;

/**
 * The clock standing still from `at` for a recorded reason, until `limitAt` at most [C-10].
 * A clock that is stopped or already standing still is given back as it is.
 */
export function pauseClock(
  clock: Clock,
  target: TargetPolicy,
  pause: { readonly at: number; readonly reason: string; readonly limitAt: number | null },
): Clock {
  if (!isOpen(clock) || clock.pausedAt !== null) return clock;
  const at = Math.max(pause.at, clock.startedAt);
  return withNextMoment(
    {
      ...clock,
      pausedAt: at,
      pauseReason: pause.reason,
      pauseLimitAt: pause.limitAt === null ? null : Math.max(pause.limitAt, at),
      usedSeconds: usedSeconds({ ...promiseOf(clock, target), until: at }),
    },
    target,
  );
}

/** The clock running again from `at`; the pause is banked and the due time moves by what it took. */
export function resumeClock(clock: Clock, target: TargetPolicy, at: number): Clock {
  if (!isOpen(clock) || clock.pausedAt === null) return clock;
  return withNextMoment(bankPause(clock, target, at), target);
}

/**
 * The clock stopped at `at` with its verdict: kept if that is not later than the due time. A verdict
 * once given stays [C-12].
 */
export function stopClock(clock: Clock, target: TargetPolicy, at: number): Clock {
  if (!isOpen(clock)) return clock;
  const rested = bankPause(clock, target, at);
  const broken = rested.verdict === null && at > rested.dueAt;
  return {
    ...rested,
    stoppedAt: at,
    verdict: rested.verdict ?? (broken ? 'broken' : 'kept'),
    brokenAt: broken ? rested.dueAt : rested.brokenAt,
    usedSeconds: usedSeconds({ ...promiseOf(rested, target), until: Math.max(at, rested.startedAt) }),
    ...noMoment,
  };
}

/** The clock stopped because nothing is owed any more; a breach that has happened stays one [C-12]. */
export function releaseClock(clock: Clock, target: TargetPolicy, at: number): Clock {
  if (!isOpen(clock)) return clock;
  const stopped = stopClock(clock, target, at);
  return stopped.verdict === 'kept' ? { ...stopped, verdict: 'released' } : stopped;
}

/** The promise broken at `at` by an event, before its time ran out ("solved on that visit" [C-02]). */
export function breakClock(clock: Clock, target: TargetPolicy, at: number): Clock {
  if (!isOpen(clock) || clock.verdict !== null) return clock;
  const rested = bankPause(clock, target, at);
  const brokenAt = Math.min(at, rested.dueAt);
  // The moment of the breach is left to the timer: it tells the owner, then climbs the chain [C-11].
  return withNextMoment({ ...rested, verdict: 'broken', brokenAt, dueAt: brokenAt }, target);
}

/**
 * The promise of another class beside a broken one: counted from where `given` says, with what was paused
 * and is paused [C-10]; the broken clock itself stays as it is [C-12].
 */
export function succeedClock(clock: Clock, given: StartOfClock): Clock {
  const { pauses, pausedSeconds, pausedAt, pauseReason, pauseLimitAt } = clock;
  const next = {
    ...startClock(given),
    ...{ pauses, pausedSeconds, pausedAt, pauseReason, pauseLimitAt },
  };
  return withNextMoment({ ...next, dueAt: dueOf(next, given.target) }, given.target);
}

/**
 * The clock under another target, what was used and paused kept [C-10]: counted from `start`
 * (the first report, where the new target counts from there). Only for a clock without a verdict.
 */
export function reaimClock(
  clock: Clock,
  target: TargetPolicy,
  { start, promisedAt }: { readonly start: number; readonly promisedAt: number | null },
): Clock {
  if (!isOpen(clock) || clock.verdict !== null) return clock;
  const moved = {
    ...clock,
    targetId: target.id,
    targetVersion: target.version,
    ruleCode: target.rule,
    startedAt: start,
    promisedAt,
  };
  return withNextMoment({ ...moved, dueAt: dueOf(moved, target) }, target);
}

/** What the office does when a clock's moment has come: the clock after it, and the moment. */
export function fireMoment(clock: Clock, target: TargetPolicy): { clock: Clock; moment: ClockMoment } | null {
  if (clock.nextAt === null || clock.nextKind === null) return null;
  const moment: ClockMoment = { kind: clock.nextKind, level: clock.nextLevel ?? 0, at: clock.nextAt };
  if (moment.kind === 'pause_limit') {
    return { clock: withNextMoment(bankPause(clock, target, moment.at), target), moment };
  }
  const fired = [...clock.fired, keyOf(moment)];
  const breach = moment.kind === 'due' && clock.verdict === null;
  const after: Clock = breach
    ? { ...clock, fired, verdict: 'broken', brokenAt: clock.dueAt }
    : { ...clock, fired };
  return { clock: withNextMoment(after, target), moment };
}

/** Every moment of a clock, in order of time: warnings, the due time, the steps up the chain [C-11]. */
export function momentsOf(clock: Clock, target: TargetPolicy): ClockMoment[] {
  const promise = promiseOf(clock, target);
  const after = (minutes: number) => offsetFromDue(promise.calendar, clock.dueAt, minutes, promise);
  const warnings = target.warnings
    .map((before, index): ClockMoment => ({ kind: 'warn', level: index + 1, at: after(-before) }))
    // A promise shorter than its warning would be "in warning" from birth: such a warning says nothing.
    .filter((moment) => moment.at > clock.startedAt && moment.at < clock.dueAt);
  const steps = target.escalations.map((step, index): ClockMoment => ({
    kind: 'escalate',
    level: index + 1,
    at: after(step.afterMinutes),
  }));
  const due: ClockMoment = { kind: 'due', level: 0, at: clock.dueAt };
  return [...warnings, due, ...steps].sort(
    (a, b) => a.at - b.at || RANK[a.kind] - RANK[b.kind] || a.level - b.level,
  );
}

const RANK = { warn: 0, due: 1, escalate: 2, pause_limit: 3 } as const;
const noMoment = { nextAt: null, nextKind: null, nextLevel: null } as const;
const keyOf = (moment: ClockMoment): string => `${moment.kind}:${moment.level}`;

/** The clock with its next moment worked out: while it stands still only the pause's limit counts. */
function withNextMoment(clock: Clock, target: TargetPolicy): Clock {
  if (!isOpen(clock)) return { ...clock, ...noMoment };
  if (clock.pausedAt !== null) {
    if (clock.pauseLimitAt === null) return { ...clock, ...noMoment };
    return { ...clock, nextAt: clock.pauseLimitAt, nextKind: 'pause_limit', nextLevel: 0 };
  }
  const next = momentsOf(clock, target).find(
    (moment) => !clock.fired.includes(keyOf(moment)) && !(moment.kind === 'warn' && clock.verdict !== null),
  );
  if (!next) return { ...clock, ...noMoment };
  return { ...clock, nextAt: next.at, nextKind: next.kind, nextLevel: next.level };
}

function bankPause(clock: Clock, target: TargetPolicy, at: number): Clock {
  if (clock.pausedAt === null) return clock;
  // A pause ends at its limit, even where the timer comes late.
  const until = Math.max(Math.min(at, clock.pauseLimitAt ?? at), clock.pausedAt);
  const pause: BankedPause = { from: clock.pausedAt, to: until, reason: clock.pauseReason ?? '' };
  const pauses = until > clock.pausedAt ? [...clock.pauses, pause] : clock.pauses;
  const rested: Clock = { ...clock, pausedAt: null, pauseReason: null, pauseLimitAt: null, pauses };
  const promise = promiseOf(rested, target);
  const whole = usedSeconds({ ...promise, pauses: [], until });
  return {
    ...rested,
    // A promise already broken keeps the due time that it missed.
    dueAt: clock.verdict === null ? dueOf(rested, target) : clock.dueAt,
    pausedSeconds: whole - usedSeconds({ ...promise, until }),
  };
}
