import {
  isNameToFind,
  lookupsIn,
  planRows,
  MappingRefused,
  type Mapping,
  type ReadFields,
  type ReadRow,
  type RowPlan,
  type RowProblem,
} from '../../rules/import';
import type { Intake, ReadyRow, ReadyStep, Take, Taken } from './intake';
import type { Lookups } from './lookups';
import { openTable, type ReadProgress, type Table } from './read';
import type { Report } from './report';

/** How many rows go into the office at once. */
const BATCH = 500;
/** How many faults are kept for the caller; the report has them all. */
const MOST_KEPT = 1_000;

export interface RunInput {
  readonly file: string;
  readonly mapping: Mapping;
  readonly lookups: Lookups;
  readonly intake: Intake;
  /** Writes nothing, reports everything. */
  readonly dryRun: boolean;
  /** Takes in the good rows of a file that has bad ones. */
  readonly keepGood: boolean;
  readonly officeZone: string;
  readonly report: Report | null;
  /** Told how far the file has been read, and of the rows so far. */
  readonly progress?: ReadProgress;
}

export interface ImportResult {
  /** Rows with something in them that were meant. */
  readonly rows: number;
  /** Came in (or would have, in a dry run or a file that was given up). */
  readonly admitted: number;
  /** Were in the office already. */
  readonly unchanged: number;
  readonly rejected: number;
  /** Repeated a row before them and were passed over, as the mapping says. */
  readonly repeated: number;
  /** Blank, or not meant by the mapping. */
  readonly passedOver: number;
  /** Whether what came in was kept. */
  readonly kept: boolean;
  /** Records made because a name was unknown, e.g. categories; the names only, in a dry run. */
  readonly created: number;
  /** The first faults; all of them are in the report. */
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
}

/**
 * Reads a file row by row and takes it into the office, all in one transaction: a file with a bad row
 * leaves nothing behind unless `keepGood`. Every fault is reported, in the order of the file.
 * Throws MappingRefused, FileRefused.
 */
export async function runImport(input: RunInput): Promise<ImportResult> {
  const created = await createMissing(input);
  let kept = false;
  try {
    const result = await input.intake(async (take) => {
      const tally = await new Run(input, take).toTheEnd();
      kept = !input.dryRun && (tally.rejected === 0 || input.keepGood);
      return { keep: kept, result: { ...tally, kept, created: created.count } };
    });
    return result;
  } finally {
    if (!kept) await created.undo();
  }
}

/**
 * Where the mapping lets unknown names make their record, the file is read once for them: the office must
 * know them before it takes in what refers to them. A dry run only counts them.
 */
async function createMissing({ file, mapping, lookups, officeZone, dryRun }: RunInput) {
  const nothing = { count: 0, undo: () => Promise.resolve() };
  if (!lookupsIn(mapping).create) return nothing;
  const { table, plan } = await openPlanned(file, mapping, officeZone);
  for await (const tableRow of table.rows) {
    const read = plan.read(tableRow);
    if (read.outcome === 'read') resolveRow(read.row, plan, lookups);
  }
  const count = [...lookups.missing.values()].reduce((sum, names) => sum + names.size, 0);
  return dryRun ? { ...nothing, count } : lookups.createMissing();
}

/** Looks whether a mapping fits a file, before anything is opened for it. Throws MappingRefused, FileRefused. */
export async function checkFit(file: string, mapping: Mapping): Promise<void> {
  const { table } = await openPlanned(file, mapping, 'UTC');
  await table.rows.return(undefined);
}

/** Opens a file and fits the mapping to it. Throws MappingRefused, FileRefused. */
export async function openPlanned(
  file: string,
  mapping: Mapping,
  officeZone: string,
  progress?: ReadProgress,
): Promise<{ table: Table; plan: RowPlan }> {
  const table = await openTable(file, mapping.file, progress);
  const planned = planRows(mapping, table.columns, officeZone);
  if (planned.ok) return { table, plan: planned.plan };
  await table.rows.return(undefined);
  throw new MappingRefused(planned.problems);
}

type Entry =
  { readonly row: ReadyRow } | { readonly problems: readonly RowProblem[]; readonly repeated: boolean };

class Run {
  private readonly tally = {
    rows: 0,
    admitted: 0,
    unchanged: 0,
    rejected: 0,
    repeated: 0,
    passedOver: 0,
    problemCount: 0,
  };
  private readonly problems: RowProblem[] = [];
  private readonly firstLine = new Map<string, number>();
  private entries: Entry[] = [];

  constructor(
    private readonly input: RunInput,
    private readonly take: Take,
  ) {}

