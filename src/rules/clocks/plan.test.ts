import { fireMoment, pauseClock, releaseClock } from './clock';
import { planClocks } from './plan';
import { clockUnder, FACTS, HOUR, MINUTE, MORNING, planOf, targetWith } from './promises.fixture';
import type { Clock, TargetPolicy } from './types';

const ordinary = targetWith({
  code: 'solve-visit',
  rule: 'C-02',
  conditions: { faultClass: 'ordinary' },
  startsOn: 'dispatch-order.arrive',
  stopsOn: ['dispatch-order.finish'],
  breaksOn: ['dispatch-order.pause'],
  amount: { value: 1, unit: 'same_visit' },
  pauses: [],
  warnings: [],
});
const missingPart = targetWith({
  code: 'solve-part',
  conditions: { faultClass: 'missing_part' },
  stopsOn: ['dispatch-order.finish', 'ticket.complete'],
  pauses: [
    { stage: 'dispatch-order.paused', reasons: ['requester_absent'], maxMinutes: 60 },
    { stage: 'ticket.waiting', reasons: ['requester_absent'], maxMinutes: null },
  ],
});
const major = targetWith({
  code: 'solve-major',
  rule: 'C-04',
  conditions: { faultClass: 'major' },
  amount: { value: 72, unit: 'hours' },
});
const targets = [ordinary, missingPart, major];

const facts = (faultClass: string) => ({ ...FACTS, faultClass });
const one = (clocks: readonly Clock[]): Clock => {
  expect(clocks).toHaveLength(1);
  return clocks[0] as Clock;
};
const fireAll = (clock: Clock, target: TargetPolicy, until: number): Clock => {
  let current = clock;
  while (current.nextAt !== null && current.nextAt <= until) {
    current = fireMoment(current, target)?.clock ?? current;
  }
  return current;
};

const waiting = (pauseReason: string, more: object = {}) => ({
  name: 'ticket.wait',
  fromStage: 'registered',
  toStage: 'waiting',
  at: MORNING + HOUR,
  pauseReason,
  ...more,
});

describe('an event', () => {
  test('starts the promises that hold, from where it says', () => {
    const made = one(
      planClocks(planOf({ on: { factsBefore: null, cycleSinceBefore: null, cycleSince: MORNING } })),
    );
    expect(made).toMatchObject({ documentId: 'new1', startedAt: MORNING, caseNumber: 'WX-20260509-0001' });
    expect(planClocks(planOf({ targets: [ordinary] }))).toEqual([]);
  });

  test('[C-02] starts the visit when the technician arrives', () => {
    const event = { name: 'dispatch-order.arrive', type: 'dispatch-order', at: MORNING + HOUR };
    expect(one(planClocks(planOf({ targets, event }))).startedAt).toBe(MORNING + HOUR);
  });

  test('starts no second clock of a promise in the same cycle', () => {
    const clocks = [clockUnder(targetWith())];
    expect(planClocks(planOf({ clocks }))).toEqual(clocks);
  });

  test('stops what it stops, and leaves alone what it does not concern', () => {
    const clocks = [clockUnder(targetWith())];
    const done = { name: 'ticket.complete', fromStage: 'assigned', toStage: 'completed', at: MORNING + HOUR };
    expect(one(planClocks(planOf({ clocks, event: done })))).toMatchObject({
      verdict: 'kept',
      stoppedAt: MORNING + HOUR,
    });
    const noted = { name: 'ticket.assign', fromStage: 'registered', toStage: 'assigned' };
    expect(planClocks(planOf({ clocks, event: noted }))[0]).toBe(clocks[0]);
  });

  test('[C-02] breaks the promise of that visit when the technician leaves', () => {
    const clocks = [clockUnder(ordinary)];
    const left = {
      name: 'dispatch-order.pause',
      type: 'dispatch-order',
      fromStage: 'working',
      toStage: 'paused',
      at: MORNING + HOUR,
      pauseReason: 'weather',
    };
    expect(one(planClocks(planOf({ clocks, targets, event: left })))).toMatchObject({
      verdict: 'broken',
      brokenAt: MORNING + HOUR,
      stoppedAt: null,
      pausedAt: null,
    });
  });

  test('of the end releases what still runs', () => {
    const closed = { name: 'ticket.cancel', fromStage: 'assigned', toStage: 'cancelled', at: MORNING + HOUR };
    const clocks = [clockUnder(targetWith()), releaseClock(clockUnder(targetWith()), targetWith(), MORNING)];
    const after = planClocks(planOf({ clocks, event: closed, on: { ended: true } }));
    expect(after.map(({ verdict }) => verdict)).toEqual(['released', 'released']);
    expect(after[1]).toBe(clocks[1]);
  });
});

