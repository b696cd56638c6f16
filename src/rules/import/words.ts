import { refusalWords } from '../words/refusals';
import { say, type Locale, type WordTable } from '../words/say';
import type { FileCode, ImportDetails, MappingCode, RowCode } from './problems';

/** What is said about a mapping, a file or a row, by code; `{name}` stands for the detail of that name. */
export const importWords: WordTable & Readonly<Record<MappingCode | FileCode | RowCode, unknown>> = {
  CELL_BROKEN: {
    zh: '表格中该单元格本身就是错误值（{value}）。',
    en: 'The cell itself shows an error in the spreadsheet ({value}).',
  },
  CELL_REQUIRED: { zh: '此项必填，但单元格为空。', en: 'This must be given, but the cell is empty.' },
  CELL_TOO_LONG: {
    zh: '内容有 {length} 个字符，超过上限 {max} 个。',
    en: 'The text has {length} characters; {max} is the most.',
  },
  FILE_EMPTY: { zh: '文件中没有数据。', en: 'There is no data in the file.' },
  FILE_ENCODING_UNKNOWN: {
    zh: '不认识“{encoding}”这种文字编码。',
    en: 'There is no text encoding called “{encoding}”.',
  },
  FILE_ENCODING_WRONG: {
    zh: '文件不是 {encoding} 编码，请在对应表的 file.encoding 中写明编码。',
    en: 'The file is not in {encoding}; name its encoding in the mapping, under file.encoding.',
  },
  FILE_KIND_UNKNOWN: {
    zh: '无法识别此文件，只能导入 CSV 和 XLSX 文件。',
    en: 'This kind of file is not known: CSV and XLSX files can be imported.',
  },
  FILE_QUOTE_OPEN: {
    zh: '从第 {line} 行起的引号直到文件结束都没有配对。',
    en: 'A quotation mark that opens at line {line} is never closed.',
  },
  FILE_ROW_TOO_LONG: {
    zh: '第 {line} 行的内容过长，可能是引号没有配对。',
    en: 'The row at line {line} is too long; a quotation mark may be missing.',
  },
  FILE_SHEET_UNKNOWN: {
    zh: '工作簿中没有“{sheet}”这张表，现有：{sheets}。',
    en: 'The workbook has no sheet “{sheet}”. It has: {sheets}.',
  },
  FILE_SPREADSHEET_DAMAGED: {
    zh: '工作簿已损坏，无法读取（{reason}）。',
    en: 'The workbook is damaged and cannot be read ({reason}).',
  },
  FILE_TOO_LARGE: {
    zh: '工作簿中“{part}”部分过大，请拆分后再导入。',
    en: 'The part “{part}” of the workbook is too large; split the workbook first.',
  },
  FILE_UNREADABLE: { zh: '无法打开文件 {file}（{reason}）。', en: 'Cannot open the file {file} ({reason}).' },
  KEY_EMPTY: {
    zh: '用来识别此行的列为空，无法判断是否已导入过。',
    en: 'The columns that identify this row are empty, so it cannot be told from others.',
  },
  LOOKUP_AMBIGUOUS: {
    zh: '“{name}”对应 {count} 条记录，无法确定是哪一条。',
    en: '“{name}” may be any of {count} records.',
  },
  LOOKUP_UNKNOWN: { zh: '登记册中没有“{name}”。', en: '“{name}” is not in the register.' },
  MAPPING_ACTION_UNKNOWN: {
    zh: '{type} 没有“{action}”这个操作，或不能由导入办理。',
    en: 'There is no action “{action}” for {type}, or an import may not perform it.',
  },
  MAPPING_COLUMN_AMBIGUOUS: {
    zh: '表头中有 {count} 列都叫“{column}”，请写成“{column}#1”“{column}#2”。',
    en: '{count} columns are headed “{column}”: write “{column}#1”, “{column}#2”.',
  },
  MAPPING_COLUMN_UNKNOWN: {
    zh: '文件中没有“{column}”这一列。',
    en: 'The file has no column “{column}”.',
  },
  MAPPING_FIELD_MISSING: { zh: '缺少必填的“{field}”。', en: '“{field}” must be given and is missing.' },
  MAPPING_FIELD_UNKNOWN: { zh: '没有“{field}”这个字段。', en: 'There is no field “{field}”.' },
  MAPPING_FORMAT_UNKNOWN: {
    zh: '无法识别时间格式“{format}”。',
    en: 'The time format “{format}” cannot be understood.',
  },
  MAPPING_INVALID: { zh: '对应表有误：{reason}。', en: 'The mapping is not valid: {reason}.' },
  MAPPING_LOOKUP_UNKNOWN: {
    zh: '“{type}”不能按名称查找。',
    en: '{type} cannot be looked up by name.',
  },
  MAPPING_PATTERN_INVALID: {
    zh: '提取规则“{pattern}”不是有效的正则表达式。',
    en: '“{pattern}” is not a valid regular expression.',
  },
  MAPPING_TYPE_DIFFERS: {
    zh: '对应表是为“{mapping}”写的，不能用来导入“{type}”。',
    en: 'The mapping is written for {mapping} and cannot import {type}.',
  },
  MAPPING_ZONE_UNKNOWN: { zh: '没有“{timeZone}”这个时区。', en: 'There is no time zone “{timeZone}”.' },
  MOMENT_MISSING: {
    zh: '缺少办理“{action}”的时间。',
    en: 'The time at which “{action}” was done is missing.',
  },
  MOMENT_UNREADABLE: {
    zh: '“{value}”不是有效的时间，应为：{formats}。',
    en: '“{value}” is not a time as expected: {formats}.',
  },
  NUMBER_DIGITS_LOST: {
    zh: '“{value}”已被表格软件改成科学计数法，位数丢失，请改回文本格式。',
    en: '“{value}” was shortened by the spreadsheet and has lost digits; restore it as text.',
  },
  NUMBER_NOT_WHOLE: { zh: '“{value}”应为整数。', en: '“{value}” should be a whole number.' },
  NUMBER_UNREADABLE: { zh: '“{value}”不是数字。', en: '“{value}” is not a number.' },
  PATTERN_NOT_FOUND: {
    zh: '“{value}”中找不到所需内容。',
    en: 'What is wanted from “{value}” is not found in it.',
  },
  REPORT_NOT_WRITABLE: {
    zh: '退回清单 {file} 无法写入（{reason}）。',
    en: 'The report {file} cannot be written ({reason}).',
  },
  ROW_CELLS_TOO_MANY: {
    zh: '此行有 {found} 格，表头只有 {expected} 格，可能是引号或分隔符有误。',
    en: 'The row has {found} cells, the header {expected}; a quotation mark or delimiter may be wrong.',
  },
  ROW_REPEATED: {
    zh: '与第 {first} 行重复（同一识别号）。',
    en: 'Repeats line {first}: the same key.',
  },
  STEP_OUT_OF_ORDER: {
    zh: '办理“{action}”的时间（{value}）早于上一步（{previous}）。',
    en: '“{action}” is dated {value}, before the step before it ({previous}).',
  },
  VALUE_NOT_MAPPED: {
    zh: '对应表没有说明“{value}”怎样对应。',
    en: 'The mapping does not say what “{value}” stands for.',
  },
  YES_NO_UNREADABLE: { zh: '“{value}”无法判断是“是”还是“否”。', en: '“{value}” is neither yes nor no.' },
};

/** The sentence for a code of the import or of the office's rules; the bare code where there is none. */
export function sayImport(code: string, locale: Locale, details: ImportDetails = {}): string {
  const words = (importWords as WordTable)[code] ?? refusalWords[code];
  return words ? say(words, locale, details) : code;
}
