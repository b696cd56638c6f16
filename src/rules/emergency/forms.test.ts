import { formsOf } from './forms';

test.each([
  ['leak', ['leaks', 'leaked', 'leaking']],
  ['trap', ['trapped', 'trapping']],
  ['smoke', ['smokes', 'smoked', 'smoking']],
  ['injury', ['injuries']],
  ['break', ['broke', 'broken', 'breaking']],
])('[B-02] %s is also %j', (word, forms) =>
  expect([...formsOf(word)]).toEqual(expect.arrayContaining(forms)),
);

test.each(['漏', '16f', 'co'])('[B-02] %s stands for itself only', (word) =>
  expect([...formsOf(word)]).toEqual([word]),
);
