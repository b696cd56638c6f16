import * as fc from 'fast-check';
import { canonical } from './canonical';

/** The same said slowly: JSON of an object whose keys were put in order first. */
const slowly = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner === null || typeof inner !== 'object' || Array.isArray(inner)
      ? inner
      : Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))),
  );

describe('canonical', () => {
  it('writes what JSON writes of the same value with its keys in order', () => {
    const someKey = fc.oneof(fc.string(), fc.constantFrom('10', '9', '01', 'a', '!', '中文', '__proto__'));
    const someValue = fc.object({
      key: someKey,
      values: [
        fc.string(),
        fc.double(),
        fc.boolean(),
        fc.constant(null),
        fc.constant(undefined),
        fc.date({ noInvalidDate: true }),
      ],
    });
    fc.assert(fc.property(someValue, (value) => expect(canonical(value)).toBe(slowly(value))));
    fc.assert(fc.property(fc.array(someValue), (value) => expect(canonical(value)).toBe(slowly(value))));
  });

  it('throws where JSON does', () => {
    expect(() => canonical({ a: 1n })).toThrow(TypeError);
  });
});
