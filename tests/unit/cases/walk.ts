import fc from 'fast-check';
import { z } from 'zod';
import type { DispatchRule } from '../../../src/rules/dispatch';
import { Refusal } from '../../../src/rules/refusal';
import { actionOf, decide, type Decision } from '../../../src/rules/cases/decide';
import { EMPTY_OFFICE, type OfficeView } from '../../../src/rules/office';
import type { StaffEntry } from '../../../src/rules/people/directory';
import {
  POSTS,
  type Actor,
  type CaseDefinition,
  type CaseRecord,
  type Post,
  type Relatives,
} from '../../../src/rules/cases/types';

/** An office in memory, for walks through the tables: cases by type and id, nothing of a database. */
export type World = ReadonlyMap<string, CaseRecord>;

export interface Move {
  readonly type: string;
  readonly id: string;
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
  readonly now: number;
}

/** What one move did to one case. */
export interface Change {
  readonly type: string;
  readonly action: string;
  readonly before: CaseRecord | null;
  readonly after: CaseRecord;
}

export const keyOf = (type: string, id: string): string => `${type}:${id}`;
export const casesOf = (world: World, type: string): CaseRecord[] =>
  [...world].flatMap(([key, record]) => (key.startsWith(`${type}:`) ? [record] : []));

/** A documentId as the tables know them. */
export const idOf = (kind: string, count: number): string =>
  `${kind}${String(count).padStart(24 - kind.length, '0')}`.replaceAll('-', 'x').slice(0, 24);

/**
 * Performs a move with all that follows from it, or gives back why not. The world given is never changed.
 * Throws what is no refusal: a fault of the tables.
 */
export function play(
  definitions: ReadonlyMap<string, CaseDefinition>,
  world: World,
  move: Move,
): { world: World; changes: Change[] } | { refusal: Refusal } {
  const next = new Map(world);
  const changes: Change[] = [];
  try {
    step(definitions, next, { move, changes, follows: false });
    return { world: next, changes };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error };
    throw error;
  }
}

interface Stepping {
  readonly move: Move;
  readonly changes: Change[];
  readonly follows: boolean;
}

function step(
  definitions: ReadonlyMap<string, CaseDefinition>,
  world: Map<string, CaseRecord>,
  { move, changes, follows }: Stepping,
): void {
  const definition = definitions.get(move.type);
  if (!definition) throw new Error(`no case type ${move.type}`);
  const isNew = move.id === 'new';
  const documentId = isNew ? idOf(move.type.slice(0, 3), world.size) : move.id;
  const before = isNew ? null : (world.get(keyOf(move.type, documentId)) ?? null);
  const decision: Decision = decide({
    definition,
    action: move.action,
    record: before,
    input: move.input,
    actor: move.actor,
    now: move.now,
    relatives: relativesIn(definition, world, move, before),
    office: OFFICE,
    answers: { dispatch: { loads: new Map(), turns: new Map(), busy: new Set() }, photos: [PHOTO] },
    follows,
  });
  const after: CaseRecord = {
    ...(before ?? { documentId, number: `${move.type}-${world.size}`, cycle: 1 }),
    ...decision.outcome.set,
    documentId,
    stage: decision.toStage,
    cycle: (before?.cycle ?? 1) + (decision.outcome.newCycle ? 1 : 0),
    version: (before?.version ?? 0) + 1,
  };
  world.set(keyOf(move.type, documentId), after);
  changes.push({ type: move.type, action: move.action, before, after });
  for (const follow of decision.outcome.follow ?? []) {
    const id = follow.id === 'self' ? documentId : follow.id;
    const following = { ...move, ...follow, id, input: fill(follow.input, documentId) };
    step(definitions, world, { move: following, changes, follows: true });
  }
}

/** A case just made is named by its follow-ups before it has its id in a draft. */
const fill = (input: Readonly<Record<string, unknown>>, documentId: string) =>
  input.ticket === '' ? { ...input, ticket: documentId } : input;

function relativesIn(
  definition: CaseDefinition,
  world: World,
  move: Move,
  record: CaseRecord | null,
): Relatives {
  const rootId = definition.root
    ? (record?.[definition.root.by] ?? move.input[definition.root.by])
    : undefined;
  const root = definition.root && world.get(keyOf(definition.root.type, String(rootId)));
  const of = (root ?? record)?.documentId;
  const kin = (type: string) => casesOf(world, type).filter(({ ticket }) => ticket === of);
  const { needs = [] } = actionOf(definition, move.action);
  return {
    ...(root ? { root: [root] } : {}),
    ...(needs.includes('orders') ? { orders: kin('dispatch-order') } : {}),
    ...(needs.includes('visits') ? { visits: kin('return-visit') } : {}),
    ...(needs.includes('attempts')
      ? { attempts: casesOf(world, 'visit-attempt').filter(({ visit }) => visit === record?.documentId) }
      : {}),
    ...(needs.includes('handOvers') ? { handOvers: kin('hand-over') } : {}),
  };
}

/** The one photo that was ever sent in. */
const PHOTO = { id: idOf('photo', 0), name: 'x.jpg', by: 'x', at: '2026-11-20T02:00:00.000Z' };

const OUTSIDERS = ['integration', 'resident', 'import'] as const;
export const STAFF = [0, 1, 2, 3].map((one) => idOf('staff', one));
export const TEAMS = [0, 1].map((one) => idOf('team', one));
export const DEPARTMENTS = [0, 1].map((one) => idOf('dept', one));

