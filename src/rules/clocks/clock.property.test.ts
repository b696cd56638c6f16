import fc from 'fast-check';
import { compileCalendar, openSecondsBetween } from '../time';
import {
  breakClock,
  fireMoment,
  isOpen,
  momentsOf,
  pauseClock,
  reaimClock,
  releaseClock,
  resumeClock,
  stopClock,
} from './clock';
import { clockUnder, MINUTE, MORNING, OFFICE_HOURS, ROUND_THE_CLOCK, targetWith } from './promises.fixture';
import type { Clock, ClockMoment, TargetPolicy } from './types';

const minutes = (max: number) => fc.integer({ min: 0, max });
const TWO_WEEKS = 14 * 24 * 60;

/** Any target that a manager could write: unit, calendar, warnings and a chain that climbs in time. */
const anyTarget: fc.Arbitrary<TargetPolicy> = fc
  .record({
    amount: fc.oneof(
      fc.record({
        unit: fc.constantFrom('minutes' as const, 'hours' as const),
        value: fc.integer({ min: 1, max: 200 }),
      }),
      fc.record({
        unit: fc.constantFrom('working_days' as const, 'calendar_days' as const),
        value: fc.integer({ min: 1, max: 12 }),
      }),
      fc.constant({ unit: 'same_day' as const, value: 1 }),
    ),
    calendar: fc.constantFrom(ROUND_THE_CLOCK, OFFICE_HOURS),
    warnings: fc.array(minutes(3000), { maxLength: 3 }),
    steps: fc.array(minutes(3000), { maxLength: 3 }),
  })
  .map(({ steps, ...rest }) =>
    targetWith({
      ...rest,
      escalations: steps
        .sort((a, b) => a - b)
        .map((afterMinutes) => ({ afterMinutes, to: 'supervisor' as const })),
    }),
  );

const anyStart = minutes(TWO_WEEKS).map((after) => MORNING + after * MINUTE);

/** Pauses that do not overlap, in order. */
const anyPauses = fc
  .array(fc.tuple(minutes(2000), fc.integer({ min: 1, max: 2000 })), { maxLength: 5 })
  .map((gaps) => {
    let at = MORNING;
    return gaps.map(([gap, length]) => {
      const from = at + gap * MINUTE;
      at = from + length * MINUTE;
      return { from, to: at };
    });
  });

const restFrom = (clock: Clock, target: TargetPolicy, { from, to }: { from: number; to: number }): Clock =>
  resumeClock(pauseClock(clock, target, { at: from, reason: 'weather', limitAt: null }), target, to);

describe('for any target', () => {
  test('pauses never shorten a promise, and never use any of it', () => {
    fc.assert(
      fc.property(anyTarget, anyPauses, (target, pauses) => {
        let clock = clockUnder(target);
        for (const pause of pauses) {
          const rested = restFrom(clock, target, pause);
          expect(rested.dueAt).toBeGreaterThanOrEqual(clock.dueAt);
          expect(rested.usedSeconds).toBeGreaterThanOrEqual(clock.usedSeconds);
          clock = rested;
        }
      }),
    );
  });

  test('the order in which pauses are banked does not matter', () => {
    fc.assert(
      fc.property(anyTarget, anyPauses, fc.infiniteStream(fc.nat()), (target, pauses, order) => {
        const banked = (list: typeof pauses) =>
          list.reduce((clock, pause) => restFrom(clock, target, pause), clockUnder(target)).dueAt;
        const shuffled = pauses
          .map((pause) => ({ pause, key: order.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ pause }) => pause);
        expect(banked(shuffled)).toBe(banked(pauses));
      }),
    );
  });

  test('the end of a pause moves what is owed by exactly the open seconds of the pause', () => {
    const calendar = compileCalendar(OFFICE_HOURS);
    const anyHours = fc.integer({ min: 1, max: 80 });
    fc.assert(
      fc.property(anyHours, anyStart, minutes(3000), minutes(3000), (value, start, gap, length) => {
        const target = targetWith({ amount: { unit: 'hours', value }, calendar: OFFICE_HOURS });
        const before = clockUnder(target, start);
        const [from, to] = [start + gap * MINUTE, start + (gap + length) * MINUTE];
        fc.pre(to <= before.dueAt);
        const after = restFrom(before, target, { from, to });
        const open = openSecondsBetween(calendar, from, to);
        expect(openSecondsBetween(calendar, before.dueAt, after.dueAt)).toBe(open);
        expect(after.pausedSeconds).toBe(open);
      }),
    );
  });

  test('what is stopped in time is kept, what is stopped later is broken', () => {
    fc.assert(
      fc.property(
        anyTarget,
        anyPauses,
        fc.integer({ min: -5_000_000, max: 5_000_000 }),
        (target, pauses, off) => {
          const clock = pauses.reduce((held, pause) => restFrom(held, target, pause), clockUnder(target));
          const at = clock.dueAt + off;
          const stopped = stopClock(clock, target, at);
          expect(stopped.verdict).toBe(at <= clock.dueAt ? 'kept' : 'broken');
          expect(stopped.brokenAt).toBe(at <= clock.dueAt ? null : clock.dueAt);
          expect(stopped.nextAt).toBeNull();
        },
      ),
    );
  });

  test('[C-11] a warning comes after the start and before the due time', () => {
    fc.assert(
      fc.property(anyTarget, anyPauses, (target, pauses) => {
        const clock = pauses.reduce((held, pause) => restFrom(held, target, pause), clockUnder(target));
        for (const { at } of momentsOf(clock, target).filter(({ kind }) => kind === 'warn')) {
          expect(at).toBeGreaterThan(clock.startedAt);
          expect(at).toBeLessThan(clock.dueAt);
        }
      }),
    );
  });

  test('[C-11] the timer acts on each moment once and in order, however it is called', () => {
    fc.assert(
      fc.property(anyTarget, fc.array(minutes(20_000), { maxLength: 20 }), (target, looks) => {
        let clock = clockUnder(target);
        const fired: ClockMoment[] = [];
        for (const look of [...looks.sort((a, b) => a - b), 400_000]) {
          while (clock.nextAt !== null && clock.nextAt <= MORNING + look * MINUTE) {
            const step = fireMoment(clock, target);
            if (!step) break;
            fired.push(step.moment);
            clock = step.clock;
          }
        }
        expect(fired).toEqual(momentsOf(clockUnder(target), target));
        expect(new Set(clock.fired).size).toBe(clock.fired.length);
        expect(clock).toMatchObject({ verdict: 'broken', nextAt: null });
      }),
    );
  });

  test('[C-10] another class keeps the first start and what was paused', () => {
    fc.assert(
      fc.property(anyTarget, anyTarget, anyPauses, (target, other, pauses) => {
        const clock = pauses.reduce((held, pause) => restFrom(held, target, pause), clockUnder(target));
        const moved = reaimClock(
          clock,
          { ...other, id: 'other' },
          { start: clock.startedAt, promisedAt: null },
        );
        expect(moved).toMatchObject({ startedAt: MORNING, pauses: clock.pauses, targetId: 'other' });
        const alike = pauses.reduce((held, pause) => restFrom(held, other, pause), clockUnder(other));
        expect(moved.dueAt).toBe(alike.dueAt);
      }),
    );
  });
});

