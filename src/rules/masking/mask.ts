import type { PersonalKind } from './kinds';

/** What stands for a hidden character. A value that holds one is a mask, never a number. */
export const HIDDEN = '*';

export const isMask = (value: string): boolean => value.includes(HIDDEN) || value.includes('＊');

/**
 * A personal number as it may be shown to everybody who sees the record: enough to recognise it by, not enough
 * to use it. `13812345678` → `138****5678`, `0571-87654321` → `0571-****4321`,
 * `11010519491231002X` → `1101**********002X`, `6222021234567890123` → `6222***********0123`.
 * Whatever does not look like its kind shows its last quarter at most.
 */
export function mask(kind: PersonalKind, value: string): string {
  const given = value.trim();
  if (given === '') return '';
  if (kind === 'phone') return given.split(SEVERAL).map(maskPhone).join(' / ');
  const bare = given.replace(/[\s-]/g, '') || given;
  return ENDS_SHOWN[kind].test(bare) ? ends(bare, 4, 4) : rest(bare);
}

/** Several numbers in one field, as they are written down in a hurry. */
const SEVERAL = /\s*[/、;；，]\s*/;

const ENDS_SHOWN: Readonly<Record<Exclude<PersonalKind, 'phone'>, RegExp>> = {
  id_number: /^(\d{17}[\dXx]|\d{15}|[0-9A-Za-z]{18})$/,
  bank_card: /^\d{13,19}$/,
};

function maskPhone(given: string): string {
  const [, prefix = '', mobile] = /^(\+?\s*86[\s-]*|0086[\s-]*)?(1[3-9][\d\s-]{9,13})$/.exec(given) ?? [];
  const digits = mobile?.replace(/\D/g, '');
  if (digits?.length === 11) return `${prefix === '' ? '' : '+86 '}${ends(digits, 3, 4)}`;
  const landline = /^\(?(\+?\d{0,3}[\s-]*0\d{2,3})\)?[\s-]+([\d\s-]{7,10})(.*)$/.exec(given);
  if (landline) {
    const [, area = '', number = ''] = landline;
    const digits = number.replace(/\D/g, '');
    // Fewer digits than a landline has, with gaps between them: showing four would show nearly all.
    if (digits.length >= 7) return `${area}-${HIDDEN.repeat(4)}${digits.slice(-4)}`;
  }
  return rest(given);
}

function ends(text: string, first: number, last: number): string {
  return text.slice(0, first) + HIDDEN.repeat(text.length - first - last) + text.slice(-last);
}

/** Of anything else its last characters, a quarter of it and four at most. */
function rest(text: string): string {
  const letters = [...text];
  const shown = Math.min(4, Math.floor(letters.length / 4));
  return HIDDEN.repeat(letters.length - shown) + (shown > 0 ? letters.slice(-shown).join('') : '');
}
