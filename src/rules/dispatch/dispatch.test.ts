import type { StaffEntry } from '../people/directory';
import {
  choose,
  covers,
  factsIn,
  nextAfter,
  poolOf,
  ruleFor,
  tradesFor,
  unfit,
  type DispatchRule,
  type Ladder,
} from '.';
import { aRule, CATEGORIES, officeOf, worker } from './office.fixture';

const REPAIR = { kind: 'repair', categories: [], urgency: 'ordinary', community: null };
const ids = (staff: readonly StaffEntry[]) => staff.map(({ id }) => id).sort();

describe('[B-03] the rule of a request', () => {
  const only = (conditions: Partial<DispatchRule['conditions']>, more: Partial<DispatchRule> = {}) =>
    aRule({ ...more, conditions: { ...aRule().conditions, ...conditions } });

  test('is the first in order of those whose conditions all hold', () => {
    const rules = [
      only({}, { code: 'any', order: 100 }),
      only({ urgency: 'urgent' }, { code: 'urgent', order: 10 }),
      only({ category: 'SD', urgency: 'urgent' }, { code: 'urgent-water', order: 5 }),
      only({ community: 'c1' }, { code: 'here', order: 50 }),
    ];
    const code = (facts: object) => ruleFor(rules, { ...REPAIR, ...facts })?.code;
    expect(code({})).toBe('any');
    expect(code({ urgency: 'urgent' })).toBe('urgent');
    expect(code({ urgency: 'urgent', categories: ['SD-02', 'SD'] })).toBe('urgent-water');
    expect(code({ community: 'c1' })).toBe('here');
    expect(code({ community: 'c2' })).toBe('any');
  });

  test('is decided by code between equals, and may be none', () => {
    const rules = [aRule({ code: 'b' }), aRule({ code: 'a' })];
    expect(ruleFor(rules, REPAIR)?.code).toBe('a');
    expect(ruleFor([only({ kind: 'help' })], REPAIR)).toBeNull();
  });
});

describe('[B-03] the trades', () => {
  test('of a worker cover what lies below them, not what lies beside or above', () => {
    expect(covers(['SD'], ['SD-02'], CATEGORIES)).toBe(true);
    expect(covers(['SD-02'], ['SD-02'], CATEGORIES)).toBe(true);
    expect(covers(['SD-08'], ['SD-02'], CATEGORIES)).toBe(false);
    expect(covers(['SD-02'], ['SD'], CATEGORIES)).toBe(false);
    expect(covers(['SD'], ['SD', 'DT'], CATEGORIES)).toBe(false);
    expect(covers([], [], CATEGORIES)).toBe(true);
  });

  test('of a request are those its category names, else, for a repair, the category itself', () => {
    const of = (category: string | undefined, kind = 'repair') =>
      tradesFor(factsIn({ kind, category }, { categories: CATEGORIES }), CATEGORIES);
    expect(of('DT-01')).toEqual(['DT', 'SD-08']);
    expect(of('SD-02')).toEqual(['SD-02']);
    expect(of('SD-02', 'complaint')).toEqual([]);
    expect(of(undefined)).toEqual([]);
  });

  test('missing are the last of the reasons against somebody', () => {
    const why = (more: Partial<StaffEntry>) => unfit(worker('a', more), ['SD'], CATEGORIES);
    expect(why({ active: false, onDuty: false })).toBe('inactive');
    expect(why({ onDuty: false })).toBe('away');
    expect(why({})).toBe('trades');
    expect(why({ trades: ['SD'] })).toBeNull();
  });
});

