import { setTimeout as wait } from 'node:timers/promises';
import { Writable } from 'node:stream';

import { countSteps } from './steps';

function paper(): { output: Writable; text: () => string } {
  let text = '';
  const output = new Writable({
    write: (part: Buffer, _encoding, done) => {
      text += part.toString();
      done();
    },
  });
  return { output, text: () => text };
}

const what = { zh: '数据库', en: 'database' };

test('a quick step is told once, when it is done, with how far along it is', async () => {
  const { output, text } = paper();
  const steps = countSteps(2, output);
  expect(await steps.run(what, () => Promise.resolve(7))).toBe(7);
  await steps.run(what, () => Promise.resolve());
  expect(text()).toBe('✓ [1/2] 数据库 · database  0.0 s\n✓ [2/2] 数据库 · database  0.0 s\n');
});

test('a step of more than a second is announced while it runs', async () => {
  const { output, text } = paper();
  await countSteps(1, output).run(what, () => wait(1_100));
  expect(text()).toMatch(/^… \[1\/1\] 数据库 · database\n✓ \[1\/1\] 数据库 · database {2}1\.\d s\n$/);
});

test('a step that fails says nothing of having been done', async () => {
  const { output, text } = paper();
  const failing = countSteps(1, output).run(what, () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(text()).toBe('');
});
