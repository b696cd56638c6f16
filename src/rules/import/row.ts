/** Reading whole rows, as a mapping says. */

import { cellText, isBlankRow, type Cell, type TableRow } from './cell';
import type { Columns } from './columns';
import type { ConditionSpec, Mapping, StepSpec, ValueSpec } from './mapping';
import { nameKey } from './names';
import type { MappingProblem, RowProblem } from './problems';
import {
  columnIndex,
  isNameToFind,
  patternOf,
  valueReader,
  type MappingDefaults,
  type ReadValue,
  type ValueReader,
} from './value';

/** Fields of a record or of an action's input; null where the cell is empty. */
export type ReadFields = Readonly<Record<string, ReadValue>>;

export interface ReadStep {
  /** Its place among the mapping's steps, from 0. */
  readonly step: number;
  readonly action: string;
  /** ISO, UTC. */
  readonly at: string;
  readonly input: ReadFields;
}

/** What a row says; `steps` for a case, `fields` for a plain record. */
export interface ReadRow {
  readonly line: number;
  /** What tells this row from others. */
  readonly key: string;
  readonly steps: readonly ReadStep[];
  readonly fields: ReadFields;
}

export type RowOutcome =
  | { readonly outcome: 'read'; readonly row: ReadRow }
  | { readonly outcome: 'passed_over' }
  | { readonly outcome: 'rejected'; readonly key: string | null; readonly problems: readonly RowProblem[] };

/** A mapping made ready for one file. */
export interface RowPlan {
  readonly read: (row: TableRow) => RowOutcome;
  /** The column(s) behind a field, for a report; for a case `step` is the number of its step. */
  readonly columnOf: (field: string, step?: number) => string | null;
}

/** A key is kept with the record, in a column of this width. */
const LONGEST_KEY = 255;
/** Used where a mapping names no zone: the office's own. */
const OFFICE_ZONE = 'Asia/Shanghai';
const COMMON_FORMATS = [
  'ISO',
  'yyyy/M/d H:mm:ss',
  'yyyy/M/d H:mm',
  'yyyy/M/d',
  'yyyy-M-d H:mm:ss',
  'yyyy-M-d H:mm',
  'yyyy-M-d',
];

interface Named {
  readonly name: string;
  readonly reader: ValueReader;
}

interface PlannedStep {
  readonly action: string;
  readonly at: ValueReader;
  readonly when: (cells: readonly Cell[]) => boolean;
  readonly slackSeconds: number;
  readonly input: readonly Named[];
}

/**
 * Fits a mapping to the header of a file. Gives every fault of the mapping at once.
 * `officeZone` is the zone of wall clocks for which the mapping names none.
 */
export function planRows(
  mapping: Mapping,
  columns: Columns,
  officeZone: string = OFFICE_ZONE,
):
  | { readonly ok: true; readonly plan: RowPlan }
  | { readonly ok: false; readonly problems: readonly MappingProblem[] } {
  const problems: MappingProblem[] = [];
  const defaults: MappingDefaults = {
    formats: mapping.formats ?? COMMON_FORMATS,
    timeZone: mapping.timeZone ?? officeZone,
    empty: mapping.empty ?? [],
  };
  const reader = (spec: ValueSpec, path: string): ValueReader =>
    valueReader({ spec, columns, defaults, path, problems });
  const named = (fields: Readonly<Record<string, ValueSpec>> | undefined, path: string): Named[] =>
    Object.entries(fields ?? {}).map(([name, spec]) => ({ name, reader: reader(spec, `${path}.${name}`) }));

  const only = conditionOf(mapping.only, { columns, path: 'only', problems });
  const key = mapping.key.columns.map((part, i) => {
    const spec: ValueSpec = typeof part === 'object' ? part : { column: part };
    return reader(spec, `key.columns.${i}`);
  });
  const steps = (mapping.steps ?? []).map((step, i): PlannedStep => {
    const path = `steps.${i}`;
    return {
      action: step.action,
      at: reader(asMoment(step), `${path}.at`),
      slackSeconds: step.slackSeconds ?? 0,
      when: conditionOf(step.when, { columns, path: `${path}.when`, problems }),
      input: named(step.input, `${path}.input`),
    };
  });
  const fields = named(mapping.fields, 'fields');
  if (problems.length > 0) return { ok: false, problems };

  const prefix = mapping.key.prefix ?? '';
  const width = columns.header.length;
  const read = (row: TableRow): RowOutcome => {
    const { cells } = row;
    if (isBlankRow(cells) || !only(cells)) return { outcome: 'passed_over' };
    const found: RowProblem[] = [];
    if (!columns.openEnded && cells.length > width && !isBlankRow(cells.slice(width))) {
      found.push(wholeRow(row.line, 'ROW_CELLS_TOO_MANY', { found: cells.length, expected: width }));
      return { outcome: 'rejected', key: null, problems: found };
    }
    const rowKey = readKey({ parts: key, prefix, row, found });
    if (rowKey !== null && rowKey.length > LONGEST_KEY) {
      found.push(wholeRow(row.line, 'CELL_TOO_LONG', { length: rowKey.length, max: LONGEST_KEY }));
    }
    const readSteps: ReadStep[] = [];
    for (const [i, step] of steps.entries()) {
      if (!step.when(cells)) continue;
      const previous = readSteps.at(-1)?.at ?? null;
      const at = inOrder(readMoment(step, row, found), { step, row, found, previous });
      readSteps.push({ step: i, action: step.action, at, input: readAll(step.input, row, found) });
    }
    const readFields = readAll(fields, row, found);
    if (found.length > 0) return { outcome: 'rejected', key: rowKey, problems: found };
    return {
      outcome: 'read',
      row: { line: row.line, key: rowKey as string, steps: readSteps, fields: readFields },
    };
  };

  const labels = new Map<string, string | null>();
  for (const { name, reader: it } of fields) labels.set(name, it.column);
  steps.forEach((step, i) => {
    labels.set(stepField(i, 'at'), step.at.column);
    for (const { name, reader: it } of step.input) labels.set(stepField(i, name), it.column);
  });
  const columnOf = (field: string, step?: number): string | null =>
    labels.get(step === undefined ? field : stepField(step, field)) ?? null;
  return { ok: true, plan: { read, columnOf } };
}

