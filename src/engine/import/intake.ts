import type { ReadStep } from '../../rules/import';

/** A row whose names have been looked up, ready to go into the office. */
export interface ReadyRow {
  readonly line: number;
  readonly key: string;
  readonly steps: readonly ReadyStep[];
  readonly fields: Readonly<Record<string, unknown>>;
}

export type ReadyStep = Omit<ReadStep, 'input'> & { readonly input: Readonly<Record<string, unknown>> };

/** What became of one row; `step` counts the row's own steps from 0. */
export type Taken =
  | { readonly outcome: 'admitted' | 'unchanged' }
  | {
      readonly outcome: 'refused';
      readonly step?: number;
      readonly code: string;
      readonly details: Readonly<Record<string, unknown>>;
    };

export type Take = (rows: readonly ReadyRow[]) => Promise<readonly Taken[]>;

/**
 * Runs `work` with a way into the office, all in one transaction, which is kept when `work` says so and
 * taken back when it does not, or when it throws.
 */
export type Intake = <Result>(
  work: (take: Take) => Promise<{ keep: boolean; result: Result }>,
) => Promise<Result>;
