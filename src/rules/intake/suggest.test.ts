import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CategoryEntry } from '../office';
import type { CategoryWords } from './categories';
import { learnFrom } from './learn';
import { suggestCategories } from './suggest';
import { termsOf } from './terms';

interface Listed {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind?: string;
  readonly aliases?: readonly string[];
  readonly children?: readonly Listed[];
}

/** The list that an office begins with, ids being codes. */
function listOfTheHouse() {
  const file = join(__dirname, '..', '..', '..', 'database', 'policy', 'categories.json');
  const categories = new Map<string, CategoryEntry>();
  const categoryWords = new Map<string, CategoryWords>();
  const take = (
    { code, name, nameEn, aliases = [], ...rest }: Listed,
    above: readonly string[],
    of: string | null,
  ) => {
    const kind = rest.kind ?? of;
    categories.set(code, { id: code, path: [code, ...above] } as unknown as CategoryEntry);
    categoryWords.set(code, { id: code, name: { zh: name, en: nameEn }, aliases, kind, active: true });
    for (const child of rest.children ?? []) take(child, [code, ...above], kind);
  };
  for (const one of JSON.parse(readFileSync(file, 'utf8')) as Listed[]) take(one, [], null);
  return { categories, categoryWords };
}

const house = listOfTheHouse();
const best = (text: string, kind: string | null = null, emergencyCategories: readonly string[] = []) =>
  suggestCategories({ text, kind, emergencyCategories }, house).map(({ category }) => category);

test.each([
  ['3-2-501 马桶一直流水', 'SD-01'],
  ['厨房下水道堵塞，返水了', 'SD-02'],
  ['家里停电了，隔壁有电', 'SD-08'],
  ['客厅灯不亮，插座也没电', 'SD-07'],
  ['电梯困人，快来', 'DT-01'],
  ['单元门门锁坏了', 'MC-01'],
  ['小区路灯坏了', 'GG-01'],
  ['暖气不热', 'NT-03'],
  ['门禁刷不开，对讲也没声', 'RD-01'],
  ['楼上装修噪音太大', 'TS-08'],
  ['the toilet and taps drip', 'SD-01'],
  ['lift is out of service', 'DT-03'],
])('"%s" is most likely %s', (text, category) => {
  expect(best(text)[0]).toBe(category);
});

test('what says nothing suggests nothing, and never more than five are suggested', () => {
  expect(best('')).toEqual([]);
  expect(best('你好')).toEqual([]);
  expect(best('水管漏水、停电、电梯异响、路灯不亮、门锁坏、窗户脱落、井盖')).toHaveLength(5);
});

test('categories above others are not suggested, nor what is no longer used', () => {
  const off = new Map(house.categoryWords);
  off.set('NT-03', { ...off.get('NT-03')!, active: false });
  const found = suggestCategories(
    { text: '暖通：暖气不热', kind: null, emergencyCategories: [] },
    { ...house, categoryWords: off },
  ).map(({ category }) => category);
  expect(found).not.toContain('NT-03');
  expect(found).not.toContain('NT');
});

test('a kind that was chosen puts its categories first', () => {
  const text = '停车';
  expect(best(text, 'complaint')[0]).toMatch(/^TS/);
});

test('the rule that an emergency sets off speaks for its categories', () => {
  const plain = best('水管漏水');
  expect(plain[0]).toBe('SD-03');
  expect(best('水管漏水', null, ['SD-05'])[0]).toBe('SD-05');
});

test('what requests with such words were before is learned', () => {
  const samples = Array.from({ length: 6 }, () => ({ text: '油烟机倒灌，一屋子味', category: 'NT-04' }));
  const described = { text: '油烟机又倒灌了', kind: null, emergencyCategories: [] };
  expect(suggestCategories(described, house)).toEqual([]);
  expect(suggestCategories(described, house, learnFrom(samples))[0]?.category).toBe('NT-04');
});

test('words are compared by pairs of characters and by their stems, within a clause', () => {
  expect([...termsOf('漏水，电 pipes leaking')]).toEqual(['漏水', 'pip', 'leak']);
  expect(termsOf('piping')).toEqual(termsOf('pipes'));
  expect(termsOf('trapped')).toEqual(termsOf('trap'));
  expect(termsOf('batteries')).toEqual(termsOf('battery'));
});
