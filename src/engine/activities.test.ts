import fc from 'fast-check';
import { chained, hashOf, type ActivityEntry } from './activities';
import { canonical } from './canonical';

const entry: ActivityEntry = {
  caseType: 'ticket',
  caseId: 'abc',
  action: 'edit',
  recordedAt: '2026-11-21T09:00:00.000Z',
  occurredAt: '2026-11-21T09:00:00.000Z',
  actorKind: 'staff',
  actorId: null,
  actorName: '张三',
  via: 'panel',
  fromStage: 'registered',
  toStage: 'registered',
  cycle: 1,
  changes: { matter: ['a', 'b'] },
  note: null,
  rules: 'A-01',
};

describe('the chain of a history', () => {
  test('begins at 1 with nothing before it, and every line carries the hash of the one before', () => {
    const first = chained(entry, undefined);
    const second = chained(entry, first);
    expect([first.seq, first.prevHash]).toEqual([1, '']);
    expect([second.seq, second.prevHash]).toEqual([2, first.hash]);
    expect(second.hash).not.toBe(first.hash);
  });

  test('whatever a line says is in its hash', () => {
    const line = chained(entry, undefined);
    for (const field of Object.keys(entry) as (keyof ActivityEntry)[]) {
      expect(hashOf({ ...line, [field]: field === 'cycle' ? 2 : 'other' })).not.toBe(line.hash);
    }
    expect(hashOf({ ...line, seq: 2 })).not.toBe(line.hash);
    expect(hashOf({ ...line, prevHash: 'x' })).not.toBe(line.hash);
  });

  test('a line read back from JSON has the hash it was written with, in whatever order its keys come', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.tuple(fc.jsonValue(), fc.jsonValue())), (changes) => {
        const line = chained({ ...entry, changes }, undefined);
        const read = Object.fromEntries(
          Object.entries(JSON.parse(JSON.stringify(changes)) as typeof changes).reverse(),
        );
        expect(hashOf({ ...line, changes: read })).toBe(line.hash);
      }),
    );
  });
});

describe('the canonical text of a value', () => {
  test('is the same for equal values, and another for others', () => {
    expect(canonical({ b: 1, a: { d: [1, 2], c: null } })).toBe('{"a":{"c":null,"d":[1,2]},"b":1}');
    expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
    expect(canonical({ a: 1 })).not.toBe(canonical({ a: '1' }));
  });
});
