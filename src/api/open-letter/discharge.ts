import type { ActionContext, CaseRecord, Outcome } from '../../rules/cases/types';
import { conflict, invalid, type Refusal } from '../../rules/refusal';
import type { VisitOfLetter } from '../../rules/visits';

type Discharging = ActionContext<CaseRecord, { readonly visits?: readonly string[] | null | undefined }>;

const found = ({ answers }: Discharging): readonly VisitOfLetter[] =>
  Array.isArray(answers.visits_of_letter) ? (answers.visits_of_letter as VisitOfLetter[]) : [];

/**
 * Every visit that was named is there and about what the letter is about: the branch, the place, the time [D-08]. Whether it is
 * still due, and no serious complaint, is asked of each under its lock.
 */
export function answered(context: Discharging): Refusal | undefined {
  const visits = found(context);
  if (visits.length === 0 && !context.input.visits) {
    return conflict('LETTER_ANSWERS_NOBODY', { number: context.record.number });
  }
  const known = new Set(visits.map(({ id }) => id));
  const missing = context.input.visits?.find((id) => !known.has(id));
  if (missing !== undefined)
    return invalid('REFERENCE_UNKNOWN', { field: 'visits', type: 'return-visit', id: missing });
  const stranger = visits.find(({ strange }) => strange !== null);
  return stranger
    ? conflict('VISIT_NOT_OF_THE_LETTER', {
        number: stranger.number,
        field: 'visits',
        about: stranger.strange,
      })
    : undefined;
}

/** Each visit gets its own record; all of them, or none. In one order, so that two letters never wait for each other in a ring. */
export function dischargeVisits(context: Discharging): Outcome {
  const ids = [...new Set(found(context).map(({ id }) => id))].sort();
  const { documentId: letter, category } = context.record;
  return {
    set: { dischargedCount: Number(context.record.dischargedCount ?? 0) + ids.length },
    follow: ids.map((id) => ({
      type: 'return-visit',
      id,
      action: 'answer_by_letter',
      input: { letter, category },
    })),
  };
}
