import { columnLabel, columnLetter, findColumn, letterIndex } from './columns';

const closed = (...header: string[]) => ({ header, openEnded: false });

describe('which column a mapping means', () => {
  it('is found by its header, whatever its blanks and capitals', () => {
    expect(
      findColumn(closed('a', 'Heat - Excessive  Insufficient'), 'heat - excessive insufficient'),
    ).toEqual({
      outcome: 'found',
      index: 1,
    });
    expect(findColumn(closed('报修　时间'), '报修 时间')).toEqual({ outcome: 'found', index: 0 });
  });

  it('is ambiguous where several columns have the same header, until the occurrence is named', () => {
    const columns = closed('category', 'x', 'Category');
    expect(findColumn(columns, 'CATEGORY')).toEqual({ outcome: 'ambiguous', count: 2 });
    expect(findColumn(columns, 'category#2')).toEqual({ outcome: 'found', index: 2 });
    expect(findColumn(columns, 'category#3')).toEqual({ outcome: 'unknown' });
    expect(findColumn(columns, 'category')).toEqual({ outcome: 'found', index: 0 });
  });

  it('is found by position or letter where the header is empty', () => {
    const columns = closed('', 'b', '');
    expect(findColumn(columns, 1)).toEqual({ outcome: 'found', index: 0 });
    expect(findColumn(columns, '@C')).toEqual({ outcome: 'found', index: 2 });
    expect(findColumn(columns, '@3')).toEqual({ outcome: 'found', index: 2 });
    expect(findColumn(columns, '')).toEqual({ outcome: 'unknown' });
    expect(findColumn(columns, 4)).toEqual({ outcome: 'unknown' });
    expect(findColumn({ ...columns, openEnded: true }, 4)).toEqual({ outcome: 'found', index: 3 });
  });

  it('may have a number sign in its header', () => {
    expect(findColumn(closed('room#2'), 'room#2')).toEqual({ outcome: 'found', index: 0 });
  });

  it('is called by its header in a report, by its occurrence where it repeats, by its letter where it has none', () => {
    const header = ['', ' a  b ', 'A b', 'c'];
    expect(header.map((_, i) => columnLabel(header, i))).toEqual(['A', 'a b#1', 'A b#2', 'c']);
  });

  it('has letters that count like a spreadsheet', () => {
    for (const [letter, index] of [
      ['A', 0],
      ['Z', 25],
      ['AA', 26],
      ['ZZ', 701],
      ['AAA', 702],
    ] as const) {
      expect(letterIndex(letter)).toBe(index);
      expect(columnLetter(index)).toBe(letter);
    }
  });
});
