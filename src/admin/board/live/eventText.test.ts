import { eventReader, newsIn } from './eventText';

test('events are read whole, however they are cut up on the way', () => {
  const read = eventReader();
  const whole = 'retry: 2000\n\nevent: hello\ndata: {}\n\n: alive\n\nevent: change\ndata: {"cases":[]}\n\n';
  const events = [...whole].flatMap((letter) => read(letter));
  expect(events).toEqual([
    { name: 'hello', data: '{}' },
    { name: 'change', data: '{"cases":[]}' },
  ]);
  expect(read('event: change\ndata: {"a"')).toEqual([]);
});

test('[B-02] an emergency presses, an ordinary change does not, and what is unknown is left alone', () => {
  const change = (cases: object[]) => newsIn({ name: 'change', data: JSON.stringify({ cases }) });
  expect(change([{ urgent: false }, { urgent: true }])).toEqual({ changed: true, pressing: true });
  expect(change([{ urgent: false }])).toEqual({ changed: true, pressing: false });
  expect(newsIn({ name: 'change', data: '…' })).toEqual({ changed: true, pressing: false });
  expect(newsIn({ name: 'reset', data: '{}' }).pressing).toBe(true);
  expect(newsIn({ name: 'other', data: '{}' }).changed).toBe(false);
});