describe('[B-03] the pool', () => {
  const { directory, categories } = officeOf(
    [
      worker('plumber', { trades: ['SD'] }),
      worker('liftman', { trades: ['DT', 'SD-08'] }),
      worker('away', { trades: ['SD'], onDuty: false }),
      worker('gone', { trades: ['SD'], active: false }),
      worker('desk', { trades: ['SD'], post: 'front_desk' }),
      worker('full', { trades: ['SD'], openOrderCap: 1 }),
    ],
    { night: ['desk', 'plumber'] },
  );
  const pool = (rule: DispatchRule, facts: object = {}, loads: Record<string, number> = {}) =>
    ids(
      poolOf(rule, new Map(Object.entries(loads)), { directory, categories, facts: { ...REPAIR, ...facts } }),
    );

  test('is every technician at work with the trades that the request asks for', () => {
    expect(pool(aRule(), { categories: ['SD-02', 'SD'] })).toEqual(['full', 'plumber']);
    expect(pool(aRule(), { categories: ['DT-01', 'DT'] })).toEqual(['liftman']);
    expect(pool(aRule({ requiredTrades: ['SD'] }))).toEqual(['full', 'plumber']);
  });

  test('is the team, whatever the posts of its people, where the rule names one', () => {
    expect(pool(aRule({ team: 'night' }))).toEqual(['desk', 'plumber']);
    expect(pool(aRule({ team: 'nobody' }))).toEqual([]);
  });

  test('leaves out whoever has as much as he may: his own number before that of the rule', () => {
    const loads = { plumber: 2, full: 1, liftman: 1 };
    expect(pool(aRule({ cap: 2 }), {}, loads)).toEqual(['liftman']);
    expect(pool(aRule({ cap: 3 }), {}, loads)).toEqual(['liftman', 'plumber']);
    expect(pool(aRule(), {}, { full: 0 })).toContain('full');
  });
});

test('[B-03] the desk chooses by itself, and an empty pool gives nobody', () => {
  const state = { loads: new Map(), turn: null };
  for (const mode of ['assign', 'grab'] as const) expect(choose(mode, [worker('a')], state)).toBeNull();
  for (const mode of ['rotate', 'least_loaded'] as const) expect(choose(mode, [], state)).toBeNull();
});

describe('[B-03] an order that nobody accepts', () => {
  const { directory, categories } = officeOf([
    worker('a'),
    worker('b'),
    worker('c'),
    worker('other-lead', { post: 'supervisor' }),
    worker('lead', { post: 'supervisor', department: 'd' }),
    worker('off-lead', { post: 'supervisor', department: 'd', onDuty: false }),
    worker('head', { post: 'department_head', department: 'd' }),
    worker('director', { post: 'director' }),
  ]);
  const ladder = (more: Partial<Ladder> = {}): Ladder => ({
    directory,
    categories,
    facts: REPAIR,
    rule: aRule(),
    loads: new Map(),
    turn: null,
    tried: new Set(),
    department: 'd',
    way: 'rotate',
    ...more,
  });
  const next = (more: Partial<Ladder>) => {
    const step = nextAfter(ladder(more));
    return step && [step.to.id, step.way];
  };

  test('goes to the next of the pool, never to one who had it', () => {
    expect(next({ tried: new Set(['a']) })).toEqual(['b', 'rotate']);
    expect(next({ tried: new Set(['a', 'c']), rule: aRule({ mode: 'least_loaded' }) })).toEqual([
      'b',
      'least_loaded',
    ]);
  });

  test('then to the supervisor on duty, of the department first, then to its head, and no further', () => {
    const all = ['a', 'b', 'c'];
    expect(next({ tried: new Set(all) })).toEqual(['lead', 'duty_person']);
    expect(next({ tried: new Set([...all, 'lead']), way: 'duty_person' })).toEqual(['head', 'head']);
    expect(next({ tried: new Set([...all, 'lead', 'head']), way: 'head' })).toBeNull();
  });

  test('and was offered to all goes to the supervisor at once', () => {
    expect(next({ way: 'grab', rule: aRule({ mode: 'grab' }) })).toEqual(['lead', 'duty_person']);
  });

  test('climbs also where its rule is gone', () => {
    expect(next({ rule: null, tried: new Set(['a']) })).toEqual(['lead', 'duty_person']);
  });
});
