import {
  breakClock,
  fireMoment,
  momentsOf,
  pauseClock,
  reaimClock,
  releaseClock,
  resumeClock,
  stopClock,
  succeedClock,
} from './clock';
import { clockUnder, HOUR, MINUTE, MORNING, OFFICE_HOURS, targetWith } from './promises.fixture';
import type { Clock, TargetPolicy } from './types';

const target = targetWith();
const DUE = MORNING + 48 * HOUR;
const paused = (at: number, limitAt: number | null = null): Clock =>
  pauseClock(clockUnder(target), target, { at, reason: 'requester_absent', limitAt });

/** Everything that comes due until `until`, one moment after the other, and the clock after it. */
function timerUntil(clock: Clock, under: TargetPolicy, until: number) {
  const fired: string[] = [];
  let current = clock;
  while (current.nextAt !== null && current.nextAt <= until) {
    const step = fireMoment(current, under);
    if (!step) break;
    fired.push(`${step.moment.kind}:${step.moment.level}@${(step.moment.at - MORNING) / HOUR}`);
    current = step.clock;
  }
  return { clock: current, fired };
}

describe('a promise', () => {
  test('[C-03] counts from the first report, and warns before anything else', () => {
    expect(clockUnder(target)).toMatchObject({
      startedAt: MORNING,
      dueAt: DUE,
      nextAt: DUE - 4 * HOUR,
      nextKind: 'warn',
      nextLevel: 1,
      verdict: null,
      ruleCode: 'C-03',
    });
  });

  test('stopped when it is due is kept, a millisecond later it is broken', () => {
    expect(stopClock(clockUnder(target), target, DUE)).toMatchObject({
      verdict: 'kept',
      brokenAt: null,
      nextAt: null,
      usedSeconds: 48 * 3600,
    });
    expect(stopClock(clockUnder(target), target, DUE + 1)).toMatchObject({
      verdict: 'broken',
      brokenAt: DUE,
    });
  });

  test('stopped before it began counts as kept, with nothing used', () => {
    expect(stopClock(clockUnder(target), target, MORNING - HOUR)).toMatchObject({
      verdict: 'kept',
      usedSeconds: 0,
    });
  });

  test('[C-12] once stopped is never touched again', () => {
    const stopped = stopClock(clockUnder(target), target, DUE);
    const pause = { at: DUE, reason: 'requester_absent', limitAt: null };
    expect(stopClock(stopped, target, DUE + HOUR)).toBe(stopped);
    expect(releaseClock(stopped, target, DUE)).toBe(stopped);
    expect(breakClock(stopped, target, DUE)).toBe(stopped);
    expect(pauseClock(stopped, target, pause)).toBe(stopped);
    expect(resumeClock(stopped, target, DUE)).toBe(stopped);
    expect(reaimClock(stopped, target, { start: MORNING, promisedAt: null })).toBe(stopped);
    expect(fireMoment(stopped, target)).toBeNull();
  });

  test('no longer owed is released; [C-12] one that is broken stays broken', () => {
    expect(releaseClock(clockUnder(target), target, DUE).verdict).toBe('released');
    expect(releaseClock(clockUnder(target), target, DUE + 1).verdict).toBe('broken');
  });
});

