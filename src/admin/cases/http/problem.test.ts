import { keysOfOneForm } from './idempotencyKey';
import { problemOf } from './problem';

test('a refusal is read with its sentence, its field and its code', () => {
  const error = {
    status: 422,
    name: 'Refusal',
    message: '未来的时间不能登记。',
    details: { code: 'MOMENT_IN_FUTURE', field: 'receivedAt.0' },
  };
  expect(problemOf(error)).toMatchObject({
    status: 422,
    message: '未来的时间不能登记。',
    code: 'MOMENT_IN_FUTURE',
    field: 'receivedAt',
  });
});

test('a conflict tells the stage and what others changed, in whichever shape', () => {
  const conflict = (changed: unknown) =>
    problemOf({ status: 409, name: 'Refusal', message: 'x', details: { stage: 'assigned', changed } });
  expect(conflict(['handler']).changed).toEqual([{ field: 'handler' }]);
  expect(conflict([{ field: 'handler', label: '经办人' }]).changed).toEqual([
    { field: 'handler', label: '经办人' },
  ]);
  expect(conflict({ handler: 'x' }).changed).toEqual([{ field: 'handler' }]);
  expect(conflict(undefined)).toMatchObject({ stage: 'assigned', changed: [] });
});

test('without an answer there is no status and no sentence', () => {
  expect(problemOf({ name: 'TypeError', message: 'Failed to fetch' })).toEqual({
    status: 0,
    message: '',
    changed: [],
  });
});

test('the same input of one form keeps its key, a corrected one gets another', () => {
  const keyOf = keysOfOneForm();
  const first = keyOf({ note: 'a' });
  expect(keyOf({ note: 'a' })).toBe(first);
  expect(keyOf({ note: 'b' })).not.toBe(first);
  expect(keysOfOneForm()({ note: 'a' })).not.toBe(first);
});