const [MANAGER = '', DESK, TECHNICIAN, HEAD = ''] = STAFF;
const colleague = (id: string, post: Post, superior: string | null, department: number): StaffEntry => ({
  id,
  name: post,
  post,
  superior,
  department: DEPARTMENTS[department] ?? null,
  teams: [],
  onDuty: true,
  active: true,
  email: null,
  userId: null,
  jobNumber: id,
  trades: [],
  openOrderCap: null,
});
const COLLEAGUES = [
  colleague(MANAGER, 'manager', null, 0),
  colleague(String(DESK), 'front_desk', HEAD, 0),
  colleague(String(TECHNICIAN), 'technician', HEAD, 1),
  colleague(HEAD, 'department_head', MANAGER, 1),
];

const automaticRule = (
  mode: 'grab' | 'rotate',
  only: { readonly kind: string; readonly urgency?: string },
): DispatchRule => ({
  id: mode,
  code: mode,
  mode,
  conditions: { kind: only.kind, urgency: only.urgency ?? null, category: null, community: null },
  team: null,
  requiredTrades: [],
  cap: null,
  acceptMinutes: 5,
  order: 1,
});

/** Who is who in the office that is walked through. */
export const OFFICE: OfficeView = {
  ...EMPTY_OFFICE,
  directory: {
    ...EMPTY_OFFICE.directory,
    staff: new Map(COLLEAGUES.map((one) => [one.id, one])),
    heads: new Map(DEPARTMENTS.map((department) => [department, HEAD])),
  },
  dispatchRules: [
    automaticRule('grab', { kind: 'repair', urgency: 'urgent' }),
    automaticRule('rotate', { kind: 'help' }),
  ],
};

/** Anybody who may come along: staff of any post and team, outside systems, residents, an import. */
export const anyActor: fc.Arbitrary<Actor> = fc.oneof(
  {
    // Somebody who may do nearly everything, so that walks get somewhere.
    weight: 10,
    arbitrary: fc.constant<Actor>({
      kind: 'staff',
      id: idOf('staff', 0),
      name: 'manager',
      posts: ['manager', 'clerk'],
      teams: [],
      via: 'panel',
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('staff' as const),
      id: fc.constantFrom(...STAFF),
      name: fc.constant('staff'),
      posts: fc.subarray([...POSTS], { maxLength: 2 }),
      teams: fc.subarray(TEAMS),
      via: fc.constant('panel' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom(...OUTSIDERS),
      id: fc.constant(null),
      name: fc.constant('outside'),
      posts: fc.constant([]),
      teams: fc.constant([]),
      via: fc.constant('api' as const),
    }),
  },
);

const schemas = new WeakMap<z.ZodObject, z.core.JSONSchema.BaseSchema>();

function schemaOf(input: z.ZodObject): z.core.JSONSchema.BaseSchema {
  const known = schemas.get(input) ?? z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  schemas.set(input, known);
  return known;
}

type Property = Readonly<Record<string, unknown>> & { readonly anyOf?: readonly Property[] };

/** Any input that an action could be sent: sound for the most part, with things left out, added and garbled. */
export function anyInputFor(
  definition: CaseDefinition,
  action: string,
  at: { readonly now: number; readonly ids: (type: string) => readonly string[] },
): fc.Arbitrary<Record<string, unknown>> {
  const schema = schemaOf(actionOf(definition, action).input);
  const required = new Set(schema.required);
  const fields = Object.entries(schema.properties ?? {}).map(([field, property]) => {
    const sound = soundValue(property as Property, at);
    const junk = fc.constantFrom<unknown>(
      null,
      '',
      ' ',
      0,
      -1,
      true,
      [],
      {},
      '\u0000',
      'x'.repeat(300),
      '2026-13-45',
    );
    const value = fc.oneof({ weight: 24, arbitrary: sound }, { weight: 1, arbitrary: junk });
    // Where a matter came up only the office itself may say.
    const optional = field.startsWith('raisedOn') ? ([1, 30] as const) : ([1, 4] as const);
    const [given, left] = required.has(field) ? ([30, 1] as const) : optional;
    const absent = { weight: left, arbitrary: fc.constant(undefined) };
    return [field, fc.oneof({ weight: given, arbitrary: value }, absent)] as const;
  });
  return fc
    .record(Object.fromEntries(fields))
    .map((input) => Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)));
}

function soundValue(
  property: Property,
  at: { readonly now: number; readonly ids: (type: string) => readonly string[] },
): fc.Arbitrary<unknown> {
  const inner = property.anyOf?.find(({ type }) => type !== 'null');
  const { type, widget, reference, enum: choices } = { ...property, ...inner };
  if (widget === 'photos') return fc.constant([PHOTO.id]);
  if (Array.isArray(choices)) return fc.constantFrom(...(choices as unknown[]));
  if (typeof reference === 'string') {
    const ids = at.ids(reference);
    return ids.length > 0 ? fc.constantFrom(...ids) : fc.constant(null);
  }
  if (widget === 'moment') {
    const hours = fc.constantFrom(-48, -1, 0, 0, 0, 1, 24);
    return hours.map((after) => new Date(at.now + after * 3_600_000).toISOString());
  }
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer') return fc.integer({ min: 0, max: 100_000 });
  return fc.constantFrom('水', '说明', 'x');
}
