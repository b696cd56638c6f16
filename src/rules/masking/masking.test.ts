import fc from 'fast-check';
import { isMask, isPersonalKind, mask, normalise, PERSONAL_KINDS } from '.';

describe('a personal number, masked', () => {
  test.each([
    ['13812345678', '138****5678'],
    ['138 1234 5678', '138****5678'],
    ['138-1234-5678', '138****5678'],
    ['+8613812345678', '+86 138****5678'],
    ['+86 138 1234 5678', '+86 138****5678'],
    ['0086-13812345678', '+86 138****5678'],
    ['0571-87654321', '0571-****4321'],
    ['010-8765432', '010-****5432'],
    ['(0571) 8765 4321', '0571-****4321'],
    ['+8613812345', '*********45'],
    ['138123456789012', '************012'],
    ['+86 0571 87654321', '+86 0571-****4321'],
    ['0571-87654321转802', '0571-****4321'],
    ['87654321', '******21'],
    ['4001234567', '********67'],
    ['+1 415 555 2671', '************671'],
    ['110', '***'],
    ['13812345678/13912345679', '138****5678 / 139****5679'],
    ['13812345678、0571-87654321', '138****5678 / 0571-****4321'],
    ['问保安', '***'],
    ['  ', ''],
  ])('phone %s is shown as %s', (given, shown) => {
    expect(mask('phone', given)).toBe(shown);
  });

  test.each([
    ['11010519491231002X', '1101**********002X'],
    ['110105 19491231 002x', '1101**********002x'],
    ['110105491231002', '1101*******1002'],
    ['91330106MA2CCGXX0K', '9133**********XX0K'],
    ['E12345678', '*******78'],
  ])('id number %s is shown as %s', (given, shown) => {
    expect(mask('id_number', given)).toBe(shown);
  });

  test.each([
    ['6222021234567890123', '6222***********0123'],
    ['6222 0212 3456 7890 123', '6222***********0123'],
    ['123456', '*****6'],
  ])('bank card %s is shown as %s', (given, shown) => {
    expect(mask('bank_card', given)).toBe(shown);
  });

  test('whatever is given, no more than half of its digits is shown, and a mask is known for one', () => {
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[0-9+ -]{1,30}$/),
      fc.stringMatching(/^1[3-9]\d{9}$/),
      fc.stringMatching(/^0\d{2,3}-\d{7,8}$/),
    );
    fc.assert(
      fc.property(fc.constantFrom(...PERSONAL_KINDS), text, (kind, given) => {
        fc.pre(given.trim() !== '' && !isMask(given) && !/[/、;；，]/.test(given));
        const shown = mask(kind, given);
        const digits = (value: string) => value.replace(/\D/g, '').length;
        expect(isMask(shown)).toBe(true);
        expect(digits(shown)).toBeLessThanOrEqual(Math.max(4, Math.ceil(digits(given) * 0.75)));
      }),
      { numRuns: 2_000, examples: [['phone', '000- -0-0 0']] },
    );
  });
});

describe('a personal number, compared', () => {
  test.each([
    ['13812345678', '13812345678'],
    [' 138-1234-5678 ', '13812345678'],
    ['＋８６ １３８１２３４５６７８', '13812345678'],
    ['8613812345678', '13812345678'],
    ['0086 138 1234 5678', '13812345678'],
    ['0571-87654321', '057187654321'],
    ['+86 571 8765 4321', '057187654321'],
    ['(0571)87654321 转 802', '057187654321x802'],
    ['0571-87654321 ext. 802', '057187654321x802'],
    ['400-123-4567', '4001234567'],
    ['+86 400 123 4567', '4001234567'],
    ['+1 (415) 555-2671', '+14155552671'],
    ['00 1 415 555 2671', '+14155552671'],
    ['87654321', '87654321'],
  ])('phone %s is %s', (given, same) => {
    expect(normalise('phone', given)).toBe(same);
  });

  test('id numbers and cards differ by their characters only', () => {
    expect(normalise('id_number', ' 110105 19491231 002x ')).toBe('11010519491231002X');
    expect(normalise('bank_card', '6222-0212 3456·7890')).toBe('6222021234567890');
  });

  test('text without a number is compared as it stands', () => {
    expect(normalise('phone', ' 问保安 ')).toBe('问保安');
    expect(normalise('id_number', '-')).toBe('-');
  });

  test('however a number is written, it is the same number', () => {
    const mobile = fc.stringMatching(/^1[3-9]\d{9}$/);
    // 0400 and 0800 are no area codes: without its 0 such a number would be a service number.
    const landline = fc
      .stringMatching(/^0[2-9]\d{1,2}[2-9]\d{6,7}$/)
      .filter((number) => !/^0[48]00/.test(number));
    const gap = fc.constantFrom('', ' ', '-', '  ', '－');
    const spelt = (digits: string, gaps: readonly string[]) =>
      [...digits].map((digit, index) => digit + (gaps[index] ?? '')).join('');
    fc.assert(
      fc.property(
        mobile,
        fc.array(gap, { maxLength: 11 }),
        fc.constantFrom('', '+86 ', '0086', '86'),
        (number, gaps, prefix) => {
          expect(normalise('phone', prefix + spelt(number, gaps))).toBe(number);
        },
      ),
    );
    fc.assert(
      fc.property(landline, fc.array(gap, { maxLength: 11 }), (number, gaps) => {
        expect(normalise('phone', spelt(number, gaps))).toBe(number);
        expect(normalise('phone', `+86${spelt(number.slice(1), gaps)}`)).toBe(number);
      }),
    );
  });
});

test('a schema may name these kinds and no others', () => {
  expect(isPersonalKind('phone')).toBe(true);
  expect(isPersonalKind('name')).toBe(false);
});
