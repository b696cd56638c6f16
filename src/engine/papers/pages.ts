/** Rows dealt out to pages. */
export interface Dealing {
  /** Height of each row, in points. */
  readonly heights: readonly number[];
  /** Room for rows on a page. */
  readonly room: number;
  /** Room that must be left below the last row, for what stands at the end. */
  readonly end: number;
}

/**
 * Which rows stand on which page: `[first, past the last]`, at least one page. A row is never parted; one that is higher
 * than a page has it to itself.
 */
export function dealt({ heights, room, end }: Dealing): [number, number][] {
  const pages: [number, number][] = [];
  let first = 0;
  let used = 0;
  heights.forEach((height, index) => {
    if (used + height > room && index > first) {
      pages.push([first, index]);
      [first, used] = [index, 0];
    }
    used += height;
  });
  pages.push([first, heights.length]);
  if (used + end > room && heights.length > first) pages.push([heights.length, heights.length]);
  return pages;
}
