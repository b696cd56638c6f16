import fc from 'fast-check';
import { matchEmergency } from './match';
import type { EmergencyRule } from './types';

const rule = (code: string, words: readonly string[], rest: Partial<EmergencyRule> = {}): EmergencyRule => ({
  id: code,
  code,
  hazard: 'danger',
  name: { zh: code, en: code },
  words,
  excluding: [],
  categories: [],
  outsideParties: [],
  containFirst: false,
  order: 10,
  ...rest,
});

const rules = [
  rule('lift', ['电梯…困', 'trapped…elevator', 'elevator…stick'], {
    hazard: 'lift',
    excluding: ['困难'],
    categories: ['DT', 'TS'],
  }),
  rule('electric', ['漏电', 'spark', 'exposed wire'], {
    hazard: 'electric',
    excluding: ['漏电保护器', '漏电…风险'],
  }),
  rule('water', ['爆管', 'burst pipe', 'leak badly', 'badly leak'], { hazard: 'water' }),
  rule('railing', ['栏杆…松', 'loose railing'], { hazard: 'fall_hazard' }),
  rule('glass', ['玻璃…掉', 'glass…fall'], { hazard: 'glass_facade' }),
  rule('gas', ['煤气味', 'gas leak'], { order: 5 }),
];

const codeOf = (text: string, categories: readonly string[] = []): string =>
  matchEmergency(rules, { text, categories })?.rule.code ?? 'none';

test('[B-02] a hit shows the rule, its word and where it stands', () => {
  const text = '您好，3号楼電梯里困了两个人';
  const hit = matchEmergency(rules, { text, categories: [] });
  expect(hit).toMatchObject({ rule: { code: 'lift' }, word: '电梯…困', at: [6, 10] });
  expect(text.slice(...(hit?.at ?? [0]))).toBe('電梯里困');
});

describe('[B-02] words', () => {
  test.each([
    ['家里漏电', 'electric'],
    ['ＧＡＳ ＬＥＡＫＩＮＧ', 'gas'],
    ['two gas leaks', 'gas'],
    ['the outlet sparked', 'electric'],
    ['pipe sparkling', 'none'],
    ['elevator got stuck', 'lift'],
    ['glass might have fallen', 'glass'],
    ['玻璃好像要掉下来', 'glass'],
    ['玻璃裂了。东西掉了', 'none'],
    ['玻璃一二三四五六七八九十一掉', 'none'],
    ['电梯困难户', 'none'],
    ['漏电保护器坏了', 'none'],
    ['漏电保护器坏了，墙上也漏电', 'electric'],
    ['雨天漏电的风险', 'none'],
    ['', 'none'],
  ])('%j: %s', (text, expected) => expect(codeOf(text)).toBe(expected));
});

describe('[B-02] what is denied is no emergency', () => {
  test.each([
    '没有漏电',
    '没漏电',
    '无漏电现象',
    '并未发现漏电',
    '不是漏电',
    '并非漏电，只是灯坏了',
    '不存在漏电问题',
    '电梯没有困人',
    '没闻到煤气味',
    '没有漏电、爆管',
    '漏电已经修好',
    '漏电问题已修复',
    '爆管处已恢复',
    '漏电修好了',
    '如何防止漏电',
    '一旦漏电后果严重',
    '下周电梯困人应急演练',
    '去年漏电过',
    '上个月漏电过',
    '三年前家里漏电',
    '2018年底墙面漏电',
    '2018年底，墙面漏电',
    '如果插座进水，会导致漏电',
    '万一孩子去摸，发生漏电',
    'not a gas leak',
    'There is no sign of a gas leak',
    "it isn't a burst pipe",
    'nobody is trapped in the elevator',
    'the glass did not fall',
    'no burst pipe or gas leak',
    'burst pipe has been fixed',
    'burst pipe already repaired',
    'gas leak drill tomorrow',
    'how to prevent burst pipes',
    'in case of a gas leak',
    'no urgency, not urgent',
  ])('%j', (text) => expect(codeOf(text)).toBe('none'));
});

