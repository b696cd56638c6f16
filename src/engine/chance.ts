import { randomFillSync } from 'node:crypto';

/** Chance is asked for by the page: asking for a few bytes costs more than the bytes. */
const page = Buffer.alloc(12_288);
let used = page.length;

/** So many random bytes (at most a page), good enough for keys, that nobody is given twice. */
export function randomBytes(count: number): Buffer {
  if (used + count > page.length) {
    randomFillSync(page);
    used = 0;
  }
  const bytes = Buffer.from(page.subarray(used, used + count));
  page.fill(0, used, used + count);
  used += count;
  return bytes;
}
