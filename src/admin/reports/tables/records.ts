import { type Listed } from '../http/contract';

/** The address of the records behind a number: of the range that the report is about, and of its row. */
export function recordsPath(
  { figure, where, scope }: Listed,
  range: Readonly<Record<string, string>>,
): string {
  const query = new URLSearchParams({ ...range, ...scope });
  for (const [key, value] of Object.entries(where)) query.set(`where[${key}]`, value);
  return `/office/figures/${encodeURIComponent(figure)}/records?${query.toString()}`;
}
