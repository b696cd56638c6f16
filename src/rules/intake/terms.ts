import { unitsOf } from '../emergency/units';

const HAN = /\p{Script=Han}/u;

/** Words of English that say nothing about a problem. */
const EMPTY_WORDS = new Set(
  'the and for from with not our has have had was were are is its this that there been out too very some any all one room home house flat'.split(
    ' ',
  ),
);

/**
 * What a text is compared by: of Chinese every two characters that follow each other, of other scripts every word of
 * three letters or more without its ending. Each once, in the order of the text.
 */
export function termsOf(text: string): ReadonlySet<string> {
  const { texts, clauseEnds } = unitsOf(text);
  const terms = new Set<string>();
  texts.forEach((unit, index) => {
    if (!HAN.test(unit)) {
      if (/^\p{L}{3,}$/u.test(unit) && !EMPTY_WORDS.has(unit)) terms.add(stemOf(unit));
      return;
    }
    const next = index + 1 < (clauseEnds[index] ?? 0) ? texts[index + 1] : undefined;
    if (next !== undefined && HAN.test(next)) terms.add(unit + next);
  });
  return terms;
}

/** leaking, leaked, leaks → leak; pipes, piping, pipe → pip: what is the same word ends up the same, pretty or not. */
function stemOf(word: string): string {
  const singular = word.replace(/ies$/, 'y');
  for (const ending of ['ing', 'ed', 'es', 's', 'e']) {
    const stem = singular.slice(0, -ending.length);
    if (singular.endsWith(ending) && stem.length >= 3) return stem.replace(/([bdgklmnprtv])\1$/, '$1');
  }
  return singular;
}
