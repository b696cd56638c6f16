import { z } from 'zod';
import { reference } from '../../rules/cases/inputs';
import type { Outcome } from '../../rules/cases/types';
import { conflict, type Refusal } from '../../rules/refusal';
import type { Context } from './inputs';
import { oneMore } from './made';
import { visitorOf } from './visitor';

/** The letter, and the branch that it is about. */
export const letterGiven = z.object({ letter: reference('open-letter'), category: reference('category') });

/** The request is still of the branch that the letter is about, whoever has put it right meanwhile [D-08]. */
export function ofTheBranch({
  record,
  input,
  relatives,
  office,
}: Context<typeof letterGiven>): Refusal | undefined {
  const category = office.categories.get(String(relatives.root?.[0]?.category));
  return category?.path.includes(input.category)
    ? undefined
    : conflict('VISIT_NOT_OF_THE_LETTER', { number: record.number, field: 'visits', about: 'category' });
}

/** The visit is made by the letter: no word of the requester's, so no satisfaction. */
export function answerByLetter(context: Context<typeof letterGiven>): Outcome<'recorded'> {
  const { record, input, at } = context;
  const { letter } = input;
  const visitedAt = new Date(at).toISOString();
  const made = { form: 'open_letter', letter, visitor: visitorOf(context, null), visitedAt };
  return {
    set: { ...made, attemptCount: Number(record.attemptCount ?? 0) + 1 },
    follow: [oneMore(record, { ...made, outcome: 'reached' })],
  };
}
