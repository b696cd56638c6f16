import { z } from 'zod';
import { parseInput } from './decide';
import { someText, text } from './inputs';

const codeOf = (value: string, max: number): unknown => {
  try {
    parseInput(z.object({ note: text(max) }), { note: value });
    return 'kept';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('free text', () => {
  it('is as long as a reader counts it: one character for each code point', () => {
    expect(codeOf('🔥'.repeat(10), 10)).toBe('kept');
    expect(codeOf('🔥'.repeat(11), 10)).toBe('TEXT_TOO_LONG');
    expect(codeOf('长'.repeat(11), 10)).toBe('TEXT_TOO_LONG');
    expect(codeOf('x'.repeat(21), 10)).toBe('TEXT_TOO_LONG');
  });

  it('that cannot be stored as it is given is refused', () => {
    expect(codeOf('a\u0000b', 10)).toBe('TEXT_NOT_STORABLE');
    expect(codeOf('\ud800', 10)).toBe('TEXT_NOT_STORABLE');
  });

  it('says in its JSON Schema how long it may be and what form it wants', () => {
    const schema = z.toJSONSchema(z.object({ line: text(100), story: someText() }), { io: 'input' });
    expect(schema.properties).toMatchObject({
      line: { widget: 'line', maxLength: 100 },
      story: { widget: 'text', maxLength: 10_000 },
    });
  });
});
