/** Reading one value of a row, as a mapping says. */

import { nameKey } from './names';
import { codeOf, readDigits, readNumber, readYesNo } from './convert';
import { cellText, type Cell } from './cell';
import { columnLabel, findColumn, type ColumnRef, type Columns } from './columns';
import type { ValueSpec } from './mapping';
import type { ImportDetails, MappingCode, MappingProblem, RowCode } from './problems';
import { localDate, parseLocalTime, TimeRefused } from '../time';

export type Scalar = string | number | boolean;

/** A name that is still to be looked up in the register. */
export interface NameToFind {
  readonly lookup: string;
  readonly name: string;
  readonly create: boolean;
  readonly within: NameToFind | null;
}

export type ReadValue = Scalar | NameToFind | null;

export const isNameToFind = (value: unknown): value is NameToFind =>
  typeof value === 'object' && value !== null && 'lookup' in value;

/** A fault in one value of one row. */
export interface ValueFault {
  readonly code: RowCode;
  readonly details: ImportDetails;
  /** What stood in the cell. */
  readonly value: string;
  /** The column at fault, where it is not the value's own. */
  readonly column?: string | null;
}

export type ReadOutcome =
  { readonly ok: true; readonly value: ReadValue } | { readonly ok: false; readonly fault: ValueFault };

/** A value of the mapping, made ready for one file. */
export interface ValueReader {
  /** The columns it draws on, as a report names them; null for a constant. */
  readonly column: string | null;
  readonly read: (cells: readonly Cell[]) => ReadOutcome;
}

/** What holds for the whole mapping. */
export interface MappingDefaults {
  readonly formats: readonly string[];
  readonly timeZone: string;
  readonly empty: readonly string[];
}

export interface ReaderInput {
  readonly spec: ValueSpec;
  readonly columns: Columns;
  readonly defaults: MappingDefaults;
  /** Leads to the value in the mapping. */
  readonly path: string;
  /** Faults of the mapping are added here. */
  readonly problems: MappingProblem[];
}

type Pass = (cell: Cell) => ReadOutcome;

const ok = (value: ReadValue): ReadOutcome => ({ ok: true, value });
const fault = (code: RowCode, value: string, details: ImportDetails = {}): ReadOutcome => ({
  ok: false,
  fault: { code, value, details: { value, ...details } },
});

/**
 * Makes a value ready for a file with this header. Faults of the mapping (unknown column, time
 * format, zone, pattern) go to `problems`; the reader must not be used when there are any.
 */
export function valueReader(input: ReaderInput): ValueReader {
  const { spec, columns } = input;
  const source = sourceOf(input);
  const pass = passOf(input);
  const within = spec.within && valueReader({ ...input, spec: spec.within, path: `${input.path}.within` });
  const labels = source.indexes.map((index) => columnLabel(columns.header, index));
  return {
    column: labels.length > 0 ? [...new Set(labels)].join(' + ') : null,
    read: (cells) => {
      const broken = source.indexes.map((index) => cells[index]).find(isBroken);
      if (broken) return fault('CELL_BROKEN', broken.error);
      const outcome = pass(source.cell(cells));
      if (!within || !outcome.ok || !isNameToFind(outcome.value)) return outcome;
      const outer = within.read(cells);
      if (!outer.ok) return { ok: false, fault: { column: within.column, ...outer.fault } };
      return ok({ ...outcome.value, within: isNameToFind(outer.value) ? outer.value : null });
    },
  };
}

/** The index of a column, or a fault of the mapping. */
export function columnIndex({
  ref,
  columns,
  path,
  problems,
}: {
  ref: ColumnRef;
  columns: Columns;
  path: string;
  problems: MappingProblem[];
}): number {
  const found = findColumn(columns, ref);
  if (found.outcome === 'found') return found.index;
  const code: MappingCode =
    found.outcome === 'unknown' ? 'MAPPING_COLUMN_UNKNOWN' : 'MAPPING_COLUMN_AMBIGUOUS';
  const count = found.outcome === 'ambiguous' ? { count: found.count } : {};
  problems.push({ code, path, details: { column: ref, ...count } });
  return -1;
}

