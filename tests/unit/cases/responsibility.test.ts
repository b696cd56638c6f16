import fc from 'fast-check';
import { actionOf } from '../../../src/rules/cases/decide';
import type { Actor, CaseDefinition, CaseRecord } from '../../../src/rules/cases/types';
import { dispatchOrderCase } from '../../../src/api/dispatch-order/case';
import { handOverCase } from '../../../src/api/hand-over/case';
import { returnVisitCase } from '../../../src/api/return-visit/case';
import { ticketCase } from '../../../src/api/ticket/case';
import { PROPERTY_SEED } from '../../support/property-seed';
import {
  anyActor,
  anyInputFor,
  casesOf,
  DEPARTMENTS,
  idOf,
  play,
  STAFF,
  TEAMS,
  type Change,
  type World,
} from './walk';

const definitions = new Map<string, CaseDefinition>(
  [ticketCase, dispatchOrderCase, returnVisitCase, handOverCase].map((one) => [one.type, one]),
);
const START = Date.parse('2026-11-20T02:00:00Z');

interface Step {
  readonly before: World;
  readonly after: World;
  readonly changes: readonly Change[];
}

/** Somebody of the register, by hand. */
const inPerson = (id: unknown): Actor => ({
  kind: 'staff',
  id: typeof id === 'string' ? id : null,
  name: 'staff',
  posts: ['front_desk'],
  teams: [],
  via: 'panel',
});

/** Any actions on requests and their hand-overs, by anybody, and more often by those whom the matter is about. */
function walk(gen: fc.GeneratorValue, length: number): Step[] {
  const steps: Step[] = [];
  let world: World = new Map();
  for (let turn = 0; turn < length; turn += 1) {
    const now = START + turn * 60_000;
    const known: Readonly<Record<string, readonly string[]>> = {
      'staff-member': STAFF,
      team: TEAMS,
      department: DEPARTMENTS,
    };
    const ids = (type: string): readonly string[] => {
      const found = known[type] ?? casesOf(world, type).map(({ documentId }) => documentId);
      return found.length > 0 ? found : [idOf(type.slice(0, 3), 999)];
    };
    const made = ['ticket', 'hand-over'].flatMap((type) =>
      casesOf(world, type).map((record) => ({ type, record })),
    );
    const fresh = ['ticket', 'hand-over', 'hand-over'].map((type) => ({ type, record: null }));
    const open = made.filter(({ record }) => record.stage === 'proposed');
    const targets: { type: string; record: CaseRecord | null }[] = [
      ...(casesOf(world, 'ticket').length < 3 ? fresh : fresh.slice(1)),
      ...made,
      ...open,
      ...open,
    ];
    const { type, record } = gen(fc.constantFrom, ...targets);
    const definition = definitions.get(type) as CaseDefinition;
    const all = Object.keys(definition.actions);
    const here = all.filter((name) => {
      const { from } = actionOf(definition, name);
      return from === 'nothing' ? record === null : record !== null && from.includes(record.stage);
    });
    const action = gen(fc.constantFrom, ...all, ...Array.from({ length: 8 }, () => here).flat());
    const input = gen(() => anyInputFor(definition, action, { now, ids }));
    const concerned = [record?.receiver, record?.giver, record?.accountable, ...STAFF].filter(Boolean);
    const actor = gen(() => fc.oneof(anyActor, fc.constantFrom(...concerned.map(inPerson))));
    const id = record?.documentId ?? 'new';
    const answer = play(definitions, world, { type, id, action, input, actor, now });
    const before = world;
    if (!('world' in answer)) continue;
    world = answer.world;
    steps.push({ before, after: world, changes: answer.changes });
  }
  return steps;
}

const steps: Step[] = [];
beforeAll(() => {
  fc.assert(
    fc.property(fc.gen(), (gen) => {
      steps.push(...walk(gen, 120));
    }),
    { numRuns: 100, seed: PROPERTY_SEED, endOnFailure: true },
  );
});

const worlds = (): World[] => steps.map(({ after }) => after);
const everyOf = (type: string) => worlds().flatMap((world) => casesOf(world, type));

describe(`whoever does whatever with requests and their hand-overs (seed ${PROPERTY_SEED})`, () => {
  test('[A-04][A-10] every open request is one person’s of the register, at every moment', () => {
    const open = everyOf('ticket').filter(({ stage }) => !ticketCase.finalStages.includes(stage));
    expect(open.length).toBeGreaterThan(900);
    expect(
      open.filter(
        ({ accountable, accountableSince }) => !STAFF.includes(String(accountable)) || !accountableSince,
      ),
    ).toEqual([]);
  });

  test('[A-04] whose a request is changes by nothing but an acceptance by him who takes it on', () => {
    const moved = steps
      .flatMap(({ changes }) => changes)
      .filter(({ type, before }) => type === 'ticket' && before !== null)
      .filter(({ before, after }) => before?.accountable !== after.accountable);
    expect(moved.length).toBeGreaterThan(20);
    expect(moved.filter(({ action }) => action !== 'take_charge')).toEqual([]);
    const accepted = steps.filter(({ changes }) =>
      changes.some(({ type, action }) => type === 'hand-over' && action === 'accept'),
    );
    for (const { before, after, changes } of accepted) {
      const taken = changes.find(({ action }) => action === 'accept')?.after;
      const ticket = String(taken?.ticket);
      const held = (world: World) => casesOf(world, 'ticket').find(({ documentId }) => documentId === ticket);
      expect(held(before)?.accountable).toBe(taken?.giver);
      expect(held(after)?.accountable).toBe(taken?.receiver);
    }
  });

  test('[A-04] a request is offered to one person at a time, and to nobody once it is over', () => {
    const faults = worlds().flatMap((world) =>
      casesOf(world, 'ticket').filter(({ documentId, stage, accountable }) => {
        const offers = casesOf(world, 'hand-over').filter(
          (one) => one.ticket === documentId && one.stage === 'proposed',
        );
        const most = ticketCase.finalStages.includes(stage) ? 0 : 1;
        return offers.length > most || offers.some(({ giver }) => giver !== accountable);
      }),
    );
    expect(faults).toEqual([]);
  });

  test('[A-07] what went to another department waits for feedback as long as the request is open and nobody told', () => {
    const owing = everyOf('hand-over').filter(({ stage }) => stage === 'awaiting_feedback');
    expect(owing.length).toBeGreaterThan(0);
    expect(
      owing.filter(
        ({ fromDepartment, toDepartment, feedbackAt }) => fromDepartment === toDepartment || feedbackAt,
      ),
    ).toEqual([]);
    const faults = worlds().flatMap((world) =>
      casesOf(world, 'hand-over').filter(
        ({ stage, ticket }) =>
          stage === 'awaiting_feedback' &&
          casesOf(world, 'ticket').some(
            (one) => one.documentId === ticket && ticketCase.finalStages.includes(one.stage),
          ),
      ),
    );
    expect(faults).toEqual([]);
  });
});
