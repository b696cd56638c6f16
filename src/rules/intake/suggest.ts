import type { OfficeView } from '../office';
import type { CategoryWords } from './categories';
import { leaningTo, NOTHING_LEARNED, type Learned } from './learn';
import { termsOf } from './terms';

/** A category that the words of a request speak for. */
export interface Suggestion {
  readonly category: string;
  /** More is better; only good for comparing. */
  readonly score: number;
  /** Names and aliases of the category of which the text says something, the best first. */
  readonly because: readonly string[];
}

export interface Described {
  readonly text: string;
  /** The kind that was chosen; categories of another kind come after. */
  readonly kind: string | null;
  /** Categories (by id) of the emergency rule that has spoken [B-02]. */
  readonly emergencyCategories: readonly string[];
}

const MOST = 5;
/** A phrase that stands in the text as a whole counts so much more than its pieces. */
const WHOLE = 2;
/** What an emergency rule says of its own categories. */
const EMERGENCY = 5;
/** How much the past may say beside the words of the list. */
const PAST = 4;
const OTHER_KIND = 0.5;
/** Below this nothing is suggested: a single common pair of characters says nothing. */
const LEAST = 0.4;

/**
 * The categories that a text most likely means, at most five, the best first: by their names and aliases, by the
 * emergency rule that it sets off, and by what requests with such words were before. Pure.
 */
export function suggestCategories(
  { text, kind, emergencyCategories }: Described,
  { categories, categoryWords }: Pick<OfficeView, 'categories' | 'categoryWords'>,
  learned: Learned = NOTHING_LEARNED,
): Suggestion[] {
  const said = termsOf(text);
  if (said.size === 0) return [];
  const rarity = rarityAmong(categoryWords);
  const parents = new Set([...categories.values()].flatMap(({ path }) => path.slice(1, 2)));
  return [...categoryWords.values()]
    .filter(({ active, id }) => active && !parents.has(id))
    .map((words) => {
      const { score, because } = byName(words, said, rarity);
      const past = [...said].reduce((sum, term) => sum + leaningTo(learned, term, words.id), 0);
      const alarmed = categories.get(words.id)?.path.some((id) => emergencyCategories.includes(id));
      const whole =
        score + PAST * Math.min(1, past / Math.sqrt(said.size)) + (alarmed && score > 0 ? EMERGENCY : 0);
      const fits = kind === null || words.kind === null || words.kind === kind;
      return { category: words.id, score: fits ? whole : whole * OTHER_KIND, because };
    })
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score || (a.category < b.category ? -1 : 1))
    .slice(0, MOST);
}

const phrasesOf = ({ name, aliases }: CategoryWords): readonly string[] => [name.zh, name.en, ...aliases];

/** How much a term tells one category from others: 1 for one that only one has, less the more have it. */
function rarityAmong(categoryWords: OfficeView['categoryWords']): (term: string) => number {
  const known = rarities.get(categoryWords);
  if (known) return known;
  const having = new Map<string, number>();
  for (const words of categoryWords.values()) {
    const own = new Set(phrasesOf(words).flatMap((phrase) => [...termsOf(phrase)]));
    for (const term of own) having.set(term, (having.get(term) ?? 0) + 1);
  }
  const rarity = (term: string): number => 1 / Math.sqrt(having.get(term) ?? 1);
  rarities.set(categoryWords, rarity);
  return rarity;
}

const rarities = new WeakMap<object, (term: string) => number>();

function byName(
  words: CategoryWords,
  said: ReadonlySet<string>,
  rarity: (term: string) => number,
): { score: number; because: string[] } {
  const heard = new Set<string>();
  const phrases = phrasesOf(words)
    .map((phrase) => {
      const terms = [...termsOf(phrase)];
      const found = terms.filter((term) => said.has(term));
      const whole = terms.length > 0 && found.length === terms.length;
      const weight = found.reduce((sum, term) => sum + rarity(term), 0);
      return {
        phrase,
        found,
        score: whole ? weight * WHOLE : weight * Math.sqrt(found.length / Math.max(1, terms.length)),
      };
    })
    .filter(({ found }) => found.length > 0)
    .sort((a, b) => b.score - a.score);
  let score = 0;
  // A term that several names of one category share speaks for it once.
  for (const phrase of phrases) {
    const fresh = phrase.found.filter((term) => !heard.has(term));
    score += phrase.score * (fresh.length / phrase.found.length);
    for (const term of fresh) heard.add(term);
  }
  return { score, because: phrases.map(({ phrase }) => phrase) };
}
