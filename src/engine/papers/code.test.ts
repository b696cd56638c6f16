import { numberOfSlip, slipCode } from './code';

const KEY = Buffer.alloc(32, 7);
const NUMBER = 'PG-20261120-0001';

test('a code gives its number back, alone and in an address', () => {
  const code = slipCode(NUMBER, KEY);
  expect(numberOfSlip(code, KEY)).toBe(NUMBER);
  expect(numberOfSlip(` https://office.example.com/admin/x?slip=${code}\n`, KEY)).toBe(NUMBER);
});

test('a code with any sign changed, of another office, or of none is refused', () => {
  const code = slipCode(NUMBER, KEY);
  const changed = [...code].map(
    (sign, at) => code.slice(0, at) + (sign === '1' ? '2' : '1') + code.slice(at + 1),
  );
  for (const forged of [
    ...changed,
    slipCode(NUMBER, Buffer.alloc(32, 8)),
    NUMBER,
    '',
    `${code}x`,
    `x${code}`,
  ])
    expect(numberOfSlip(forged, KEY)).toBeNull();
});
