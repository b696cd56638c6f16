import fc from 'fast-check';
import { Refusal } from '../../rules/refusal';
import { assertRecord, assertSound, assertSoundAddress, assertTrusted } from './sound';

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
    expect(body({ data: { toString: true } })).toEqual(['INPUT_UNKNOWN_FIELD', 'data.toString', 422]);
    expect(body({ data: { prototype: 'a thing' } })).toBe('taken');
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
        const odd =
          /\\u0000|\\ud[89a-f]|"(__\w+__|\w+Of|to\w*String|constructor|hasOwnProperty|propertyIsEnumerable)":/.test(
            text,
          );
        if (!odd) expect(body(value)).toBe('taken');
      }),
    );
    expect(body(undefined)).toBe('taken');
    expect(body(new (class File {})())).toBe('taken');
  });

  test('a list by itself is no record', () => {
    expect(refusal(() => assertRecord([{ data: {} }]))).toEqual(['BODY_MALFORMED', undefined, 422]);
    expect(refusal(() => assertRecord({ data: [] }))).toBe('taken');
  });

  test('a body that a controller of Strapi takes on trust is looked at first', () => {
    const trusted = (route: string, given: unknown) => refusal(() => assertTrusted(route, given));
    expect(trusted('POST /admin/users', { email: [] })).toEqual(['INPUT_INVALID', 'email', 422]);
    expect(trusted('POST /admin/users', undefined)).toEqual(['INPUT_INVALID', 'email', 422]);
    expect(trusted('POST /admin/users', { email: 'a@b.cn' })).toBe('taken');
    expect(trusted('POST /admin/permissions/check', { permissions: [] })).toBe('taken');
    expect(trusted('PUT /users-permissions/email-templates', {})).toEqual([
      'INPUT_INVALID',
      'email-templates',
      422,
    ]);
    expect(trusted('GET /admin/users', undefined)).toBe('taken');
  });

  test('an address with a NUL or a name of the language in it is refused', () => {
    const address = (url: string) => refusal(() => assertSoundAddress(url));
    expect(address('/api/tickets?filters[number]=a%00')).toEqual(['TEXT_NOT_STORABLE', undefined, 422]);
    expect(address('/api/tickets?filters[number]=%E6%B0%B4')).toBe('taken');
    expect(address('/content-manager/relations/__proto__/x')).toEqual(['NOT_FOUND', undefined, 404]);
    expect(address('/office/cases/constructor')).toEqual(['NOT_FOUND', undefined, 404]);
  });
});
