import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { provenRules } from '../rules/rulebook';
import { sayRules, titlesIn, titlesOf } from './rules';

const titles = (text: string): string[] => titlesIn('a.test.ts', text).map(({ title }) => title);

test('titles are read from every way of writing a test', () => {
  const source = [
    `describe('one', () => { it("two", () => {}); test.only(\`three\`, () => {}); });`,
    `test.each([['not a title']])('four %s', () => {});`,
    'test.each`a | b`("five", () => {});',
    'it.each<[string, number]>([["x", 1]])(`six ${name} and more`, () => {});',
    `describe.each(rows)('seven ' + name, () => {});`,
    `test(name, () => {}); test(); other('no test', () => {}); (() => 1)('none');`,
  ].join('\n');
  expect(titles(source)).toEqual(['one', 'two', 'three', 'four %s', 'five', 'six … and more', 'seven …']);
});

test('a test that is skipped, still to be written or commented out proves nothing', () => {
  const source = `describe.skip('a', () => { test('b', () => {}); }); test.todo('c'); it.skip.each([1])('d', () => {});
    // test('e', () => {});
    const text = "test('f', () => {})";`;
  expect(titles(source)).toEqual([]);
});

test('a panel test with markup is read too', () => {
  expect(titlesIn('b.test.tsx', `test('shows', () => { render(<div title="x" />); });`)).toHaveLength(1);
});

test('every test file of src and tests is read, wherever it lies, and nothing else', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'rules-'));
  const put = (file: string, title: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), `test('${title}', () => {});`);
  };
  put('src/b/deep/one.test.ts', 'one');
  put('src/a/two.test.tsx', 'two');
  put('src/a/three.ts', 'three');
  put('src/node_modules/x/four.test.ts', 'four');
  put('database/five.test.ts', 'five');
  expect(titlesOf(root)).toEqual([
    { file: 'src/a/two.test.tsx', title: 'two' },
    { file: 'src/b/deep/one.test.ts', title: 'one' },
  ]);
  rmSync(root, { recursive: true });
});

describe('the list', () => {
  const say = (...given: string[]): { good: boolean; lines: string[] } => {
    const lines: string[] = [];
    const report = provenRules(given.map((title) => ({ file: 'a.test.ts', title })));
    return { good: sayRules(report, (line) => lines.push(line)), lines };
  };

  test('shows each rule with its tests and counts what is proven', () => {
    const { good, lines } = say('[C-01][F-03] a fact');
    expect(good).toBe(true);
    const rule = lines.findIndex((line) => line.startsWith('  ✓ C-01 '));
    expect(lines[rule + 1]).toBe('      a.test.ts: a fact');
    expect(lines.some((line) => line.startsWith('  – C-02 '))).toBe(true);
    expect(lines).toContain('\nC. Time promises 时限承诺');
    expect(lines[lines.length - 1]).toMatch(/^\n2 of \d+ rules proven, \d+ without a test$/);
  });

  test('fails on a rule that is not in the book, naming it', () => {
    const { good, lines } = say('[X-01] out of thin air');
    expect(good).toBe(false);
    expect(lines[lines.length - 1]).toBe('unknown rule X-01 in a.test.ts: out of thin air');
  });
});
