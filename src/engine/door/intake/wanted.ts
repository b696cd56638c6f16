import { digitsOf, TAIL_LENGTH } from '../../../rules/masking';

/** What somebody at the desk has typed to find a caller. */
export interface Wanted {
  /** LIKE pattern over small letters: the parts in their order with anything between them; null for nothing to look for. */
  readonly pattern: string | null;
  /** LIKE pattern of the first part alone. */
  readonly first: string | null;
  /** All of it, in small letters, as a label may read. */
  readonly whole: string;
  /** Digits of a phone, four at least; null where it cannot be one. */
  readonly digits: string | null;
  /** Some part is long enough to be looked up by three characters in a row. */
  readonly trigrams: boolean;
  /** Holds something that may stand in a name. */
  readonly named: boolean;
}

const LONGEST = 60;
/** What people write or leave out between the parts of an address: 3 栋 2 单元 501 室, 3-2-501. */
const BETWEEN = /[\s\-‐-―_/\\.,，、#·]+|号楼|单元|栋|幢|座|室|号/u;
const PHONE_LIKE = /^[+\d][\d\s()-]*$/;

/** Reads what was typed. */
export function wantedOf(typed: string): Wanted {
  const whole = typed.normalize('NFKC').replaceAll('\u0000', '').trim().toLowerCase().slice(0, LONGEST);
  const parts = whole.split(BETWEEN).filter((part) => part !== '');
  const digits = PHONE_LIKE.test(whole) ? digitsOf('phone', whole) : '';
  return {
    pattern: parts.length === 0 ? null : `%${parts.map(literal).join('%')}%`,
    first: parts[0] === undefined ? null : `%${literal(parts[0])}%`,
    whole,
    digits: digits.length >= TAIL_LENGTH ? digits : null,
    trigrams: parts.some((part) => [...part].length >= 3),
    named: /\p{L}/u.test(whole),
  };
}

const literal = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
