import { fenOfYuan, yuanOfFen } from './money';

test('yuan become fen by their digits, not by fractions', () => {
  expect(fenOfYuan('0.29')).toBe(29);
  expect(fenOfYuan('1.1')).toBe(110);
  expect(fenOfYuan(' 4035.00 ')).toBe(403500);
  expect(fenOfYuan('12')).toBe(1200);
});

test('what is no amount is refused', () => {
  for (const text of ['', '-1', '1.234', '1,000', '1e3', '.5', '十元'])
    expect(fenOfYuan(text)).toBeUndefined();
});

test('fen are shown as yuan with two decimals', () => {
  expect(yuanOfFen(5)).toBe('0.05');
  expect(yuanOfFen(403500)).toBe('4035.00');
  expect(yuanOfFen(-250)).toBe('-2.50');
});
