import fc from 'fast-check';
import { lineRefused, MOST_FEN, sumOf, totalOf, withLine, type PriceItem, type PriceLine } from '.';

const item = (more: Partial<PriceItem> = {}): PriceItem => ({
  id: 'tap',
  code: 'tap-change',
  name: '更换水龙头',
  unit: '个',
  category: null,
  priceFen: 4000,
  active: true,
  ...more,
});
const list = new Map(
  [item(), item({ id: 'pipe', code: 'pipe', unit: '米', priceFen: 1550 })].map((one) => [one.id, one]),
);
const write = (lines: readonly PriceLine[], wanted: Parameters<typeof withLine>[0]['wanted']) =>
  withLine({ list, lines, wanted });

describe('a price', () => {
  test('[B-04] is the list price times the quantity, half a fen counting as one', () => {
    expect(sumOf(2, 4000)).toBe(8000);
    expect(sumOf(2.35, 1550)).toBe(3643);
    expect(sumOf(0.29, 50)).toBe(15);
    expect(sumOf(1.005, 100)).toBe(100);
  });

  test('[B-04] is a whole number of fen, and grows with the quantity', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (hundredths, price) => {
          const sum = sumOf(hundredths / 100, price);
          expect(Number.isSafeInteger(sum)).toBe(true);
          expect(Math.abs(sum - (hundredths * price) / 100)).toBeLessThanOrEqual(0.5);
          expect(sumOf((hundredths + 1) / 100, price)).toBeGreaterThanOrEqual(sum);
        },
      ),
    );
  });

  test('[B-04] has a line for each position: written again it is replaced, none takes it away', () => {
    const one = write([], { item: 'tap', quantity: 1 });
    const both = write(one, { item: 'pipe', quantity: 2.5 });
    expect(totalOf(both)).toBe(7875);
    expect(both.map(({ listPriceFen, reason }) => [listPriceFen, reason])).toEqual([
      [4000, null],
      [1550, null],
    ]);
    expect(totalOf(write(both, { item: 'tap', quantity: 3 }))).toBe(15_875);
    expect(write(both, { item: 'tap', quantity: 0 }).map(({ item: id }) => id)).toEqual(['pipe']);
  });

  test('[B-04] keeps the list price of its day beside one that was agreed', () => {
    const wanted = { item: 'tap', quantity: 2, unitPriceFen: 3000, reason: '老客户' };
    expect(write([], wanted)).toMatchObject([
      { unitPriceFen: 3000, listPriceFen: 4000, sumFen: 6000, reason: '老客户' },
    ]);
  });

  test('[B-04] departs from the list for a reason only', () => {
    const no = (wanted: Parameters<typeof withLine>[0]['wanted']) =>
      lineRefused({ list, lines: [], wanted })?.code;
    expect(no({ item: 'tap', quantity: 1 })).toBeUndefined();
    expect(no({ item: 'tap', quantity: 1, unitPriceFen: 4000 })).toBeUndefined();
    expect(no({ item: 'tap', quantity: 1, unitPriceFen: 3999 })).toBe('PRICE_REASON_MISSING');
    expect(no({ item: 'tap', quantity: 1, unitPriceFen: 3999, reason: ' ' })).toBe('PRICE_REASON_MISSING');
    expect(no({ item: 'tap', quantity: 1, unitPriceFen: 0, reason: '致歉免收' })).toBeUndefined();
    expect(no({ item: 'tap', quantity: 0 })).toBe('PRICE_LINE_MISSING');
    expect(no({ item: 'lamp', quantity: 1 })).toBe('PRICE_ITEM_INACTIVE');
    expect(no({ item: 'tap', quantity: 1000, unitPriceFen: MOST_FEN, reason: '特殊' })).toBe(
      'PRICE_TOO_HIGH',
    );
    const gone = new Map([['tap', item({ active: false })]]);
    expect(lineRefused({ list: gone, lines: [], wanted: { item: 'tap', quantity: 1 } })?.code).toBe(
      'PRICE_ITEM_INACTIVE',
    );
  });
});
