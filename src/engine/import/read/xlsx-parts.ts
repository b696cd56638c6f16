import { partParser } from './xlsx-xml';

export interface SheetEntry {
  readonly name: string;
  /** Id of the relation that leads to its part. */
  readonly relation: string;
}

/** The sheets of a workbook in order, and whether its dates count from 1904 (old Macs) instead of 1900. */
export function readSheets(xml: string): {
  readonly entries: readonly SheetEntry[];
  readonly from1904: boolean;
} {
  const entries: SheetEntry[] = [];
  let from1904 = false;
  partParser({
    open: (name, attributes) => {
      if (name === 'sheet')
        entries.push({ name: attributes.name ?? '', relation: attributes['r:id'] ?? idOf(attributes) });
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
    },
  }).write(xml);
  return { entries, from1904 };
}

/** Paths of the workbook's parts by the id of their relation. */
export function readRelations(xml: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  partParser({
    open: (name, { Id, Target }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      parts.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`.replace(/\/\.\//g, '/'));
    },
  }).write(xml);
  return parts;
}

/** The texts that cells refer to by number. Formatting within a text and readings of characters are left out. */
export function readSharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let current = '';
  let within = false;
  let reading = 0;
  partParser({
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 'rPh') reading += 1;
      else if (name === 't') within = reading === 0;
    },
    text: (text) => {
      if (within) current += text;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescaped(current));
      else if (name === 'rPh') reading -= 1;
      else if (name === 't') within = false;
    },
  }).write(xml);
  return strings;
}

/** Which cell styles show a number as a date or time. */
export function dateStyles(xml: string): ReadonlySet<number> {
  const formats = new Map<number, string>();
  const styles = new Set<number>();
  let inCells = false;
  let index = 0;
  partParser({
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        const own = formats.get(id);
        if (own === undefined ? isBuiltInDate(id) : isDateFormat(own)) styles.add(index);
        index += 1;
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  }).write(xml);
  return styles;
}

/** '_x000D_' and the like stand for characters that XML cannot hold. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

const idOf = (attributes: Readonly<Record<string, string>>): string => {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return key === undefined ? '' : (attributes[key] ?? '');
};

/** Built-in formats of dates and times, the Chinese ones among them. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** A format with year, month, day, hour or second in it, quoted texts and [colours] left out. */
function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|_.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}
