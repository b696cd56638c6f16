import { daysOf, isDay, QUICK, type Days, type Span } from './period';

/** What the reports are narrowed down to; all of it lives in the address, so that a view can be kept and passed on. */
export const SCOPES = ['community', 'building', 'team'] as const;
export type ScopeName = (typeof SCOPES)[number];
export const PARTS = ['community', 'building', 'team', 'person'] as const;

export interface ReportFilters extends Days {
  span: Span;
  community?: string;
  building?: string;
  team?: string;
  /** What it is broken down by. */
  by?: string;
}

/** The filters that an address names, this month where it names no period; `today` is a local date. */
export function filtersOf(search: URLSearchParams, today: string): ReportFilters {
  const [from, to, by] = [search.get('from'), search.get('to'), search.get('by')];
  const quick = QUICK.find((one) => one === search.get('span'));
  const custom = search.get('span') === 'custom' && isDay(from) && isDay(to);
  const scopes = SCOPES.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : []));
  return {
    ...(custom
      ? { span: 'custom', from, to }
      : { span: quick ?? 'this_month', ...daysOf(quick ?? 'this_month', today) }),
    ...Object.fromEntries(scopes),
    ...(PARTS.some((part) => part === by) ? { by: String(by) } : {}),
  };
}

/** The address with some of the filters set, or (undefined) taken out. Another community has other buildings. */
export function withFilters(
  search: URLSearchParams,
  changes: Readonly<Partial<Record<keyof ReportFilters, string | undefined>>>,
): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  if ('community' in changes && !('building' in changes)) next.delete('building');
  return next;
}

type Query = Readonly<Record<string, string>>;

/** Whose figures are asked for. */
export const scopeOf = (filters: ReportFilters): Query =>
  Object.fromEntries(SCOPES.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])));

/** Whose figures, of which days. */
export const rangeOf = (filters: ReportFilters): Query => ({
  from: filters.from,
  to: filters.to,
  ...scopeOf(filters),
});

/** The query that the office is asked for a report with. */
export const reportQuery = (filters: ReportFilters): string =>
  new URLSearchParams({ ...rangeOf(filters), ...(filters.by ? { by: filters.by } : {}) }).toString();
