import { firstOf, percent, reaches } from './numbers';

test('a share of nothing is no percentage, and almost all is not all', () => {
  expect([null, 0, 0.4, 0.3333, 0.9999, 1].map(percent)).toEqual([
    '—',
    '0%',
    '40%',
    '33.3%',
    '99.9%',
    '100%',
  ]);
});

test('the target is reached exactly at the target', () => {
  expect([0.3999, 0.4, null].map((share) => reaches(share, 0.4))).toEqual([false, true, null]);
});

test('of a long list the first are shown and the others counted', () => {
  expect(firstOf([1, 2, 3], 2)).toEqual({ shown: [1, 2], more: 1 });
  expect(firstOf([1], 2)).toEqual({ shown: [1], more: 0 });
});
