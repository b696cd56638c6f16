import { Readable } from 'node:stream';
import { parse, type CsvError } from 'csv-parse';
import { FileRefused, guessDelimiter, type TableRow } from '../../../rules/import';
import { decodedText, guessEncoding, type ReadProgress } from './bytes';

export interface CsvSettings {
  readonly encoding?: string;
  readonly delimiter?: string;
}

/** A row longer than this has a quotation mark that nobody closed. */
const LONGEST_ROW = 4 * 1024 * 1024;
const SAMPLE = 64 * 1024;

/**
 * The rows of a CSV file one by one, each with the physical line on which it begins (a quoted line
 * break counts as a line). Line ends may be of any kind, and mixed. A quotation mark within a cell
 * that does not begin with one is taken as it stands. Empty lines are left out.
 *
 * Throws FileRefused: FILE_UNREADABLE, FILE_ENCODING_…, FILE_QUOTE_OPEN, FILE_ROW_TOO_LONG.
 */
export async function* readCsv(
  file: string,
  settings: CsvSettings = {},
  progress?: ReadProgress,
): AsyncGenerator<TableRow> {
  const encoding = settings.encoding ?? (await guessEncoding(file));
  const delimiter = settings.delimiter ?? guessDelimiter(await sampleOf(file, encoding));
  const lines = new LineCounter();
  const parser = parse({
    delimiter,
    info: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_ROW,
  });
  const source = Readable.from(counted(decodedText(file, encoding, progress), lines));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { bytes: number };
    }>) {
      const line = lines.take(info.bytes);
      if (record.length === 1 && record[0] === '') continue;
      yield { line, cells: record };
    }
  } catch (error) {
    throw fileRefused(error as Error, lines.next);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/**
 * Knows on which physical line each record begins: it is told where line breaks are, in bytes of the
 * text as it goes into the parser, and up to which byte each record reaches.
 */
class LineCounter {
  /** The line on which the next record begins. */
  next = 1;
  private breaks: number[] = [];
  private head = 0;
  private offset = 0;
  private afterReturn = false;

  see(text: string): void {
    const bytes = Buffer.from(text);
    for (let i = 0; i < bytes.length; i += 1) {
      const byte = bytes[i];
      if (byte === 10) {
        // The line feed of a CR LF moves the break that its CR has made.
        if (this.afterReturn && this.breaks.length > this.head)
          this.breaks[this.breaks.length - 1] = this.offset + i + 1;
        else this.breaks.push(this.offset + i + 1);
      } else if (byte === 13) this.breaks.push(this.offset + i + 1);
      this.afterReturn = byte === 13;
    }
    this.offset += bytes.length;
  }

  /** The line on which the record begins that ends at this byte. */
  take(end: number): number {
    const line = this.next;
    while (this.head < this.breaks.length && (this.breaks[this.head] as number) <= end) {
      this.head += 1;
      this.next += 1;
    }
    if (this.head > 10_000) {
      this.breaks = this.breaks.slice(this.head);
      this.head = 0;
    }
    return line;
  }
}

async function* counted(texts: AsyncIterable<string>, lines: LineCounter): AsyncGenerator<string> {
  for await (const text of texts) {
    lines.see(text);
    yield text;
  }
}

async function sampleOf(file: string, encoding: string): Promise<string> {
  let sample = '';
  for await (const text of decodedText(file, encoding)) {
    sample += text;
    if (sample.length >= SAMPLE) break;
  }
  return sample.slice(0, SAMPLE);
}

function fileRefused(error: Error, line: number): Error {
  if (error instanceof FileRefused) return error;
  switch ((error as CsvError).code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new FileRefused('FILE_QUOTE_OPEN', { line });
    case 'CSV_MAX_RECORD_SIZE':
      return new FileRefused('FILE_ROW_TOO_LONG', { line });
    default:
      return error;
  }
}
