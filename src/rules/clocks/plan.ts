import {
  breakClock,
  isOpen,
  pauseClock,
  reaimClock,
  releaseClock,
  resumeClock,
  startClock,
  stopClock,
  succeedClock,
  type StartOfClock,
} from './clock';
import { CONDITIONS, targetsFor, type CaseFacts } from './targets';
import type { Clock, PauseRule, TargetPolicy } from './types';

/** What happened, as far as clocks care. */
export interface ClockEvent {
  /** `type.action`, e.g. 'dispatch-order.arrive'. */
  readonly name: string;
  /** The record type that it happened on. */
  readonly type: string;
  readonly fromStage: string;
  readonly toStage: string;
  /** When it happened, epoch milliseconds. */
  readonly at: number;
  /** Why the work rests, where the action says so. */
  readonly pauseReason: string | null;
  /** Until when it may rest, epoch milliseconds. */
  readonly pauseUntil: number | null;
}

/** The case whose clocks are looked at: the one the event happened on, or the one it belongs to. */
export interface ClockedCase {
  readonly type: string;
  readonly documentId: string;
  readonly number: string;
  readonly cycle: number;
  /** Epoch milliseconds from which this cycle counts: the first report, or the reopening. */
  readonly cycleSince: number;
  /** The same before the event; where it moves, promises that count from there move with it. */
  readonly cycleSinceBefore: number | null;
  readonly factsBefore: CaseFacts | null;
  readonly facts: CaseFacts;
  /** The moment in an attribute of the record as it is now, epoch milliseconds. */
  readonly momentIn: (field: string) => number | null;
  /** Its first action: what starts a cycle. */
  readonly firstEvent: string;
  readonly newCycle: boolean;
  /** Nothing is owed any more. */
  readonly ended: boolean;
}

export interface PlanInput {
  readonly event: ClockEvent;
  readonly on: ClockedCase;
  readonly clocks: readonly Clock[];
  readonly targets: readonly TargetPolicy[];
  /** The version of a target that a clock was started under. */
  readonly targetOf: (clock: Clock) => TargetPolicy;
  readonly newId: () => string;
}

/**
 * All clocks of a case after an event: stopped, broken, paused, resumed, re-aimed, started — in that
 * order. Gives back the clocks in the order given, started ones last; an untouched clock is the same object.
 */
export function planClocks(input: PlanInput): Clock[] {
  const { event, on } = input;
  const best = targetsFor(input.targets, on.type, on.facts);
  const after = input.clocks.map((clock) => {
    if (!isOpen(clock)) return clock;
    const target = input.targetOf(clock);
    if (on.newCycle && clock.cycle < on.cycle) return releaseClock(clock, target, event.at);
    return turn(clock, target, event);
  });
  const replaced: Clock[] = [];
  const turned =
    factsChanged(on) || sinceMoved(on)
      ? after.map((clock) => reclass(clock, { input, best, replaced }))
      : after;
  const settled = turned.map((clock) => promisedAnew(clock, input));
  const ended = on.ended
    ? settled.map((clock) => (isOpen(clock) ? releaseClock(clock, input.targetOf(clock), event.at) : clock))
    : settled;
  if (on.ended) return ended;
  return [...ended, ...replaced, ...startDue({ input, best, present: [...ended, ...replaced] })];
}

/** One clock under one event: broken, stopped, paused or resumed by it, else untouched. */
function turn(clock: Clock, target: TargetPolicy, event: ClockEvent): Clock {
  if (target.stopsOn.includes(event.name)) return stopClock(clock, target, event.at);
  if (target.releasesOn.includes(event.name)) return releaseClock(clock, target, event.at);
  const held = target.breaksOn.includes(event.name) ? breakClock(clock, target, event.at) : clock;
  if (event.fromStage === event.toStage) return held;
  const entered = allowedPause(target, event);
  if (entered) return pauseClock(held, target, pauseUnder(entered, event));
  const left = target.pauses.some((rule) => rule.stage === `${event.type}.${event.fromStage}`);
  return left ? resumeClock(held, target, event.at) : held;
}

function allowedPause(target: TargetPolicy, event: ClockEvent): PauseRule | undefined {
  const { pauseReason } = event;
  if (pauseReason === null) return undefined;
  return target.pauses.find(
    (rule) => rule.stage === `${event.type}.${event.toStage}` && rule.reasons.includes(pauseReason),
  );
}

function pauseUnder(rule: PauseRule, event: ClockEvent) {
  const limits = [event.pauseUntil, rule.maxMinutes === null ? null : event.at + rule.maxMinutes * 60_000];
  const known = limits.filter((limit) => limit !== null);
  return {
    at: event.at,
    reason: event.pauseReason ?? '',
    limitAt: known.length === 0 ? null : Math.min(...known),
  };
}