  async toTheEnd() {
    const { file, mapping, officeZone, progress } = this.input;
    const { table, plan } = await openPlanned(file, mapping, officeZone, progress);
    for await (const tableRow of table.rows) {
      const read = plan.read(tableRow);
      if (read.outcome === 'passed_over') {
        this.tally.passedOver += 1;
        continue;
      }
      this.tally.rows += 1;
      if (read.outcome === 'read') this.entries.push(this.entryOf(read.row, plan));
      else this.entries.push({ problems: read.problems, repeated: false });
      if (this.entries.length >= BATCH) await this.flush(plan);
    }
    await this.flush(plan);
    return { ...this.tally, problems: this.problems };
  }

  private entryOf(row: ReadRow, plan: RowPlan): Entry {
    const first = this.firstLine.get(row.key);
    if (first !== undefined) {
      const repeated = this.input.mapping.repeated === 'skip';
      return { problems: [repeatOf(row, first)], repeated };
    }
    this.firstLine.set(row.key, row.line);
    const resolved = resolveRow(row, plan, this.input.lookups);
    return resolved.ok ? { row: resolved.row } : { problems: resolved.problems, repeated: false };
  }

  /** Takes in what has come together; faults are noted in the order of the file. */
  private async flush(plan: RowPlan): Promise<void> {
    const rows = this.entries.flatMap((entry) => ('row' in entry ? [entry.row] : []));
    const taken = rows.length > 0 ? await this.take(rows) : [];
    let next = 0;
    for (const entry of this.entries) {
      if ('row' in entry) {
        await this.note(entry.row, taken[next] as Taken, plan);
        next += 1;
      } else {
        if (entry.repeated) this.tally.repeated += 1;
        else this.tally.rejected += 1;
        await this.complain(entry.problems);
      }
    }
    this.entries = [];
  }

  private async note(row: ReadyRow, taken: Taken, plan: RowPlan): Promise<void> {
    if (taken.outcome !== 'refused') {
      this.tally[taken.outcome] += 1;
      return;
    }
    this.tally.rejected += 1;
    await this.complain([refusalOf(row, taken, plan)]);
  }

  private async complain(problems: readonly RowProblem[]): Promise<void> {
    this.tally.problemCount += problems.length;
    this.problems.push(...problems.slice(0, Math.max(0, MOST_KEPT - this.problems.length)));
    await this.input.report?.write(problems);
  }
}

const repeatOf = ({ line, key }: ReadRow, first: number): RowProblem => ({
  line,
  column: null,
  field: null,
  code: 'ROW_REPEATED',
  details: { first },
  value: key,
});

function refusalOf(
  { line, steps }: ReadyRow,
  refused: Taken & { outcome: 'refused' },
  plan: RowPlan,
): RowProblem {
  const { code, details } = refused;
  const step = refused.step === undefined ? undefined : steps[refused.step];
  const field = typeof details.field === 'string' ? details.field : null;
  const given = field === null ? undefined : step?.input[field];
  return {
    line,
    column: columnOfRefusal(field, step, plan),
    field: field ?? step?.action ?? null,
    code,
    details: { action: step?.action, ...details },
    value: typeof given === 'string' || typeof given === 'number' ? String(given) : (step?.at ?? null),
  };
}

/** The column of the field at fault; of the time of the step where no field is named. */
function columnOfRefusal(field: string | null, step: ReadyStep | undefined, plan: RowPlan): string | null {
  const own = field === null ? null : plan.columnOf(field, step?.step);
  return own ?? (step ? plan.columnOf('at', step.step) : null);
}

type RowResolved =
  | { readonly ok: true; readonly row: ReadyRow }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** Looks up every name in a row. */
export function resolveRow(row: ReadRow, plan: RowPlan, lookups: Lookups): RowResolved {
  const problems: RowProblem[] = [];
  const resolve = (fields: ReadFields, step?: number): Record<string, unknown> => {
    const values: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(fields)) {
      if (!isNameToFind(value)) {
        values[field] = value;
        continue;
      }
      const resolved = lookups.resolve(value);
      if (resolved.ok) values[field] = resolved.id;
      else {
        const { code, details } = resolved;
        problems.push({
          line: row.line,
          column: plan.columnOf(field, step),
          field,
          code,
          details,
          value: value.name,
        });
      }
    }
    return values;
  };
  const steps = row.steps.map((step): ReadyStep => ({ ...step, input: resolve(step.input, step.step) }));
  const fields = resolve(row.fields);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, row: { line: row.line, key: row.key, steps, fields } };
}