/** A regular expression of the mapping, or a fault of it. */
export function patternOf(pattern: string, path: string, problems: MappingProblem[]): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    problems.push({ code: 'MAPPING_PATTERN_INVALID', path, details: { pattern } });
    return /$^/u;
  }
}

const isBroken = (cell: Cell | undefined): cell is { error: string } =>
  typeof cell === 'object' && 'error' in cell;

interface Source {
  readonly indexes: readonly number[];
  readonly cell: (cells: readonly Cell[]) => Cell;
}

function sourceOf({ spec, columns, path, problems }: ReaderInput): Source {
  const find = (ref: ColumnRef): number => columnIndex({ ref, columns, path, problems });
  if (spec.column !== undefined) {
    const index = find(spec.column);
    return { indexes: [index], cell: (cells) => cells[index] ?? '' };
  }
  if (spec.columns !== undefined) {
    const indexes = spec.columns.map(find);
    const glue = spec.join ?? ' ';
    return {
      indexes,
      cell: (cells) =>
        indexes
          .map((index) => cellText(cells[index]).trim())
          .filter((text) => text !== '')
          .join(glue),
    };
  }
  if (spec.template !== undefined) return templateSource(spec.template, find);
  const constant = spec.value === null || spec.value === undefined ? '' : String(spec.value);
  return { indexes: [], cell: () => constant };
}

/** A template whose columns are all empty is empty itself. */
function templateSource(template: string, find: (ref: ColumnRef) => number): Source {
  const parts: (string | number)[] = [];
  const indexes: number[] = [];
  let rest = 0;
  for (const match of template.matchAll(/\{\{|\}\}|\{([^{}]+)\}/g)) {
    parts.push(template.slice(rest, match.index));
    rest = match.index + match[0].length;
    if (match[1] === undefined) parts.push(match[0].charAt(0));
    else {
      const index = find(match[1]);
      indexes.push(index);
      parts.push(index);
    }
  }
  parts.push(template.slice(rest));
  return {
    indexes,
    cell: (cells) => {
      const filled = indexes.length === 0 || indexes.some((index) => cellText(cells[index]).trim() !== '');
      if (!filled) return '';
      return parts.map((part) => (typeof part === 'string' ? part : cellText(cells[part]).trim())).join('');
    },
  };
}

/** From the cell to the value: blanks, “nothing here”, extraction, map, kind of value, length, look-up. */
function passOf(input: ReaderInput): Pass {
  const { spec, defaults, path, problems } = input;
  if (
    spec.value !== undefined &&
    spec.map === undefined &&
    spec.lookup === undefined &&
    spec.as === undefined
  ) {
    const constant = ok(spec.value);
    return () => constant;
  }
  const empty = new Set([...defaults.empty, ...(spec.empty ?? [])].map(nameKey));
  const pattern =
    spec.extract === undefined ? undefined : patternOf(spec.extract, `${path}.extract`, problems);
  const map = spec.map && new Map(Object.entries(spec.map).map(([text, value]) => [nameKey(text), value]));
  const coerce = coercionOf(input);
  const nothing = (): ReadOutcome => {
    if (spec.default !== undefined) return ok(spec.default);
    return spec.required ? fault('CELL_REQUIRED', '') : ok(null);
  };

  return (cell) => {
    if (typeof cell === 'object' && 'wall' in cell && (spec.as === 'moment' || spec.as === 'date'))
      return coerce(cell);
    let text = cellText(cell);
    if (spec.trim !== false) text = text.trim();
    if (spec.collapse) text = text.replace(/\s+/g, ' ');
    if (text === '' || (empty.size > 0 && empty.has(nameKey(text)))) return nothing();
    if (pattern) {
      const match = pattern.exec(text);
      if (!match) return spec.default !== undefined ? nothing() : fault('PATTERN_NOT_FOUND', text);
      text = match[1] ?? match[0];
    }
    if (map) {
      const mapped = map.get(nameKey(text));
      if (mapped === null) return nothing();
      if (mapped !== undefined) return typeof mapped === 'string' ? finish(mapped) : ok(mapped);
      if (spec.otherwise !== undefined) return spec.otherwise === null ? nothing() : ok(spec.otherwise);
      if (!spec.keep) return fault('VALUE_NOT_MAPPED', text);
    }
    return finish(text);
  };

  function finish(text: string): ReadOutcome {
    if (spec.lookup !== undefined) {
      return ok({ lookup: spec.lookup, name: text, create: spec.create ?? false, within: null });
    }
    return coerce(text);
  }
}

