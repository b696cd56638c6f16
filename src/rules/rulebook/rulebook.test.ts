import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { book, chapters, isRuleId, provenRules, ruleById } from '.';

const spec = path.join(__dirname, '../../../../shared/spec/clauses.md');

describe('the book', () => {
  test('every rule has an id of its own, numbered without a gap within its chapter', () => {
    const numbered = chapters.flatMap(({ letter }) =>
      book
        .filter(({ id }) => id.startsWith(`${letter}-`))
        .map((_rule, i) => `${letter}-${String(i + 1).padStart(2, '0')}`),
    );
    expect(book.map(({ id }) => id)).toEqual(numbered);
  });

  test('every rule and chapter is in Chinese and in English, and says where it comes from', () => {
    for (const { id, en, zh, source } of book) {
      expect([id, /[一-鿿].*。$/.test(zh), /[一-鿿]/.test(en)]).toEqual([id, true, false]);
      expect(source.length).toBeGreaterThan(0);
    }
    for (const { en, zh } of chapters) expect([en.length > 0, /^[一-鿿、]+$/.test(zh)]).toEqual([true, true]);
  });

  test('a rule is found by its id', () => {
    expect(ruleById('C-01').zh).toContain('15 分钟');
    expect(ruleById('C-99')).toBeUndefined();
    expect([isRuleId('S-04'), isRuleId('S-05')]).toEqual([true, false]);
  });
});

describe('what tests prove', () => {
  const file = 'a.test.ts';

  test('a title may prove several rules, each once', () => {
    const { rules, unknown } = provenRules([
      { file, title: '[C-01][C-02] comes   and mends [C-01]' },
      { file, title: 'proves nothing' },
      { file: 'b.test.ts', title: '[C-01] comes' },
    ]);
    const proven = rules.filter(({ proofs }) => proofs.length > 0);
    expect(rules).toHaveLength(book.length);
    expect(unknown).toEqual([]);
    expect(proven.map(({ rule, proofs }) => [rule.id, proofs])).toEqual([
      [
        'C-01',
        [
          { file, title: 'comes and mends' },
          { file: 'b.test.ts', title: 'comes' },
        ],
      ],
      ['C-02', [{ file, title: 'comes and mends' }]],
    ]);
  });

  test('an id that the book does not have is named with its test', () => {
    const { unknown } = provenRules([{ file, title: '[C-99] never heard of' }]);
    expect(unknown).toEqual([{ id: 'C-99', file, title: 'never heard of' }]);
  });
});

if (existsSync(spec)) {
  test('the book has every clause of the specification and no other', () => {
    const rows = [...readFileSync(spec, 'utf8').matchAll(/^\| ([A-Z]-\d\d) \|/gm)].map(([, id]) => id);
    expect(book.map(({ id }) => id)).toEqual(rows);
  });
} else {
  console.log(`skipped: no specification at ${spec}`);
}
