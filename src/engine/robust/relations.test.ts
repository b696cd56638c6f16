import fc from 'fast-check';
import { Refusal } from '../../rules/refusal';
import { type Attribute, type Model, soundRelations } from './relations';

const models: Record<string, Record<string, Attribute>> = {
  'api::order.order': {
    number: { type: 'string' },
    unit: { type: 'relation', relation: 'manyToOne', target: 'api::unit.unit' },
    helpers: { type: 'relation', relation: 'manyToMany', target: 'api::person.person' },
    about: { type: 'relation', relation: 'morphToMany' },
    photos: { type: 'media' },
    part: { type: 'component', component: 'x.part' },
    parts: { type: 'component', component: 'x.part', repeatable: true },
    blocks: { type: 'dynamiczone', components: ['x.part'] },
  },
  'x.part': {
    name: { type: 'string' },
    unit: { type: 'relation', relation: 'oneToOne', target: 'api::unit.unit' },
  },
  'api::unit.unit': {},
};
const modelOf = (uid: string): Model | undefined =>
  models[uid] ? { uid, attributes: models[uid] } : undefined;
const order = modelOf('api::order.order')!;
const sound = (data: unknown) => soundRelations(order, data, modelOf);
const refusal = (data: unknown): unknown => {
  try {
    sound(data);
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${String(error.details.field)}`;
    throw error;
  }
  return 'taken';
};

const ID = 'a'.repeat(24);

describe('relations of a write', () => {
  test('every shape that Strapi means to take is taken as it is', () => {
    for (const unit of [
      null,
      undefined,
      ID,
      7,
      [ID],
      [7, ID],
      { documentId: ID },
      { id: 7, documentId: ID },
      { connect: [ID], disconnect: [] },
      { connect: [{ documentId: ID, position: { before: ID, locale: 'zh-Hans', status: 'draft' } }] },
      { connect: [{ id: 7, position: { end: true } }], disconnect: [{ id: 8 }] },
      { set: null },
      { set: [{ documentId: ID, locale: 'en', status: 'modified' }] },
    ]) {
      const given = { number: '7a', unit, unheardOf: '1abc' };
      const { unit: kept, ...rest } = sound(given) as { unit: unknown };
      expect(rest).toEqual({ number: '7a', unheardOf: '1abc' });
      expect(kept).toEqual(unit);
    }
  });

  test('an id that begins with a digit is nobody’s, wherever it stands', () => {
    const unknown = 'REFERENCE_UNKNOWN';
    expect(refusal({ unit: '1abc' })).toBe(`${unknown} unit`);
    expect(refusal({ unit: ['1abc'] })).toBe(`${unknown} unit`);
    expect(refusal({ unit: { documentId: '1abc' } })).toBe(`${unknown} unit`);
    expect(refusal({ unit: { id: '1abc' } })).toBe('INPUT_INVALID unit');
    expect(refusal({ helpers: { connect: ['1abc'] } })).toBe(`${unknown} helpers`);
    expect(refusal({ helpers: { set: [{ documentId: ID }, '1'] } })).toBe(`${unknown} helpers`);
    expect(refusal({ helpers: { connect: [{ id: 1, position: { before: '1abc' } }] } })).toBe(
      `${unknown} helpers`,
    );
    expect(refusal({ photos: ['1abc'] })).toBe(`${unknown} photos`);
    expect(refusal({ part: { unit: '1abc' } })).toBe(`${unknown} part.unit`);
    expect(refusal({ parts: [{}, { unit: { connect: '1abc' } }] })).toBe(`${unknown} parts.1.unit`);
    expect(refusal({ blocks: [{ __component: 'x.part', unit: 2 ** 31 }] })).toBe(`${unknown} blocks.0.unit`);
    expect(refusal({ parts: [{ id: '1abc' }] })).toBe('INPUT_INVALID parts.0.id');
  });

  test('a shape that means nothing is refused', () => {
    for (const unit of [
      true,
      {},
      [[]],
      [null],
      [['1']],
      { documentId: {} },
      { connect: [{}] },
      { nope: 1 },
      1.5,
      -1,
      NaN,
    ]) {
      expect([unit, refusal({ unit })]).toEqual([unit, unitAnswer(unit)]);
    }
    expect(refusal({ documentId: { toString: 1 } })).toBe('INPUT_INVALID documentId');
    expect(refusal({ part: { locale: [] } })).toBe('INPUT_INVALID part.locale');
    expect(refusal({ part: [] })).toBe('INPUT_INVALID part');
    expect(refusal({ part: 'x' })).toBe('INPUT_INVALID part');
    expect(refusal({ parts: {} })).toBe('INPUT_INVALID parts');
    expect(refusal({ blocks: {} })).toBe('INPUT_INVALID blocks');
    expect(refusal({ blocks: [{ __component: 'y.z' }] })).toBe('INPUT_INVALID blocks.0');
    expect(refusal({ about: [{ id: 1 }] })).toBe('INPUT_INVALID about');
    expect(refusal({ about: [{ id: 1, __type: 'api::nothing.nothing' }] })).toBe('INPUT_INVALID about');
    expect(refusal({ unit: { connect: [{ id: 1, position: 'first' }] } })).toBe('INPUT_INVALID unit');
    expect(refusal({ unit: { connect: [{ id: 1, position: { start: 'yes' } }] } })).toBe(
      'INPUT_INVALID unit',
    );
    expect(refusal({ unit: { connect: [{ id: 1, locale: '%' }] } })).toBe('INPUT_INVALID unit');
    expect(refusal({ unit: { connect: [{ id: 1, status: 3 }] } })).toBe('INPUT_INVALID unit');
    expect(refusal({ unit: { connect: [{ documentId: ID, id: {} }] } })).toBe('INPUT_INVALID unit');
    expect(refusal({ helpers: Array.from({ length: 10_001 }, () => 1) })).toBe('INPUT_INVALID helpers');
  });

  test('nothing but the reference itself goes on to Strapi', () => {
    const given = {
      unit: { connect: [{ id: 3, name: 'x', __pivot: { a: 1 } }], options: { strict: false, x: 1 } },
    };
    expect(sound(given)).toEqual({ unit: { connect: [{ id: 3 }], options: { strict: false } } });
    expect(sound({ about: { id: 1, __type: 'api::unit.unit', y: 2 } })).toEqual({
      about: { id: 1, __type: 'api::unit.unit' },
    });
  });

  test('whatever is given, it is taken or refused, and taking it twice changes nothing', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(order.attributes)), fc.jsonValue()),
        (data) => {
          if (refusal(data) !== 'taken') return;
          const once = sound(data);
          expect(sound(once)).toEqual(once);
        },
      ),
      { numRuns: 2_000 },
    );
    expect(sound('no record')).toBe('no record');
  });
});

/** `{}` names no list, so it changes nothing. */
function unitAnswer(unit: unknown): string {
  if (JSON.stringify(unit) === '{}') return 'taken';
  return typeof unit === 'number' ? 'REFERENCE_UNKNOWN unit' : 'INPUT_INVALID unit';
}
