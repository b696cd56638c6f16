import { wantedOf } from './wanted';

test.each([
  ['3-2-501', '%3%2%501%'],
  ['3栋2单元501室', '%3%2%501%'],
  ['桂花苑 501', '%桂花苑%501%'],
  ['Ｂ座 1201', '%b%1201%'],
  ['50%x', '%50\\%x%'],
  [' — ', null],
  ['', null],
])('"%s" is looked for as %s', (typed, pattern) => {
  expect(wantedOf(typed).pattern).toBe(pattern);
});

test.each([
  ['5678', '5678'],
  ['138 1234 5678', '13812345678'],
  ['+86 138-1234-5678', '13812345678'],
  ['501', null],
  ['3-2-501', '32501'],
  ['李5678', null],
])('of "%s" the digits of a phone are %s', (typed, digits) => {
  expect(wantedOf(typed).digits).toBe(digits);
});

test('three characters in a row can be looked up by their index', () => {
  expect(wantedOf('3-2-501').trigrams).toBe(true);
  expect(wantedOf('欧阳明').trigrams).toBe(true);
  expect(wantedOf('3-2 欧阳').trigrams).toBe(false);
});

test('a number alone is no name, and no more than sixty characters are looked at', () => {
  expect(wantedOf('3-2-501').named).toBe(false);
  expect(wantedOf('李').named).toBe(true);
  expect(wantedOf('李'.repeat(500)).whole).toHaveLength(60);
});
