/** What kind of answer a refusal is; the HTTP status follows from it. */
export type RefusalKind =
  'invalid' | 'unauthorized' | 'forbidden' | 'not-found' | 'conflict' | 'gone' | 'too-many';

/** The HTTP status of each kind of refusal. */
export const REFUSAL_STATUS: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-many': 429,
};

export type RefusalDetails = Readonly<Record<string, unknown>>;

/**
 * A "no" of the office: a stable code, what kind of no it is, and the facts behind it.
 * The words for people live in `words/refusals.ts` under the same code.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly details: RefusalDetails;

  constructor(code: string, kind: RefusalKind, details: RefusalDetails = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.kind = kind;
    this.details = details;
  }

  get status(): number {
    return REFUSAL_STATUS[this.kind];
  }
}

/** Something given is missing, malformed or unknown; `details.field` names it where there is one. */
export const invalid = (code: string, details?: RefusalDetails): Refusal =>
  new Refusal(code, 'invalid', details);

/** What was asked for does not fit the state that the record is in now. */
export const conflict = (code: string, details?: RefusalDetails): Refusal =>
  new Refusal(code, 'conflict', details);

/** It was there once and will not come back. */
export const gone = (code: string, details?: RefusalDetails): Refusal => new Refusal(code, 'gone', details);

/** The caller may not do this. */
export const forbidden = (code: string, details?: RefusalDetails): Refusal =>
  new Refusal(code, 'forbidden', details);

/** There is no such record (or none the caller may know of). */
export const notFound = (code: string, details?: RefusalDetails): Refusal =>
  new Refusal(code, 'not-found', details);
