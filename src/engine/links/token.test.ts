import { hashOf, isTokenOf, linkKey, newLinkId, tokenOf, type LinkFacts } from './token';

const key = Buffer.alloc(32, 7);
const facts: LinkFacts = {
  id: newLinkId(),
  caseType: 'dispatch-order',
  caseId: 'o'.repeat(24),
  holder: 'c'.repeat(24),
  expiresAt: '2026-11-27T02:00:00.000Z',
};

describe('the token of a link', () => {
  test('[B-03] is the same whenever it is made from the same facts with the same key', () => {
    expect(tokenOf(facts, key)).toBe(tokenOf({ ...facts }, Buffer.alloc(32, 7)));
    expect(tokenOf(facts, key)).toMatch(/^[\w-]{65}$/);
    expect(hashOf(tokenOf(facts, key))).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each(['id', 'caseType', 'caseId', 'holder', 'expiresAt'] as const)(
    '[B-03] is signed over its %s',
    (fact) => {
      expect(isTokenOf(tokenOf(facts, key), facts, key)).toBe(true);
      expect(isTokenOf(tokenOf(facts, key), { ...facts, [fact]: `${facts[fact]}x` }, key)).toBe(false);
    },
  );

  test('[B-03] is worth nothing under another key, or in part', () => {
    expect(isTokenOf(tokenOf(facts, key), facts, Buffer.alloc(32, 8))).toBe(false);
    expect(isTokenOf(facts.id, facts, key)).toBe(false);
    expect(isTokenOf('', facts, key)).toBe(false);
  });

  test('no two links have the same id', () => {
    expect(new Set(Array.from({ length: 1000 }, newLinkId)).size).toBe(1000);
  });
});

test('the key has 32 bytes; one that is missing or short is named, never repeated', () => {
  expect(linkKey({ CONTRACTOR_LINK_KEY: ` ${key.toString('base64')} ` })).toEqual(key);
  for (const given of [undefined, '', 'c2hvcnQ=']) {
    const wrong = given === undefined ? {} : { CONTRACTOR_LINK_KEY: given };
    expect(() => linkKey(wrong)).toThrow(/^CONTRACTOR_LINK_KEY must be a key of 32 bytes/);
    expect(() => linkKey(wrong)).not.toThrow(/c2hvcnQ=/);
  }
});
