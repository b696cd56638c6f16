import { GAP, refresherOf } from './refresher';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Looks that take `length` milliseconds each. */
function counted(length: number) {
  const looks: number[] = [];
  const refresher = refresherOf(() => {
    looks.push(Date.now());
    return new Promise((resolve) => setTimeout(resolve, length));
  });
  return { looks, refresher };
}

test('the first change is looked at at once, those that follow together', async () => {
  const { looks, refresher } = counted(20);
  for (let index = 0; index < 10; index += 1) refresher.ask(false);
  expect(looks).toHaveLength(1);
  await jest.advanceTimersByTimeAsync(20 + GAP);
  expect(looks).toHaveLength(2);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(looks).toHaveLength(2);
});

test('[B-02] what presses does not wait for the gap, only for the look that is under way', async () => {
  const { looks, refresher } = counted(50);
  refresher.ask(false);
  await jest.advanceTimersByTimeAsync(60);
  refresher.ask(true);
  expect(looks).toHaveLength(2);
  refresher.ask(true);
  await jest.advanceTimersByTimeAsync(50);
  expect(looks).toHaveLength(3);
});

test('a slow office is asked less often, and a failed look does not end it', async () => {
  const { looks, refresher } = counted(2000);
  refresher.ask(false);
  refresher.ask(false);
  await jest.advanceTimersByTimeAsync(9000);
  expect(looks).toHaveLength(1);
  await jest.advanceTimersByTimeAsync(1100);
  expect(looks).toHaveLength(2);

  const failing = jest.fn(() => Promise.reject(new Error('down')));
  const other = refresherOf(failing);
  other.ask(false);
  await jest.advanceTimersByTimeAsync(GAP * 2);
  other.ask(false);
  expect(failing).toHaveBeenCalledTimes(2);
  other.stop();
  other.ask(true);
  expect(failing).toHaveBeenCalledTimes(2);
});