describe('[C-10] a pause', () => {
  test('is for an allowed reason only', () => {
    const clocks = [clockUnder(targetWith())];
    expect(planClocks(planOf({ clocks, event: waiting('weather') }))[0]).toBe(clocks[0]);
    expect(one(planClocks(planOf({ clocks, event: waiting('requester_absent') })))).toMatchObject({
      pausedAt: MORNING + HOUR,
      pauseReason: 'requester_absent',
    });
  });

  test('lasts to the limit of the target, or as long as was said if that is less', () => {
    const clocks = [clockUnder(targetWith())];
    const limit = (more: object, under = targetWith()) =>
      one(planClocks(planOf({ clocks, targets: [under], event: waiting('requester_absent', more) })))
        .pauseLimitAt;
    expect(limit({})).toBe(MORNING + 25 * HOUR);
    expect(limit({ pauseUntil: MORNING + 3 * HOUR })).toBe(MORNING + 3 * HOUR);
    expect(limit({ pauseUntil: MORNING + 300 * HOUR })).toBe(MORNING + 25 * HOUR);
    const unlimited = targetWith({
      pauses: [{ stage: 'ticket.waiting', reasons: ['requester_absent'], maxMinutes: null }],
    });
    expect(limit({}, unlimited)).toBeNull();
    expect(limit({ pauseUntil: MORNING + 3 * HOUR }, unlimited)).toBe(MORNING + 3 * HOUR);
  });

  test('ends when its stage is left, by whatever action', () => {
    const clocks = planClocks(
      planOf({ clocks: [clockUnder(targetWith())], event: waiting('requester_absent') }),
    );
    const left = {
      name: 'ticket.dispatch',
      fromStage: 'waiting',
      toStage: 'assigned',
      at: MORNING + 2 * HOUR,
    };
    expect(one(planClocks(planOf({ clocks, event: left })))).toMatchObject({
      pausedAt: null,
      pausedSeconds: 3600,
      dueAt: MORNING + 49 * HOUR,
    });
  });

  test('is not ended by what leaves the stage as it is', () => {
    const clocks = planClocks(
      planOf({ clocks: [clockUnder(targetWith())], event: waiting('requester_absent') }),
    );
    const edited = {
      name: 'ticket.edit',
      fromStage: 'waiting',
      toStage: 'waiting',
      pauseReason: 'requester_absent',
    };
    expect(planClocks(planOf({ clocks, event: edited }))[0]).toBe(clocks[0]);
  });
});

