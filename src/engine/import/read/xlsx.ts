import { StringDecoder } from 'node:string_decoder';
import yauzl from 'yauzl';
import { FileRefused, type TableRow } from '../../../rules/import';
import type { ReadProgress } from './bytes';
import { SheetParser } from './xlsx-sheet';
import { dateStyles, readRelations, readSharedStrings, readSheets, type SheetEntry } from './xlsx-parts';

export interface XlsxSettings {
  /** Name of the sheet, or its position from 1; the first one if left out. */
  readonly sheet?: string | number;
}

/** The parts that must be held in memory may unpack to this many bytes at most. */
const LARGEST_PART = 256 * 1024 * 1024;

/**
 * The rows of one sheet of a workbook one by one, each with its row number. The sheet itself is
 * unpacked and read piece by piece; only the workbook's common texts and styles are held in memory.
 * A date cell gives its wall time, a formula its last result.
 *
 * Throws FileRefused: FILE_UNREADABLE, FILE_SPREADSHEET_DAMAGED, FILE_SHEET_UNKNOWN, FILE_TOO_LARGE.
 */
export async function* readXlsx(
  file: string,
  settings: XlsxSettings = {},
  progress?: ReadProgress,
): AsyncGenerator<TableRow> {
  const book = await openBook(file);
  try {
    const sheets = readSheets(await book.held('xl/workbook.xml'));
    const sheet = pickSheet(sheets.entries, settings.sheet);
    const relations = readRelations(await book.held('xl/_rels/workbook.xml.rels'));
    const part = relations.get(sheet.relation);
    if (part === undefined) throw damaged(`no part for sheet ${sheet.name}`);
    const parser = new SheetParser({
      strings: readSharedStrings(await book.held('xl/sharedStrings.xml', true)),
      dateStyles: dateStyles(await book.held('xl/styles.xml', true)),
      from1904: sheets.from1904,
    });
    for await (const text of book.text(part, progress)) yield* parser.rows(text);
    parser.close();
  } catch (error) {
    throw error instanceof FileRefused ? error : damaged((error as Error).message.split('\n')[0] ?? '');
  } finally {
    book.close();
  }
}

interface Book {
  /** A whole part; '' for a missing one that may be. */
  held(path: string, optional?: boolean): Promise<string>;
  text(path: string, progress?: ReadProgress): AsyncGenerator<string>;
  close(): void;
}

async function openBook(file: string): Promise<Book> {
  const zip = await openZip(file);
  const entries = new Map<string, yauzl.Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.set(entry.fileName.replace(/^\//, '').toLowerCase(), entry);
      zip.readEntry();
    });
    zip.on('end', resolve);
    zip.on('error', reject);
    zip.readEntry();
  }).catch((error: Error) => {
    zip.close();
    throw damaged(error.message);
  });

  async function* text(path: string, progress?: ReadProgress): AsyncGenerator<string> {
    const entry = entries.get(path.toLowerCase());
    if (!entry) throw damaged(`${path} is missing`);
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
    const decoder = new StringDecoder('utf8');
    let done = 0;
    for await (const chunk of stream) {
      done += (chunk as Buffer).length;
      yield decoder.write(chunk);
      progress?.(done, entry.uncompressedSize);
    }
    yield decoder.end();
  }

  const held = async (path: string, optional = false): Promise<string> => {
    const entry = entries.get(path.toLowerCase());
    if (!entry && optional) return '';
    if (entry && entry.uncompressedSize > LARGEST_PART)
      throw new FileRefused('FILE_TOO_LARGE', { part: path });
    let whole = '';
    for await (const piece of text(path)) whole += piece;
    return whole;
  };

  return { held, text, close: () => zip.close() };
}

async function openZip(file: string): Promise<yauzl.ZipFile> {
  try {
    return await new Promise((resolve, reject) => {
      yauzl.open(file, { lazyEntries: true, autoClose: false }, (error, zip) =>
        error ? reject(error) : resolve(zip),
      );
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') {
      throw new FileRefused('FILE_UNREADABLE', { file, reason: code });
    }
    throw damaged(message);
  }
}

function pickSheet(sheets: readonly SheetEntry[], wanted: string | number | undefined): SheetEntry {
  const sheet =
    typeof wanted === 'string'
      ? sheets.find(({ name }) => name.trim().toLowerCase() === wanted.trim().toLowerCase())
      : sheets[(wanted ?? 1) - 1];
  if (!sheet) {
    throw new FileRefused('FILE_SHEET_UNKNOWN', {
      sheet: wanted ?? 1,
      sheets: sheets.map(({ name }) => name).join(', '),
    });
  }
  return sheet;
}

const damaged = (reason: string): FileRefused => new FileRefused('FILE_SPREADSHEET_DAMAGED', { reason });
