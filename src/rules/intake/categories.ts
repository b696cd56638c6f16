import type { Words } from '../words/say';

/** What a category is called and known by, as far as people's words go. */
export interface CategoryWords {
  readonly id: string;
  readonly name: Words;
  /** Other words that people use for it. */
  readonly aliases: readonly string[];
  /** Kind of request it is of, its own or of the category above; null for any. */
  readonly kind: string | null;
  readonly active: boolean;
}
