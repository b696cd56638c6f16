/** What can be wrong with a mapping, a file or a row. The words for people are in `words.ts`. */

export type MappingCode =
  | 'MAPPING_INVALID'
  | 'MAPPING_COLUMN_UNKNOWN'
  | 'MAPPING_COLUMN_AMBIGUOUS'
  | 'MAPPING_FIELD_UNKNOWN'
  | 'MAPPING_FIELD_MISSING'
  | 'MAPPING_ACTION_UNKNOWN'
  | 'MAPPING_FORMAT_UNKNOWN'
  | 'MAPPING_LOOKUP_UNKNOWN'
  | 'MAPPING_ZONE_UNKNOWN'
  | 'MAPPING_PATTERN_INVALID'
  | 'MAPPING_TYPE_DIFFERS';

export type FileCode =
  | 'FILE_UNREADABLE'
  | 'FILE_KIND_UNKNOWN'
  | 'FILE_EMPTY'
  | 'FILE_ENCODING_UNKNOWN'
  | 'FILE_ENCODING_WRONG'
  | 'FILE_QUOTE_OPEN'
  | 'FILE_ROW_TOO_LONG'
  | 'FILE_SHEET_UNKNOWN'
  | 'FILE_SPREADSHEET_DAMAGED'
  | 'FILE_TOO_LARGE'
  | 'REPORT_NOT_WRITABLE';

export type RowCode =
  | 'CELL_BROKEN'
  | 'CELL_REQUIRED'
  | 'CELL_TOO_LONG'
  | 'KEY_EMPTY'
  | 'LOOKUP_AMBIGUOUS'
  | 'LOOKUP_UNKNOWN'
  | 'MOMENT_MISSING'
  | 'MOMENT_UNREADABLE'
  | 'NUMBER_DIGITS_LOST'
  | 'NUMBER_NOT_WHOLE'
  | 'NUMBER_UNREADABLE'
  | 'PATTERN_NOT_FOUND'
  | 'ROW_CELLS_TOO_MANY'
  | 'ROW_REPEATED'
  | 'STEP_OUT_OF_ORDER'
  | 'VALUE_NOT_MAPPED'
  | 'YES_NO_UNREADABLE';

export type ImportDetails = Readonly<Record<string, unknown>>;

/** One thing that is wrong with a mapping; `path` leads to it, e.g. 'steps.0.input.matter'. */
export interface MappingProblem {
  readonly code: MappingCode;
  readonly path: string;
  readonly details: ImportDetails;
}

/** One thing that is wrong with a row: where it stands, and why the row is rejected. */
export interface RowProblem {
  /** Physical line (CSV) or row (XLSX) on which the row begins. */
  readonly line: number;
  /** Header of the column at fault (its letter where it has no header), several joined; null for the whole row. */
  readonly column: string | null;
  readonly field: string | null;
  /** A RowCode, or the code of a refusal of the office's rules. */
  readonly code: string;
  readonly details: ImportDetails;
  /** What stood there. */
  readonly value: string | null;
}

/** The mapping does not fit: nothing was read. */
export class MappingRefused extends Error {
  readonly problems: readonly MappingProblem[];

  constructor(problems: readonly MappingProblem[]) {
    super(problems.map(({ code, path }) => `${code} ${path}`).join(', '));
    this.name = 'MappingRefused';
    this.problems = problems;
  }
}

/** The file cannot be read (further). */
export class FileRefused extends Error {
  readonly code: FileCode;
  readonly details: ImportDetails;

  constructor(code: FileCode, details: ImportDetails = {}) {
    super(code);
    this.name = 'FileRefused';
    this.code = code;
    this.details = details;
  }
}
