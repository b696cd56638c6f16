/** Finding records by the names that people write in tables. */

/** A record that can be looked up. */
export interface Named {
  /** What refers to it: its documentId. */
  readonly id: string;
  /** Code, name, English name, aliases; blank ones are passed over. */
  readonly names: readonly (string | null | undefined)[];
  /** documentIds of the records that it lies in (of a unit: its building and community). */
  readonly within?: readonly string[];
}

export type Found =
  | { readonly outcome: 'found'; readonly id: string }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'ambiguous'; readonly count: number };

/**
 * A name without what people write differently: full and half width, capitals, blanks, and the
 * several kinds of dash and bracket.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200d\ufeff]+/g, '')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[【〔]/g, '[')
    .replace(/[】〕]/g, ']');
}

/** Names of one record type, ready to be asked. */
export class NameIndex {
  private readonly byKey = new Map<string, Map<string, readonly string[]>>();

  constructor(records: Iterable<Named> = []) {
    for (const record of records) this.add(record);
  }

  add({ id, names, within = [] }: Named): void {
    for (const name of names) {
      const key = nameKey(name ?? '');
      if (key === '') continue;
      const known = this.byKey.get(key);
      if (known) known.set(id, within);
      else this.byKey.set(key, new Map([[id, within]]));
    }
  }

  /** The one record of that name, among those that lie in `within` where it is given. */
  find(name: string, within?: string): Found {
    const known = this.byKey.get(nameKey(name));
    if (!known) return { outcome: 'unknown' };
    const ids: string[] = [];
    for (const [id, parents] of known) if (within === undefined || parents.includes(within)) ids.push(id);
    if (ids.length === 0) return { outcome: 'unknown' };
    if (ids.length > 1) return { outcome: 'ambiguous', count: ids.length };
    return { outcome: 'found', id: ids[0] as string };
  }
}
