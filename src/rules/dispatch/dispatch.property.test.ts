import fc from 'fast-check';
import type { StaffEntry } from '../people/directory';
import { choose, crewOf, nextOfPool, poolOf, turnKey, type DispatchRule } from '.';
import { aRule, officeOf, worker } from './office.fixture';

const FACTS = { kind: 'repair', categories: ['SD-02', 'SD'], urgency: null, community: null };
const NAMES = ['1', '2', '3', '4', '5', '6', '7', '8'];
const TRADES = ['SD', 'SD-02', 'SD-08', 'DT'];

const people = fc
  .tuple(
    ...NAMES.map((name) =>
      fc
        .record({
          onDuty: fc.boolean(),
          active: fc.boolean(),
          trades: fc.subarray(TRADES),
          openOrderCap: fc.option(fc.integer({ min: 0, max: 3 })),
        })
        .map((more) => worker(name, more)),
    ),
  )
  .map((all) => [...all]);
const someLoads = fc
  .tuple(...NAMES.map((name) => fc.tuple(fc.constant(name), fc.integer({ min: 0, max: 4 }))))
  .map((pairs) => new Map(pairs));
const someRule = fc
  .record({ mode: fc.constantFrom('rotate', 'least_loaded'), cap: fc.option(fc.integer({ min: 1, max: 3 })) })
  .map((more) => aRule(more as Partial<DispatchRule>));
const someTurn = fc.option(fc.constantFrom(...NAMES).map((name) => turnKey(worker(name))));

test('[B-03] nobody is chosen who is not in the pool: away, gone, without the trade or at the cap', () => {
  fc.assert(
    fc.property(people, someLoads, someRule, someTurn, (staff, loads, rule, turn) => {
      const { directory, categories } = officeOf(staff);
      const pool = poolOf(rule, loads, { directory, categories, facts: FACTS });
      const chosen = choose(rule.mode, pool, { loads, turn });
      if (!chosen) {
        expect(pool).toEqual([]);
        return;
      }
      expect(chosen).toMatchObject({ active: true, onDuty: true });
      expect(chosen.trades.some((trade) => ['SD', 'SD-02'].includes(trade))).toBe(true);
      const cap = chosen.openOrderCap ?? rule.cap;
      if (cap !== null) expect((loads.get(chosen.id) ?? 0) + 1).toBeLessThanOrEqual(cap);
    }),
  );
});

test('[B-03] least loaded never picks one who has more to do than another', () => {
  fc.assert(
    fc.property(people, someLoads, someTurn, (staff, loads, turn) => {
      const { directory, categories } = officeOf(staff);
      const pool = poolOf(aRule({ mode: 'least_loaded' }), loads, { directory, categories, facts: FACTS });
      const chosen = choose('least_loaded', pool, { loads, turn });
      const loadOf = ({ id }: StaffEntry) => loads.get(id) ?? 0;
      if (chosen) expect(loadOf(chosen)).toBe(Math.min(...pool.map(loadOf)));
    }),
  );
});

test('[B-03] however many orders come, nobody gets more than he may', () => {
  fc.assert(
    fc.property(people, someRule, fc.integer({ min: 1, max: 60 }), (staff, rule, orders) => {
      const given = { ...officeOf(staff), facts: FACTS };
      const loads = new Map<string, number>();
      let turn: string | null = null;
      for (let order = 0; order < orders; order += 1) {
        const chosen = choose(rule.mode, poolOf(rule, loads, given), { loads, turn });
        if (!chosen) break;
        loads.set(chosen.id, (loads.get(chosen.id) ?? 0) + 1);
        turn = turnKey(chosen);
      }
      for (const one of crewOf(rule, given)) {
        const cap = one.openOrderCap ?? rule.cap;
        if (cap !== null) expect(loads.get(one.id) ?? 0).toBeLessThanOrEqual(cap);
      }
    }),
  );
});

