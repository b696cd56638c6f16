import { asked, firstAnswers, questionsOf } from './questions';

const words = {
  say: (key: string) => key,
  field: (type: string, name: string) => `${type}.${name}`,
  value: (code: string) => code,
};
const names = (...args: Parameters<typeof questionsOf>) => questionsOf(...args).map(({ name }) => name);

test('a question asks for what its kind of request has, and for a place where no home is named', () => {
  expect(names('target', { kind: 'repair' }, words)).toEqual([
    ...['matter', 'kind', 'category', 'urgency', 'at', 'unit', 'community', 'faultClass'],
  ]);
  expect(names('category', { kind: 'complaint', unit: 'x' }, words)).toEqual([
    ...['matter', 'kind', 'category', 'urgency', 'at', 'unit', 'complaintClass'],
  ]);
  expect(names('dispatch-rule', { kind: 'inquiry' }, words)).toContain('promisedReplyAt');
  expect(names('work-calendar', {}, words)).toEqual(['at', 'amount', 'unit']);
  expect(names('visit-policy', {}, words)).toEqual(['count']);
  expect(names('warranty-term', {}, words)).toEqual(['category', 'deliveredOn', 'at']);
});

test('the questions begin with what the row is about', () => {
  const given = { documentId: 'abc', now: '2026-11-21T22:00' };
  expect(firstAnswers('target', { kind: 'complaint', complaintClass: 'serious' }, given)).toMatchObject({
    kind: 'complaint',
    complaintClass: 'serious',
    at: '2026-11-21T22:00',
  });
  expect(firstAnswers('emergency-rule', { words: '\n电梯…困人\n停电' }, given).matter).toBe('电梯困人');
  expect(firstAnswers('category', { kind: null }, given)).toMatchObject({ kind: 'repair', category: 'abc' });
});

test('what is found out later is no part of the registration', () => {
  expect(asked({ at: 't', kind: 'repair', faultClass: 'major' })).toEqual({
    at: 't',
    data: { kind: 'repair' },
    later: { faultClass: 'major' },
  });
});
