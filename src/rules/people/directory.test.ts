import type { Post } from '../cases/types';
import { holderOf, type Directory, type PostSought, type StaffEntry } from './directory';

let count = 0;
const person = (id: string, post: Post | null, more: Partial<StaffEntry> = {}): StaffEntry => ({
  id,
  name: id,
  post,
  superior: null,
  department: null,
  teams: [],
  onDuty: true,
  active: true,
  email: null,
  userId: null,
  jobNumber: String((count += 1)).padStart(4, '0'),
  trades: [],
  openOrderCap: null,
  ...more,
});
const office = (staff: readonly StaffEntry[], heads: Readonly<Record<string, string>> = {}): Directory => ({
  staff: new Map(staff.map((one) => [one.id, one])),
  byUser: new Map(),
  heads: new Map(Object.entries(heads)),
  teams: new Map(),
  employers: new Map(),
});
const found = (directory: Directory, sought: PostSought) => holderOf(directory, sought)?.id ?? null;

describe('[C-11] "the supervisor" is', () => {
  test('the nearest one up the line of the person concerned', () => {
    const directory = office([
      person('tech', 'technician', { superior: 'lead' }),
      person('lead', 'technician', { superior: 'mine' }),
      person('other', 'supervisor'),
      person('mine', 'supervisor'),
    ]);
    expect(found(directory, { post: 'supervisor', below: 'tech' })).toBe('mine');
    expect(found(directory, { post: 'supervisor', below: 'nobody' })).toBe('other');
    expect(found(directory, { post: 'supervisor', below: null })).toBe('other');
  });

  test('not one who has left, nor found by going round in a circle', () => {
    const directory = office([
      person('a', 'technician', { superior: 'b' }),
      person('b', 'technician', { superior: 'a' }),
      person('gone', 'supervisor', { active: false }),
      person('here', 'supervisor'),
      person('c', 'technician', { superior: 'gone' }),
    ]);
    expect(found(directory, { post: 'supervisor', below: 'a' })).toBe('here');
    expect(found(directory, { post: 'supervisor', below: 'c' })).toBe('here');
  });

  test('of the department before others, on duty before others, then by job number', () => {
    const directory = office([
      person('first', 'supervisor', { department: 'cleaning' }),
      person('away', 'supervisor', { department: 'engineering', onDuty: false }),
      person('there', 'supervisor', { department: 'engineering' }),
      person('later', 'supervisor', { department: 'engineering' }),
    ]);
    expect(found(directory, { post: 'supervisor', department: 'engineering' })).toBe('there');
    expect(found(directory, { post: 'supervisor', department: 'security' })).toBe('first');
    expect(found(directory, { post: 'supervisor' })).toBe('first');
  });

  test('the next post up where there is none, and nobody only where the chain is empty', () => {
    expect(found(office([person('d', 'director')]), { post: 'supervisor' })).toBe('d');
    expect(found(office([person('m', 'manager')]), { post: 'director' })).toBe('m');
    expect(found(office([person('s', 'supervisor')]), { post: 'director' })).toBeNull();
    expect(found(office([person('s', 'supervisor')]), { post: 'steward' })).toBe('s');
    expect(found(office([]), { post: 'supervisor' })).toBeNull();
  });
});

test('[C-11] the department head is the one that the department names, while he is there', () => {
  const staff = [
    person('named', 'department_head'),
    person('own', 'department_head', { department: 'engineering' }),
    person('gone', 'department_head', { active: false }),
  ];
  const sought = { post: 'department_head', department: 'engineering' } as const;
  expect(found(office(staff, { engineering: 'named' }), sought)).toBe('named');
  expect(found(office(staff, { engineering: 'gone' }), sought)).toBe('own');
  expect(found(office(staff), sought)).toBe('own');
});
