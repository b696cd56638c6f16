import type { ActionContext, Outcome } from '../../rules/cases/types';
import { conflict, type Refusal } from '../../rules/refusal';
import { firstAsked } from '../../rules/routing/first-asked';

type Concerned = Pick<ActionContext, 'actor' | 'answers' | 'office'>;

/** The member of staff whose the request is from its intake on; null when the register has nobody. */
function takenInBy({ actor, answers, office }: Concerned): string | null {
  const { steward } = answers;
  return firstAsked({
    directory: office.directory,
    taker: actor.kind === 'staff' ? actor.id : null,
    steward: typeof steward === 'string' ? steward : null,
  });
}

/** Nothing is taken in that nobody answers for. */
export function somebodyAccountable(context: Concerned): Refusal | undefined {
  return takenInBy(context) === null ? conflict('NOBODY_ACCOUNTABLE') : undefined;
}

/** Whose the new request is, and since when. */
export function accountableAtIntake(context: Concerned & Pick<ActionContext, 'at'>): Outcome['set'] {
  return { accountable: takenInBy(context), accountableSince: new Date(context.at).toISOString() };
}

/**
 * Whose a request is that is taken up again: still his who answered for it, unless he has left; then
 * it is taken in anew.
 */
export function accountableAgain(context: Concerned & Pick<ActionContext, 'at' | 'record'>): Outcome['set'] {
  const { accountable } = context.record;
  const before =
    typeof accountable === 'string' ? context.office.directory.staff.get(accountable) : undefined;
  return before?.active ? {} : accountableAtIntake(context);
}
