const CANDIDATES = [',', '\t', ';', '|'] as const;

/**
 * The delimiter of a CSV text, judged by its beginning: the one that cuts its first records into the
 * most cells, and into the same number of them. A comma where none does.
 */
export function guessDelimiter(sample: string): string {
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of CANDIDATES) {
    const counts = countPerRecord(sample, delimiter);
    const first = counts[0] ?? 0;
    if (first === 0) continue;
    const alike = counts.filter((count) => count === first).length / counts.length;
    const score = alike * 1000 + first;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** How often the delimiter stands outside quotation marks, in each of the first 20 whole records. */
function countPerRecord(sample: string, delimiter: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  for (const char of sample) {
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === delimiter) count += 1;
    else if (char === '\n') {
      counts.push(count);
      count = 0;
      if (counts.length === 20) return counts;
    }
  }
  // The sample may end within a record, which counts only where there is no other.
  return counts.length > 0 ? counts : [count];
}