const stepField = (step: number, field: string): string => `${step}.${field}`;

const asMoment = (step: StepSpec): ValueSpec => ({ as: 'moment', ...step.at });

const wholeRow = (line: number, code: RowProblem['code'], details: RowProblem['details']): RowProblem => ({
  line,
  column: null,
  field: null,
  code,
  details,
  value: null,
});

/** When a step was done; '' where nobody can tell, which is noted. */
function readMoment({ action, at }: PlannedStep, row: TableRow, found: RowProblem[]): string {
  const value = readOne({ name: 'at', reader: at }, row, found);
  if (value === null) {
    const details = { action };
    found.push({
      line: row.line,
      column: at.column,
      field: 'at',
      code: 'MOMENT_MISSING',
      details,
      value: null,
    });
  }
  return typeof value === 'string' ? value : '';
}

interface Ordering {
  readonly step: PlannedStep;
  readonly row: TableRow;
  readonly found: RowProblem[];
  readonly previous: string | null;
}

/** A step cannot have been done before the one before it; clocks may disagree by the slack of the mapping. */
function inOrder(at: string, { step, row, found, previous }: Ordering): string {
  if (at === '' || !previous || at >= previous) return at;
  if (Date.parse(previous) - Date.parse(at) <= step.slackSeconds * 1000) return previous;
  const details = { action: step.action, value: at, previous };
  found.push({
    line: row.line,
    column: step.at.column,
    field: 'at',
    code: 'STEP_OUT_OF_ORDER',
    details,
    value: at,
  });
  return at;
}

/** The value; undefined, and the fault noted, where it cannot be read. */
function readOne({ name, reader }: Named, row: TableRow, found: RowProblem[]): ReadValue | undefined {
  const outcome = reader.read(row.cells);
  if (outcome.ok) return outcome.value;
  const { code, details, value, column = reader.column } = outcome.fault;
  found.push({ line: row.line, column, field: name, code, details, value });
  return undefined;
}

function readAll(fields: readonly Named[], row: TableRow, found: RowProblem[]): ReadFields {
  const values: Record<string, ReadValue> = {};
  for (const named of fields) {
    const value = readOne(named, row, found);
    if (value !== undefined && value !== null) values[named.name] = value;
  }
  return values;
}

function readKey({
  parts,
  prefix,
  row,
  found,
}: {
  parts: readonly ValueReader[];
  prefix: string;
  row: TableRow;
  found: RowProblem[];
}): string | null {
  const values: string[] = [];
  let filled = false;
  for (const reader of parts) {
    const value = readOne({ name: 'key', reader }, row, found);
    if (value === undefined) return null;
    const text = value === null ? '' : isNameToFind(value) ? value.name : String(value);
    if (text !== '') filled = true;
    values.push(text);
  }
  if (filled) return prefix + values.join('|');
  found.push({
    ...wholeRow(row.line, 'KEY_EMPTY', {}),
    column: parts.map(({ column }) => column).join(' + '),
  });
  return null;
}

type Test = (cells: readonly Cell[]) => boolean;

function conditionOf(
  specs: ConditionSpec | readonly ConditionSpec[] | undefined,
  place: { columns: Columns; path: string; problems: MappingProblem[] },
): Test {
  if (specs === undefined) return () => true;
  const list = Array.isArray(specs) ? (specs as readonly ConditionSpec[]) : [specs as ConditionSpec];
  const tests = list.map((spec) => testOf(spec, place));
  return (cells) => tests.every((test) => test(cells));
}

function testOf(
  { column, filled, equals, not, matches }: ConditionSpec,
  place: { columns: Columns; path: string; problems: MappingProblem[] },
): Test {
  const index = columnIndex({ ref: column, ...place });
  const textAt = (cells: readonly Cell[]): string => cellText(cells[index]).trim();
  if (filled !== undefined) return (cells) => (textAt(cells) !== '') === filled;
  if (matches !== undefined) {
    const pattern = patternOf(matches, place.path, place.problems);
    return (cells) => pattern.test(textAt(cells));
  }
  const wanted = new Set([equals ?? not ?? []].flat().map(nameKey));
  return (cells) => wanted.has(nameKey(textAt(cells))) === (equals !== undefined);
}

/** The record types that a mapping looks names up in, and whether it may make a record for an unknown name. */
export function lookupsIn(mapping: Mapping): {
  readonly types: ReadonlySet<string>;
  readonly create: boolean;
} {
  const types = new Set<string>();
  let create = false;
  const visit = (spec: ValueSpec): void => {
    if (spec.lookup !== undefined) types.add(spec.lookup);
    if (spec.create) create = true;
    if (spec.within) visit(spec.within);
  };
  for (const step of mapping.steps ?? []) Object.values(step.input ?? {}).forEach(visit);
  Object.values(mapping.fields ?? {}).forEach(visit);
  return { types, create };
}
