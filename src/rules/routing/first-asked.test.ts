import fc from 'fast-check';
import { POSTS } from '../cases/types';
import type { Directory, StaffEntry } from '../people/directory';
import { firstAsked } from './first-asked';

const person = (id: string, given: Partial<StaffEntry> = {}): StaffEntry => ({
  id,
  name: id,
  post: 'front_desk',
  superior: null,
  department: null,
  teams: [],
  onDuty: true,
  active: true,
  email: null,
  userId: null,
  jobNumber: id,
  trades: [],
  openOrderCap: null,
  ...given,
});

const office = (...staff: StaffEntry[]): Directory => ({
  staff: new Map(staff.map((one) => [one.id, one])),
  byUser: new Map(),
  heads: new Map(),
  teams: new Map(),
  employers: new Map(),
});

describe('[A-04] whose a request is when it comes in', () => {
  const desk = person('desk');
  const steward = person('steward', { post: 'steward' });
  const director = person('director', { post: 'director' });

  test('his who takes it in, whatever his post', () => {
    const technician = person('technician', { post: 'technician', onDuty: false });
    const directory = office(desk, steward, technician);
    expect(firstAsked({ directory, taker: 'technician', steward: 'steward' })).toBe('technician');
  });

  test('the steward’s of the building, when it came by itself', () => {
    const directory = office(desk, steward, director);
    expect(firstAsked({ directory, taker: null, steward: 'steward' })).toBe('steward');
    expect(firstAsked({ directory, taker: 'token:3', steward: 'steward' })).toBe('steward');
  });

  test('the desk’s, when the steward has left or the building has none', () => {
    const gone = person('steward', { post: 'steward', active: false });
    expect(firstAsked({ directory: office(gone, director, desk), taker: null, steward: 'steward' })).toBe(
      'desk',
    );
    expect(firstAsked({ directory: office(director, desk), taker: 'user:1', steward: null })).toBe('desk');
  });

  test('his who is on duty before those who are not, up to the director', () => {
    const away = person('desk', { onDuty: false });
    expect(firstAsked({ directory: office(away, director), taker: null, steward: null })).toBe('director');
    const nobodyOn = office(away, { ...director, onDuty: false });
    expect(firstAsked({ directory: nobodyOn, taker: null, steward: null })).toBe('desk');
  });

  test('[A-10] somebody’s as long as the register has anybody, and never his who has left', () => {
    const anybody = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      post: fc.option(fc.constantFrom(...POSTS)),
      onDuty: fc.boolean(),
      active: fc.boolean(),
    });
    const someone = fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'user:1'));
    fc.assert(
      fc.property(fc.array(anybody), someone, someone, (given, taker, building) => {
        const directory = office(...given.map(({ id, ...rest }) => person(id, rest)));
        const found = firstAsked({ directory, taker, steward: building });
        const active = [...directory.staff.values()].filter((one) => one.active);
        return found === null ? active.length === 0 : active.some(({ id }) => id === found);
      }),
    );
  });
});