describe('another class', () => {
  const reclass = {
    name: 'ticket.reclass',
    fromStage: 'assigned',
    toStage: 'assigned',
    at: MORNING + 5 * HOUR,
  };
  const from = (before: string, after: string, more: object = {}) =>
    ({ factsBefore: facts(before), facts: facts(after), ...more }) as const;

  test('[C-03] an ordinary fault that lacks a part is owed within 48 hours of the first report', () => {
    const clocks = [clockUnder(ordinary, MORNING + HOUR)];
    const plan = planOf({ clocks, targets, event: reclass, on: from('ordinary', 'missing_part') });
    expect(one(planClocks(plan))).toMatchObject({
      documentId: 'clock1',
      targetId: 'solve-part',
      startedAt: MORNING,
      dueAt: MORNING + 48 * HOUR,
      verdict: null,
    });
  });

  test('[C-03] starts the new promise where none ran yet, from the first report', () => {
    const plan = planOf({ targets, event: reclass, on: from('ordinary', 'missing_part') });
    expect(one(planClocks(plan))).toMatchObject({ startedAt: MORNING, targetId: 'solve-part' });
  });

  test('[C-12] leaves the breach on record and sets the new promise beside it, with what was paused', () => {
    const rested = {
      ...clockUnder(missingPart),
      pauses: [{ from: MORNING, to: MORNING + HOUR, reason: 'weather' }],
    };
    const broken = fireAll(rested, missingPart, MORNING + 60 * HOUR);
    const plan = planOf({
      clocks: [broken],
      targets,
      event: { ...reclass, at: MORNING + 60 * HOUR },
      on: from('missing_part', 'major'),
    });
    const [old, next] = planClocks(plan);
    expect(old).toMatchObject({
      verdict: 'broken',
      stoppedAt: MORNING + 60 * HOUR,
      brokenAt: broken.brokenAt,
    });
    expect(next).toMatchObject({
      verdict: null,
      startedAt: MORNING,
      dueAt: MORNING + 73 * HOUR,
      targetId: 'solve-major',
    });
  });

  test('[C-10] ends a pause that the new target does not allow, and keeps one that it does', () => {
    const pause = { at: MORNING + HOUR, reason: 'requester_absent', limitAt: null };
    const clocks = [pauseClock(clockUnder(missingPart), missingPart, pause)];
    const kept = planOf({ clocks, targets, event: reclass, on: from('missing_part', 'major') });
    expect(one(planClocks(kept)).pausedAt).toBe(MORNING + HOUR);
    const strict = { ...major, pauses: [] };
    const ended = planOf({
      clocks,
      targets: [missingPart, strict],
      event: reclass,
      on: from('missing_part', 'major'),
    });
    expect(one(planClocks(ended))).toMatchObject({ pausedAt: null, pausedSeconds: 4 * 3600 });
  });

  test('releases a promise that no longer holds for it', () => {
    const clocks = [clockUnder(missingPart)];
    const plan = planOf({
      clocks,
      targets: [missingPart],
      event: reclass,
      on: from('missing_part', 'difficult'),
    });
    expect(one(planClocks(plan)).verdict).toBe('released');
  });

  test('counts a promise of the visit from that visit, or from now where it was not yet made', () => {
    const other = {
      ...ordinary,
      id: 'urgent',
      code: 'urgent',
      conditions: { ...ordinary.conditions, urgency: 'urgent' },
    };
    const onUrgent = { factsBefore: FACTS, facts: { ...FACTS, urgency: 'urgent' } };
    const same = planOf({
      clocks: [clockUnder(ordinary, MORNING + HOUR)],
      targets: [ordinary, other],
      event: reclass,
      on: onUrgent,
    });
    expect(one(planClocks(same)).startedAt).toBe(MORNING + HOUR);
    const back = planOf({
      clocks: [clockUnder(missingPart)],
      targets,
      event: reclass,
      on: from('missing_part', 'ordinary'),
    });
    expect(one(planClocks(back)).startedAt).toBe(MORNING + 5 * HOUR);
  });

  test.each(['kind', 'faultClass', 'urgency', 'nature'] as const)('by %s has its own target', (name) => {
    const changed = targetWith({ code: 'changed', conditions: { [name]: 'other' } });
    const on = { factsBefore: FACTS, facts: { ...FACTS, [name]: 'other' } };
    const plan = planOf({
      clocks: [clockUnder(targetWith())],
      targets: [targetWith(), changed],
      event: reclass,
      on,
    });
    expect(one(planClocks(plan)).targetId).toBe('changed');
  });

  test('by category has its own target; under the same target nothing moves', () => {
    const changed = targetWith({ code: 'changed', conditions: { category: 'pumps' } });
    const on = { factsBefore: FACTS, facts: { ...FACTS, categories: ['pumps'] } };
    const clocks = [clockUnder(targetWith())];
    const plan = planOf({ clocks, targets: [targetWith(), changed], event: reclass, on });
    expect(one(planClocks(plan)).targetId).toBe('changed');
    expect(planClocks(planOf({ clocks, event: reclass, on }))[0]).toBe(clocks[0]);
  });
});

describe('a moment put right', () => {
  test('[D-02] moves the promise that counts from it, and no other', () => {
    const later = { cycleSince: MORNING + 6 * HOUR, cycleSinceBefore: MORNING };
    const event = { name: 'return-visit.recount', at: MORNING + 7 * HOUR };
    const clocks = [clockUnder(targetWith())];
    expect(one(planClocks(planOf({ clocks, event, on: later })))).toMatchObject({
      startedAt: MORNING + 6 * HOUR,
      dueAt: MORNING + 54 * HOUR,
    });
    const elsewhere = targetWith({ startsOn: 'dispatch-order.arrive' });
    const unmoved = [clockUnder(elsewhere)];
    expect(planClocks(planOf({ clocks: unmoved, targets: [elsewhere], event, on: later }))[0]).toBe(
      unmoved[0],
    );
  });
});

