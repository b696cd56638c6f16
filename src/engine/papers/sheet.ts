import PDFDocument from 'pdfkit';
import type { QrCode } from './qr';
import { type Face, loadFaces, widthsIn } from './type';
import { wrap } from './wrap';

export type Document = PDFKit.PDFDocument;

/** Distance of the lines, in sizes. */
const LEADING = 1.35;
/** Where a line stands in its space, in sizes: the font's own ascender is higher than any sign of it. */
const LIFT = 0.09;
export const PAD = 3;
const INK = '#111';
const RULE = '#555';
const SHADE = '#eef1f5';

/** A4 upright, in points, and what of it is written on. */
export const PAGE = { width: 595.28, height: 841.89 };
export const MARGIN = 40;
export const WIDTH = PAGE.width - 2 * MARGIN;
export const BOTTOM = PAGE.height - 48;

export interface Setting {
  readonly face?: Face;
  readonly size: number;
}

/** A cell of a ruled row: its lines are set already. */
export interface Cell {
  readonly width: number;
  readonly lines: readonly string[];
  readonly shaded?: boolean;
  readonly align?: 'left' | 'right';
}

/** A whole document as it is written, once it has ended. */
export function collected(document: Document): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}

/** An empty document with the two faces in it; pages are added by whoever draws. */
export async function newDocument({
  title,
  at,
  landscape = false,
}: {
  title: string;
  /** Epoch milliseconds. */
  at: number;
  landscape?: boolean;
}): Promise<Document> {
  const { regular, bold } = await loadFaces();
  const document = new PDFDocument({
    size: 'A4',
    layout: landscape ? 'landscape' : 'portrait',
    margin: 0,
    autoFirstPage: false,
    bufferPages: !landscape,
    info: { Title: title, Creator: 'Guanjia', CreationDate: new Date(at) },
  });
  document.registerFont('regular', regular);
  document.registerFont('bold', bold);
  return document;
}

export const heightOf = (lines: number, { size }: Setting): number => lines * size * LEADING + 2 * PAD;

/** How many lines a box of that height has room for. */
export const roomFor = (height: number, { size }: Setting): number =>
  Math.floor((height - 2 * PAD) / (size * LEADING));

/** The lines of a text within a width, in that setting. */
export function set(
  document: Document,
  text: string,
  width: number,
  { face = 'regular', size }: Setting,
): string[] {
  const measured = (sign: string) => document.font(face).fontSize(100).widthOfString(sign) / 100;
  return wrap(text, width, widthsIn(face, size, measured));
}

/** Lines one under the other from a corner on; aligned within `width`. */
export function writeLines(
  document: Document,
  lines: readonly string[],
  {
    x,
    y,
    width,
    align = 'left',
    colour = INK,
    ...setting
  }: Setting & { x: number; y: number; width: number; align?: 'left' | 'right' | 'center'; colour?: string },
): void {
  const { face = 'regular', size } = setting;
  document.font(face).fontSize(size).fillColor(colour);
  lines.forEach((line, index) => {
    if (line === '') return;
    const spare = align === 'left' ? 0 : width - document.widthOfString(line);
    const shift = align === 'center' ? spare / 2 : spare;
    document.text(line, x + Math.max(0, shift), y + size * (index * LEADING - LIFT), { lineBreak: false });
  });
}

/** A ruled row of cells, all as high as `height`. */
export function drawRow(
  document: Document,
  cells: readonly Cell[],
  { x, y, height, ...setting }: Setting & { x: number; y: number; height: number },
): void {
  let left = x;
  for (const { width, lines, shaded = false, align = 'left' } of cells) {
    const box = document.rect(left, y, width, height).lineWidth(0.5);
    if (shaded) box.fillAndStroke(SHADE, RULE);
    else box.stroke(RULE);
    const face = shaded ? 'bold' : (setting.face ?? 'regular');
    writeLines(document, lines, {
      ...setting,
      face,
      x: left + PAD,
      y: y + PAD,
      width: width - 2 * PAD,
      align,
    });
    left += width;
  }
}

/** A code as a square with that side, black modules only. */
export function drawQr(
  document: Document,
  { size, black }: QrCode,
  { x, y, side }: { x: number; y: number; side: number },
): void {
  const module = side / size;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!black(column, row)) continue;
      let run = 1;
      while (column + run < size && black(column + run, row)) run += 1;
      // A hair wider than it is, so that no reader sees seams between rows.
      document.rect(x + column * module, y + row * module, run * module, module * 1.02);
      column += run - 1;
    }
  }
  document.fill('#000');
}
