import {
  cellText,
  FileRefused,
  isBlankRow,
  type Columns,
  type Mapping,
  type TableRow,
} from '../../../rules/import';
import { firstBytes, type ReadProgress } from './bytes';
import { readCsv } from './csv';
import { readXlsx } from './xlsx';

export type { ReadProgress } from './bytes';

/** A file opened as a table: its columns, and the rows below its header, one by one. */
export interface Table {
  readonly columns: Columns;
  readonly rows: AsyncGenerator<TableRow>;
}

/**
 * Opens a CSV or XLSX file as a table. The kind is told by the file's beginning, whatever its name.
 * Throws FileRefused; also while rows are read.
 */
export async function openTable(
  file: string,
  settings: Mapping['file'] = {},
  progress?: ReadProgress,
): Promise<Table> {
  const format = settings.format ?? (await kindOf(file));
  const rows = format === 'csv' ? readCsv(file, settings, progress) : readXlsx(file, settings, progress);
  const headerRow = settings.headerRow ?? 1;
  if (headerRow === 0) return { columns: { header: [], openEnded: true }, rows };
  for (let seen = 0; ;) {
    const next = await rows.next();
    if (next.done) throw new FileRefused('FILE_EMPTY', { file });
    // Blank rows above the header count where a row number was asked for, and are passed over where not.
    if (isBlankRow(next.value.cells) && settings.headerRow === undefined) continue;
    seen += 1;
    const reached = format === 'xlsx' && settings.headerRow !== undefined ? next.value.line : seen;
    if (reached >= headerRow) {
      return { columns: { header: next.value.cells.map(cellText), openEnded: format === 'xlsx' }, rows };
    }
  }
}

async function kindOf(file: string): Promise<'csv' | 'xlsx'> {
  const start = await firstBytes(file, 8);
  if (start.length === 0) throw new FileRefused('FILE_EMPTY', { file });
  if (start[0] === 0x50 && start[1] === 0x4b) return 'xlsx';
  // The old .xls, and encrypted workbooks, are compound files; a NUL elsewhere means no text at all.
  const utf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  if (!utf16 && (start.includes(0) || isCompoundFile(start))) {
    throw new FileRefused('FILE_KIND_UNKNOWN', { file });
  }
  return 'csv';
}

const isCompoundFile = (start: Buffer): boolean =>
  start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