function factsChanged({ factsBefore, facts, newCycle }: ClockedCase): boolean {
  if (factsBefore === null || newCycle) return false;
  return (
    CONDITIONS.some((name) => factsBefore[name] !== facts[name]) ||
    factsBefore.categories[0] !== facts.categories[0]
  );
}

/** The moment that the cycle counts from has been put right (a water test made later [D-02]). */
const sinceMoved = ({ cycleSince, cycleSinceBefore, newCycle }: ClockedCase): boolean =>
  !newCycle && cycleSinceBefore !== null && cycleSince !== cycleSinceBefore;

interface Reclassing {
  readonly input: PlanInput;
  readonly best: ReadonlyMap<string, TargetPolicy>;
  readonly replaced: Clock[];
}

/**
 * A running clock of a case that is now something else: it takes the target that fits now [C-10]; a
 * broken one stays as it is and the new promise gets a clock of its own [C-12].
 */
function reclass(clock: Clock, { input, best, replaced }: Reclassing): Clock {
  if (!isOpen(clock) || clock.cycle !== input.on.cycle) return clock;
  const held = input.targetOf(clock);
  const target = best.get(clock.name);
  if (target && target.id === held.id) {
    const counted = sinceMoved(input.on) && held.startsOn === input.on.firstEvent;
    return counted ? reaimClock(clock, held, aimOf(input, held, input.on.cycleSince)) : clock;
  }
  if (!target || !isPromised(target, input.on)) return releaseClock(clock, held, input.event.at);
  const rests = target.pauses.some(({ reasons }) => reasons.includes(clock.pauseReason ?? ''));
  const carried = rests ? clock : resumeClock(clock, held, input.event.at);
  const start = startUnder(target, held, carried, input);
  if (clock.verdict === null) return reaimClock(carried, target, aimOf(input, target, start));
  replaced.push(succeedClock(carried, startOf(input, target, start)));
  return stopClock(carried, held, input.event.at);
}

/** A running clock whose moment promised by word is another one now. */
function promisedAnew(clock: Clock, input: PlanInput): Clock {
  if (!isOpen(clock) || clock.verdict !== null || clock.cycle !== input.on.cycle) return clock;
  const target = input.targetOf(clock);
  const aim = aimOf(input, target, clock.startedAt);
  return aim.promisedAt === clock.promisedAt ? clock : reaimClock(clock, target, aim);
}

const aimOf = ({ on }: PlanInput, { promised }: TargetPolicy, start: number) => ({
  start,
  promisedAt: promised ? on.momentIn(promised.field) : null,
});

function startUnder(
  target: TargetPolicy,
  held: TargetPolicy,
  clock: Clock,
  { on, event }: PlanInput,
): number {
  if (target.startsOn === on.firstEvent) return on.cycleSince;
  return target.startsOn === held.startsOn ? clock.startedAt : event.at;
}

/** Clocks that this event starts, and those of a class just given whose start lies behind. */
function startDue(given: {
  input: PlanInput;
  best: ReadonlyMap<string, TargetPolicy>;
  present: readonly Clock[];
}) {
  const { event, on } = given.input;
  const changed = factsChanged(on);
  const started: Clock[] = [];
  for (const [name, target] of given.best) {
    if (given.present.some((clock) => isTaken(clock, name, on.cycle))) continue;
    if (!isPromised(target, on)) continue;
    const fromFirst = target.startsOn === on.firstEvent;
    if (fromFirst && (event.name === on.firstEvent || on.newCycle || changed)) {
      started.push(startClock(startOf(given.input, target, on.cycleSince)));
    } else if (target.startsOn === event.name) {
      started.push(startClock(startOf(given.input, target, event.at)));
    }
  }
  return started;
}

/** A target that holds only for what was promised by word holds for nothing else. */
const isPromised = ({ promised }: TargetPolicy, on: ClockedCase): boolean =>
  promised?.rule !== 'only' || on.momentIn(promised.field) !== null;

/** A promise has one clock a cycle, unless it was taken back. */
const isTaken = (clock: Clock, name: string, cycle: number): boolean =>
  clock.name === name && clock.cycle === cycle && clock.verdict !== 'released';

function startOf(input: PlanInput, target: TargetPolicy, start: number): StartOfClock {
  const { on, newId } = input;
  return {
    ...aimOf(input, target, start),
    target,
    documentId: newId(),
    caseType: on.type,
    caseId: on.documentId,
    caseNumber: on.number,
    cycle: on.cycle,
  };
}
