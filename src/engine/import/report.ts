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
 * A report: a CSV file with a line for every fault, in UTF-8 with a mark so that spreadsheets show Chinese.
 * Cells that a spreadsheet would take for a formula are shown as text. Without a fault there is no file, and
 * one of an earlier time is taken away. Throws REPORT_NOT_WRITABLE.
 */
export function openReport(file: string): Report {
  let stream: WriteStream | undefined;
  let failure: Error | undefined;
  const refuse = (error: unknown): FileRefused => {
    const { code, message } = error as NodeJS.ErrnoException;
    return new FileRefused('REPORT_NOT_WRITABLE', { file, reason: code ?? message });
  };
  try {
    rmSync(file, { force: true });
  } catch (error) {
    throw refuse(error);
  }
  const opened = (): WriteStream => {
    const made = createWriteStream(file);
    made.on('error', (error) => (failure = error));
    made.write(`\ufeff${line(HEADER)}`);
    return made;
  };
  return {
    async write(problems) {
      stream ??= opened();
      const text = problems.map((problem) => line(cellsOf(problem))).join('');
      if (!stream.write(text) && !failure) await once(stream, 'drain').catch(() => undefined);
      if (failure) throw refuse(failure);
    },
    async close() {
      stream?.end();
      if (stream && !stream.closed && !failure) await once(stream, 'close').catch(() => undefined);
      if (failure) throw refuse(failure);
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
