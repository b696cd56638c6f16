/** Lists of words as fields keep them: one a line, or as a JSON list. */

/** What separates words that are typed or pasted together; a phrase may have spaces in it. */
const BETWEEN = /[\r\n，、;；]+/;

export type KeptAs = 'text' | 'json';

const tidy = (words: readonly string[]): string[] => [
  ...new Set(words.map((word) => word.trim()).filter((word) => word !== '')),
];

/** The words of a stored value; what is no list is taken as text. */
export function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return tidy(value.filter((one) => typeof one === 'string'));
  return typeof value === 'string' ? tidy(value.split(/\r?\n/)) : [];
}

/** The value to store; null for an empty list. */
export function valueOf(words: readonly string[], keptAs: KeptAs): string | string[] | null {
  if (words.length === 0) return null;
  return keptAs === 'json' ? [...words] : words.join('\n');
}

/** The list with what was typed or pasted at its end; what is there already is not added twice. */
export const withTyped = (words: readonly string[], typed: string): string[] =>
  tidy([...words, ...typed.split(BETWEEN)]);

export const without = (words: readonly string[], word: string): string[] =>
  words.filter((one) => one !== word);
