import { dayAfter, dayBefore, heldInto, ownershipToEnd, type Holding, type HomeHeld } from './home';

const holding = (id: string, more: Partial<Holding> = {}): Holding => ({
  ...{ id, owner: `person ${id}`, capacity: 'owner', fromDate: '2020-01-01', toDate: null, primary: true },
  ...more,
});
const home = (...holdings: Holding[]): HomeHeld => ({
  ...{ label: '1-101', steward: null, openTransfer: null, holdings },
});

test('a day has a day before and after it, across months and leap years', () => {
  expect([dayBefore('2026-03-01'), dayBefore('2024-03-01'), dayBefore('2026-01-01')]).toEqual([
    ...['2026-02-28', '2024-02-29', '2025-12-31'],
  ]);
  expect([dayAfter('2026-12-31'), dayAfter('2024-02-28')]).toEqual(['2027-01-01', '2024-02-29']);
});

describe('[G-03] the owner whose entry a transfer ends', () => {
  const first = holding('first', { toDate: '2022-12-31' });
  const second = holding('second', { fromDate: '2023-01-01' });

  test('is the one on record until that day, named or not', () => {
    expect(ownershipToEnd(home(first, second), { giver: null, day: '2026-05-01' })).toBe(second);
    expect(ownershipToEnd(home(second), { giver: 'person second', day: '2023-01-02' })).toBe(second);
  });

  test('is nobody where another holds the home, or the period begins later', () => {
    const asked = (giver: string | null, day: string) => ownershipToEnd(home(first, second), { giver, day });
    expect(asked('person first', '2026-05-01')).toBe('not_on_record');
    expect(asked('a stranger', '2026-05-01')).toBe('not_on_record');
    expect(asked('person second', '2023-01-01')).toBe('before_his_period');
    expect(asked('person first', '2022-05-01')).toBe('another_follows');
    expect(ownershipToEnd(home(), { giver: null, day: '2026-05-01' })).toBe('not_on_record');
    const tenant = holding('tenant', { capacity: 'tenant' });
    expect(ownershipToEnd(home(tenant), { giver: null, day: '2026-05-01' })).toBe('not_on_record');
  });

  test('takes those along who hold the home into that day', () => {
    const family = holding('family', { capacity: 'family', fromDate: '2026-05-01' });
    expect(heldInto(home(first, second, family), '2026-05-01')).toEqual([second]);
    expect(heldInto(home(first, second, family), '2026-05-02')).toEqual([second, family]);
  });
});
