import { moment, oneOf, reference, someText, text } from '../../rules/cases/inputs';
import type { CaseRecord, FollowUp } from '../../rules/cases/types';
import { invalid, type Refusal } from '../../rules/refusal';
import { KINDS, URGENCIES } from '../../rules/terms';
import { ANSWER_OWED } from './responsibility';

/** What is asked of a matter that came up on a visit [D-06]; who and where are taken over unless said otherwise. */
export const matterRaised = {
  matter: someText(),
  kind: oneOf(KINDS).default('repair'),
  category: reference('category').nullish(),
  urgency: oneOf(URGENCIES).default('ordinary'),
  exactLocation: text(255).nullish(),
  contactPhone: text(40).nullish(),
  answer: text().nullish(),
  promisedReplyAt: moment().nullish(),
};

/** The same in short, on the form of the visit itself. */
export const newMatter = {
  newMatter: text().nullish(),
  newMatterKind: oneOf(KINDS).nullish(),
  promisedReplyAt: moment().nullish(),
};

interface Raised {
  readonly kind: string;
  readonly answer?: string | null | undefined;
  readonly promisedReplyAt?: string | null | undefined;
}

/** Of what nothing but an answer is owed, it is given on the spot, or a time is agreed for it [D-06]. */
export function answeredOrPromised({ kind, answer, promisedReplyAt }: Raised): Refusal | undefined {
  if (!ANSWER_OWED.has(kind) || Boolean(answer?.trim()) || promisedReplyAt) return undefined;
  return invalid('PROMISE_MISSING', { field: 'promisedReplyAt', kind });
}

interface InShort {
  readonly newMatter?: string | null | undefined;
  readonly newMatterKind?: string | null | undefined;
  readonly promisedReplyAt?: string | null | undefined;
}

/** The matter of a visit's own form; null where none came up. */
export function matterIn({ newMatter: matter, newMatterKind, promisedReplyAt }: InShort) {
  return matter?.trim() ? { matter, kind: newMatterKind ?? 'repair', promisedReplyAt } : null;
}

/** A kind or a promise says of which matter, and a matter that is owed an answer when [D-06]. */
export function matterIsWhole(input: InShort): Refusal | undefined {
  const matter = matterIn(input);
  if (matter) return answeredOrPromised(matter);
  return input.newMatterKind || input.promisedReplyAt
    ? invalid('TEXT_EMPTY', { field: 'newMatter' })
    : undefined;
}

interface Matter {
  readonly matter: string;
  readonly kind?: string;
  readonly [particular: string]: unknown;
}

/** Where a matter came up: the name of the relation that ties the request to it, with the documentId. */
type Origin =
  | { readonly raisedOnVisit: string }
  | { readonly raisedOnCall: string }
  | { readonly raisedOnIncident: string };

/** A request for a matter that came up on a visit, tied to it; the requester's home and name are known already. */
export function newRequest(matter: Matter, of: Partial<CaseRecord> | undefined, origin: Origin): FollowUp {
  const { requesterName = null, community = null, unit = null }: Partial<CaseRecord> = of ?? {};
  const input = { channel: 'return_visit', requesterName, community, unit, ...matter, ...origin };
  return { type: 'ticket', id: 'new', action: 'register', input };
}
