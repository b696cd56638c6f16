import { openTable, type ReadProgress } from '../../engine/import/read';
import { cellText, FileRefused, findColumn, sayImport } from '../../rules/import';
import { parseLocalTime, TimeRefused } from '../../rules/time';
import type { LogEvent, LogKind } from './types';

/** The log's events case by case, each case in the order of the file. */
export type Log = ReadonlyMap<string, readonly LogEvent[]>;

/** Reads an event log. Throws FileRefused (cannot be read, or is another kind of log). */
export async function readLog(file: string, kind: LogKind, progress?: ReadProgress): Promise<Log> {
  const table = await openTable(file, {}, progress);
  const { caseColumn, timeColumn, byColumn, receivedColumn = [] } = kind;
  const wanted = [...new Set([caseColumn, timeColumn, byColumn, receivedColumn, kind.columns].flat())];
  const indexes = wanted.map((column) => {
    // A header that repeats in one edition of a log may stand once in another.
    const found = [column, column.replace(/#1$/, '')].map((name) => findColumn(table.columns, name));
    const index = found.find(({ outcome }) => outcome === 'found');
    if (index?.outcome === 'found') return index.index;
    throw new FileRefused('FILE_UNREADABLE', {
      file,
      reason: sayImport('MAPPING_COLUMN_UNKNOWN', 'en', { column }),
    });
  });
  const log = new Map<string, LogEvent[]>();
  for await (const { line, cells } of table.rows) {
    const named = Object.fromEntries(
      wanted.map((column, i) => [column, cellText(cells[indexes[i] as number]).trim()]),
    );
    const caseName = named[caseColumn] ?? '';
    if (caseName === '') continue;
    const event: LogEvent = {
      line,
      caseName,
      at: timeOf(named[timeColumn] ?? '', kind),
      by: named[byColumn] ?? '',
      text: cells.map(cellText).join('\u001f'),
      cells: named,
    };
    const events = log.get(caseName);
    if (events) events.push(event);
    else log.set(caseName, [event]);
  }
  return log;
}

/** Epoch milliseconds; NaN for a time that cannot be read. */
export function timeOf(text: string, { formats, timeZone }: LogKind): number {
  for (const format of formats) {
    try {
      return parseLocalTime({ text, format, timeZone });
    } catch (error) {
      if (!(error instanceof TimeRefused)) throw error;
    }
  }
  return NaN;
}
