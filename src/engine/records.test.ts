import { made } from '../rules/cases/types';
import { withIds } from './records';

describe('records that follow from a case', () => {
  test('are given their ids where the rules only named them, in the case too', () => {
    const { set, records } = withIds({
      set: { receiver: made('person'), unit: 'u' },
      records: [
        { type: 'owner', id: made('person'), set: { name: '某人' } },
        { type: 'occupancy', id: made('entry'), set: { owner: made('person') } },
        { type: 'occupancy', id: 'old', set: { toDate: '2026-11-19' } },
      ],
    });
    const [person, entry, old] = records;
    expect(person?.id).toMatch(/^[a-z][a-z0-9]{23}$/);
    expect(entry?.id).not.toBe(person?.id);
    expect(set).toEqual({ receiver: person?.id, unit: 'u' });
    expect(entry).toMatchObject({ isNew: true, set: { owner: person?.id } });
    expect(old).toEqual({ type: 'occupancy', id: 'old', isNew: false, set: { toDate: '2026-11-19' } });
  });

  test('leave an outcome without them as it is', () => {
    const set = { note: '备注', photos: [{ made: 'by hand' }] };
    expect(withIds({ set })).toEqual({ set, records: [] });
    expect(withIds({})).toEqual({ set: {}, records: [] });
  });

  test('must be made by the outcome that names them', () => {
    const records = [{ type: 'owner', id: made('person'), set: { remark: made('nobody') } }];
    expect(() => withIds({ records })).toThrow('makes no record nobody');
    expect(() =>
      withIds({ records: [{ type: 'owner', id: made('x'), set: {} }], set: { a: made('y') } }),
    ).toThrow();
  });
});
