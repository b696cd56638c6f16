/** One line of the table. */
export type Line = {
  what: string;
  ours: string;
  stock: string;
  /** How many times the stock app, where there is one. */
  ratio: string;
  target: string;
  met: boolean | null;
};

/** The lines as a table of fixed width. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [
    ['what', 'ours', 'stock', 'ratio', 'target', 'met'],
    ...lines.map(({ what, ours, stock, ratio, target, met }) => [
      what,
      ours,
      stock,
      ratio,
      target,
      met === null ? '–' : met ? 'yes' : 'NO',
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const print = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [print(rows[0]!), rule, ...rows.slice(1).map(print)].join('\n');
}
