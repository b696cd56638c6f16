import type { CategoryEntry } from './office';
import type { StaffEntry } from './people/directory';
import { passedOver, REWORK_DAYS, reworkDaysOf } from './rework';

const entry = (id: string, path: string[], reworkDays: number | null): [string, CategoryEntry] => [
  id,
  { id, path, reworkDays } as unknown as CategoryEntry,
];

test('[B-09] the days are those of the nearest category that says so', () => {
  const categories = new Map([
    entry('plumbing', ['plumbing'], 60),
    entry('tap', ['tap', 'plumbing'], null),
    entry('lift', ['lift'], 0),
    entry('lamp', ['lamp'], null),
  ]);
  const days = (id: string) => reworkDaysOf({ categories }, id);
  expect([days('tap'), days('lift'), days('lamp'), days('unknown')]).toEqual([
    60,
    0,
    REWORK_DAYS,
    REWORK_DAYS,
  ]);
});

describe('whoever did it first', () => {
  const person = (more: Partial<StaffEntry>): [string, StaffEntry] => [
    'li',
    { id: 'li', name: '李师傅', active: true, onDuty: true, ...more } as StaffEntry,
  ];
  const over = (more: Partial<StaffEntry>, chosen: unknown, reason: unknown = null, first: unknown = 'li') =>
    passedOver({
      office: { directory: { staff: new Map([person(more)]) } as never },
      first,
      chosen,
      reason,
    });

  test('[B-09] is passed over for a reason only, as long as he is at work', () => {
    expect(over({}, 'wang')).toBe('李师傅');
    expect(over({}, null, ' ')).toBe('李师傅');
    expect(over({}, 'li')).toBeNull();
    expect(over({}, 'wang', '需要电工证')).toBeNull();
    expect(over({ onDuty: false }, 'wang')).toBeNull();
    expect(over({ active: false }, 'wang')).toBeNull();
    expect(over({}, 'wang', null, null)).toBeNull();
    expect(over({}, 'wang', null, 'gone')).toBeNull();
  });
});
