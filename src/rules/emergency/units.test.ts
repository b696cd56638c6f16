import { unitsOf } from './units';

const texts = (text: string): readonly string[] => unitsOf(text).texts;

test.each([
  ['ＧＡＳ　Leak', ['gas', 'leak'], 'full width, capitals, blanks'],
  ['電梯裡困人', ['电', '梯', '里', '困', '人'], 'traditional characters'],
  ['漏 电', ['漏', '电'], 'a blank inside a word'],
  ['“电梯”困人', ['电', '梯', '困', '人'], 'quotes'],
  ['burst-pipe', ['burst', 'pipe'], 'a hyphen'],
  ["isn’t 'loose'", ["isn't", 'loose'], 'apostrophes inside words only'],
  ['cafe\u0301 lea\u200bk', ['cafe', 'leak'], 'marks and signs that nobody sees'],
  ['3号楼 16F', ['3', '号', '楼', '16f'], 'numbers'],
  ['！？…… 😀', [], 'nothing to read'],
])('[B-02] %j is read as %j: %s', (text, expected) => expect(texts(text)).toEqual(expected));

test('[B-02] a unit stands where it stood in the text, whatever its normal form', () => {
  const text = '😀 ㎡ ﬁre电';
  const { texts: units, starts, ends } = unitsOf(text);
  expect(units.map((unit, i) => [unit, text.slice(starts[i], ends[i])])).toEqual([
    ['m2', '㎡'],
    ['fire', 'ﬁre'],
    ['电', '电'],
  ]);
});

test.each([
  ['没有漏电，电梯困人', 2],
  ['没有漏电、困人', 1],
  ['水管爆了。漏电', 2],
  ['3.5层, 1,000户 7:30', 2],
  ['Water leak / Heavy flow', 2],
  ['Unsafe/Dangerous', 1],
  ['No power. Lift stuck', 2],
  ['标题\n正文', 2],
])('[B-02] %j has %d clauses', (text, expected) =>
  expect(new Set(unitsOf(text).clauseStarts).size).toBe(expected),
);