describe('a pause', () => {
  test('[C-10] moves the due time by exactly what it took', () => {
    const clock = resumeClock(paused(MORNING + HOUR), target, MORNING + 3 * HOUR);
    expect(clock).toMatchObject({ dueAt: DUE + 2 * HOUR, pausedSeconds: 7200, pausedAt: null });
    expect(clock.pauses).toEqual([
      { from: MORNING + HOUR, to: MORNING + 3 * HOUR, reason: 'requester_absent' },
    ]);
  });

  test('[C-10] over closed hours takes open time only', () => {
    const office = targetWith({ amount: { value: 8, unit: 'hours' }, calendar: OFFICE_HOURS });
    const friday = Date.parse('2026-05-15T09:00:00Z');
    const monday = Date.parse('2026-05-18T01:30:00Z');
    const clock = pauseClock(clockUnder(office, friday - 3 * HOUR), office, {
      at: friday,
      reason: 'requester_absent',
      limitAt: null,
    });
    // 17:00 on Friday to 09:30 on Monday: half an hour and an hour of it are open.
    expect(resumeClock(clock, office, monday).pausedSeconds).toBe(90 * 60);
  });

  test('lets no moment come but its own limit', () => {
    expect(paused(MORNING + HOUR)).toMatchObject({ nextAt: null, nextKind: null });
    expect(paused(MORNING + HOUR, MORNING + 2 * HOUR)).toMatchObject({
      nextAt: MORNING + 2 * HOUR,
      nextKind: 'pause_limit',
    });
  });

  test('[C-10] ends by itself at its limit, and the clock runs on', () => {
    const { clock, fired } = timerUntil(paused(MORNING + HOUR, MORNING + 2 * HOUR), target, DUE - 3 * HOUR);
    expect(fired).toEqual(['pause_limit:0@2', 'warn:1@45']);
    expect(clock).toMatchObject({ pausedAt: null, dueAt: DUE + HOUR });
  });

  test('[C-10] is not longer than its limit, however late the timer or the end comes', () => {
    const clock = resumeClock(paused(MORNING + HOUR, MORNING + 2 * HOUR), target, MORNING + 9 * HOUR);
    expect(clock).toMatchObject({ dueAt: DUE + HOUR, pausedSeconds: 3600 });
    const stopped = stopClock(paused(MORNING + HOUR, MORNING + 2 * HOUR), target, DUE + 2 * HOUR);
    expect(stopped).toMatchObject({ verdict: 'broken', brokenAt: DUE + HOUR });
  });

  test('within a pause changes nothing, and the end of none neither', () => {
    const once = paused(MORNING + HOUR);
    expect(pauseClock(once, target, { at: MORNING + 2 * HOUR, reason: 'weather', limitAt: null })).toBe(once);
    const running = clockUnder(target);
    expect(resumeClock(running, target, MORNING + HOUR)).toBe(running);
  });

  test('that ends as it begins leaves no trace', () => {
    const clock = resumeClock(paused(MORNING + HOUR), target, MORNING + HOUR);
    expect(clock).toMatchObject({ pauses: [], dueAt: DUE, pausedSeconds: 0 });
  });

  test('said to begin before the promise begins with it, its limit not before itself', () => {
    expect(paused(MORNING - HOUR, MORNING - 30 * MINUTE)).toMatchObject({
      pausedAt: MORNING,
      pauseLimitAt: MORNING,
    });
  });

  test('[C-12] of a broken promise does not move the due time that it missed', () => {
    const { clock } = timerUntil(clockUnder(target), target, DUE);
    const rested = pauseClock(clock, target, { at: DUE + HOUR, reason: 'weather', limitAt: null });
    expect(resumeClock(rested, target, DUE + 5 * HOUR)).toMatchObject({ dueAt: DUE, verdict: 'broken' });
  });
});

describe('the timer', () => {
  test('[C-11] warns, then gives the verdict, then climbs the chain, each once and in order', () => {
    const { clock, fired } = timerUntil(clockUnder(target), target, DUE + 100 * HOUR);
    expect(fired).toEqual(['warn:1@44', 'due:0@48', 'escalate:1@48', 'escalate:2@50', 'escalate:3@56']);
    expect(clock).toMatchObject({ verdict: 'broken', brokenAt: DUE, stoppedAt: null, nextAt: null });
  });

  test('[C-11] stops climbing when the work is done', () => {
    const { clock } = timerUntil(clockUnder(target), target, DUE);
    expect(stopClock(clock, target, DUE + HOUR)).toMatchObject({
      verdict: 'broken',
      brokenAt: DUE,
      nextAt: null,
    });
  });

  test('does not warn of a promise shorter than its warning', () => {
    const short = targetWith({ amount: { value: 15, unit: 'minutes' }, warnings: [15, 20, 5] });
    expect(momentsOf(clockUnder(short), short).filter(({ kind }) => kind === 'warn')).toEqual([
      { kind: 'warn', level: 3, at: MORNING + 10 * MINUTE },
    ]);
  });

  test('orders what falls on one moment: warning, verdict, then the steps of the chain', () => {
    const steps = targetWith({
      escalations: [
        { afterMinutes: 0, to: 'supervisor' },
        { afterMinutes: 0, to: 'department_head' },
      ],
    });
    expect(momentsOf(clockUnder(steps), steps).map(({ kind, level }) => `${kind}:${level}`)).toEqual([
      'warn:1',
      'due:0',
      'escalate:1',
      'escalate:2',
    ]);
  });

  test('takes a step before the due time where the office wants one', () => {
    const early = targetWith({ escalations: [{ afterMinutes: -60, to: 'supervisor' }] });
    expect(timerUntil(clockUnder(early), early, DUE).fired).toEqual([
      'warn:1@44',
      'escalate:1@47',
      'due:0@48',
    ]);
  });

  test('has nothing to do with a clock whose moment names no kind', () => {
    expect(fireMoment({ ...clockUnder(target), nextKind: null }, target)).toBeNull();
    const unlevelled = fireMoment({ ...clockUnder(target), nextKind: 'due', nextLevel: null }, target);
    expect(unlevelled?.moment.level).toBe(0);
  });
});

