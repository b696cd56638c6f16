import type { Amount, CalendarSpec, Pause } from '../time';
import type { Words } from '../words/say';

/** Whom a missed promise climbs to, in the order of the chain [C-11]. */
export const ESCALATION_LEVELS = ['handler', 'supervisor', 'department_head', 'director'] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];

/** A stage that stands the clock still, for which reasons and for how long at most (null: no limit). */
export interface PauseRule {
  /** `type.stage`, e.g. 'dispatch-order.paused'. */
  readonly stage: string;
  readonly reasons: readonly string[];
  readonly maxMinutes: number | null;
}

/** What a case must be for a target to hold; null means any. */
export interface TargetConditions {
  readonly kind: string | null;
  /** documentId of a category; its whole branch counts. */
  readonly category: string | null;
  readonly faultClass: string | null;
  readonly urgency: string | null;
  readonly nature: string | null;
  readonly complaintClass: string | null;
}

/**
 * A moment that was promised by word: it stands in for the amount, or counts where it comes sooner [A-03][C-07];
 * with `only` there is no clock where nothing was promised.
 */
export interface PromisedMoment {
  /** The attribute of the record that holds it, e.g. 'promisedReplyAt'. */
  readonly field: string;
  readonly rule: 'instead' | 'sooner' | 'only';
}

/** One version of a target row (时限标准) with its calendar resolved: what a clock was started under. */
export interface TargetPolicy {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly name: Words;
  /** The rule of the book that it carries out, e.g. 'C-01'. */
  readonly rule: string | null;
  readonly caseType: string;
  readonly clock: string;
  readonly conditions: TargetConditions;
  /** Event `type.action` that starts it. */
  readonly startsOn: string;
  readonly stopsOn: readonly string[];
  /** Events that break the promise at once, whatever the time. */
  readonly breaksOn: readonly string[];
  /** Events that take the promise back, without a verdict; it may start anew. */
  readonly releasesOn: readonly string[];
  readonly amount: Amount;
  readonly promised: PromisedMoment | null;
  /** The calendar's rule; one that is always open for a promise that runs round the clock. */
  readonly calendar: CalendarSpec;
  readonly pauses: readonly PauseRule[];
  /** Minutes of open time before the due time at which its owner is warned. */
  readonly warnings: readonly number[];
  readonly escalations: readonly { readonly afterMinutes: number; readonly to: EscalationLevel }[];
}

export type Verdict = 'kept' | 'broken' | 'released';
export type MomentKind = 'warn' | 'due' | 'escalate' | 'pause_limit';

/** A moment at which the office itself acts on a clock. `level` counts from 1 (0 for due and pause limit). */
export interface ClockMoment {
  readonly kind: MomentKind;
  readonly level: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface BankedPause extends Pause {
  readonly reason: string;
}

/** One promise on one case in one cycle. Instants are epoch milliseconds, spans are seconds. */
export interface Clock {
  readonly documentId: string;
  readonly caseType: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly name: string;
  readonly cycle: number;
  readonly targetId: string;
  readonly targetVersion: number;
  readonly ruleCode: string | null;
  readonly startedAt: number;
  /** The moment promised by word, where the target looks at one. */
  readonly promisedAt: number | null;
  readonly dueAt: number;
  readonly pausedAt: number | null;
  readonly pauseReason: string | null;
  readonly pauseLimitAt: number | null;
  /** Closed pauses; the open one is `pausedAt`. */
  readonly pauses: readonly BankedPause[];
  /** Open time (days: physical time) that the pauses took. */
  readonly pausedSeconds: number;
  /** Open time used when the clock last changed. */
  readonly usedSeconds: number;
  readonly stoppedAt: number | null;
  readonly verdict: Verdict | null;
  readonly brokenAt: number | null;
  readonly nextAt: number | null;
  readonly nextKind: MomentKind | null;
  readonly nextLevel: number | null;
  /** Moments that have been acted on, as `kind:level`. */
  readonly fired: readonly string[];
}
