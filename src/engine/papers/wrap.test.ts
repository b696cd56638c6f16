import { atMost, wrap } from './wrap';

/** A Chinese sign is as wide as two Latin ones. */
const widthOf = (sign: string): number => (/[\u2e80-\uffef]/.test(sign) ? 2 : 1);
const lines = (text: string, width: number) => wrap(text, width, widthOf);

test('Chinese breaks between any two signs', () => {
  expect(lines('厨房水管漏水严重', 8)).toEqual(['厨房水管', '漏水严重']);
});

test('a line neither begins with closing punctuation nor ends with opening', () => {
  expect(lines('厨房水管，漏水', 8)).toEqual(['厨房水', '管，漏水']);
  expect(lines('厨房水（管）漏', 8)).toEqual(['厨房水', '（管）漏']);
});

test('Latin words stay whole, and break at blanks', () => {
  expect(lines('the valve was replaced', 10)).toEqual(['the valve', 'was', 'replaced']);
});

test('a word longer than a line is broken', () => {
  expect(lines('AAAAAAAAAA', 4)).toEqual(['AAAA', 'AAAA', 'AA']);
});

test('line breaks of the text are kept, no text is no line, and what cannot be printed is left out', () => {
  expect(lines('一\n\n二', 8)).toEqual(['一', '', '二']);
  expect(lines('', 8)).toEqual([]);
  expect(lines(' \n ', 8)).toEqual([]);
  expect(lines('a\u0000b\u202ec', 8)).toEqual(['a b c']);
});

test('nothing is lost or gets wider than the line, whatever is set', () => {
  const text = '更换 DN20 铜质阀门（2 个），试压 0.6MPa；业主确认“不再漏水”。'.repeat(5);
  for (const width of [3, 7, 16, 31]) {
    const set = lines(text, width);
    expect(set.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    for (const line of set)
      expect(Array.from(line).reduce((sum, sign) => sum + widthOf(sign), 0)).toBeLessThanOrEqual(width);
  }
});

test('what is cut off is seen to be', () => {
  expect(atMost(['一二', '三四', '五六'], 2)).toEqual(['一二', '三…']);
  expect(atMost(['一二'], 2)).toEqual(['一二']);
});
