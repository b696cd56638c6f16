import { codeOf, readDigits, readNumber, readYesNo } from './convert';
import { guessDelimiter } from './delimiter';
import { NameIndex } from './names';

describe('what people write in cells', () => {
  it.each([
    ['2127.0', 2127],
    [' 1,234.50 ', 1234.5],
    ['１２', 12],
    ['￥30', 30],
    ['-3', -3],
    ['1.5E3', 1500],
  ])('%s is a number', (text, number) => expect(readNumber(text)).toBe(number));

  it.each(['12a', '1,23', '', '--1', '1 2 3 x'])('%s is no number', (text) =>
    expect(readNumber(text)).toBeUndefined(),
  );

  it('gives back the digits of a number that is a name', () => {
    expect(readDigits('2127.0')).toEqual({ digits: '2127' });
    expect(readDigits('02127')).toEqual({ digits: '02127' });
    expect(readDigits('1.01001354552E+11')).toEqual({ digits: '101001354552' });
    expect(readDigits('1e3')).toEqual({ lost: true });
    expect(readDigits('A-12')).toEqual({ digits: 'A-12' });
  });

  it('does not guess digits that a spreadsheet has rounded away', () => {
    expect(readDigits('1.01E+11')).toEqual({ lost: true });
  });

  it('knows the ways of ticking yes and no', () => {
    expect(['是', 'Y', '√', 'TRUE'].map(readYesNo)).toEqual([true, true, true, true]);
    expect(['否', 'no', '0', '无'].map(readYesNo)).toEqual([false, false, false, false]);
    expect(readYesNo('也许')).toBeUndefined();
  });

  it('makes the same code of the same text, and another of another', () => {
    expect(codeOf('南京|狗耳巷小区')).toBe(codeOf('南京|狗耳巷小区'));
    expect(codeOf('南京|狗耳巷小区')).not.toBe(codeOf('南京|狗耳巷'));
    expect(codeOf('x')).toMatch(/^[0-9a-z]{13}$/);
  });
});

describe('the delimiter of a text', () => {
  it.each([
    ['a,b,c\n1,"x;y;z;w",3\n', ','],
    ['a;b;c\n"1,5";2;3\n', ';'],
    ['a\tb\n1,2\t3\n', '\t'],
    ['only\none\n', ','],
    ['a|b', '|'],
  ])('of %j is %j', (text, delimiter) => expect(guessDelimiter(text)).toBe(delimiter));
});

describe('a record looked up by name', () => {
  const index = new NameIndex([
    { id: 'b1', names: ['1号楼', 'Building 1', null], within: ['east'] },
    { id: 'b2', names: ['1号楼', '１栋'], within: ['west'] },
  ]);

  it('is found whatever the width, the capitals and the blanks', () => {
    expect(index.find('building　１')).toEqual({ outcome: 'found', id: 'b1' });
    expect(index.find('1 栋')).toEqual({ outcome: 'found', id: 'b2' });
  });

  it('is not guessed where two have the name, and found where only one of them lies in the place', () => {
    expect(index.find('1号楼')).toEqual({ outcome: 'ambiguous', count: 2 });
    expect(index.find('1号楼', 'west')).toEqual({ outcome: 'found', id: 'b2' });
    expect(index.find('1号楼', 'north')).toEqual({ outcome: 'unknown' });
    expect(index.find('')).toEqual({ outcome: 'unknown' });
  });
});
