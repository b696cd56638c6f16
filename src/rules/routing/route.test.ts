import fc from 'fast-check';
import { POSTS } from '../cases/types';
import type { Directory, StaffEntry } from '../people/directory';
import { lineEnd, routeOf, type Matter } from './route';

const person = (id: string, given: Partial<StaffEntry> = {}): StaffEntry => ({
  id,
  name: id,
  post: 'front_desk',
  superior: null,
  department: 'service',
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

const office = (staff: readonly StaffEntry[], heads: Readonly<Record<string, string>> = {}): Directory => ({
  ...{ byUser: new Map(), teams: new Map(), employers: new Map() },
  staff: new Map(staff.map((one) => [one.id, one])),
  heads: new Map(Object.entries(heads)),
});

const desk = person('desk', { superior: 'chief' });
const plumber = person('plumber', {
  post: 'technician',
  department: 'works',
  superior: 'foreman',
  trades: ['water'],
});
const foreman = person('foreman', { post: 'supervisor', department: 'works', superior: 'works-head' });
const chief = person('chief', { post: 'supervisor', superior: 'service-head' });
const serviceHead = person('service-head', { post: 'department_head', superior: 'director' });
const worksHead = person('works-head', {
  post: 'department_head',
  department: 'works',
  superior: 'director',
});
const director = person('director', { post: 'director', department: 'centre' });
const everybody = [desk, plumber, foreman, chief, serviceHead, worksHead, director];
const heads = { service: 'service-head', works: 'works-head' };
const directory = office(everybody, heads);
const without = (...gone: string[]): Directory =>
  office(
    everybody.map((one) => (gone.includes(one.id) ? { ...one, active: false } : one)),
    heads,
  );

const matter = (departments: readonly string[], ...categories: string[]): Matter => ({
  departments,
  categories,
});

describe('[A-05] where a matter goes', () => {
  test.each([
    ['the desk’s own', desk, matter(['service'])],
    ['the plumber’s trade', plumber, matter(['works'], 'tap', 'water')],
    ['a head’s own department', worksHead, matter(['works'])],
    ['the director’s, whatever it is', director, matter(['works', 'service'])],
  ])('own remit: %s', (_, asker, about) => {
    expect(routeOf({ asker, matter: about, directory })).toEqual({ step: 'own_remit' });
  });

  test.each([
    ['the desk', desk, matter(['works']), 'chief'],
    ['a technician, of another trade in his own department', plumber, matter(['works'], 'lift'), 'foreman'],
    ['a supervisor', chief, matter(['works']), 'service-head'],
  ])('from the front line to the direct superior: %s', (_, asker, about, to) => {
    expect(routeOf({ asker, matter: about, directory })).toEqual({ step: 'superior', to });
  });

  test('from a department head to the head of the one responsible department', () => {
    expect(routeOf({ asker: serviceHead, matter: matter(['works']), directory })).toEqual({
      step: 'responsible_department',
      to: 'works-head',
    });
  });

  test.each([
    ['unclear', matter([])],
    ['several departments', matter(['works', 'service'])],
  ])('to the director: %s', (_, about) => {
    for (const asker of [desk, serviceHead])
      expect(routeOf({ asker, matter: about, directory })).toEqual({ step: 'director', to: 'director' });
  });

  test('a superior who has left is passed over, a department without a head goes to the director', () => {
    const about = matter(['works']);
    expect(routeOf({ asker: desk, matter: about, directory: without('chief') })).toEqual({
      step: 'superior',
      to: 'service-head',
    });
    expect(routeOf({ asker: serviceHead, matter: about, directory: without('works-head') })).toEqual({
      step: 'director',
      to: 'director',
    });
    const alone = without('chief', 'service-head', 'works-head', 'director');
    expect(routeOf({ asker: desk, matter: about, directory: alone })).toEqual({ step: 'nobody' });
  });

  test('a ring of superiors ends at the head of one’s own department, or at the director', () => {
    const ring = [
      person('a', { superior: 'b' }),
      person('b', { superior: 'a', active: false }),
      director,
      serviceHead,
    ];
    const [asker = desk] = ring;
    const about = matter(['works']);
    expect(routeOf({ asker, matter: about, directory: office(ring, heads) })).toEqual({
      step: 'superior',
      to: 'service-head',
    });
    expect(routeOf({ asker, matter: about, directory: office(ring.slice(0, 3)) })).toEqual({
      step: 'director',
      to: 'director',
    });
  });

  test('leads to somebody who is there and not to the asker himself, whatever the register says', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const departments = ['p', 'q'];
    const anybody = fc.record({
      post: fc.option(fc.constantFrom(...POSTS)),
      superior: fc.option(fc.constantFrom(...ids)),
      department: fc.option(fc.constantFrom(...departments)),
      active: fc.boolean(),
      onDuty: fc.boolean(),
      trades: fc.subarray(['x', 'y']),
    });
    const register = fc.tuple(...ids.map(() => anybody));
    const about = fc.record({
      departments: fc.subarray(departments),
      categories: fc.subarray(['x', 'y', 'z']),
    });
    const headed = fc.dictionary(fc.constantFrom(...departments), fc.constantFrom(...ids));
    fc.assert(
      fc.property(register, about, headed, (given, what, who) => {
        const staff = given.map((one, index) => person(ids[index] ?? '', one));
        const [asker = desk] = staff;
        const route = routeOf({ asker, matter: what, directory: office(staff, who) });
        if (!('to' in route)) return true;
        return route.to !== asker.id && staff.some(({ id, active }) => id === route.to && active);
      }),
    );
  });
});

test('[A-05] a line of superiors ends at its top, or is a ring', () => {
  const above: Readonly<Record<string, string>> = { a: 'b', b: 'c', d: 'd', e: 'f', f: 'g', g: 'f' };
  const end = (id: string) => lineEnd((one) => above[one] ?? null, id);
  expect(['a', 'b', 'c', 'd', 'e', 'f'].map(end)).toEqual(['top', 'top', 'top', 'ring', 'ring', 'ring']);
});
