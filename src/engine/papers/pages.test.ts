import { dealt } from './pages';

test('rows fill one page after another, none parted, none lost', () => {
  expect(dealt({ heights: [10, 10, 10, 10, 10], room: 25, end: 5 })).toEqual([
    [0, 2],
    [2, 4],
    [4, 5],
  ]);
});

test('what stands at the end gets a page of its own where the last has no room for it', () => {
  expect(dealt({ heights: [10, 10], room: 25, end: 10 })).toEqual([
    [0, 2],
    [2, 2],
  ]);
});

test('no rows are one page, and a row higher than a page has one to itself', () => {
  expect(dealt({ heights: [], room: 25, end: 10 })).toEqual([[0, 0]]);
  expect(dealt({ heights: [5, 40, 5], room: 25, end: 0 })).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
});
