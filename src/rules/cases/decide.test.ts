import { z } from 'zod';
import { Refusal, conflict } from '../refusal';
import { decide, isEntitled, openActions, parseInput, type DecideInput } from './decide';
import { defineCase, firstAction, stagesTo } from './define';
import { moment, oneOf, reference, signature, someText, text, TEXT_LIMIT } from './inputs';
import { theHandler, theSteward, theTechnician } from './people';
import type { Actor, CaseDefinition, CaseRecord } from './types';

const NOW = Date.parse('2026-11-20T02:00:00Z');
const staff = (more: Partial<Actor> = {}): Actor => ({
  kind: 'staff',
  id: 'me',
  name: '王',
  posts: ['front_desk'],
  teams: [],
  via: 'panel',
  ...more,
});
const outside = (kind: Actor['kind']): Actor => staff({ kind, id: null, posts: [] });

const loan = defineCase({
  type: 'loan',
  prefix: 'JC',
  stages: ['asked', 'out', 'back'],
  finalStages: ['back'],
  editable: [],
  receivedAt: 'receivedAt',
  actions: {
    ask: {
      from: 'nothing',
      to: 'asked',
      who: ['front_desk', 'integration'],
      rules: ['F-03'],
      input: z.object({ what: someText(), receivedAt: moment().nullish() }),
      at: (input: { receivedAt?: string | null }) => input.receivedAt ?? undefined,
      then: ({ input, at }) => ({ set: { ...(input as object), receivedAt: new Date(at).toISOString() } }),
    },
    lend: {
      from: ['asked'],
      to: ['out', 'back'],
      who: [theHandler, 'manager'],
      rules: ['F-03'],
      input: z.object({ stage: oneOf(['out', 'back', 'lost']).nullish(), lentAt: moment().nullish() }),
      at: (input: { lentAt?: string | null }) => input.lentAt ?? undefined,
      requires: ({ record }) => (record.blocked ? conflict('BLOCKED') : undefined),
      then: ({ input }) => ({ stage: (input as { stage?: 'out' }).stage ?? undefined }),
    },
    note: { from: ['asked', 'out'], to: 'same', who: ['front_desk'], rules: [], input: z.object({}) },
    expire: { from: ['out'], to: 'back', who: ['system'], rules: [], input: z.object({}), internal: true },
  },
});

const asked: CaseRecord = {
  documentId: 'loan1',
  number: 'JC-1',
  stage: 'asked',
  cycle: 1,
  version: 3,
  handler: 'me',
  receivedAt: '2026-11-20T01:00:00.000Z',
};
const deciding = (more: Partial<DecideInput>): DecideInput => ({
  definition: loan,
  action: 'note',
  record: asked,
  input: {},
  actor: staff(),
  now: NOW,
  ...more,
});
function no(more: Partial<DecideInput>): { code: string; kind: string } & Record<string, unknown> {
  try {
    decide(deciding(more));
  } catch (error) {
    if (error instanceof Refusal)
      return { code: error.code, kind: error.kind, status: error.status, ...error.details };
    throw error;
  }
  throw new Error('not refused');
}

