import { Refusal } from '../../rules/refusal';
import { assertSoundQuery } from './sound-query';

function field(query: Record<string, unknown>): unknown {
  try {
    assertSoundQuery(query);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'INPUT_INVALID') return error.details.field;
    throw error;
  }
  return 'taken';
}

describe('a query that Strapi would stumble over', () => {
  test('is refused where one text is a list', () => {
    expect(field({ _q: ['a'] })).toBe('_q');
    expect(field({ locale: { x: 'en' } })).toBe('locale');
    expect(field({ _q: '漏水', locale: 'en', page: '1' })).toBe('taken');
  });

  test.each([
    ['x'],
    [{ $and: 'x' }],
    [{ $or: { a: 1 } }],
    [{ number: { $eq: ['a', 'b'] } }],
    [{ $and: [{ unit: { id: { $gte: {} } } }] }],
  ])('is refused with filters %j', (filters) => {
    expect(field({ filters })).toBe('filters');
    expect(field({ populate: { unit: { filters } } })).toBe('filters');
  });

  test.each([
    [''],
    [undefined],
    [{ stage: 'closed' }],
    [{ mime: { $not: { $contains: ['image', 'video'] } } }],
    [{ $or: [{ stage: { $in: ['a'] } }, { unit: { label: { $containsi: '5' } } }] }],
  ])('is taken with filters %j', (filters) => {
    expect(field({ filters })).toBe('taken');
  });

  test.each([[''], ['a.b'], [['x', '']], [[{}]], [3], ['constructor'], [['number', 'toString']]])(
    'is refused with fields %j',
    (fields) => {
      expect(field({ fields })).toBe('fields');
    },
  );

  test.each([['../..'], ['constructor:asc'], [['x:up']], [{ unit: { label: 'x' } }], [3], [[3]], ['a,,b']])(
    'is refused with the order %j',
    (sort) => {
      expect(field({ sort })).toBe('sort');
      expect(field({ populate: { x: { on: { 'a.b': { sort } } } } })).toBe('sort');
    },
  );

  test.each([
    [''],
    [undefined],
    ['receivedAt:DESC, unit.label'],
    [['number:asc', { unit: { label: 'desc' } }]],
  ])('is taken with the order %j', (sort) => {
    const populate = { unit: { fields: '*', populate: '*' }, handler: true };
    expect(field({ sort, fields: ['number', 'stage,kind'], populate })).toBe('taken');
  });
});
