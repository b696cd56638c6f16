interface Gathering<Item, Result> {
  /** How many items are taken at most at once. */
  readonly most: number;
  /** How many takes may be under way. */
  readonly underWay: number;
  readonly take: (items: readonly Item[]) => Promise<readonly Result[]>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Takes items together: those that come while enough takes are under way wait and go in the next, so that a busy
 * office makes fewer trips for more, and a quiet one waits for nothing. Each caller is given the result at his place;
 * when a take throws, all of its callers are told.
 */
export function gather<Item, Result>({ most, underWay, take }: Gathering<Item, Result>) {
  const waiting: Waiting<Item, Result>[] = [];
  let busy = 0;

  const next = async (): Promise<void> => {
    if (busy >= underWay || waiting.length === 0) return;
    const taken = waiting.splice(0, most);
    busy += 1;
    try {
      const results = await take(taken.map(({ item }) => item));
      taken.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (error) {
      for (const { reject } of taken) reject(error);
    } finally {
      busy -= 1;
      void next();
    }
  };

  return (item: Item): Promise<Result> =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      void next();
    });
}
