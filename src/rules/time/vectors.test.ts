import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { missesOf, type VectorCase } from './vector-case';

const read = (file: string): VectorCase[] => JSON.parse(readFileSync(file, 'utf8')) as VectorCase[];
const ours = path.join(__dirname, 'vectors.fixture.json');
const collected = path.join(__dirname, '../../../../shared/vectors/business-time.json');

test.each(read(ours))('[C-09] business time agrees with the fact $id, reckoned by hand', (vector) => {
  expect(missesOf(vector)).toEqual([]);
});

if (existsSync(collected)) {
  test('[C-09] business time agrees with every fact collected from other systems', () => {
    const vectors = read(collected);
    expect(vectors.length).toBeGreaterThan(300);
    expect(vectors.flatMap((vector) => missesOf(vector).map((miss) => ({ id: vector.id, ...miss })))).toEqual(
      [],
    );
  });
} else {
  console.log(`skipped: no collected facts at ${collected}`);
}

describe('a fact that is not so', () => {
  const due: VectorCase = {
    id: 'wrong',
    kind: 'escalation',
    timezone: 'UTC',
    calendar: { weekly: { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] } },
    start: '2026-03-02T15:00:00Z',
    minutes: 60,
    expectedDue: '2026-03-02T16:01:00Z',
    escalationOffsetMinutes: 60,
    expectedEscalation: '2026-03-03T09:00:00Z',
  };

  test('is named with what was expected and what came out', () => {
    expect(missesOf(due)).toEqual([
      { what: 'due', expected: '2026-03-02T16:01:00Z', got: '2026-03-02T16:00:00.000Z' },
      { what: 'escalation', expected: '2026-03-03T09:00:00Z', got: '2026-03-02T17:00:00.000Z' },
    ]);
  });

  test('is named in minutes, and in seconds where the fact gives seconds', () => {
    const elapsed: VectorCase = {
      ...due,
      kind: 'elapsed',
      end: '2026-03-02T15:01:30Z',
      expectedElapsedMinutes: 2,
    };
    expect(missesOf(elapsed)).toEqual([{ what: 'elapsed', expected: '2 min', got: '1.5 min, 90 s' }]);
    expect(missesOf({ ...elapsed, expectedElapsedMinutes: undefined, expectedElapsedSeconds: 91 })).toEqual([
      { what: 'elapsed', expected: '1.5 min, 91 s', got: '1.5 min, 90 s' },
    ]);
    expect(missesOf({ ...elapsed, expectedElapsedMinutes: undefined })).toEqual([]);
  });

  test('is named when the calendar or a time in it cannot be read', () => {
    expect(missesOf({ ...due, start: 'yesterday' })[0]?.what).toBe('error');
    expect(missesOf({ ...due, kind: 'elapsed', timezone: 'Mars/Olympus' })[0]?.got).toContain(
      'CALENDAR_INVALID',
    );
  });
});
