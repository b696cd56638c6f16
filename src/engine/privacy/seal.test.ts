import fc from 'fast-check';
import { Refusal } from '../../rules/refusal';
import { PERSONAL_KINDS } from '../../rules/masking';
import { keysFrom } from './keys';
import { LONGEST, sealerOf } from './seal';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const env = { PERSONAL_DATA_KEY: key(1), PERSONAL_DATA_KEY_ID: 'k1', LOOKUP_HASH_KEY: key(9) };
const sealer = sealerOf(keysFrom(env));
const refusal = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.details];
    throw error;
  }
  return 'taken';
};

describe('a sealed value', () => {
  test('opens to what was given, differs each time, and shows nothing of it', () => {
    const one = sealer.seal('phone', ' 138 1234 5678 ');
    const two = sealer.seal('phone', '13812345678');
    expect(one.stored).toMatch(/^enc:k1:[A-Za-z0-9_-]+$/);
    expect(one.stored).not.toBe(two.stored);
    expect(sealer.open(one.stored)).toBe('138 1234 5678');
    expect(one.hash).toBe(two.hash);
    expect(JSON.stringify([one, two])).not.toMatch(/1381234|5678/);
    expect(sealer.masked('phone', one.stored)).toBe('138****5678');
  });

  test('whatever a person can type fits the column of 255 and comes back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PERSONAL_KINDS),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: LONGEST }),
        (kind, value) => {
          fc.pre(value.length <= LONGEST && !/[*＊]/.test(value) && value.trim() !== '');
          const { stored, hash } = sealer.seal(kind, value);
          expect(stored.length).toBeLessThanOrEqual(255);
          expect(hash.length).toBe(43);
          expect(sealer.open(stored)).toBe(value.trim());
        },
      ),
    );
  });

  test('is not sealed twice', () => {
    const { stored, hash } = sealer.seal('id_number', '11010519491231002X');
    expect(sealer.seal('id_number', stored)).toEqual({ stored, hash });
    const forged = sealer.seal('phone', 'enc:k1:AAAA');
    expect(sealer.open(forged.stored)).toBe('enc:k1:AAAA');
  });

  test('that was changed, cut or put under another key id does not open', () => {
    const { stored } = sealer.seal('phone', '13812345678');
    const [, id, body = ''] = stored.split(':');
    const bytes = Buffer.from(body, 'base64url');
    bytes[bytes.length - 1]! ^= 1;
    expect(() => sealer.open(`enc:${id}:${bytes.toString('base64url')}`)).toThrow();
    expect(() => sealer.open(`enc:${id}:${body.slice(0, 20)}`)).toThrow('cut short');
    const two = sealerOf(keysFrom({ ...env, PERSONAL_DATA_KEYS_OLD: `k2:${key(1)}` }));
    expect(() => two.open(`enc:k2:${body}`)).toThrow();
    expect(sealer.masked('phone', `enc:${id}:${body.slice(0, 20)}`)).toBe('********');
  });

  test('the hash tells kinds apart and depends on its own key', () => {
    expect(sealer.hash('phone', '13812345678')).not.toBe(sealer.hash('bank_card', '13812345678'));
    const other = sealerOf(keysFrom({ ...env, LOOKUP_HASH_KEY: key(8) }));
    expect(other.hash('phone', '13812345678')).not.toBe(sealer.hash('phone', '13812345678'));
  });

  test('a mask is no number, and a text too long is none either', () => {
    expect(refusal(() => sealer.seal('phone', '138****5678'))).toEqual([
      'INPUT_INVALID',
      { reason: 'masked' },
    ]);
    expect(refusal(() => sealer.seal('phone', '1'.repeat(41)))).toEqual(['TEXT_TOO_LONG', { limit: 40 }]);
    expect(() => sealer.seal('name', 'Li')).toThrow('no kind of personal data');
  });

  test('a text that was never sealed is masked all the same', () => {
    expect(sealer.open('13812345678')).toBe('13812345678');
    expect(sealer.masked('phone', '13812345678')).toBe('138****5678');
  });
});

describe('the keys', () => {
  test('an old key still opens, the new one seals', () => {
    const { stored } = sealer.seal('phone', '13812345678');
    const later = sealerOf(
      keysFrom({
        ...env,
        PERSONAL_DATA_KEY: key(2),
        PERSONAL_DATA_KEY_ID: 'k2',
        PERSONAL_DATA_KEYS_OLD: ` k1:${key(1)}, `,
      }),
    );
    expect(later.open(stored)).toBe('13812345678');
    expect(later.isCurrent(stored)).toBe(false);
    expect(later.isCurrent(later.seal('phone', '13812345678').stored)).toBe(true);
    expect(refusal(() => sealer.open(later.seal('phone', '110').stored))).toEqual([
      'PERSONAL_DATA_KEY_MISSING',
      { keyId: 'k2' },
    ]);
  });

  test('a missing or malformed key is named, never repeated', () => {
    const wrong = (change: object) => () => keysFrom({ ...env, ...change });
    expect(wrong({ PERSONAL_DATA_KEY: undefined })).toThrow(/^PERSONAL_DATA_KEY must be a key of 32 bytes/);
    expect(wrong({ LOOKUP_HASH_KEY: 'c2hvcnQ=' })).toThrow(/^LOOKUP_HASH_KEY/);
    expect(wrong({ LOOKUP_HASH_KEY: 'c2hvcnQ=' })).not.toThrow(/c2hvcnQ/);
    expect(wrong({ PERSONAL_DATA_KEY_ID: 'a:b' })).toThrow(/^PERSONAL_DATA_KEY_ID/);
    expect(wrong({ PERSONAL_DATA_KEYS_OLD: 'k0' })).toThrow(/^PERSONAL_DATA_KEY/);
    expect(wrong({ PERSONAL_DATA_KEYS_OLD: 'k0:abc' })).toThrow(/^PERSONAL_DATA_KEYS_OLD/);
  });
});