describe('[B-02] what only looks like a denial is one', () => {
  test.each([
    ['有没有漏电', 'electric'],
    ['是不是漏电了', 'electric'],
    ['没有漏电吗', 'electric'],
    ['不是没有漏电', 'electric'],
    ['不仅漏电', 'electric'],
    ['不断漏电', 'electric'],
    ['漏电没人管', 'electric'],
    ['没人管漏电', 'electric'],
    ['没有人来修爆管', 'water'],
    ['没有热水，爆管', 'water'],
    ['没有监控、栏杆松动', 'railing'],
    ['漏电还没修好', 'electric'],
    ['漏电一直未修复', 'electric'],
    ['漏电修好了又漏', 'electric'],
    ['漏电修好了吗', 'electric'],
    ['以前就漏电，现在还漏电', 'electric'],
    ['主要是漏电', 'electric'],
    ['上个月漏电，至今没修', 'electric'],
    ['2018年漏电，物业一直推诿', 'electric'],
    ['2018年开始漏电', 'electric'],
    ['2016年建成的楼漏电', 'electric'],
    ['二十年前修建的楼漏电', 'electric'],
    ['如果没人在家请打电话，家里漏电', 'electric'],
    ['要是方便，快来，漏电了', 'electric'],
    ['去年换的插座不好用。现在墙上漏电', 'electric'],
    ['not only a burst pipe', 'water'],
    ['not sure if it is a gas leak', 'gas'],
    ['nobody came for the burst pipe', 'water'],
    ['burst pipe is not fixed', 'water'],
    ['burst pipe needs to be fixed', 'water'],
    ['no power but exposed wires', 'electric'],
    ['gas leak?', 'gas'],
    ['漏电处理。好的', 'electric'],
  ])('%j: %s', (text, expected) => expect(codeOf(text)).toBe(expected));
});

test('[B-02] a rule speaks in the branches that it names, and everywhere while there is no category', () => {
  expect(codeOf('电梯困人', ['DT-01', 'DT'])).toBe('lift');
  expect(codeOf('电梯困人', ['ZX-99', 'ZX'])).toBe('none');
  expect(codeOf('电梯困人', [])).toBe('lift');
  expect(codeOf('漏电', ['ZX-99', 'ZX'])).toBe('electric');
});

test('[B-02] the first word speaks, then the longer, then the order of the rules', () => {
  expect(codeOf('漏电，爆管')).toBe('electric');
  const short = rule('short', ['漏电'], { order: 1 });
  const long = rule('long', ['漏电伤人'], { order: 2 });
  const equal = rule('equal', ['漏电伤人'], { order: 3 });
  expect(matchEmergency([short, equal, long], { text: '漏电伤人', categories: [] })?.rule.code).toBe('long');
});

test('[B-02] a word without a letter never hits', () => {
  expect(matchEmergency([rule('empty', ['', '…', '！'])], { text: '！漏电', categories: [] })).toBeNull();
});

test.each([
  ['电梯', 5_000],
  ['电梯困', 3_333],
  ['没有', 5_000],
  ['没有漏电、', 2_000],
  ['漏电修好', 2_500],
  ['若', 10_000],
  ['a', 10_000],
  ['elevator ', 1_111],
  ['no ', 3_333],
  ["'", 10_000],
])('[B-02] ten thousand characters of %j are read in a moment', (part, times) => {
  const text = part.repeat(times);
  const started = performance.now();
  matchEmergency(rules, { text, categories: [] });
  expect(performance.now() - started).toBeLessThan(1_000);
});

describe('[B-02] of any text', () => {
  const filler = fc.constantFrom(
    '您好',
    '请尽快处理',
    '谢谢',
    '3号楼',
    'please come',
    'thank you',
    'floor 3',
    '没有',
    'not',
  );
  const hazard = fc.constantFrom(
    '漏电',
    '爆管',
    '煤气味',
    'gas leak',
    'burst pipes',
    '玻璃要掉',
    '栏杆很松',
    '没有漏电',
  );
  const clause = fc
    .array(fc.oneof(filler, hazard), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(' '));
  const stop = fc.constantFrom('，', '。', '\n', '; ', '！');

  test('the place of a hit holds the word', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(clause, fc.string()), { maxLength: 6 }), stop, (clauses, end) => {
        const text = clauses.join(end);
        const hit = matchEmergency(rules, { text, categories: [] });
        if (!hit) return;
        const again = rule('again', [hit.word]);
        const found = matchEmergency([again], { text: text.slice(...hit.at), categories: [] });
        expect(found?.at).toEqual([0, hit.at[1] - hit.at[0]]);
      }),
    );
  });

  test('clauses beside it never take a hit away', () => {
    fc.assert(
      fc.property(clause, clause, clause, stop, (before, text, after, end) => {
        fc.pre(codeOf(text) !== 'none');
        expect(codeOf([before, text, after].join(end))).not.toBe('none');
      }),
    );
  });

  test('the order in which the rules are handed in changes nothing', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rules, { minLength: rules.length }), clause, (shuffled, text) => {
        expect(matchEmergency(shuffled, { text, categories: [] })).toEqual(
          matchEmergency(rules, { text, categories: [] }),
        );
      }),
    );
  });
});
