import type { OfficeView } from '../office';

/** What categories for locks are called, in name or alias. */
const LOCK_WORDS: ReadonlySet<string> = new Set(['门锁', '锁具', '换锁', 'lock', 'locks']);

/** documentId of the category that the office has for work on locks; null where it has none [F-05]. */
export function lockCategory({ categoryWords }: Pick<OfficeView, 'categoryWords'>): string | null {
  const found = [...categoryWords.values()].find(
    ({ active, kind, name, aliases }) =>
      active &&
      (kind === null || kind === 'repair') &&
      [name.zh, name.en, ...aliases].some((word) => LOCK_WORDS.has(word.toLowerCase())),
  );
  return found?.id ?? null;
}
