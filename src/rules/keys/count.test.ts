import { Refusal } from '../refusal';
import {
  countDone,
  counted,
  differenceOf,
  explained,
  figuresOf,
  linesOf,
  worthCounting,
  type KeyNamed,
} from '.';

const key = (code: string): KeyNamed => ({ key: code.toLowerCase(), code, label: `${code} 门` });
const [A, B, STRAY] = [key('A'), key('B'), key('X')];
const begun = linesOf([A, B]);

test('[F-07] nothing is found as long as nobody has looked', () => {
  expect(figuresOf(begun)).toMatchObject({
    ...{ expectedCount: 2, foundCount: 0, missingCount: 0, unexpectedCount: 0, unexplainedCount: 0 },
    ...{ toCount: 'A A 门\nB B 门', differences: '' },
  });
  expect(countDone(begun)).toMatchObject({
    code: 'KEY_COUNT_UNFINISHED',
    details: { count: 2, keys: ['A', 'B'] },
  });
});

test('[F-07] what is missing and what was not expected are differences, until each is explained', () => {
  const looked = counted(counted(counted(begun, A, true), B, false), STRAY, true);
  expect(figuresOf(looked)).toMatchObject({
    foundCount: 1,
    missingCount: 1,
    unexpectedCount: 1,
    unexplainedCount: 2,
  });
  expect(countDone(looked)).toMatchObject({ code: 'KEY_COUNT_UNEXPLAINED', details: { keys: ['B', 'X'] } });
  expect(differenceOf(looked, A.key)).toBeInstanceOf(Refusal);
  expect(differenceOf(looked, 'nowhere')).toBeInstanceOf(Refusal);
  const settled = explained(explained(looked, B.key, '借给保洁'), STRAY.key, '挂错了板');
  expect(countDone(settled)).toBeUndefined();
  expect(figuresOf(settled).differences).toBe('B B 门：缺失；借给保洁\nX X 门：多出；挂错了板');
});

test('[F-07] a key is looked for again: what was said of it before no longer holds, what should not be there goes', () => {
  const looked = explained(counted(counted(begun, B, false), STRAY, true), B.key, '借给保洁');
  const again = counted(counted(looked, B, true), STRAY, false);
  expect(again.map(({ code, found, explanation }) => [code, found, explanation])).toEqual([
    ['A', null, null],
    ['B', true, null],
  ]);
  // Counted the same way twice changes nothing.
  expect(counted(looked, B, false)).toEqual(looked);
  expect(worthCounting(begun, STRAY.key, false)?.code).toBe('KEY_NOT_EXPECTED');
  expect(worthCounting(begun, STRAY.key, true)).toBeUndefined();
});
