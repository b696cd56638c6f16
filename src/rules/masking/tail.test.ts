import { digitsOf, tailOf } from './tail';

test.each([
  ['13812345678', '5678'],
  ['+86 138-1234-5678', '5678'],
  ['0571-87654321 转 802', '4321'],
  ['13812345678 / 13998765432', '5432'],
  ['110', ''],
  ['问保安', ''],
])('the end of %s is %s', (given, end) => {
  expect(tailOf('phone', given)).toBe(end);
});

test('the digits of a number are those that one dials', () => {
  expect(digitsOf('phone', '+86 571 8765 4321 ext. 8')).toBe('057187654321');
});
