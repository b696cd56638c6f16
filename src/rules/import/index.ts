export { cellText, isBlankRow, type Cell, type TableRow, type WallTime } from './cell';
export { findColumn, type Columns } from './columns';
export { guessDelimiter } from './delimiter';
export { readMapping, type Mapping, type ValueSpec } from './mapping';
export { NameIndex, nameKey, type Found, type Named } from './names';
export {
  FileRefused,
  MappingRefused,
  type FileCode,
  type ImportDetails,
  type MappingProblem,
  type RowProblem,
} from './problems';
export {
  lookupsIn,
  planRows,
  type ReadFields,
  type ReadRow,
  type ReadStep,
  type RowOutcome,
  type RowPlan,
} from './row';
export { isNameToFind, type NameToFind, type ReadValue } from './value';
export { sayImport } from './words';