test('[B-03] an order that is handed back never returns to one who had it', () => {
  fc.assert(
    fc.property(people, someLoads, someRule, fc.subarray(NAMES), (staff, loads, rule, tried) => {
      const step = nextOfPool({
        ...officeOf(staff),
        facts: FACTS,
        rule,
        loads,
        turn: null,
        tried: new Set(tried),
        department: null,
        way: null,
      });
      if (step) expect(tried).not.toContain(step.to.id);
    }),
  );
});

/** One thing that happens while work is given out in turn: a draw, somebody comes or goes, the office starts anew. */
type Happening = { readonly draw: true } | { readonly toggle: string } | { readonly restart: true };
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({ draw: true } as const) },
  { weight: 2, arbitrary: fc.constantFrom(...NAMES).map((toggle) => ({ toggle })) },
  { weight: 1, arbitrary: fc.constant({ restart: true } as const) },
);

describe('[B-03] in turn', () => {
  const DRAWS = 10_000;

  /** Plays a day; the pointer is all that a restart leaves. Gives back what went against fairness. */
  function unfairness(happenings: Iterable<Happening>): string[] {
    const present = new Set(NAMES);
    let stored: string | null = null;
    let inMemory: string | null = null;
    const faults: string[] = [];
    /** Who was served since, by everyone who has stood in the pool since his own last turn. */
    let servedSince = new Map([...present].map((name) => [name, new Set<string>()]));
    let still = new Map<string, number>();
    for (const one of happenings) {
      if ('restart' in one) inMemory = stored;
      else if ('toggle' in one) {
        if (present.delete(one.toggle)) servedSince.delete(one.toggle);
        else {
          present.add(one.toggle);
          servedSince.set(one.toggle, new Set());
        }
        still = new Map();
      } else {
        const pool = [...present].map((name) => worker(name));
        const chosen = choose('rotate', pool, { loads: new Map(), turn: inMemory });
        if (!chosen) {
          if (pool.length > 0) faults.push('nobody chosen');
          continue;
        }
        if (!present.has(chosen.id)) faults.push(`${chosen.id} is not there`);
        inMemory = stored = turnKey(chosen);
        servedSince = new Map(
          [...servedSince].map(([name, others]) => {
            if (name === chosen.id) return [name, new Set<string>()];
            if (others.has(chosen.id)) faults.push(`${name} was passed over twice for ${chosen.id}`);
            return [name, new Set([...others, chosen.id])];
          }),
        );
        still.set(chosen.id, (still.get(chosen.id) ?? 0) + 1);
        const counts = [...present].map((name) => still.get(name) ?? 0);
        if (Math.max(...counts) - Math.min(...counts) > 1) faults.push(`uneven: ${counts.join(' ')}`);
      }
    }
    return faults;
  }

  test('nobody is passed over twice and the counts stay even, over 10,000 draws with people coming and going', () => {
    let draws = 0;
    fc.assert(
      fc.property(fc.array(happening, { minLength: 500, maxLength: 500 }), (happenings) => {
        draws += happenings.filter((one) => 'draw' in one).length;
        expect(unfairness(happenings)).toEqual([]);
      }),
      { numRuns: 40 },
    );
    expect(draws).toBeGreaterThan(DRAWS);
  });

  test('10,000 draws among those who stay are spread evenly, with a new start after every one', () => {
    let turn: string | null = null;
    const counts = new Map<string, number>();
    const pool = NAMES.map((name) => worker(name));
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const chosen = choose('rotate', pool, { loads: new Map(), turn });
      turn = chosen && turnKey(chosen);
      counts.set(String(chosen?.id), (counts.get(String(chosen?.id)) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(NAMES.map(() => DRAWS / NAMES.length));
  });

  test('even when whoever had it last is gone from the register, the next comes after him', () => {
    const turn = turnKey(worker('4'));
    const left = NAMES.filter((name) => name !== '4').map((name) => worker(name));
    expect(choose('rotate', left, { loads: new Map(), turn })?.id).toBe('5');
  });
});
