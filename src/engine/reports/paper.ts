import {
  cellText,
  reportWord,
  type Cell as ReportCell,
  type Report,
  type Section,
} from '../../rules/reports';
import type { Locale } from '../../rules/words/say';
import type { PageWords } from '../papers/plan';
import {
  BOTTOM,
  type Cell,
  collected,
  type Document,
  drawRow,
  heightOf,
  MARGIN,
  newDocument,
  PAD,
  PAGE,
  set,
  WIDTH,
  writeLines,
} from '../papers/sheet';

const TEXT = { size: 8.5 };
const HEADING = { size: 10.5, face: 'bold' as const };
const BODY = { size: 9.5 };
/** How wide a column of numbers and one of words is, to the column of names. */
const NUMBER_SHARE = 0.36;
const WORDS_SHARE = 0.8;
const LONG = 8;

interface Pen {
  readonly document: Document;
  readonly report: Report;
  y: number;
}

interface Printing {
  readonly locale: Locale;
  readonly office: string;
  readonly footer: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly page: PageWords;
}

/** The report as a PDF: its tables one below the other, heads again on every page that a table goes on to. */
export async function paperOf(report: Report, printing: Printing): Promise<Buffer> {
  const { locale, office, footer, at, page } = printing;
  const document = await newDocument({ title: report.title, at });
  const whole = collected(document);
  document.addPage();
  const pen: Pen = { document, report, y: MARGIN };
  writeLines(document, [office], { x: MARGIN, y: pen.y, width: WIDTH, size: 10 });
  writeLines(document, [report.title], { x: MARGIN, y: pen.y + 20, width: WIDTH, size: 18, face: 'bold' });
  pen.y += 50;
  for (const line of report.lines) writeText(pen, line);
  if (report.sections.length === 0) writeText(pen, reportWord('nothing', locale));
  for (const section of report.sections) {
    drawSection(pen, section, locale);
    await new Promise(setImmediate);
  }
  for (const { title, text } of report.remarks) {
    drawHeading(pen, title);
    writeText(pen, text);
  }
  const { count } = document.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(index);
    const line = { y: PAGE.height - 36, x: MARGIN, width: WIDTH, size: 7.5, colour: '#555' };
    writeLines(document, [footer], line);
    writeLines(document, [page(index + 1, count)], { ...line, align: 'right' });
  }
  document.end();
  return whole;
}

function turnPage(pen: Pen): void {
  pen.document.addPage();
  writeLines(pen.document, [pen.report.title], { x: MARGIN, y: MARGIN, width: WIDTH, size: 8.5 });
  pen.y = MARGIN + 20;
}

function drawHeading(pen: Pen, text: string): void {
  if (pen.y + 64 > BOTTOM) turnPage(pen);
  writeLines(pen.document, [text], { x: MARGIN, y: pen.y + 10, width: WIDTH, ...HEADING });
  pen.y += 28;
}

/** A paragraph, line by line over as many pages as it needs. */
function writeText(pen: Pen, text: string): void {
  const step = BODY.size * 1.5;
  for (const line of text.split('\n').flatMap((part) => set(pen.document, part, WIDTH, BODY))) {
    if (pen.y + step > BOTTOM) turnPage(pen);
    writeLines(pen.document, [line], { x: MARGIN, y: pen.y, width: WIDTH, ...BODY });
    pen.y += step;
  }
}

function drawSection(pen: Pen, section: Section, locale: Locale): void {
  drawHeading(pen, section.title);
  const widths = widthsOf(section);
  const rowOf = (texts: readonly string[], cells: readonly ReportCell[] | null): Cell[] =>
    texts.map((text, index) => {
      const width = widths[index] ?? 0;
      const cell = cells?.[index - 1];
      const face =
        cells === null || (cell && 'bad' in cell && cell.bad) ? ('bold' as const) : ('regular' as const);
      return {
        width,
        lines: set(pen.document, text, width - 2 * PAD, { ...TEXT, face }),
        shaded: cells === null,
        align: cell && cell.kind !== 'text' ? 'right' : 'left',
      };
    });
  const draw = (cells: Cell[]): void => {
    const height = heightOf(Math.max(1, ...cells.map(({ lines }) => lines.length)), TEXT);
    drawRow(pen.document, cells, { ...TEXT, x: MARGIN, y: pen.y, height });
    pen.y += height;
  };
  const head = rowOf(section.heads, null);
  draw(head);
  for (const { name, cells } of section.rows) {
    const row = rowOf([name, ...cells.map((cell) => cellText(cell, locale))], cells);
    if (pen.y + heightOf(Math.max(1, ...row.map(({ lines }) => lines.length)), TEXT) > BOTTOM) {
      turnPage(pen);
      draw(head);
    }
    draw(row);
  }
  if (section.more) {
    pen.y += PAD;
    writeText(pen, reportWord('moreRows', locale, { count: section.more }));
  }
}

/** The widths of a table's columns: names widest, numbers narrow. */
function widthsOf({ heads, rows }: Section): number[] {
  const wordy = (index: number) =>
    rows.some(({ cells }) => cells[index]?.kind === 'text' && cells[index].text.length > LONG);
  const shares = heads.map((_, index) => (index === 0 ? 1 : wordy(index - 1) ? WORDS_SHARE : NUMBER_SHARE));
  const sum = shares.reduce((total, one) => total + one, 0);
  return shares.map((one) => (WIDTH * one) / sum);
}
