import sharp from 'sharp';
import type { Column, Entry, Form, Grid, PageWords, Part, SignaturePlace } from './plan';
import { qrOf, type QrCode } from './qr';
import {
  BOTTOM,
  type Cell,
  collected,
  type Document,
  drawQr,
  drawRow,
  heightOf,
  MARGIN,
  newDocument,
  PAD,
  PAGE,
  roomFor,
  set,
  WIDTH,
  writeLines,
} from './sheet';

const LABEL = 84;
const TEXT = { size: 9 };
const SIGNATURE_HEIGHT = 84;
const CODE_SIDE = 78;

/** What must be fetched before a form can be drawn. */
interface Inked {
  readonly form: Form;
  readonly qr: QrCode;
  /** Drawn signatures as PNG, by the data URL they came in. */
  readonly drawn: ReadonlyMap<string, Buffer>;
}

interface Pen {
  readonly document: Document;
  readonly inked: Inked;
  y: number;
}

/** Forms one after the other as one PDF, each with its own page numbers. */
export async function drawForms(
  forms: readonly Form[],
  { title, at, page }: { title: string; at: number; page: PageWords },
): Promise<Buffer> {
  const document = await newDocument({ title, at });
  const whole = collected(document);
  for (const form of forms) {
    drawForm(document, await ink(form), page);
    // A hundred forms are no reason for others to wait.
    await new Promise(setImmediate);
  }
  document.end();
  return whole;
}

async function ink(form: Form): Promise<Inked> {
  const drawn = new Map<string, Buffer>();
  for (const part of form.parts) {
    if (part.kind !== 'signatures') continue;
    for (const { signature } of part.places) {
      const picture = await pictureOf(signature);
      if (picture) drawn.set(signature, picture);
    }
  }
  return { form, qr: await qrOf(form.code), drawn };
}

const DATA_URL = /^data:image\/(?:png|jpeg|svg\+xml);base64,([A-Za-z0-9+/=\s]+)$/;

/** A drawn signature as a small PNG on white; null for words, and for what is no picture. */
async function pictureOf(signature: string): Promise<Buffer | null> {
  const [, coded] = DATA_URL.exec(signature) ?? [];
  if (coded === undefined) return null;
  try {
    return await sharp(Buffer.from(coded, 'base64'), { limitInputPixels: 4_000_000 })
      .resize({ width: 480, height: 160, fit: 'inside' })
      .flatten({ background: '#fff' })
      .greyscale()
      .png({ palette: true, colours: 16 })
      .toBuffer();
  } catch {
    return null;
  }
}

function drawForm(document: Document, inked: Inked, page: PageWords): void {
  const { form } = inked;
  const before = document.bufferedPageRange().count;
  document.addPage();
  const pen: Pen = { document, inked, y: MARGIN };
  drawHead(pen);
  for (const part of form.parts) drawPart(pen, part);
  const count = document.bufferedPageRange().count - before;
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(before + index);
    const line = { y: PAGE.height - 36, x: MARGIN, width: WIDTH, size: 7.5, colour: '#555' };
    writeLines(document, [form.footer], line);
    writeLines(document, [page(index + 1, count)], { ...line, align: 'right' });
  }
}

function drawHead(pen: Pen): void {
  const { document, inked } = pen;
  const { form, qr } = inked;
  const width = WIDTH - CODE_SIDE - 12;
  const at = { x: MARGIN, width };
  writeLines(document, set(document, form.office, width, { size: 10 }).slice(0, 1), {
    ...at,
    y: MARGIN,
    size: 10,
  });
  writeLines(document, [form.title], { ...at, y: MARGIN + 20, size: 20, face: 'bold' });
  writeLines(document, [`${form.number}    ${form.stage}`], { ...at, y: MARGIN + 54, size: 11 });
  const right = PAGE.width - MARGIN - CODE_SIDE;
  drawQr(document, qr, { x: right, y: MARGIN - 18, side: CODE_SIDE });
  writeLines(document, [form.codeNote], {
    ...{ x: right, y: MARGIN + CODE_SIDE - 9, width: CODE_SIDE },
    ...{ size: 7, align: 'center' as const },
  });
  pen.y = MARGIN + 80;
}

