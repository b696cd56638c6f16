import { unzipped } from '../support/unzip';
import type { Report } from '../../src/rules/reports';
import { namesFor, workbookOf } from '../../src/engine/reports/workbook';

const EVIL = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0"];
const report: Report = {
  title: '=TITLE()',
  lines: ['=LINE()', '二〇二六年\u0000'],
  sections: [
    {
      key: 'overview',
      title: "=a[b]:*?/\\'",
      heads: ['=HEAD()', 'n', 'share', 'time', 'text'],
      rows: EVIL.map((text) => ({
        name: text,
        cells: [
          { kind: 'count', value: 3 },
          { kind: 'share', value: 0.4 },
          { kind: 'time', value: 5400 },
          { kind: 'text', text },
        ],
      })),
    },
    {
      key: 'second',
      title: '投诉',
      heads: ['a', 'b'],
      rows: [{ name: 'x', cells: [{ kind: 'share', value: null }] }],
    },
  ],
  remarks: [{ title: '分析', text: '=REMARK()' }],
};

test('[B-13] nothing that somebody wrote can become a formula in a workbook', async () => {
  const files = unzipped(await workbookOf(report, 'zh-Hans'));
  const sheets = [...files].filter(([name]) => name.startsWith('xl/worksheets/sheet'));
  expect(sheets).toHaveLength(2);
  for (const [, xml] of sheets) expect(xml).not.toMatch(/<f[ >]/);
  const [, first = ''] = sheets[0] ?? [];
  // Cells are text by type: in the table of strings, or in place.
  for (const [cell] of first.matchAll(/<c [^>]*>.*?<\/c>/gs))
    expect(cell).toMatch(/ t="(s|inlineStr|n)"|<v>[\d.]+<\/v>/);
  const texts = `${files.get('xl/sharedStrings.xml') ?? ''}${first}`;
  for (const text of ['=1+1', '@SUM(A1)', '=TITLE()', '=HEAD()', '=REMARK()', '二〇二六年'])
    expect(texts).toContain(text);
  expect(texts).not.toContain('\u0000');
  expect(first).toContain('<v>0.0625</v>');
});

test('sheets have names that Excel takes, each once', () => {
  const names = namesFor(["=a[b]:*?/\\'", '投诉', '投诉', 'x'.repeat(40), 'x'.repeat(41), '']);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(6);
  for (const name of names) {
    expect(name.length).toBeGreaterThan(0);
    expect(name.length).toBeLessThanOrEqual(31);
    expect(name).not.toMatch(/[[\]:*?/\\']/);
  }
});
