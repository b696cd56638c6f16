import { createRequire } from 'node:module';
import type { SheetData } from 'write-excel-file/node' with { 'resolution-mode': 'import' };
import { type Cell, type Report, type Section, reportWord } from '../../rules/reports';
import type { Locale } from '../../rules/words/say';

type WriteExcel = (sheets: readonly Sheet[], options: object) => { toBuffer: () => Promise<Buffer> };
interface Sheet {
  readonly sheet: string;
  readonly data: SheetData;
  readonly columns: readonly { readonly width: number }[];
  readonly stickyRowsCount?: number;
}

/** The package is typed as an ES module only, and gives CommonJS the same; it is loaded with the first workbook. */
const loadWriter = (): WriteExcel => createRequire(__filename)('write-excel-file/node') as WriteExcel;

/** What a sheet of Excel may be called at most. */
const MOST_NAME = 31;
const HEAD = { fontWeight: 'bold', backgroundColor: '#EEF1F5', wrap: true } as const;
const DAY_SECONDS = 86_400;

/**
 * The report as an XLSX workbook: what it is about and its first table on the first sheet, each further table on one of its
 * own. Numbers, shares and times are numbers; whatever is text is written as text, also where it begins like a formula.
 */
export async function workbookOf(report: Report, locale: Locale): Promise<Buffer> {
  const [first, ...rest] = report.sections;
  const head: SheetData = [
    [{ ...textCell(report.title), fontWeight: 'bold', fontSize: 16 }],
    ...report.lines.map((line) => [textCell(line)]),
    [],
  ];
  const remarks: SheetData = report.remarks.flatMap(({ title, text }) => [
    [],
    [{ ...textCell(title), fontWeight: 'bold' }],
    [{ ...textCell(text), wrap: true }],
  ]);
  const names = namesFor([first?.title ?? report.title, ...rest.map(({ title }) => title)]);
  const sheets = [
    {
      sheet: names[0] ?? '',
      data: [
        ...head,
        ...(first ? rowsOf(first, locale) : [[textCell(reportWord('nothing', locale))]]),
        ...remarks,
      ],
      columns: widthsOf(first),
    },
    ...rest.map((section, index) => ({
      sheet: names[index + 1] ?? '',
      data: rowsOf(section, locale),
      columns: widthsOf(section),
      stickyRowsCount: 1,
    })),
  ];
  return loadWriter()(sheets, { fontFamily: 'Microsoft YaHei', fontSize: 10 }).toBuffer();
}

function rowsOf({ heads, rows, more }: Section, locale: Locale): SheetData {
  return [
    heads.map((head) => ({ ...textCell(head), ...HEAD })),
    ...rows.map(({ name, cells }) => [textCell(name), ...cells.map(cellOf)]),
    ...(more ? [[textCell(reportWord('moreRows', locale, { count: more }))]] : []),
  ];
}

/** Signs that no XML may hold, and so no workbook. */
const UNWRITABLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Signs that a cell of Excel holds at most. */
const MOST_SIGNS = 32_000;

/** A cell that is text whatever it begins with: `=1+1` is shown as it is written, and never worked out. */
const textCell = (text: string) => ({
  type: String,
  value: text.replace(UNWRITABLE, '').slice(0, MOST_SIGNS),
  format: '@',
  alignVertical: 'top' as const,
});

function cellOf(cell: Cell): SheetData[number][number] {
  if (cell.kind === 'text') return textCell(cell.text);
  if (cell.value === null) return null;
  switch (cell.kind) {
    case 'count':
      return { type: Number, value: cell.value, format: '#,##0' };
    case 'share':
      return { type: Number, value: cell.value, format: '0.0%' };
    case 'time':
      return { type: Number, value: cell.value / DAY_SECONDS, format: '[h]:mm' };
  }
}

/** Names for sheets: without the signs that Excel forbids, short enough, each once. */
export function namesFor(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain =
      title
        .replaceAll(/[[\]:*?/\\']/g, ' ')
        .replace(UNWRITABLE, '')
        .trim() || '-';
    let name = plain.slice(0, MOST_NAME);
    for (let again = 2; taken.has(name.toLowerCase()); again += 1)
      name = `${plain.slice(0, MOST_NAME - 4)} ${again}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

const widthsOf = (section: Section | undefined): { width: number }[] => [
  { width: 34 },
  ...(section?.heads.slice(1) ?? []).map((_, index) => ({
    width: section?.rows.some(({ cells }) => cells[index]?.kind === 'text' && cells[index].text.length > 12)
      ? 30
      : 13,
  })),
];
