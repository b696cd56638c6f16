/** The filters of the board; they live in the address, so that a view can be kept and passed on. */
export const FILTERS = ['community', 'building', 'category', 'trade', 'urgency'] as const;
export type FilterName = (typeof FILTERS)[number];
export type BoardFilters = Readonly<Partial<Record<FilterName, string>>>;

/** The filters that an address names; empty ones are none. */
export function filtersOf(search: URLSearchParams): BoardFilters {
  const named = FILTERS.map((name) => [name, search.get(name)] as const);
  return Object.fromEntries(named.filter(([, value]) => value));
}

/** The address with one filter set, or taken out; what else stands in it stays. Another community has other buildings. */
export function withFilter(
  search: URLSearchParams,
  name: FilterName,
  value: string | undefined,
): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value) next.set(name, value);
  else next.delete(name);
  if (name === 'community') next.delete('building');
  return next;
}

/** The address without any filter. */
export function withoutFilters(search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const name of FILTERS) next.delete(name);
  return next;
}

/** The query that the office is asked with. */
export const queryOf = (filters: BoardFilters): string =>
  new URLSearchParams(
    FILTERS.flatMap((name) => (filters[name] ? [[name, filters[name]] as [string, string]] : [])),
  ).toString();
