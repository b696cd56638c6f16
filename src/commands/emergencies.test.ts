import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runEmergencies } from './emergencies';
import { scoresOf } from './emergency-labels/measure';

const folder = mkdtempSync(path.join(tmpdir(), 'emergencies-'));
afterAll(() => rmSync(folder, { recursive: true }));

mkdirSync(path.join(folder, 'nyc-311'));
writeFileSync(
  path.join(folder, 'nyc-311', 'leaks.csv'),
  'Unique Key,Complaint Type,Descriptor\n1,WATER LEAK,HEAVY FLOW\n2,WATER LEAK,DAMP SPOT\n',
);
const labels = (rows: string): string => {
  const file = path.join(folder, 'labels.csv');
  writeFileSync(file, `file,id,label,also,half,chosen\n${rows}`);
  return file;
};

async function run(...args: string[]) {
  const lines: string[] = [];
  const done = await runEmergencies(args, (line) => lines.push(line));
  return { done, text: lines.join('\n') };
}

test('[B-02] one text is answered with rule, word, place and whom to tell', async () => {
  const { done, text } = await run('--text', '闻到煤气味');
  expect(done).toBe(true);
  expect(text).toMatch(/gas_leak/);
  expect(text).toMatch(/“煤气味” \[2, 5\)/);
  expect(text).toMatch(/燃气公司 · Gas company/);
  expect(text).toMatch(/先行止损/);
  expect((await run('--text', '没有煤气味')).text).toMatch(/not an emergency/);
});

test('[B-02] labelled requests are counted by class and half', async () => {
  const file = labels('nyc-311/leaks.csv,1,water,,dev,random\nnyc-311/leaks.csv,2,none,,held,random\n');
  const { done, text } = await run('--data', folder, '--labels', file);
  expect(done).toBe(true);
  expect(text).toMatch(/^water +1 +1 +1\.00 +1\.00 +0 +0 +– +–$/m);
  expect(text).toMatch(/2 requests/);
});

test.each([
  [['--data', '/nowhere'], /no folder/],
  [['--data', folder, '--labels', labels('nyc-311/leaks.csv,9,none,,dev,random\n')], /no row 9/],
])('[B-02] what is not there is told in one sentence: %j', async (args, expected) => {
  labels('nyc-311/leaks.csv,9,none,,dev,random\n');
  await expect(run(...args)).rejects.toThrow(expected);
});

test('an argument that there is not is answered with the usage', async () => {
  expect(await run('--colour')).toMatchObject({
    done: false,
    text: expect.stringMatching(/^usage/) as string,
  });
});

test('[B-02] a hit on a hazard that the text reports as well is right; a wrong class is told from a false alarm', () => {
  const scores = scoresOf([
    { label: 'lift', also: ['electric'], hit: 'electric' },
    { label: 'lift', also: [], hit: 'danger' },
    { label: 'none', also: [], hit: 'lift' },
    { label: 'water', also: [], hit: null },
  ]);
  expect(scores.overall).toEqual({ labelled: 3, hits: 3, right: 1, found: 1 });
  expect(scores.any).toEqual({ labelled: 3, hits: 3, right: 2, found: 2 });
  expect(scores.lift).toEqual({ labelled: 2, hits: 1, right: 0, found: 1 });
});