/** What can be done to a clock, with moments that need not be in order. */
type Step = readonly [name: string, minute: number, more: number];
const anyStep: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom('fire', 'fire', 'pause', 'resume', 'stop', 'release', 'break', 'reaim'),
  minutes(20_000),
  minutes(20_000),
);

function performStep(clock: Clock, target: TargetPolicy, [name, minute, more]: Step): Clock {
  const at = MORNING + minute * MINUTE;
  if (name === 'fire') return fireMoment(clock, target)?.clock ?? clock;
  if (name === 'pause') {
    const limitAt = more % 2 ? at + more * MINUTE : null;
    return pauseClock(clock, target, { at, reason: 'weather', limitAt });
  }
  if (name === 'resume') return resumeClock(clock, target, at);
  if (name === 'stop') return stopClock(clock, target, at);
  if (name === 'release') return releaseClock(clock, target, at);
  if (name === 'break') return breakClock(clock, target, at);
  return reaimClock(clock, target, { start: MORNING - more * MINUTE, promisedAt: null });
}

describe('whatever is done to a clock', () => {
  test('[C-12] a verdict once given is never changed, nor the moment of a breach', () => {
    fc.assert(
      fc.property(anyTarget, fc.array(anyStep, { maxLength: 30 }), (target, steps) => {
        let clock = clockUnder(target);
        for (const step of steps) {
          const after = performStep(clock, target, step);
          if (clock.verdict !== null) {
            expect([after.verdict, after.brokenAt, after.dueAt]).toEqual([
              clock.verdict,
              clock.brokenAt,
              clock.dueAt,
            ]);
          }
          if (!isOpen(clock)) expect(after).toBe(clock);
          clock = after;
        }
      }),
      { numRuns: 300 },
    );
  });

  test('[C-11] no moment fires twice, a stopped clock has none to come, a breach has its moment', () => {
    fc.assert(
      fc.property(anyTarget, fc.array(anyStep, { maxLength: 30 }), (target, steps) => {
        const clock = steps.reduce((held, step) => performStep(held, target, step), clockUnder(target));
        expect(new Set(clock.fired).size).toBe(clock.fired.length);
        if (!isOpen(clock)) expect([clock.nextAt, clock.pausedAt]).toEqual([null, null]);
        expect(clock.verdict === 'broken').toBe(clock.brokenAt !== null);
        expect((clock.nextAt === null) === (clock.nextKind === null)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('a pause is never longer than its limit', () => {
    fc.assert(
      fc.property(anyTarget, minutes(5000), minutes(5000), minutes(20_000), (target, from, limit, end) => {
        const at = MORNING + from * MINUTE;
        const rested = pauseClock(clockUnder(target), target, {
          at,
          reason: 'weather',
          limitAt: at + limit * MINUTE,
        });
        const ended = resumeClock(rested, target, at + end * MINUTE);
        for (const pause of ended.pauses) expect(pause.to - pause.from).toBe(Math.min(limit, end) * MINUTE);
        expect(ended.dueAt - clockUnder(target).dueAt).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
