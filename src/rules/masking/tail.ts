import type { PersonalKind } from './kinds';
import { normalise } from './normalise';

/** How many digits people say when they give only the end of a number. */
export const TAIL_LENGTH = 4;

/** A number's digits in one spelling, without its extension. */
export const digitsOf = (kind: PersonalKind, value: string): string =>
  normalise(kind, value).replace(/x\d+$/, '').replace(/\D/g, '');

/** The last four digits of a number, an extension left aside; '' where it has not so many. Of several numbers the last's. */
export function tailOf(kind: PersonalKind, value: string): string {
  const digits = digitsOf(kind, value);
  return digits.length < TAIL_LENGTH ? '' : digits.slice(-TAIL_LENGTH);
}
