/** From what people write in cells to what the office keeps. */

const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const YES = new Set(['是', '有', '对', '真', 'yes', 'y', 'true', 't', '1', '√', '✓']);
const NO = new Set(['否', '无', '没有', '不', '假', 'no', 'n', 'false', 'f', '0', '×', '✗']);

/** A number as tables write it: '2127.0', '1,234.50', '１２', '￥30'; undefined where it is none. */
export function readNumber(text: string): number | undefined {
  const tidy = text
    .normalize('NFKC')
    .replace(/^[¥$€]/, '')
    .replace(/\s+/g, '');
  if (GROUPED.test(tidy)) return Number(tidy.replace(/,/g, ''));
  return PLAIN.test(tidy) ? Number(tidy) : undefined;
}

/**
 * The digits of a number that is really a name (a case number, a postcode): '2127.0' is '2127'.
 * What is no number stays as it is; `lost` where a spreadsheet has rounded digits away.
 */
export function readDigits(text: string): { digits: string } | { lost: true } {
  const tidy = text.normalize('NFKC').trim();
  const whole = /^(\d+)\.0*$/.exec(tidy);
  if (whole) return { digits: whole[1] as string };
  if (!/^\d(?:\.\d+)?e\+?\d+$/i.test(tidy)) return { digits: tidy };
  const number = Number(tidy);
  const [mantissa = '', exponent = ''] = tidy.toLowerCase().split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  // 1.01E+11 shows three digits of twelve: the others are gone.
  return Number.isSafeInteger(number) && decimals >= Number(exponent)
    ? { digits: String(number) }
    : { lost: true };
}

/** Yes or no, in the ways people tick it; undefined where it is neither. */
export function readYesNo(text: string): boolean | undefined {
  const tidy = text.normalize('NFKC').trim().toLowerCase();
  if (YES.has(tidy)) return true;
  return NO.has(tidy) ? false : undefined;
}

/**
 * A short code for a record that has none of its own, always the same for the same text:
 * 13 letters and digits (64-bit FNV-1a).
 */
export function codeOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash ^= BigInt(byte);
    hash = (hash * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return hash.toString(36).padStart(13, '0');
}
