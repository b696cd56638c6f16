import { openTable } from '../../engine/import/read';
import { cellText, FileRefused, findColumn, nameKey, sayImport } from '../../rules/import';
import { parseLocalTime } from '../../rules/time';
import boston from '../mappings/boston-calendar.json';

/** The rule behind a due time, per type of request. */
export interface TypeRule {
  readonly type: string;
  readonly unit: 'working_days' | 'calendar_days';
  readonly amount: number;
}

/** A request as the city judged it. Moments are epoch milliseconds. */
export interface JudgedRow {
  readonly line: number;
  readonly id: string;
  readonly type: string;
  readonly openedAt: number | null;
  readonly targetAt: number | null;
  readonly closedAt: number | null;
  readonly onTime: string;
}

/** A rule counts where it holds for at least this share of the rows it was worked out from. */
const LEAST_SHARE = 0.99;
const UNITS: Readonly<Record<string, TypeRule['unit']>> = {
  business_days: 'working_days',
  calendar_days: 'calendar_days',
};

/** The rules that hold, by `nameKey` of their type. */
export async function readRules(file: string): Promise<ReadonlyMap<string, TypeRule>> {
  const rules = new Map<string, TypeRule>();
  for await (const row of rowsOf(file, ['TYPE', 'mode', 'n', 'match_share'])) {
    const unit = UNITS[row.cells.mode ?? ''];
    const amount = Number(row.cells.n || NaN);
    if (!unit || !(Number(row.cells.match_share) >= LEAST_SHARE) || !Number.isInteger(amount)) continue;
    const type = row.cells.TYPE ?? '';
    rules.set(nameKey(type), { type, unit, amount });
  }
  return rules;
}

/** The requests of a file with the city's own due time and verdict. */
export async function* readJudged(file: string): AsyncGenerator<JudgedRow> {
  const columns = ['CASE_ENQUIRY_ID', 'TYPE', 'OPEN_DT', 'TARGET_DT', 'CLOSED_DT', 'OnTime_Status'];
  for await (const { line, cells } of rowsOf(file, columns)) {
    yield {
      line,
      id: cells.CASE_ENQUIRY_ID ?? '',
      type: cells.TYPE ?? '',
      openedAt: momentOf(cells.OPEN_DT),
      targetAt: momentOf(cells.TARGET_DT),
      closedAt: momentOf(cells.CLOSED_DT),
      onTime: (cells.OnTime_Status ?? '').toUpperCase(),
    };
  }
}

function momentOf(text: string | undefined): number | null {
  if (!text) return null;
  try {
    return parseLocalTime({ text, format: 'MM/dd/yyyy hh:mm:ss a', timeZone: boston.timeZone });
  } catch {
    return null;
  }
}

async function* rowsOf(
  file: string,
  columns: readonly string[],
): AsyncGenerator<{ line: number; cells: Readonly<Record<string, string>> }> {
  const table = await openTable(file);
  const indexes = columns.map((column) => {
    const found = findColumn(table.columns, column);
    if (found.outcome === 'found') return found.index;
    throw new FileRefused('FILE_UNREADABLE', {
      file,
      reason: sayImport('MAPPING_COLUMN_UNKNOWN', 'en', { column }),
    });
  });
  for await (const { line, cells } of table.rows) {
    const named = columns.map((column, i) => [column, cellText(cells[indexes[i] as number]).trim()]);
    yield { line, cells: Object.fromEntries(named) as Record<string, string> };
  }
}