type Coercion = (cell: Cell) => ReadOutcome;

function coercionOf(input: ReaderInput): Coercion {
  const { spec } = input;
  switch (spec.as ?? 'text') {
    case 'number':
    case 'integer':
      return (cell) => number(cellText(cell), spec.as === 'integer');
    case 'digits':
      return (cell) => {
        const text = cellText(cell);
        const read = readDigits(text);
        return 'lost' in read
          ? fault('NUMBER_DIGITS_LOST', text)
          : limited(read.digits.padStart(spec.pad ?? 0, '0'), spec);
      };
    case 'yes_no':
      return (cell) => {
        const read = readYesNo(cellText(cell));
        return read === undefined ? fault('YES_NO_UNREADABLE', cellText(cell)) : ok(read);
      };
    case 'moment':
      return momentCoercion(input, (at) => new Date(at).toISOString());
    case 'date':
      return momentCoercion(input, (at, timeZone) => localDate(timeZone, at));
    case 'code':
      return (cell) => ok(codeOf(nameKey(cellText(cell))));
    default:
      return (cell) => limited(cellText(cell), spec);
  }
}

function number(text: string, whole: boolean): ReadOutcome {
  const read = readNumber(text);
  if (read === undefined) return fault('NUMBER_UNREADABLE', text);
  return whole && !Number.isInteger(read) ? fault('NUMBER_NOT_WHOLE', text) : ok(read);
}

function limited(text: string, { max, cut }: ValueSpec): ReadOutcome {
  if (max === undefined || text.length <= max) return ok(text);
  if (cut) return ok(text.slice(0, max).toWellFormed());
  return fault('CELL_TOO_LONG', text, { length: text.length, max });
}

function momentCoercion(
  { spec, defaults, path, problems }: ReaderInput,
  write: (at: number, timeZone: string) => string,
): Coercion {
  const formats = spec.formats ?? defaults.formats;
  const timeZone = spec.timeZone ?? defaults.timeZone;
  checkFormats({ formats, timeZone, path, problems });
  return (cell) => {
    const text = typeof cell === 'object' && 'wall' in cell ? cell.wall : cellText(cell);
    const tried = typeof cell === 'object' ? ['ISO'] : formats;
    for (const format of tried) {
      const at = momentIn(text, format, timeZone);
      if (at !== undefined) return ok(write(at, timeZone));
    }
    return fault('MOMENT_UNREADABLE', cellText(cell), { formats: formats.join('; ') });
  };
}

function momentIn(text: string, format: string, timeZone: string): number | undefined {
  try {
    return parseLocalTime({ text, format, timeZone });
  } catch (error) {
    if (error instanceof TimeRefused) return undefined;
    throw error;
  }
}

function checkFormats({
  formats,
  timeZone,
  path,
  problems,
}: {
  formats: readonly string[];
  timeZone: string;
  path: string;
  problems: MappingProblem[];
}): void {
  for (const format of formats) {
    try {
      parseLocalTime({ text: '', format, timeZone });
    } catch (error) {
      if (!(error instanceof TimeRefused)) throw error;
      if (error.code === 'TIME_ZONE_UNKNOWN') {
        problems.push({ code: 'MAPPING_ZONE_UNKNOWN', path, details: { timeZone } });
        return;
      }
      if (error.code === 'TIME_FORMAT_UNKNOWN') {
        problems.push({ code: 'MAPPING_FORMAT_UNKNOWN', path, details: { format } });
      }
    }
  }
}
