import type { Cell, TableRow } from '../../../rules/import';
import { unescaped } from './xlsx-parts';
import { partParser } from './xlsx-xml';

export interface SheetContext {
  readonly strings: readonly string[];
  /** Styles that show a number as a date. */
  readonly dateStyles: ReadonlySet<number>;
  readonly from1904: boolean;
}

const DAY = 86_400_000;
/** Day 0 of the two calendars; Excel's 1900 has a 29 February, so counting starts a day early. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** A workbook has no more columns than this. */
const MOST_COLUMNS = 16_384;

/** Reads the rows of a sheet from its XML, fed in pieces. */
export class SheetParser {
  private readonly context: SheetContext;
  private readonly parser: ReturnType<typeof partParser>;
  private done: TableRow[] = [];
  private rowNumber = 0;
  private cells: Cell[] = [];
  private column = -1;
  private kind = 'n';
  private style = 0;
  private text = '';
  private within = false;
  private reading = 0;

  constructor(context: SheetContext) {
    this.context = context;
    this.parser = partParser({
      open: (name, attributes) => this.open(name, attributes),
      text: (text) => {
        if (this.within) this.text += text;
      },
      close: (name) => this.closed(name),
    });
  }

  /** The rows that are complete after this piece. */
  rows(piece: string): readonly TableRow[] {
    this.done = [];
    this.parser.write(piece);
    return this.done;
  }

  close(): void {
    this.parser.close();
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row':
        this.rowNumber = attributes.r === undefined ? this.rowNumber + 1 : Number(attributes.r);
        this.cells = [];
        this.column = -1;
        break;
      case 'c':
        this.column = attributes.r === undefined ? this.column + 1 : columnOf(attributes.r);
        this.kind = attributes.t ?? 'n';
        this.style = Number(attributes.s ?? 0);
        this.text = '';
        break;
      case 'rPh':
        this.reading += 1;
        break;
      case 'v':
      case 't':
        this.within = this.reading === 0;
        break;
    }
  }

  private closed(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.within = false;
        break;
      case 'rPh':
        this.reading -= 1;
        break;
      case 'c':
        if (this.column < 0 || this.column >= MOST_COLUMNS)
          throw new Error(`no such column in row ${this.rowNumber}`);
        while (this.cells.length < this.column) this.cells.push('');
        this.cells[this.column] = this.cell();
        break;
      case 'row':
        this.done.push({ line: this.rowNumber, cells: this.cells });
        break;
    }
  }

  private cell(): Cell {
    const { text } = this;
    switch (this.kind) {
      case 's':
        return this.context.strings[Number(text)] ?? '';
      case 'str':
      case 'inlineStr':
        return unescaped(text);
      case 'b':
        return text === '' ? '' : text === '1' ? 'TRUE' : 'FALSE';
      case 'e':
        return { error: text };
      case 'd':
        return { wall: text.length === 10 ? `${text}T00:00:00.000` : text.replace(/Z$/, '') };
      default:
        return this.numeric(text);
    }
  }

  private numeric(text: string): Cell {
    if (text === '') return '';
    const number = Number(text);
    if (!Number.isFinite(number)) return text;
    return this.context.dateStyles.has(this.style) ? wallOf(number, this.context.from1904) : String(number);
  }
}

/** Serial days to wall time, to the nearest millisecond that the spreadsheet can mean (it rounds to a second). */
function wallOf(serial: number, from1904: boolean): Cell {
  const epoch = from1904 ? EPOCH_1904 : EPOCH_1900;
  const date = new Date(epoch + Math.round((serial * DAY) / 1000) * 1000);
  return Number.isNaN(date.getTime()) ? String(serial) : { wall: date.toISOString().slice(0, -1) };
}

function columnOf(reference: string): number {
  let index = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0);
    if (code < 65 || code > 90) break;
    index = index * 26 + code - 64;
  }
  return index - 1;
}
