import { type PersonOnDuty } from '../http/contract';

/** What Strapi is told so that somebody has these trades (documentIds of categories). */
export function tradesChange(person: Pick<PersonOnDuty, 'trades'>, wanted: readonly string[]) {
  const now = new Set(person.trades);
  const then = new Set(wanted);
  return {
    trades: {
      connect: wanted.filter((one) => !now.has(one)).map((documentId) => ({ documentId })),
      disconnect: person.trades.filter((one) => !then.has(one)).map((documentId) => ({ documentId })),
    },
  };
}

/** People by what was typed: any part of name, number, post, team or department. */
export function found(
  people: readonly PersonOnDuty[],
  typed: string,
  word: (code: string) => string,
): PersonOnDuty[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [...people];
  return people.filter(({ name, jobNumber, post, department, teams }) =>
    [name, jobNumber, post && word(post), department, ...teams].some((text) =>
      text?.toLowerCase().includes(wanted),
    ),
  );
}
