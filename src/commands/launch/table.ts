/** How many columns of a terminal a text takes: Chinese characters and full-width signs take two. */
export function width(text: string): number {
  return [...text].reduce(
    (sum, sign) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        sign,
      )
        ? 2
        : 1),
    0,
  );
}

/** Rows as aligned columns, the first row underlined. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => width(row[column] ?? ''))),
  );
  const line = (row: readonly string[]): string =>
    widths
      .map((size, column) => pad(row[column] ?? '', size))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = rows;
  return [line(head), widths.map((size) => '─'.repeat(size)).join('  '), ...body.map(line)].join('\n');
}

function pad(text: string, size: number): string {
  return text + ' '.repeat(size - width(text));
}