describe('a promise broken by an event', () => {
  const visit = targetWith({ amount: { value: 1, unit: 'same_visit' }, warnings: [] });

  test('[C-02] is broken when the technician leaves, not when the day ends', () => {
    const clock = breakClock(clockUnder(visit), visit, MORNING + HOUR);
    expect(clock).toMatchObject({ verdict: 'broken', brokenAt: MORNING + HOUR, dueAt: MORNING + HOUR });
    expect(clock.stoppedAt).toBeNull();
  });

  test('[C-11] is told to its owner first and then climbs, each step once', () => {
    const clock = breakClock(clockUnder(visit), visit, MORNING + HOUR);
    const { fired, clock: after } = timerUntil(clock, visit, MORNING + 24 * HOUR);
    expect(fired).toEqual(['due:0@1', 'escalate:1@1', 'escalate:2@3', 'escalate:3@9']);
    expect(after).toMatchObject({ verdict: 'broken', brokenAt: MORNING + HOUR });
  });

  test('[C-12] is not broken a second time, nor mended', () => {
    const clock = breakClock(clockUnder(visit), visit, MORNING + HOUR);
    expect(breakClock(clock, visit, MORNING + 2 * HOUR)).toBe(clock);
    expect(stopClock(clock, visit, MORNING + 2 * HOUR)).toMatchObject({
      verdict: 'broken',
      brokenAt: MORNING + HOUR,
    });
  });

  test('after its due time was broken when it was due', () => {
    expect(breakClock(clockUnder(target), target, DUE + HOUR)).toMatchObject({ brokenAt: DUE, dueAt: DUE });
  });

  test('is broken in a pause too, which ends with it', () => {
    const clock = breakClock(paused(MORNING + HOUR), target, MORNING + 2 * HOUR);
    expect(clock).toMatchObject({ verdict: 'broken', pausedAt: null, brokenAt: MORNING + 2 * HOUR });
  });
});

describe('another class', () => {
  const major = targetWith({ code: 'solve-72', rule: 'C-04', amount: { value: 72, unit: 'hours' } });

  test('[C-04][C-10] takes the new target from the first report, with what was paused', () => {
    const rested = resumeClock(paused(MORNING + HOUR), target, MORNING + 3 * HOUR);
    expect(reaimClock(rested, major, { start: MORNING, promisedAt: null })).toMatchObject({
      targetId: 'solve-72',
      ruleCode: 'C-04',
      startedAt: MORNING,
      dueAt: MORNING + 74 * HOUR,
      pausedSeconds: 7200,
    });
  });

  test('[C-12] leaves a broken promise alone, and sets the new one beside it', () => {
    const rested = resumeClock(paused(MORNING + HOUR), target, MORNING + 3 * HOUR);
    const { clock: broken } = timerUntil(rested, target, DUE + 2 * HOUR);
    expect(reaimClock(broken, major, { start: MORNING, promisedAt: null })).toBe(broken);
    const next = succeedClock(broken, {
      target: major,
      documentId: 'clock2',
      caseType: 'ticket',
      caseId: 'case1',
      caseNumber: 'WX-20260509-0001',
      cycle: 1,
      start: MORNING,
    });
    expect(next).toMatchObject({
      documentId: 'clock2',
      verdict: null,
      dueAt: MORNING + 74 * HOUR,
      pausedSeconds: 7200,
      fired: [],
    });
    expect(next.pauses).toEqual(broken.pauses);
  });
});
