import { gather } from './gather';

/** A take that ends when it is told to. */
function takes() {
  const taken: { items: readonly string[]; end: (failed?: Error) => void }[] = [];
  const take = (items: readonly string[]): Promise<readonly string[]> =>
    new Promise((resolve, reject) => {
      taken.push({
        items,
        end: (failed) => (failed ? reject(failed) : resolve(items.map((item) => `${item}!`))),
      });
    });
  return { taken, take };
}

test('the first goes at once, those that come meanwhile go together, each is given his own', async () => {
  const { taken, take } = takes();
  const ask = gather<string, string>({ most: 3, underWay: 1, take });
  const answers = ['a', 'b', 'c', 'd', 'e'].map(ask);
  expect(taken.map(({ items }) => items)).toEqual([['a']]);
  taken[0]?.end();
  expect(await answers[0]).toBe('a!');
  expect(taken[1]?.items).toEqual(['b', 'c', 'd']);
  taken[1]?.end();
  expect(await Promise.all(answers.slice(1, 4))).toEqual(['b!', 'c!', 'd!']);
  taken[2]?.end();
  expect(await answers[4]).toBe('e!');
});

test('so many takes are under way, and no more', () => {
  const { taken, take } = takes();
  const ask = gather<string, string>({ most: 10, underWay: 2, take });
  for (const item of ['a', 'b', 'c', 'd']) void ask(item);
  expect(taken.map(({ items }) => items)).toEqual([['a'], ['b']]);
});

test('a take that fails tells its own callers, and the next goes on', async () => {
  const { taken, take } = takes();
  const ask = gather<string, string>({ most: 10, underWay: 1, take });
  const [first, second] = [ask('a'), ask('b')];
  const lost = new Error('lost');
  const told = expect(first).rejects.toBe(lost);
  taken[0]?.end(lost);
  await told;
  taken[1]?.end();
  expect(await second).toBe('b!');
});
