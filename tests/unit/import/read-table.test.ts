import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeWorkbook } from '../../fixtures/import/workbook';
import type { Mapping, TableRow } from '../../../src/rules/import';
import { openTable } from '../../../src/engine/import/read';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tables-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
function fileOf(content: string | Buffer): string {
  count += 1;
  const file = join(folder, `${count}.table`);
  writeFileSync(file, content);
  return file;
}

async function all(
  file: string,
  settings?: Mapping['file'],
): Promise<{ header: readonly string[]; rows: TableRow[] }> {
  const table = await openTable(file, settings);
  const rows: TableRow[] = [];
  for await (const row of table.rows) rows.push(row);
  return { header: table.columns.header, rows };
}

const rowsOf = async (content: string | Buffer, settings?: Mapping['file']) => {
  const { header, rows } = await all(fileOf(content), settings);
  return [header, ...rows.map(({ line, cells }) => [line, ...cells])];
};

describe('a CSV file', () => {
  it('gives each row with the physical line on which it begins', async () => {
    const text = '编号,内容\r\n1,"第一行\n第二行\r\n第三行"\r\n\r\n2,"a ""b"" c"\n3,x\r4,最后';
    expect(await rowsOf(text)).toEqual([
      ['编号', '内容'],
      [2, '1', '第一行\n第二行\r\n第三行'],
      [6, '2', 'a "b" c'],
      [7, '3', 'x'],
      [8, '4', '最后'],
    ]);
  });

  it('keeps its line numbers over many pieces of a long file', async () => {
    const text = ['h,k', ...Array.from({ length: 60_000 }, (_, i) => `${i},"行\r\n${i}"`)].join('\r\n');
    const { rows } = await all(fileOf(text));
    expect(rows).toHaveLength(60_000);
    expect(rows.every(({ line, cells }) => line === 2 + 2 * Number(cells[0]))).toBe(true);
  });

  it('is read in UTF-8, with or without a mark, in UTF-16, and in the encodings of Chinese office programs', async () => {
    const text = '姓名,电话\n张三,1\n';
    const expected = [
      ['姓名', '电话'],
      [2, '张三', '1'],
    ];
    const gbk = Buffer.from([
      0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x31, 0x0a,
    ]);
    expect(await rowsOf(text)).toEqual(expected);
    expect(await rowsOf(`\ufeff${text}`)).toEqual(expected);
    expect(await rowsOf(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(expected);
    expect(await rowsOf(gbk)).toEqual(expected);
    expect(await rowsOf(gbk, { encoding: 'gb2312' })).toEqual(expected);
  });

  it('says so when it is not in the encoding that was named, or nobody knows that encoding', async () => {
    const bytes = Buffer.from([0x61, 0x0a, 0xff, 0xfe, 0xfd]);
    await expect(rowsOf(bytes, { encoding: 'utf-8' })).rejects.toMatchObject({ code: 'FILE_ENCODING_WRONG' });
    await expect(rowsOf(bytes, { encoding: 'klingon' })).rejects.toMatchObject({
      code: 'FILE_ENCODING_UNKNOWN',
    });
  });

  it('may have any delimiter, empty and repeated headers, and quotation marks within a cell', async () => {
    expect(await rowsOf(';a;a;\n1;5" pipe;3;4\n')).toEqual([
      ['', 'a', 'a', ''],
      [2, '1', '5" pipe', '3', '4'],
    ]);
    expect(await rowsOf('a,b\n1,2\n', { delimiter: '|' })).toEqual([['a,b'], [2, '1,2']]);
  });

  it('names the line of a quotation mark that nobody closed', async () => {
    await expect(rowsOf('a,b\n1,2\n3,"x\n4,5\n')).rejects.toMatchObject({
      code: 'FILE_QUOTE_OPEN',
      details: { line: 3 },
    });
  });

  it('may have its header lower down, or none', async () => {
    expect(await rowsOf('登记表,\n\na,b\n1,2\n', { headerRow: 2 })).toEqual([
      ['a', 'b'],
      [4, '1', '2'],
    ]);
    expect(await rowsOf('1,2\n', { headerRow: 0 })).toEqual([[], [1, '1', '2']]);
  });

  it('is refused when it is empty, missing, or no table at all', async () => {
    await expect(rowsOf('')).rejects.toMatchObject({ code: 'FILE_EMPTY' });
    await expect(rowsOf('\n\n')).rejects.toMatchObject({ code: 'FILE_EMPTY' });
    await expect(all(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    await expect(all(folder)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    await expect(rowsOf(gzipSync('a,b'))).rejects.toMatchObject({ code: 'FILE_KIND_UNKNOWN' });
    await expect(rowsOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toMatchObject({
      code: 'FILE_KIND_UNKNOWN',
    });
  });
});

describe('an XLSX file', () => {
  const book = (content: Parameters<typeof writeWorkbook>[1]): string => {
    count += 1;
    const file = join(folder, `${count}.xlsx`);
    writeWorkbook(file, content);
    return file;
  };

  it('gives texts, numbers, dates and errors, each row with its number', async () => {
    const shared = [
      '<si><t>漏水</t></si>',
      '<si><r><t>水</t></r><r><t>管</t></r><rPh><t>guan</t></rPh></si>',
      '<si><t>a_x000D_b</t></si>',
    ];
    const file = book({
      shared,
      sheets: {
        报修: [
          ['编号', '内容', '', '时间'],
          [101001354552, { shared: 0 }, null, { serial: 43496.84548611111 }],
          [],
          [0.1, { shared: 1 }, { error: '#N/A' }, 'a<b'],
          [1, { shared: 2 }],
        ],
      },
    });
    const { header, rows } = await all(file);
    expect(header).toEqual(['编号', '内容', '', '时间']);
    expect(rows).toEqual([
      { line: 2, cells: ['101001354552', '漏水', '', { wall: '2019-01-31T20:17:30.000' }] },
      { line: 3, cells: [] },
      { line: 4, cells: ['0.1', '水管', { error: '#N/A' }, 'a<b'] },
      { line: 5, cells: ['1', 'a\rb'] },
    ]);
  });

  it('is read from the sheet that is named, by name or position', async () => {
    const file = book({ sheets: { 一: [['a'], ['1']], 'Sheet B': [['b'], ['2']] } });
    expect((await all(file)).header).toEqual(['a']);
    expect((await all(file, { sheet: 'sheet b' })).header).toEqual(['b']);
    expect((await all(file, { sheet: 2 })).header).toEqual(['b']);
    await expect(all(file, { sheet: '三' })).rejects.toMatchObject({ code: 'FILE_SHEET_UNKNOWN' });
  });

  it('knows dates that count from 1904', async () => {
    const file = book({ from1904: true, sheets: { s: [['a'], [{ serial: 1 }]] } });
    expect((await all(file)).rows[0]?.cells).toEqual([{ wall: '1904-01-02T00:00:00.000' }]);
  });

  it('is refused when it is damaged', async () => {
    await expect(rowsOf(Buffer.from('PK\u0003\u0004 nothing more'))).rejects.toMatchObject({
      code: 'FILE_SPREADSHEET_DAMAGED',
    });
  });
});
