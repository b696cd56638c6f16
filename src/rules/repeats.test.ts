import fc from 'fast-check';
import { EMPTY_OFFICE, type CategoryEntry } from './office';
import { branchOf, placeOf, priorityOf, REPEAT_DAYS, repeatDaysOf, repeatKeysOf } from './repeats';

const entry = (id: string, path: string[], repeatDays: number | null = null): [string, CategoryEntry] => [
  id,
  {
    id,
    code: id,
    path: [id, ...path],
    nature: 'general',
    department: null,
    defaultUrgency: null,
    requiredTrades: [],
    repeatDays,
    reworkDays: null,
    groupHouseholds: null,
    groupDays: null,
  },
];
const office = {
  ...EMPTY_OFFICE,
  categories: new Map([
    entry('water', [], 14),
    entry('tap', ['water']),
    entry('drain', ['water'], 0),
    entry('lift', []),
  ]),
};

describe('the same problem', () => {
  test('[A-08] is of the same unit, else of the same public place of a community; without either of none', () => {
    const place = { community: 'c1', exactLocation: '东门 门禁' };
    expect(repeatKeysOf({ ...place, unit: 'u1', category: 'tap' })).toEqual({
      placeKey: 'u:u1',
      branchKey: 'tap',
    });
    expect(repeatKeysOf(place).placeKey).toBe('p:c1:东门门禁');
    expect(repeatKeysOf({ exactLocation: '东门' }).placeKey).toBeNull();
    expect(repeatKeysOf({ community: 'c1', exactLocation: ' ？ ' }).placeKey).toBeNull();
  });

  test('[A-08] is of the same category, or of one above or below it', () => {
    expect(branchOf(office, 'tap').sort()).toEqual(['tap', 'water']);
    expect(branchOf(office, 'water').sort()).toEqual(['drain', 'tap', 'water']);
    expect(branchOf(office, 'gone')).toEqual(['gone']);
  });

  test('[A-08] counts within the days that the branch says, nearest first, thirty where none does', () => {
    expect(['tap', 'drain', 'lift', 'gone'].map((id) => repeatDaysOf(office, id))).toEqual([
      14,
      0,
      REPEAT_DAYS,
      REPEAT_DAYS,
    ]);
  });

  test('[A-08] is raised the second time, and comes first from the third on', () => {
    expect([0, 1, 2, 9].map(priorityOf)).toEqual(['normal', 'raised', 'high', 'high']);
  });

  test('[A-08] a place is the same however it is spaced, set or punctuated, and fits its column', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 255 }), (text) => {
        const key = placeOf(text);
        expect(placeOf(key)).toBe(key);
        expect(placeOf(`（${text}） `)).toBe(key);
        expect([...key].length).toBeLessThanOrEqual(200);
      }),
    );
  });
});
