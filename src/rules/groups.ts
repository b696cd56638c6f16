import type { CategoryEntry, OfficeView } from './office';

/** From how many households on reports of one cause are one matter, where no category says otherwise [E-04]. */
export const GROUP_HOUSEHOLDS = 3;
/** Within how many days. */
export const GROUP_DAYS = 7;

/** Kinds of request that report a cause; an inquiry or an order does not. */
const GROUP_KINDS: ReadonlySet<unknown> = new Set(['repair', 'complaint', 'help']);

export const mayBeGrouped = (kind: unknown): boolean => GROUP_KINDS.has(kind);

export interface GroupTerms {
  /** 0: never. */
  readonly households: number;
  readonly days: number;
}

/** When reports of a category are one matter: as its branch says, nearest first. */
export function groupTermsOf({ categories }: Pick<OfficeView, 'categories'>, category: string): GroupTerms {
  const path = (categories.get(category)?.path ?? []).flatMap((id) => categories.get(id) ?? []);
  const nearest = (read: (entry: CategoryEntry) => number | null, otherwise: number): number =>
    path.map(read).find((value) => value !== null) ?? otherwise;
  return {
    households: nearest((entry) => entry.groupHouseholds, GROUP_HOUSEHOLDS),
    days: nearest((entry) => entry.groupDays, GROUP_DAYS),
  };
}

/** Whether anybody else close by has lately reported the same, so that it is worth looking for a group. */
export interface Neighbours {
  /** The building, or the public place of the community, as a key; null where neither is known. */
  readonly key: string | null;
  /** Other households; where very many report, at least so many. */
  readonly others: number;
}

/** What stands in the records about the cause of a request. */
export interface GroupFound {
  /** documentId of the open group matter of that cause. */
  readonly group: string | null;
  /** documentIds of the requests of that cause that belong to no group yet, this one among them. */
  readonly members: readonly string[];
  readonly households: number;
}
