import { createWriteStream, rmSync, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { FileRefused, sayImport, type RowProblem } from '../../rules/import';

/** Where rejected rows are written down. */
export interface Report {
  write(problems: readonly RowProblem[]): Promise<void>;
  close(): Promise<void>;
}

const HEADER = ['line', 'column', 'field', 'code', 'value', 'reason_zh', 'reason_en'];

/**
 * Opens a report: a CSV file with a line for every fault, in UTF-8 with a mark so that spreadsheets show
 * Chinese. Cells that a spreadsheet would take for a formula are shown as text.
 */
export function openReport(file: string): Report {
  const stream = createWriteStream(file);
  let failure: Error | undefined;
  stream.on('error', (error) => (failure = error));
  stream.write(`\ufeff${line(HEADER)}`);
  return {
    async write(problems) {
      if (failure) throw failure;
      if (!stream.write(problems.map((problem) => line(cellsOf(problem))).join('')))
        await once(stream, 'drain');
    },
    async close() {
      stream.end();
      if (!stream.closed) await once(stream, 'close');
      if (failure) throw failure;
    },
  };
}

function cellsOf({ line: at, column, field, code, details, value }: RowProblem): string[] {
  return [
    String(at),
    column ?? '',
    field ?? '',
    code,
    (value ?? '').slice(0, 1_000),
    sayImport(code, 'zh-Hans', details),
    sayImport(code, 'en', details),
  ];
}

const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
