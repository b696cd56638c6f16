/** What stands in a cell of a table, whatever kind of file it was read from. */

/** A date cell of a spreadsheet: wall time without a zone, 'YYYY-MM-DDTHH:mm:ss.SSS'. */
export interface WallTime {
  readonly wall: string;
}

/** A cell in which the spreadsheet itself shows an error, e.g. '#N/A'. */
export interface BrokenCell {
  readonly error: string;
}

export type Cell = string | WallTime | BrokenCell;

/** One row of a table with the line (CSV: physical line, XLSX: row number) on which it begins. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** The cell as a person reads it. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return 'error' in cell ? cell.error : cell.wall.replace('T', ' ').replace(/\.000$/, '');
}

/** True when nothing but blanks stands in any cell. */
export function isBlankRow(cells: readonly Cell[]): boolean {
  return cells.every((cell) => typeof cell === 'string' && cell.trim() === '');
}
