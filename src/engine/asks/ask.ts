import type { Pool, PoolClient } from 'pg';
import type { Actor, CaseRecord } from '../../rules/cases/types';
import type { Office } from '../office';
import type { Policy } from '../policy';
import type { Work } from '../work';

/** An action about to be decided, as far as a question to the records goes. */
export interface Asked {
  readonly type: string;
  /** The record before the action; null for a first action. */
  readonly record: CaseRecord | null;
  /** The case that it belongs to, as it is by now; null where there is none or it is not told. */
  readonly root?: CaseRecord | null;
  /** The input as its schema gives it back. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
  /** Now, epoch milliseconds. */
  readonly now: number;
}

export interface Asking {
  readonly office: Office;
  /** The transaction that the action is performed in. */
  readonly client: Pool | PoolClient;
  readonly policy: Policy;
}

/** What is known of a record once the action is done. */
export const afterwards = ({
  record,
  input,
}: Pick<Asked, 'record' | 'input'>): Readonly<Record<string, unknown>> => ({ ...record, ...input });

/** A connection does one thing at a time. */
export async function oneByOne<Answer>(
  asked: readonly Asked[],
  answer: (one: Asked) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const one of asked) answers.push(await answer(one));
  return answers;
}

/** Somebody else is at the same thing just now: what is done by the office itself is done a little later. */
export class ComeBack extends Error {}

/** A statement to read by, and what its rows mean. They come as JSON: moments without the driver's reading of them. */
export interface Look<Answer = unknown, Row = never> {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly answers: (rows: readonly Row[]) => readonly Answer[];
}

/** A question to the records that an action needs answered before it can be decided. */
export interface Ask<Answer = unknown> {
  /** Whether it need be asked at all; where not, there is no answer. */
  readonly when?: (asked: Asked, policy: Policy) => boolean;
  /** Names of what must stay as it is from the answer to the commit: locked, in order, for the transaction. */
  readonly locks?: (asked: Asked, policy: Policy) => readonly string[];
  /**
   * What makes two first actions that come at the same time bear on each other's answer: of those with the same
   * key only one is decided in a shared transaction.
   */
  readonly apart?: (asked: Asked, policy: Policy) => string | null;
  /**
   * The answers to all of `asked`, in order: each as if those before it had been done. Where one look into the records
   * is enough, it is only described: all such looks of an action, or of many, are one trip to the database.
   */
  readonly answer: (asking: Asking, asked: readonly Asked[]) => Look<Answer> | Promise<readonly Answer[]>;
  /**
   * For many first actions that share a transaction the locks are held only until all of them are decided. What was decided
   * is then put down by this statement, for whoever asks next to reckon with before the transaction is on disk; null for
   * nothing to put down.
   */
  readonly putDown?: (decided: readonly Work[]) => { text: string; values: readonly unknown[] } | null;
  /** It is about the office as a whole: what follows from an action is decided by the same answer. */
  readonly wide?: boolean;
  /** Takes into the answer what an action that was decided by it has brought about, for those decided after it. */
  decided?(answer: Answer, work: Work): void;
}
