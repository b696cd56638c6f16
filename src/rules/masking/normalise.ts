import type { PersonalKind } from './kinds';

/**
 * One spelling for what is one number, so that it can be looked up: `＋86 138-1234-5678`, `138 1234 5678` and
 * `13812345678` are the same. Only for comparing; what is kept and shown is what was given.
 */
export function normalise(kind: PersonalKind, value: string): string {
  const plain = value.normalize('NFKC').trim();
  const bare = kind === 'phone' ? phone(plain) : plain.replace(/[\s\-‐-―·.]/g, '').toUpperCase();
  return /\d/.test(bare) ? bare : plain;
}

const EXTENSION = /(?:转|分机|ext\.?|x|#)\s*(\d{1,6})\s*$/i;

/** Digits alone; China's prefix dropped, another country's kept with its `+`; an extension follows an `x`. */
function phone(given: string): string {
  const extension = EXTENSION.exec(given)?.[1];
  const number = extension ? given.replace(EXTENSION, '') : given;
  const digits = number.replace(/\D/g, '');
  const tail = extension ? `x${extension}` : '';
  const abroad = /^\s*(?:\+|00[\s-]*[1-9])/.test(number);
  if (!abroad) return (BARE_86.test(digits) ? dialled(digits.slice(2)) : digits) + tail;
  const international = number.trim().startsWith('+') ? digits : digits.slice(2);
  return (international.startsWith('86') ? dialled(international.slice(2)) : `+${international}`) + tail;
}

/** A mobile with China's prefix but no plus sign. */
const BARE_86 = /^861[3-9]\d{9}$/;
const MOBILE = /^1[3-9]\d{9}$/;

/** As one dials it within China: a mobile as it is, a landline with its 0. */
function dialled(national: string): string {
  return MOBILE.test(national) || /^(0|400|800)/.test(national) ? national : `0${national}`;
}
