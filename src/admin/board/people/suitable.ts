import { type BoardChoices, type BoardCrew, type BoardPerson } from '../http/contract';

/** The category above each, by documentId. */
export type Parents = ReadonlyMap<string, string | null>;

export const parentsOf = ({ categories }: Pick<BoardChoices, 'categories'>): Parents =>
  new Map(categories.map(({ documentId, parent }) => [documentId, parent]));

/** Whether trades cover all that are asked for; whoever has a trade has every branch below it. */
export function covers(trades: readonly string[], asked: readonly string[], parents: Parents): boolean {
  return asked.every((one) => {
    const seen = new Set<string>();
    for (
      let at: string | null | undefined = one;
      at && !seen.has(at);
      seen.add(at), at = parents.get(at) ?? null
    )
      if (trades.includes(at)) return true;
    return false;
  });
}

/** What speaks against sending somebody, the weightiest first; the office asks for a reason then, or only for a second look. */
export type Against = 'away' | 'trades' | 'full';

export function against(
  { duty, trades, load, cap }: Pick<BoardPerson, 'duty' | 'trades' | 'load' | 'cap'>,
  asked: readonly string[],
  parents: Parents,
): Against | null {
  if (duty !== 'on_duty') return 'away';
  if (!covers(trades, asked, parents)) return 'trades';
  return cap !== null && load >= cap ? 'full' : null;
}

export type AssigneeKind = 'technician' | 'team' | 'contractor';

/** Somebody to whom a request can be given. */
export interface Candidate {
  kind: AssigneeKind;
  documentId: string;
  name: string;
  load: number;
  cap: number | null;
  against: Against | null;
}

const RANK: Readonly<Record<Against, number>> = { full: 1, trades: 2, away: 3 };

interface Crew {
  people: readonly BoardPerson[];
  teams: readonly BoardCrew[];
  contractors: readonly BoardCrew[];
}

/** All to whom a request that asks for these trades can be given: whoever suits first, then by load; groups after people. */
export function candidatesFor(asked: readonly string[], crew: Crew, parents: Parents): Candidate[] {
  const people = crew.people.map((one): Candidate => ({
    ...{ kind: 'technician', documentId: one.documentId, name: one.name, load: one.load, cap: one.cap },
    against: against(one, asked, parents),
  }));
  const groups = (['team', 'contractor'] as const).flatMap((kind) =>
    (kind === 'team' ? crew.teams : crew.contractors).map((one): Candidate => ({
      ...{ kind, documentId: one.documentId, name: one.name, load: one.load, cap: null },
      against: one.trades.length === 0 || covers(one.trades, asked, parents) ? null : 'trades',
    })),
  );
  const rank = (one: Candidate): number => (one.against ? RANK[one.against] : 0);
  const inOrder = (some: Candidate[]): Candidate[] =>
    [...some].sort((a, b) => rank(a) - rank(b) || a.load - b.load || a.name.localeCompare(b.name));
  return [...inOrder(people), ...inOrder(groups)];
}