function turnPage(pen: Pen): void {
  const { document, inked } = pen;
  document.addPage();
  writeLines(document, [`${inked.form.title}  ${inked.form.number}`], {
    ...{ x: MARGIN, y: MARGIN, width: WIDTH, size: 9 },
  });
  pen.y = MARGIN + 20;
}

function drawPart(pen: Pen, part: Part): void {
  switch (part.kind) {
    case 'heading':
      if (pen.y + 60 > BOTTOM) turnPage(pen);
      writeLines(pen.document, [part.text], {
        x: MARGIN,
        y: pen.y + 5,
        width: WIDTH,
        size: 10.5,
        face: 'bold',
      });
      pen.y += 22;
      return;
    case 'entries':
      return drawCells(pen, cellsOf(pen.document, part.entries), part.lines ?? 1);
    case 'grid':
      return drawGrid(pen, part.grid);
    case 'signatures':
      return drawSignatures(pen, part.places);
  }
}

function cellsOf(document: Document, entries: readonly Entry[]): Cell[] {
  const each = WIDTH / entries.length;
  return entries.flatMap(({ label, text }) => [
    { width: LABEL, lines: set(document, label, LABEL - 2 * PAD, { ...TEXT, face: 'bold' }), shaded: true },
    { width: each - LABEL, lines: set(document, text, each - LABEL - 2 * PAD, TEXT) },
  ]);
}

const widthOf = ({ columns }: Grid, { share }: Column): number =>
  (WIDTH * share) / columns.reduce((sum, column) => sum + column.share, 0);

function drawGrid(pen: Pen, grid: Grid): void {
  const { document } = pen;
  const cells = (texts: readonly string[], shaded: boolean): Cell[] =>
    grid.columns.map((column, index) => {
      const width = widthOf(grid, column);
      const face = shaded ? 'bold' : 'regular';
      const lines = set(document, texts[index] ?? '', width - 2 * PAD, { ...TEXT, face });
      return { width, lines, shaded, align: column.align ?? 'left' };
    });
  drawCells(
    pen,
    cells(
      grid.columns.map(({ title }) => title),
      true,
    ),
    1,
  );
  for (const row of grid.rows) drawCells(pen, cells(row, false), 1);
}

/** A row that goes on to the next page, line by line, where there is no room for all of it. */
function drawCells(pen: Pen, cells: readonly Cell[], atLeast: number): void {
  const all = Math.max(atLeast, ...cells.map(({ lines }) => lines.length));
  for (let done = 0; done < all;) {
    const room = roomFor(BOTTOM - pen.y, TEXT);
    if (room < Math.min(2, all - done)) {
      turnPage(pen);
      continue;
    }
    const now = Math.min(room, all - done);
    const height = heightOf(now, TEXT);
    const part = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(done, done + now) }));
    drawRow(pen.document, part, { ...TEXT, x: MARGIN, y: pen.y, height });
    pen.y += height;
    done += now;
  }
}

function drawSignatures(pen: Pen, places: readonly SignaturePlace[]): void {
  const { document, inked } = pen;
  if (pen.y + SIGNATURE_HEIGHT > BOTTOM) turnPage(pen);
  const width = WIDTH / places.length;
  places.forEach(({ label, signature, below }, index) => {
    const x = MARGIN + index * width;
    const at = { x: x + PAD, width: width - 2 * PAD };
    document.rect(x, pen.y, width, SIGNATURE_HEIGHT).lineWidth(0.5).stroke('#555');
    writeLines(document, set(document, label, at.width, { size: 8 }).slice(0, 2), {
      ...at,
      y: pen.y + PAD,
      size: 8,
    });
    const picture = inked.drawn.get(signature);
    if (picture) {
      const fit: [number, number] = [at.width, SIGNATURE_HEIGHT - 48];
      document.image(picture, at.x, pen.y + 26, { fit, align: 'center', valign: 'center' });
    } else if (!signature.startsWith('data:')) {
      const words = set(document, signature, at.width, TEXT).slice(0, 3);
      writeLines(document, words, { ...at, ...TEXT, y: pen.y + 28 });
    }
    const last = set(document, below, at.width, { size: 8 }).slice(0, 1);
    writeLines(document, last, { ...at, y: pen.y + SIGNATURE_HEIGHT - 16, size: 8 });
  });
  pen.y += SIGNATURE_HEIGHT;
}
