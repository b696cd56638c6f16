import { type BoardPerson } from '../http/contract';
import { against, candidatesFor, covers, parentsOf } from './suitable';

const parents = parentsOf({
  categories: [
    { documentId: 'water', name: '水电', parent: null },
    { documentId: 'drain', name: '疏通', parent: 'water' },
    { documentId: 'lift', name: '电梯', parent: null },
  ],
});

const person = (over: Partial<BoardPerson> = {}): BoardPerson => ({
  documentId: over.name ?? 'p',
  name: 'p',
  jobNumber: null,
  post: 'technician',
  duty: 'on_duty',
  trades: ['water'],
  teams: [],
  load: 0,
  cap: null,
  place: null,
  ...over,
});

test('[B-03] whoever has a trade has every branch below it, and not the one above', () => {
  expect(covers(['water'], ['drain'], parents)).toBe(true);
  expect(covers(['drain'], ['water'], parents)).toBe(false);
  expect(covers([], [], parents)).toBe(true);
  expect(covers(['water'], ['drain', 'lift'], parents)).toBe(false);
});

test('a ring in the categories comes to an end', () => {
  const ring = new Map([
    ['a', 'b'],
    ['b', 'a'],
  ]);
  expect(covers(['c'], ['a'], ring)).toBe(false);
});

test('[B-03] absence weighs more than a missing trade, that more than a full day', () => {
  expect(against(person({ duty: 'away', trades: [] }), ['lift'], parents)).toBe('away');
  expect(against(person({ load: 5, cap: 5 }), ['lift'], parents)).toBe('trades');
  expect(against(person({ load: 5, cap: 5 }), ['drain'], parents)).toBe('full');
  expect(against(person({ load: 4, cap: 5 }), ['drain'], parents)).toBeNull();
});

test('[B-03] the first to choose from is the one who suits and has least to do; groups come after people', () => {
  const people = [
    person({ name: 'busy', load: 3 }),
    person({ name: 'away', duty: 'off_duty' }),
    person({ name: 'free' }),
    person({ name: 'lifts', trades: ['lift'] }),
  ];
  const crew = {
    people,
    teams: [],
    contractors: [{ documentId: 'x', name: 'x', load: 0, trades: [], members: [] }],
  };
  expect(candidatesFor(['drain'], crew, parents).map(({ name }) => name)).toEqual([
    'free',
    'busy',
    'lifts',
    'away',
    'x',
  ]);
});
