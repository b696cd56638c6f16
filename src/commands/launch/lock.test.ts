import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { holderOf, takeLock } from './lock';

let folder: string;
let file: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'guanjia-lock-'));
  file = path.join(folder, 'lock');
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

function take(): Exclude<ReturnType<typeof takeLock>, { heldBy: unknown }> {
  const lock = takeLock(file, 'office');
  if ('heldBy' in lock) throw new Error('somebody has it');
  return lock;
}

test('a lock is held once, and free again when it was given back', () => {
  const lock = take();
  expect(takeLock(file, 'command')).toMatchObject({ heldBy: { pid: process.pid, purpose: 'office' } });
  lock.release();
  expect(holderOf(file)).toBeUndefined();
  take().release();
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('whoever asks is told what the holder is doing now', () => {
  const lock = take();
  lock.change('closing');
  expect(holderOf(file)?.purpose).toBe('closing');
  lock.release();
});

test('the lock of a process that is gone is cleared away', () => {
  fs.writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, started: '1', purpose: 'office' }));
  expect(holderOf(file)).toBeUndefined();
  take().release();
});

test('a process that got the number of the one before is not taken for it', () => {
  fs.writeFileSync(file, JSON.stringify({ pid: process.pid, started: 'earlier', purpose: 'office' }));
  expect(holderOf(file)).toBeUndefined();
});

test('half a lock, left by a full disk, is no lock', () => {
  fs.writeFileSync(file, '{"pid": 1');
  take().release();
});

test('a lock that somebody else has taken meanwhile is not given back for him', () => {
  const lock = take();
  const other = JSON.stringify({ pid: 1, started: 'x', purpose: 'office' });
  fs.writeFileSync(file, other);
  lock.release();
  expect(fs.readFileSync(file, 'utf8')).toBe(other);
});
