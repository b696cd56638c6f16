import type { Message } from '../rules/cases/types';
import {
  fireMoment,
  type Clock,
  type ClockMoment,
  type MomentKind,
  type TargetPolicy,
} from '../rules/clocks';
import { addActivity, targetOfClock, type Work } from './work';

export interface Settling {
  readonly clock: Clock;
  /** Epoch milliseconds up to which moments have come. */
  readonly now: number;
  /** documentId of whoever answers for the case; messages go there and climb from there. */
  readonly below: string | null;
  /**
   * Taken over from another register: verdicts are put on record as of their moment, but nobody was warned by this
   * office, nothing climbed its chain, and nobody is told today.
   */
  readonly past?: boolean;
}

/**
 * Acts on everything that has come due on one clock, one moment after the other: the line in the history, the
 * mark that it happened, the message to whom it concerns [C-11]. Gives back the clock after it.
 */
export function settleClocks(work: Work, settling: Settling): Clock {
  let current = settling.clock;
  while (current.nextAt !== null && current.nextAt <= settling.now) {
    const target = targetOfClock(work, current);
    const fired = fireMoment(current, target);
    if (!fired) break;
    const happened = !settling.past || CLOCK_CHANGES.has(fired.moment.kind);
    if (happened) note(work, { before: current, after: fired.clock, moment: fired.moment, target, settling });
    current = fired.clock;
  }
  return current;
}

/** Moments at which something becomes of the clock itself; at the others people are told. */
const CLOCK_CHANGES: ReadonlySet<MomentKind> = new Set(['due', 'pause_limit']);

interface Noting {
  readonly before: Clock;
  readonly after: Clock;
  readonly moment: ClockMoment;
  readonly target: TargetPolicy;
  readonly settling: Settling;
}

function note(work: Work, { before, after, moment, target, settling }: Noting): void {
  const { caseType, caseId, name, cycle } = before;
  const recordedAt = settling.past ? moment.at : settling.now;
  const iso = (at: number): string => new Date(at).toISOString();
  addActivity(work, {
    caseType,
    caseId,
    action: `clock.${moment.kind}`,
    recordedAt: new Date(recordedAt).toISOString(),
    occurredAt: new Date(moment.at).toISOString(),
    actorKind: 'timer',
    actorId: null,
    actorName: 'timer',
    via: 'timer',
    fromStage: null,
    toStage: null,
    cycle,
    changes: {
      clock: [null, name],
      ...(moment.level ? { level: [null, moment.level] } : {}),
      ...(before.verdict === after.verdict ? {} : { verdict: [before.verdict, after.verdict] }),
      ...(before.dueAt === after.dueAt ? {} : { dueAt: [iso(before.dueAt), iso(after.dueAt)] }),
    },
    note: null,
    rules: ['C-11', target.rule].filter(Boolean).join(' '),
  });
  if (moment.kind === 'pause_limit') return;
  work.moments.push({
    clock: before,
    kind: moment.kind,
    level: moment.level,
    at: moment.at,
    firedAt: recordedAt,
  });
  const message = settling.past ? null : messageFor(moment, target, settling.below);
  if (!message) return;
  work.messages.push({
    ...message,
    params: {
      clock: name,
      rule: target.rule,
      number: before.caseNumber,
      dueAt: new Date(before.dueAt).toISOString(),
    },
    caseType,
    caseId,
    below: settling.below,
    dedupeKey: `${before.documentId}:${moment.kind}:${moment.level}`,
  });
}

function messageFor(moment: ClockMoment, target: TargetPolicy, below: string | null): Message | null {
  const owner: Message['to'] = below ? { staff: below } : { post: 'supervisor' };
  if (moment.kind === 'warn') return { template: 'clock_warning', to: owner };
  if (moment.kind === 'due') return { template: 'clock_broken', to: owner };
  const step = target.escalations[moment.level - 1];
  if (!step) return null;
  return { template: 'clock_escalated', to: step.to === 'handler' ? owner : { post: step.to } };
}