describe('an action', () => {
  test('that is first makes a case, at the moment declared', () => {
    const input = { what: '钥匙', receivedAt: '2026-11-20T09:30:00+08:00' };
    expect(decide(deciding({ action: 'ask', record: null, input }))).toMatchObject({
      fromStage: '',
      toStage: 'asked',
      at: Date.parse('2026-11-20T01:30:00Z'),
      outcome: { set: { what: '钥匙', receivedAt: '2026-11-20T01:30:00.000Z' } },
      rules: ['F-03'],
    });
  });

  test('without a moment of its own happens now; one that follows nothing else changes nothing else', () => {
    expect(decide(deciding({}))).toMatchObject({ at: NOW, toStage: 'asked', outcome: {} });
  });

  test('picks one of the stages of its table, and no other', () => {
    expect(decide(deciding({ action: 'lend', input: { stage: 'out' } })).toStage).toBe('out');
    expect(() => decide(deciding({ action: 'lend', input: { stage: 'lost' } }))).toThrow(
      /names no stage of its table/,
    );
    expect(() => decide(deciding({ action: 'lend' }))).toThrow(/names no stage of its table/);
  });

  test('that there is not, is not found, also where the name is one of JavaScript', () => {
    for (const action of ['fly', 'toString', '__proto__', 'constructor']) {
      expect(no({ action })).toMatchObject({ code: 'ACTION_UNKNOWN', status: 404, action });
    }
  });

  test('is refused to those who may not, before anything else is said', () => {
    const stranger = staff({ posts: ['finance'] });
    expect(no({ actor: stranger, record: { ...asked, stage: 'back' } })).toMatchObject({
      code: 'NOT_ENTITLED',
      status: 403,
    });
    expect(no({ action: 'expire' })).toMatchObject({ code: 'ACTION_INTERNAL', status: 403 });
  });

  test('of the office itself is done by its timer, and by what follows', () => {
    const out = { ...asked, stage: 'out' };
    for (const kind of ['timer', 'system'] as const) {
      expect(decide(deciding({ action: 'expire', record: out, actor: outside(kind) })).toStage).toBe('back');
    }
    expect(decide(deciding({ action: 'expire', record: out, follows: true })).toStage).toBe('back');
  });

  test('at the wrong stage is a conflict that names the stage that it is in', () => {
    const wrong = { code: 'STAGE_WRONG', status: 409, number: 'JC-1', version: 3 };
    expect(no({ record: { ...asked, stage: 'back' } })).toMatchObject({ ...wrong, stage: 'back' });
    expect(no({ action: 'ask' })).toMatchObject({ ...wrong, stage: 'asked' });
    expect(no({ record: null })).toMatchObject({
      code: 'STAGE_WRONG',
      stage: null,
      number: null,
      version: null,
    });
  });

  test('on an old version is a conflict that names the new one', () => {
    expect(no({ version: 2 })).toMatchObject({ code: 'STALE_WRITE', status: 409, seen: 2, version: 3 });
    expect(decide(deciding({ version: 3 })).toStage).toBe('asked');
    expect(decide(deciding({ action: 'ask', record: null, version: 9, input: { what: 'x' } })).toStage).toBe(
      'asked',
    );
  });

  test('is refused by its own conditions', () => {
    expect(no({ action: 'lend', record: { ...asked, blocked: true } })).toMatchObject({
      code: 'BLOCKED',
      kind: 'conflict',
    });
  });

  test('has not happened yet, nor before the matter came in', () => {
    const later = '2026-11-20T02:00:01.000Z';
    expect(no({ action: 'ask', record: null, input: { what: 'x', receivedAt: later } })).toMatchObject({
      code: 'RECEIVED_IN_FUTURE',
      field: 'receivedAt',
    });
    expect(no({ action: 'lend', input: { stage: 'out', lentAt: later } })).toMatchObject({
      code: 'MOMENT_IN_FUTURE',
      field: 'lentAt',
    });
    const early = '2026-11-20T00:59:59.000Z';
    expect(no({ action: 'lend', input: { stage: 'out', lentAt: early } })).toMatchObject({
      code: 'MOMENT_BEFORE_INTAKE',
      field: 'lentAt',
      receivedAt: asked.receivedAt,
    });
  });

  test('is offered to those who may do it now', () => {
    expect(openActions(loan, asked, staff())).toEqual(['lend', 'note']);
    expect(openActions(loan, asked, staff({ id: 'other' }))).toEqual(['note']);
    expect(openActions(loan, null, outside('integration'))).toEqual(['ask']);
    expect(openActions(loan, { ...asked, stage: 'out' }, outside('system'))).toEqual(['note']);
  });
});

describe('who may', () => {
  test('is told by post, by kind, or by standing to the record', () => {
    expect(isEntitled(['front_desk'], staff(), asked)).toBe(true);
    expect(isEntitled(['resident', 'import', 'system'], staff(), asked)).toBe(false);
    expect(isEntitled(['resident'], outside('resident'), asked)).toBe(true);
    expect(isEntitled(['import'], outside('import'), asked)).toBe(true);
    expect(isEntitled([], outside('timer'), asked)).toBe(true);
    expect(isEntitled(['front_desk'], staff({ kind: 'integration' }), asked)).toBe(false);
  });

  test('is the person named, or one of the team', () => {
    const order = { ...asked, technician: 'me', steward: 'me' };
    expect([theTechnician, theSteward, theHandler].map(({ test: holds }) => holds(staff(), order))).toEqual([
      true,
      true,
      true,
    ]);
    expect(theTechnician.test(staff({ id: 'you' }), order)).toBe(false);
    expect(theTechnician.test(staff({ id: 'you', teams: ['t'] }), { ...order, team: 't' })).toBe(true);
    expect(theTechnician.test(staff({ id: 'you', teams: ['u'] }), { ...order, team: 't' })).toBe(false);
  });

  test('is nobody without an entry in the register, and no outsider under the same name', () => {
    expect(theTechnician.test(staff({ id: null }), { ...asked, technician: null })).toBe(false);
    expect(theTechnician.test(staff({ kind: 'resident' }), { ...asked, technician: 'me' })).toBe(false);
  });
});

