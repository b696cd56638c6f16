import { covers, tradesFor } from '../../rules/dispatch';
import { invalid } from '../../rules/refusal';
import { URGENCIES } from '../../rules/terms';
import type { Policy } from '../policy';

/** What a reader of the board asks for; null asks for nothing. Ids are documentIds. */
export interface BoardQuery {
  readonly community: string | null;
  readonly building: string | null;
  /** Its whole branch counts. */
  readonly category: string | null;
  readonly urgency: string | null;
  /** A trade: requests that somebody with it can do, people who have it. */
  readonly trade: string | null;
}

/** The query of a request. Throws INPUT_INVALID naming the field. */
export function boardQueryOf(given: Readonly<Record<string, unknown>>): BoardQuery {
  const textOf = (field: string, pattern: RegExp): string | null => {
    const value = given[field];
    if (value === undefined || value === '') return null;
    if (typeof value === 'string' && pattern.test(value)) return value;
    throw invalid('INPUT_INVALID', { field, reason: 'format' });
  };
  const id = (field: string) => textOf(field, /^[a-z][a-z0-9]{23}$/);
  return {
    community: id('community'),
    building: id('building'),
    category: id('category'),
    trade: id('trade'),
    urgency: textOf('urgency', new RegExp(`^(${URGENCIES.join('|')})$`)),
  };
}

/** The categories whose requests are wanted; null for all, those without a category too. */
export function categoriesAsked(
  { category, trade }: BoardQuery,
  { categories }: Pick<Policy, 'categories'>,
): readonly string[] | null {
  if (!category && !trade) return null;
  const wanted = [...categories.values()].filter(
    ({ path }) =>
      (!category || path.includes(category)) &&
      (!trade || asksFor(trade, tradesFor({ kind: 'repair', categories: path }, categories), categories)),
  );
  return wanted.map(({ id }) => id);
}

const asksFor = (trade: string, required: readonly string[], categories: Policy['categories']): boolean =>
  required.length > 0 && covers([trade], required, categories);
