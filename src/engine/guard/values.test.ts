import type { Table } from '../tables';
import { relationWish, sameValue } from './values';

describe('what a form says about a relation', () => {
  const ref = { documentId: 'abc', id: 7 };
  test.each([
    ['a documentId', 'abc', { kind: 'set', ref: 'abc' }],
    ['a row id', 7, { kind: 'set', ref: 7 }],
    ['a record', ref, { kind: 'set', ref }],
    ['connect', { connect: [ref], disconnect: [{ id: 1 }] }, { kind: 'set', ref }],
    ['connect without a list', { connect: ref }, { kind: 'set', ref }],
    ['the last of several', { connect: ['a', 'b'] }, { kind: 'set', ref: 'b' }],
    ['set', { set: ['abc'] }, { kind: 'set', ref: 'abc' }],
    ['a list', ['abc'], { kind: 'set', ref: 'abc' }],
    ['set to nothing', { set: [] }, { kind: 'empty' }],
    ['set to null', { set: null }, { kind: 'empty' }],
    ['an empty list', [], { kind: 'empty' }],
    ['null', null, { kind: 'empty' }],
    ['disconnect', { disconnect: [ref] }, { kind: 'without', refs: [ref] }],
    ['nothing to connect or disconnect', { connect: [], disconnect: [] }, { kind: 'unchanged' }],
    ['a count, as the panel shows it', { count: 3 }, { kind: 'unchanged' }],
    ['something else', true, { kind: 'unchanged' }],
  ])('%s', (_what, value, expected) => {
    expect(relationWish(value)).toEqual(expected);
  });
});

describe('whether a form sends what is stored', () => {
  const table = {
    columns: [
      { attribute: 'at', column: 'at', sqlType: 'timestamp' },
      { attribute: 'count', column: 'count', sqlType: 'integer' },
      { attribute: 'text', column: 'text', sqlType: 'text' },
      { attribute: 'json', column: 'json', sqlType: 'jsonb' },
    ],
  } as unknown as Table;
  test.each([
    ['text', '', null, true],
    ['text', undefined, '', true],
    ['text', 'a', null, false],
    ['text', 'a ', 'a', false],
    ['at', '2026-11-21T17:00:00+08:00', '2026-11-21T09:00:00.000Z', true],
    ['at', '2026-11-21T17:00:01+08:00', '2026-11-21T09:00:00.000Z', false],
    ['at', 'nonsense', '2026-11-21T09:00:00.000Z', false],
    ['count', '3', 3, true],
    ['count', 0, null, false],
    ['json', { a: [1] }, { a: [1] }, true],
    ['json', { a: [1] }, { a: [2] }, false],
  ])('%s: %j and %j', (attribute, given, stored, same) => {
    expect(sameValue(table, attribute, given, stored)).toBe(same);
  });
});