describe('an input', () => {
  const schema = z.object({
    name: someText(5),
    note: text().nullish(),
    at: moment().nullish(),
    of: reference('unit').nullish(),
    count: z.number().max(3).nullish(),
    list: z.array(z.string()).nullish(),
  });
  const fault = (input: unknown) => {
    try {
      parseInput(schema, input);
    } catch (error) {
      if (error instanceof Refusal) return { code: error.code, ...error.details };
      throw error;
    }
    throw new Error('not refused');
  };

  test.each([
    [{}, { code: 'INPUT_INVALID', field: 'name' }],
    [undefined, { code: 'INPUT_INVALID', field: 'name' }],
    ['x', { code: 'INPUT_INVALID', field: undefined }],
    [{ name: ' ' }, { code: 'TEXT_EMPTY', field: 'name' }],
    [{ name: '123456' }, { code: 'TEXT_TOO_LONG', field: 'name', limit: 5 }],
    [{ name: 'a\u0000' }, { code: 'TEXT_NOT_STORABLE', field: 'name' }],
    [{ name: '\ud800' }, { code: 'TEXT_NOT_STORABLE', field: 'name' }],
    [
      { name: 'x', of: '3-101' },
      { code: 'REFERENCE_UNKNOWN', field: 'of' },
    ],
    [
      { name: 'x', at: 'gestern' },
      { code: 'INPUT_INVALID', field: 'at' },
    ],
    [
      { name: 'x', at: '1969-12-31T00:00:00Z' },
      { code: 'MOMENT_INVALID', field: 'at' },
    ],
    [
      { name: 'x', count: 4 },
      { code: 'INPUT_INVALID', field: 'count' },
    ],
    [
      { name: 'x', list: [1] },
      { code: 'INPUT_INVALID', field: 'list.0' },
    ],
    [
      { name: 'x', more: 1 },
      { code: 'INPUT_UNKNOWN_FIELD', field: 'more' },
    ],
  ])('%j is refused, the field named', (input, said) => expect(fault(input)).toMatchObject(said));

  test('comes back as it is kept: moments to the millisecond in UTC, texts as given', () => {
    expect(parseInput(schema, { name: ' x ', at: '2026-11-20T10:00:00.5+08:00' })).toEqual({
      name: ' x ',
      at: '2026-11-20T02:00:00.500Z',
    });
    expect(text().safeParse('长'.repeat(TEXT_LIMIT)).success).toBe(true);
    expect(text().safeParse('长'.repeat(TEXT_LIMIT + 1)).success).toBe(false);
    expect(signature().safeParse('').success).toBe(false);
    expect(signature().safeParse('见纸质单').success).toBe(true);
  });
});

describe('a table of stages', () => {
  const sketch = (more: object): CaseDefinition =>
    defineCase({
      type: 'x',
      prefix: 'X',
      stages: ['a'],
      finalStages: [],
      editable: [],
      actions: {},
      ...more,
    });
  const make = { from: 'nothing', to: 'a', who: [], rules: [], input: z.object({}) };

  test.each([
    ['no first action', {}, /no first action/],
    ['a first action to nowhere', { actions: { make: { ...make, to: 'same' } } }, /needs a stage/],
    ['a way to a stage that there is not', { actions: { make: { ...make, to: 'b' } } }, /unknown stage b/],
    [
      'a way from a stage that there is not',
      { actions: { make, go: { ...make, from: ['b'] } } },
      /unknown stage b/,
    ],
    [
      'a stage that nothing leads to',
      { stages: ['a', 'b'], actions: { make } },
      /no action leads to stage b/,
    ],
    ['an end that there is not', { finalStages: ['z'], actions: { make } }, /unknown stage z/],
  ])('is refused with %s', (_what, more, message) => expect(() => sketch(more)).toThrow(message));

  test('has a first action, an open one before an internal one', () => {
    expect(firstAction(loan)).toBe('ask');
    const inner = sketch({ actions: { inner: { ...make, internal: true } } });
    expect(firstAction(inner)).toBe('inner');
    expect(firstAction(sketch({ actions: { inner: { ...make, internal: true }, make } }))).toBe('make');
    expect(() => firstAction({ ...inner, actions: {} })).toThrow(/no first action/);
  });

  test('says where an action may lead', () => {
    expect(stagesTo(make as never)).toEqual(['a']);
    expect(stagesTo({ ...make, to: 'same' } as never)).toEqual([]);
    expect(stagesTo({ ...make, to: ['a', 'b'] } as never)).toEqual(['a', 'b']);
  });
});
