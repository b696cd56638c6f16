import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runVectors } from './vectors';

const folder = mkdtempSync(path.join(tmpdir(), 'vectors-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fact = {
  id: 'a-1',
  kind: 'due',
  timezone: 'UTC',
  calendar: { weekly: { mon: [['09:00', '17:00']] }, holidays: null },
  start: '2026-03-02T09:00:00+00:00',
  minutes: 60,
  expectedDue: '2026-03-02T10:00:00+00:00',
};

function run(...contents: unknown[]): { passed: boolean; lines: string[] } {
  const files = contents.map((content, i) => {
    const file = path.join(folder, `facts-${i}.json`);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  });
  const lines: string[] = [];
  return { passed: runVectors(files, (line) => lines.push(line.replace(folder + path.sep, ''))), lines };
}

test('facts that hold are counted as passed, file by file', () => {
  expect(run([fact], [])).toEqual({
    passed: true,
    lines: ['facts-0.json: 1 passed, 0 failed of 1', 'facts-1.json: 0 passed, 0 failed of 0'],
  });
});

test('a fact that does not hold is named, and one failure fails the run', () => {
  const wrong = { ...fact, id: 'a-2', expectedDue: '2026-03-02T10:01:00+00:00' };
  expect(run([fact, wrong], [fact])).toEqual({
    passed: false,
    lines: [
      'FAIL a-2: due: expected 2026-03-02T10:01:00+00:00, got 2026-03-02T10:00:00.000Z',
      'facts-0.json: 1 passed, 1 failed of 2',
      'facts-1.json: 1 passed, 0 failed of 1',
    ],
  });
});

test.each<[string, unknown, string]>([
  ['a kind nobody knows', [{ ...fact, kind: 'guess' }], 'error: facts-0.json: a-1: unknown kind "guess"'],
  ['no kind at all', [7], 'error: facts-0.json: case 1: unknown kind ""'],
  ['no amount', [{ ...fact, minutes: undefined }], 'error: facts-0.json: a-1: neither minutes nor seconds'],
  ['not a list', { cases: [] }, 'error: cannot read facts-0.json: not a list of cases'],
])('a file with %s is refused in one line', (_what, content, line) => {
  expect(run(content)).toEqual({ passed: false, lines: [line] });
});

test('a field that is missing is named', () => {
  const { passed, lines } = run([{ ...fact, start: undefined }]);
  expect(passed).toBe(false);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^error: facts-0\.json: a-1: start: /);
});

test('a file that is no JSON, or is not there, is refused in one line; no file at all asks for one', () => {
  expect(run('{').lines[0]).toMatch(/^error: cannot read facts-0\.json: /);
  const lines: string[] = [];
  expect(runVectors([path.join(folder, 'nothing.json')], (line) => lines.push(line))).toBe(false);
  expect(runVectors([], (line) => lines.push(line))).toBe(false);
  expect(lines[0]).toContain('cannot read');
  expect(lines[1]).toContain('usage');
});
