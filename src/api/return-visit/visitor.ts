import type { ActionContext, Relatives } from '../../rules/cases/types';
import type { OfficeView } from '../../rules/office';
import { forbidden, invalid, type Refusal } from '../../rules/refusal';

type Visiting = Pick<ActionContext, 'actor' | 'office' | 'relatives'>;

/** No timer, import, outside system or step of the office's own ever writes a visit: only a member of staff does. */
export function writtenByAPerson({ actor }: Pick<ActionContext, 'actor'>): Refusal | undefined {
  return actor.kind === 'staff' ? undefined : forbidden('VISIT_NEEDS_A_PERSON', { actor: actor.kind });
}

/** The visitor: the one named, or else the member of staff who writes it down; null for neither. */
export function visitorOf(
  { actor, office }: Pick<ActionContext, 'actor' | 'office'>,
  named: unknown,
): string | null {
  if (typeof named === 'string') return named;
  return actor.id !== null && office.directory.staff.has(actor.id) ? actor.id : null;
}

/** Someone who is in the office, and not one of those whose work is asked about. `field` is where he was named. */
export function fitToVisit(context: Visiting, named: unknown, field = 'visitor'): Refusal | undefined {
  const visitor = visitorOf(context, named);
  if (visitor === null) return invalid('VISITOR_MISSING', { field });
  if (context.office.directory.staff.get(visitor)?.active === false)
    return invalid('VISITOR_INACTIVE', { field });
  return workedOn(context, visitor) ? invalid('VISITOR_DID_THE_WORK', { field }) : undefined;
}

/** Whether somebody handled the request, or went for it: himself, with his team, or as one of the contractor's. */
function workedOn(
  { office, relatives }: Pick<ActionContext, 'office' | 'relatives'>,
  person: string,
): boolean {
  return workOf(relatives).some(
    ({ by, team, contractor }) =>
      by === person ||
      // A team's work that one of them made his own is his alone.
      (!by && isOneOf(office, person, team)) ||
      (contractor !== null &&
        teamsOf(office, person).some((own) => office.directory.employers.get(own) === contractor)),
  );
}

interface Work {
  readonly by: string | null;
  readonly team: string | null;
  readonly contractor: string | null;
}

/** Who the request and its orders went to; orders that were called off before anybody came count for nothing. */
function workOf({ root = [], orders = [] }: Relatives): Work[] {
  const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  const went = orders.filter(({ stage, arrivedAt }) => stage !== 'cancelled' || Boolean(arrivedAt));
  return [
    ...root.map(({ handler, team, contractor }) => ({ by: handler, team, contractor })),
    ...went.map(({ technician, team, contractor }) => ({ by: technician, team, contractor })),
  ].map(({ by, team, contractor }) => ({ by: word(by), team: word(team), contractor: word(contractor) }));
}

const teamsOf = ({ directory }: OfficeView, person: string): readonly string[] =>
  directory.staff.get(person)?.teams ?? [];

const isOneOf = (office: OfficeView, person: string, team: string | null): boolean =>
  team !== null && teamsOf(office, person).includes(team);
