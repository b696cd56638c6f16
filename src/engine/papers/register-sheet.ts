import type { Readable } from 'node:stream';
import { dealt } from './pages';
import type { PageWords, Register } from './plan';
import { type Cell, type Document, drawRow, heightOf, newDocument, PAD, set, writeLines } from './sheet';
import { atMost } from './wrap';

/** A4 on its side, in points. */
const PAGE = { width: 841.89, height: 595.28 };
const MARGIN = 30;
const WIDTH = PAGE.width - 2 * MARGIN;
const TOP = MARGIN + 58;
const BOTTOM = PAGE.height - 40;
const TEXT = { size: 7.5 };
/** Lines that one matter may take; the whole text stands in the case. */
const MOST_LINES = 8;
const TOTAL_LINE = 15;
/** Rows that are set before others get their turn. */
const AT_ONCE = 50;

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A register as a PDF, page by page as it is drawn; its pages are counted before the first is. */
export async function drawRegister(
  register: Register,
  { at, page }: { at: number; page: PageWords },
): Promise<Readable> {
  const document = await newDocument({ title: register.title, at, landscape: true });
  const { columns, rows } = register.grid;
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const cells = (texts: readonly string[], shaded: boolean): Cell[] =>
    columns.map(({ share, align = 'left' }, index) => {
      const width = (WIDTH * share) / shares;
      const lines = set(document, texts[index] ?? '', width - 2 * PAD, {
        ...TEXT,
        face: shaded ? 'bold' : 'regular',
      });
      return { width, lines: atMost(lines, MOST_LINES), shaded, align };
    });
  const high = (row: readonly Cell[]): number =>
    heightOf(Math.max(1, ...row.map(({ lines }) => lines.length)), TEXT);

  const head = cells(
    columns.map(({ title }) => title),
    true,
  );
  const body: Cell[][] = [];
  for (const row of rows) {
    body.push(cells(row, false));
    if (body.length % AT_ONCE === 0) await turn();
  }
  const pages = dealt({
    heights: body.map(high),
    room: BOTTOM - TOP - high(head),
    end: register.totals.length * TOTAL_LINE + 6,
  });

  const draw = async (): Promise<void> => {
    for (const [index, [first, end]] of pages.entries()) {
      if (document.destroyed) return;
      document.addPage();
      drawFrame(document, register, page(index + 1, pages.length));
      let y = TOP;
      for (const row of [head, ...body.slice(first, end)]) {
        drawRow(document, row, { ...TEXT, x: MARGIN, y, height: high(row) });
        y += high(row);
      }
      if (index === pages.length - 1)
        register.totals.forEach((line, at) =>
          writeLines(document, [line], {
            x: MARGIN,
            y: y + 6 + at * TOTAL_LINE,
            width: WIDTH,
            size: 9,
            face: 'bold',
          }),
        );
      await turn();
    }
    document.end();
  };
  draw().catch((error: Error) => document.destroy(error));
  return document;
}

function drawFrame(document: Document, { office, title, scope, footer }: Register, page: string): void {
  const line = { x: MARGIN, width: WIDTH };
  writeLines(document, [title], { ...line, y: MARGIN, size: 16, face: 'bold', align: 'center' });
  writeLines(document, set(document, office, WIDTH / 3, { size: 9 }).slice(0, 1), {
    ...line,
    y: MARGIN + 32,
    size: 9,
  });
  writeLines(document, [scope], { ...line, y: MARGIN + 32, size: 9, align: 'right' });
  const foot = { ...line, y: PAGE.height - 30, size: 7.5, colour: '#555' };
  writeLines(document, [footer], foot);
  writeLines(document, [page], { ...foot, align: 'right' });
}
