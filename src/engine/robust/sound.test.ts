import fc from 'fast-check';
import { Refusal } from '../../rules/refusal';
import { assertSound, assertSoundAddress } from './sound';

const refusal = (work: () => void): unknown => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.details.field, error.status];
    throw error;
  }
  return 'taken';
};
const body = (value: unknown) => refusal(() => assertSound(value));

describe('a body that no route can mean', () => {
  test('text with a NUL or half a surrogate pair is refused, its field named', () => {
    expect(body({ data: { matter: '水\0管' } })).toEqual(['TEXT_NOT_STORABLE', 'matter', 422]);
    expect(body({ data: { list: ['ok', { x: 'a\ud800' }] } })).toEqual([
      'TEXT_NOT_STORABLE',
      'list.1.x',
      422,
    ]);
    expect(body({ 'a\0': 1 })).toEqual(['TEXT_NOT_STORABLE', '', 422]);
    expect(body({ data: { matter: '漏水 😀 𠮷' } })).toBe('taken');
  });

  test('a name that reaches into the language is refused', () => {
    expect(body(JSON.parse('{"data":{"__proto__":{"x":1}}}'))).toEqual([
      'INPUT_UNKNOWN_FIELD',
      'data.__proto__',
      422,
    ]);
    expect(body({ data: { constructor: 'a firm', prototype: 'a thing' } })).toBe('taken');
  });

  test('depth and number are bounded, without falling over them', () => {
    const deep = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000)) as unknown;
    expect(body(deep)).toEqual(['BODY_TOO_DEEP', undefined, 422]);
    expect(body(JSON.parse('['.repeat(40) + ']'.repeat(40)))).toBe('taken');
    expect(body(Array.from({ length: 100_001 }, () => 0))).toEqual(['BODY_TOO_LARGE', undefined, 422]);
  });

  test('what JSON can say of an ordinary form is taken', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, stringUnit: 'grapheme' }), (value) => {
        const text = JSON.stringify(value);
        const odd = text.includes('\\u0000') || text.includes('__proto__') || /\\ud[89a-f]/.test(text);
        if (!odd) expect(body(value)).toBe('taken');
      }),
    );
    expect(body(undefined)).toBe('taken');
    expect(body(new (class File {})())).toBe('taken');
  });

  test('an address with a NUL in it is refused', () => {
    const address = (url: string) => refusal(() => assertSoundAddress(url));
    expect(address('/api/tickets?filters[number]=a%00')).toEqual(['TEXT_NOT_STORABLE', undefined, 422]);
    expect(address('/api/tickets?filters[number]=%E6%B0%B4')).toBe('taken');
  });
});
