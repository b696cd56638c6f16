/** The addresses of the lists behind the numbers of the home page. Pure. */

type Wishes = Readonly<Record<string, string | number | undefined>>;

function withQuery(path: string, wishes: Wishes): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(wishes)) if (value !== undefined) query.set(key, String(value));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** The records behind a figure of a month ('2026-11'), narrowed down by the figure's own keys. */
export const figureRecords = (
  figure: string,
  { month, where = {} }: { month: string; where?: Readonly<Record<string, string>> },
): string =>
  withQuery(`/office/figures/${encodeURIComponent(figure)}/records`, {
    period: month,
    ...Object.fromEntries(Object.entries(where).map(([key, value]) => [`where[${key}]`, value])),
  });

/** The clocks that fall due within the hours, or were broken today; of a place, or (`null`) of none. */
export const clockRecords = (
  list: 'due' | 'broken',
  { hours, building, team }: { hours: number; building?: string | null; team?: string | null },
): string =>
  withQuery(`/office/home/clocks/${list}`, {
    hours,
    building: building === null ? 'none' : building,
    team: team === null ? 'none' : team,
  });

/** The loans of keys or papers that are out, or of those that should be back by now. */
export const outRecords = (kind: 'keys' | 'papers', list: 'out' | 'overdue'): string =>
  `/office/home/out/${kind}/${list}`;

/** One page of such a list. */
export const pageOf = (path: string, { start, limit }: { start: number; limit: number }): string =>
  `${path}${path.includes('?') ? '&' : '?'}start=${start}&limit=${limit}`;
