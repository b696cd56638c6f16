import type { Actor } from '../rules/cases/types';
import { apply } from './apply';
import { answersTo, type Answers } from './asks';
import { definitionOf, type Office } from './office';
import { checkReferences, referencesIn } from './references';
import { newWork, type HeldCase, type Work } from './work';

export interface Rehearsal {
  /** The API name of the case type. */
  readonly type: string;
  /** A first action: what is there already is never held for a rehearsal. */
  readonly action: string;
  readonly input: unknown;
  readonly actor: Actor;
  /** The moment at which it is imagined, epoch milliseconds. */
  readonly now: number;
}

export interface Rehearsed {
  /** The case as it would be, without a number. */
  readonly held: HeldCase;
  /** Everything that would be written with it. */
  readonly work: Work;
  /** What it was decided by. */
  readonly answers: Answers;
}

/**
 * What a first action would bring about: decided by the same rules, on the records and the policy as they stand, in a
 * transaction that cannot write and is rolled back. No number is taken, no turn moved, nothing sent, and nobody who
 * really acts is kept waiting: what others do at the same moment may still change it. Throws the `Refusal` that the
 * action would meet.
 */
export async function rehearse(
  office: Office,
  { type, action, input, actor, now }: Rehearsal,
): Promise<Rehearsed> {
  const references = referencesIn(definitionOf(office, type), action, input);
  const { revision } = await checkReferences(office, references);
  const policy = await office.policy.at(revision);
  const client = await office.pool.connect();
  try {
    await client.query('BEGIN READ ONLY');
    const question = { type, action, input, actor, now, record: null };
    const answers = await answersTo({ office, client, policy, unlocked: true }, question);
    const work = newWork(office, client, policy);
    const held = await apply(work, { type, id: 'new', action, input, actor, now, follows: false, answers });
    return { held, work, answers };
  } finally {
    const broken = await client.query('ROLLBACK').then(
      () => undefined,
      (lost: Error) => lost,
    );
    client.release(broken);
  }
}
