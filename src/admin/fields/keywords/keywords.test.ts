import { valueOf, withTyped, without, wordsIn } from './keywords';

test('a list is read from lines and from JSON, without gaps and repeats', () => {
  expect(wordsIn('电梯…困人\n\n 停电 \r\n停电')).toEqual(['电梯…困人', '停电']);
  expect(wordsIn(['灯', ' 灯泡', 3, ''])).toEqual(['灯', '灯泡']);
  expect(wordsIn(null)).toEqual([]);
});

test('it is kept as it was read', () => {
  expect(valueOf(['灯', '灯泡'], 'text')).toBe('灯\n灯泡');
  expect(valueOf(['灯', '灯泡'], 'json')).toEqual(['灯', '灯泡']);
  expect(valueOf([], 'text')).toBeNull();
});

test('several words may be pasted at once; a phrase keeps its spaces', () => {
  expect(withTyped(['灯'], '水管、water pipe；灯')).toEqual(['灯', '水管', 'water pipe']);
  expect(without(['灯', '水管'], '灯')).toEqual(['水管']);
});
