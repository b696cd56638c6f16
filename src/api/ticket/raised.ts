import { oneOf, reference, someText, text } from '../../rules/cases/inputs';
import type { CaseRecord, FollowUp } from '../../rules/cases/types';
import { KINDS, URGENCIES } from '../../rules/terms';

/** What is asked of a matter that came up on a visit [D-06]; who and where are taken over unless said otherwise. */
export const matterRaised = {
  matter: someText(),
  kind: oneOf(KINDS).default('repair'),
  category: reference('category').nullish(),
  urgency: oneOf(URGENCIES).default('ordinary'),
  exactLocation: text(255).nullish(),
  contactPhone: text(40).nullish(),
};

interface Matter {
  readonly matter: string;
  readonly kind?: string;
  readonly [particular: string]: unknown;
}

/** Where a matter came up: the name of the relation that ties the request to it, with the documentId. */
type Origin = { readonly raisedOnVisit: string } | { readonly raisedOnCall: string };

/** A request for a matter that came up on a visit, tied to it; the requester's home and name are known already. */
export function newRequest(matter: Matter, of: Partial<CaseRecord> | undefined, origin: Origin): FollowUp {
  const { requesterName = null, community = null, unit = null }: Partial<CaseRecord> = of ?? {};
  const input = { channel: 'return_visit', requesterName, community, unit, ...matter, ...origin };
  return { type: 'ticket', id: 'new', action: 'register', input };
}
