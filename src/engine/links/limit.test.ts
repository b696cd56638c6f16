import { limiter } from './limit';

const MINUTE = 60_000;

test('a caller is let in as often as it is allowed within a window, and again in the next', () => {
  const mayCome = limiter(MINUTE);
  const at = (now: number) => mayCome({ caller: 'a', most: 2, now });
  expect([at(0), at(10_000), at(10_000), at(59_999), at(MINUTE), at(MINUTE), at(MINUTE)]).toEqual([
    0, 0, 50, 1, 0, 0, 60,
  ]);
});

test('one caller does not count for another, and without a limit nobody is counted', () => {
  const mayCome = limiter(MINUTE);
  const as = (caller: string, most = 1) => mayCome({ caller, most, now: 0 });
  expect([as('a'), as('b'), as('a'), as('a', 0)]).toEqual([0, 0, 60, 0]);
});

test('of very many callers the oldest are forgotten, so that nobody fills the memory', () => {
  const mayCome = limiter(MINUTE);
  const as = (caller: string) => mayCome({ caller, most: 1, now: 0 });
  as('first');
  for (let one = 0; one < 10_000; one += 1) as(`c${one}`);
  expect([as('first'), as('c9999')]).toEqual([0, 60]);
});
