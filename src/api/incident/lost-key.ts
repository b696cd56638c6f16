import type { FollowUp } from '../../rules/cases/types';

/** A key that is gone, and where it came out. */
export interface Loss {
  readonly key: string;
  readonly whatHappened: string;
  /** ISO string. */
  readonly happenedAt: string;
  readonly loan?: string;
  readonly keyCount?: string;
}

/** The report of a key that was lost on a loan, or is missing at a stock-taking [F-05]. */
export const lostKey = (loss: Loss): FollowUp => ({
  type: 'incident',
  id: 'new',
  action: 'report_lost',
  input: { ...loss },
});