describe('a moment promised by word', () => {
  const reply = targetWith({
    code: 'reply',
    rule: 'A-03',
    clock: 'reply',
    promised: { field: 'promisedReplyAt', rule: 'instead' },
  });
  const start = (target: TargetPolicy, at: number | null) =>
    one(
      planClocks(
        planOf({
          targets: [target],
          on: { factsBefore: null, cycleSinceBefore: null, momentIn: () => at },
        }),
      ),
    );

  test('[A-03] is when the clock is due; without one the amount counts', () => {
    expect(start(reply, MORNING + 3 * HOUR)).toMatchObject({ dueAt: MORNING + 3 * HOUR, nextKind: 'due' });
    expect(start(reply, null)).toMatchObject({ dueAt: MORNING + 48 * HOUR, promisedAt: null });
  });

  test('[C-07] counts where it comes sooner than the target', () => {
    const sooner = { ...reply, promised: { field: 'wantedAt', rule: 'sooner' } as const };
    expect(start(sooner, MORNING + 3 * HOUR).dueAt).toBe(MORNING + 3 * HOUR);
    expect(start(sooner, MORNING + 90 * HOUR).dueAt).toBe(MORNING + 48 * HOUR);
  });

  test('moves the running clock when it is agreed anew, never one with a verdict', () => {
    const clock = start(reply, MORNING + 3 * HOUR);
    const anew = (held: Clock) =>
      one(
        planClocks(
          planOf({
            clocks: [held],
            targets: [reply],
            event: { name: 'ticket.edit', fromStage: 'registered', toStage: 'registered' },
            on: { momentIn: () => MORNING + 5 * HOUR },
          }),
        ),
      );
    expect(anew(clock).dueAt).toBe(MORNING + 5 * HOUR);
    const broken = fireAll(clock, reply, MORNING + 3 * HOUR);
    expect(anew(broken)).toBe(broken);
  });
});

test('[C-02] nobody at home takes the promise back; the next arrival makes it anew', () => {
  const visit = targetWith({ ...ordinary, releasesOn: ['dispatch-order.no_access'] });
  const event = { type: 'dispatch-order', fromStage: 'accepted', toStage: 'arrived' };
  const arrive = (clocks: readonly Clock[], at: number) =>
    planClocks(planOf({ clocks, targets: [visit], event: { ...event, name: 'dispatch-order.arrive', at } }));
  const noAccess = { ...event, name: 'dispatch-order.no_access', at: MORNING + MINUTE };
  const first = arrive([], MORNING);
  const released = planClocks(planOf({ clocks: first, targets: [visit], event: noAccess }));
  expect(one(released)).toMatchObject({ verdict: 'released', stoppedAt: MORNING + MINUTE });
  const second = arrive(released, MORNING + 24 * HOUR);
  expect(second).toHaveLength(2);
  expect(second[1]).toMatchObject({ startedAt: MORNING + 24 * HOUR, verdict: null });
});

describe('a reopening', () => {
  const reopened = {
    name: 'ticket.reopen',
    fromStage: 'completed',
    toStage: 'registered',
    at: MORNING + 50 * HOUR,
  };
  const on = { newCycle: true, cycle: 2, cycleSince: MORNING + 50 * HOUR };

  test('[C-12] closes the old cycle with its verdict and starts another', () => {
    const broken = fireAll(clockUnder(targetWith()), targetWith(), MORNING + 48 * HOUR);
    const [old, next] = planClocks(planOf({ clocks: [broken], event: reopened, on }));
    expect(old).toMatchObject({ cycle: 1, verdict: 'broken', stoppedAt: MORNING + 50 * HOUR });
    expect(next).toMatchObject({ cycle: 2, verdict: null, startedAt: MORNING + 50 * HOUR });
  });

  test('leaves a later reclassing of the new cycle nothing of the old to change', () => {
    const stopped = releaseClock(clockUnder(missingPart), missingPart, MORNING + MINUTE);
    const open = { ...clockUnder(missingPart), documentId: 'old', cycle: 1 };
    const plan = planOf({
      clocks: [stopped, open],
      targets,
      event: { name: 'ticket.reclass', fromStage: 'assigned', toStage: 'assigned', at: MORNING + 60 * HOUR },
      on: {
        cycle: 2,
        cycleSince: MORNING + 50 * HOUR,
        factsBefore: facts('missing_part'),
        facts: facts('major'),
      },
    });
    const after = planClocks(plan);
    expect(after[0]).toBe(stopped);
    expect(after[1]).toBe(open);
    expect(after[2]).toMatchObject({ cycle: 2, targetId: 'solve-major', startedAt: MORNING + 50 * HOUR });
  });
});
