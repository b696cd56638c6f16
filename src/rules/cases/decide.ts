import type { z } from 'zod';
import { EMPTY_OFFICE, type OfficeView } from '../office';
import { conflict, forbidden, invalid, notFound } from '../refusal';
import { stagesTo } from './define';
import { actionsAt } from './order';
import type {
  ActionContext,
  ActionDefinition,
  Actor,
  CaseDefinition,
  CaseRecord,
  Outcome,
  Relatives,
  Who,
} from './types';

/** Everything that one action on one case is decided by. Nothing else is looked at. */
export interface DecideInput {
  readonly definition: CaseDefinition;
  readonly action: string;
  /** The record as it is, or null for a first action. */
  readonly record: CaseRecord | null;
  /** documentId that a case will have that is being made, so that what follows can name it. */
  readonly newId?: string;
  readonly input: unknown;
  readonly actor: Actor;
  /** Now, epoch milliseconds. */
  readonly now: number;
  /** The version that the caller saw, when he says so. */
  readonly version?: number | undefined;
  readonly relatives?: Relatives;
  readonly named?: ActionContext['named'];
  readonly office?: OfficeView;
  readonly answers?: ActionContext['answers'];
  /** Follows from another action: internal actions are open, posts are not asked for. */
  readonly follows?: boolean;
}

/** What is to happen. */
export interface Decision {
  readonly action: string;
  readonly fromStage: string;
  readonly toStage: string;
  /** When it happened, epoch milliseconds; at most `now`. */
  readonly at: number;
  readonly input: Readonly<Record<string, unknown>>;
  readonly outcome: Outcome;
  readonly rules: readonly string[];
}

/**
 * Decides one action: known → entitled → at a stage where it is open → not stale → well-formed
 * input → at a possible moment → what else must hold → what follows. Pure. Throws a `Refusal`:
 * ACTION_UNKNOWN, NOT_ENTITLED, STAGE_WRONG, STALE_WRITE, INPUT_INVALID (field named), MOMENT_IN_FUTURE,
 * MOMENT_BEFORE_INTAKE, or one of the action's own.
 */
export function decide(given: DecideInput): Decision {
  const { definition, record, actor, now } = given;
  const action = actionOf(definition, given.action);
  const draft = record ?? { ...draftOf(), documentId: given.newId ?? '' };
  if (!given.follows) assertEntitled({ definition, action, name: given.action, actor, record: draft });
  assertStage({ definition, action, name: given.action, record, office: given.office });
  if (given.version !== undefined && record && given.version !== record.version) {
    throw conflict('STALE_WRITE', {
      seen: given.version,
      version: record.version,
      stage: record.stage,
      number: record.number,
    });
  }
  const input = parseInput(action.input, given.input);
  const at = momentOf({ definition, action, input, record, now, actor });
  const context: ActionContext = {
    record: draft,
    input,
    actor,
    now,
    at,
    relatives: given.relatives ?? {},
    named: given.named ?? {},
    office: given.office ?? EMPTY_OFFICE,
    answers: given.answers ?? {},
  };
  // The action's own functions are typed by its own input; the schema has just proved that input.
  const refusal = action.requires?.(context as ActionContext<CaseRecord, never>);
  if (refusal) throw refusal;
  const outcome = action.then?.(context as ActionContext<CaseRecord, never>) ?? {};
  return {
    action: given.action,
    fromStage: record?.stage ?? '',
    toStage: stageAfter(given.action, action, record, outcome),
    at,
    input,
    outcome,
    rules: action.rules,
  };
}

/** The actions open to this actor on this record as it is now, internal ones left out; steps forward first. */
export function openActions(definition: CaseDefinition, record: CaseRecord | null, actor: Actor): string[] {
  return actionsAt(definition, record?.stage ?? '').filter((name) =>
    isEntitled(definition.actions[name]?.who ?? [], actor, record ?? draftOf()),
  );
}

/** The definition of an action. Throws ACTION_UNKNOWN. */
export function actionOf(definition: CaseDefinition, name: string): ActionDefinition {
  const action = Object.hasOwn(definition.actions, name) ? definition.actions[name] : undefined;
  if (!action) throw notFound('ACTION_UNKNOWN', { action: name, type: definition.type });
  return action;
}

/** Whether one of `who` is this actor. The office itself (timer, import, system) may do what the rules allow. */
export function isEntitled(who: readonly Who[], actor: Actor, record: CaseRecord): boolean {
  if (actor.kind === 'system' || actor.kind === 'timer') return true;
  return who.some((one) => {
    if (typeof one === 'object') return one.test(actor, record);
    if (one === 'integration' || one === 'resident' || one === 'import' || one === 'system')
      return actor.kind === one;
    return actor.kind === 'staff' && actor.posts.includes(one);
  });
}

const strictSchemas = new WeakMap<z.ZodObject, z.ZodObject>();

/** The schema that takes no other fields, made once: a new one is compiled anew at its first use. */
function strictly(schema: z.ZodObject): z.ZodObject {
  let strict = strictSchemas.get(schema);
  if (!strict) {
    strict = schema.strict();
    strictSchemas.set(schema, strict);
  }
  return strict;
}

/** An input is looked at again to see what it asks of the records, and when it is decided. */
const provenInputs = new WeakMap<
  object,
  { readonly schema: z.ZodObject; readonly data: Record<string, unknown> }
>();

/**
 * The input as the schema gives it back; whoever hands in an object leaves it as it is. Throws INPUT_INVALID naming the first field that is wrong, or the
 * field's own code (TEXT_EMPTY, REFERENCE_UNKNOWN …) where it has one.
 */
export function parseInput(schema: z.ZodObject, input: unknown): Record<string, unknown> {
  const whole = typeof input === 'object' && input !== null ? input : {};
  const proven = provenInputs.get(whole);
  if (proven?.schema === schema) return proven.data;
  const parsed = strictly(schema).safeParse(input ?? {});
  if (parsed.success) {
    provenInputs.set(whole, { schema, data: parsed.data });
    return parsed.data;
  }
  const issue = parsed.error.issues[0];
  const field = issue?.path.length ? issue.path.map(String).join('.') : undefined;
  const reason = issue?.message ?? '';
  if (issue?.code === 'unrecognized_keys') throw invalid('INPUT_UNKNOWN_FIELD', { field: issue.keys[0] });
  if (issue?.code === 'too_big' && issue.origin === 'string') {
    throw invalid('TEXT_TOO_LONG', { field, limit: Number(issue.maximum) });
  }
  const params = issue?.code === 'custom' ? issue.params : undefined;
  if (/^[A-Z][A-Z_]+$/.test(reason)) throw invalid(reason, { field, ...params });
  throw invalid('INPUT_INVALID', { field, reason: reasonOf(issue, input) });
}

/** Why a value is not taken, as a code that has words (`reasonWords`). */
function reasonOf(issue: z.core.$ZodIssue | undefined, input: unknown): string {
  let value = input;
  for (const step of issue?.path ?? [])
    value = (value as Record<PropertyKey, unknown> | null | undefined)?.[step];
  if (value === undefined || value === null) return 'missing';
  return REASONS[issue?.code ?? ''] ?? 'shape';
}

const REASONS: Readonly<Record<string, string>> = {
  invalid_type: 'type',
  invalid_value: 'not_a_choice',
  invalid_format: 'format',
  too_small: 'range',
  too_big: 'range',
  not_multiple_of: 'range',
  custom: 'format',
};

function assertEntitled(given: {
  definition: CaseDefinition;
  action: ActionDefinition;
  name: string;
  actor: Actor;
  record: CaseRecord;
}) {
  const { definition, action, name, actor, record } = given;
  if (action.internal && actor.kind !== 'timer' && actor.kind !== 'system') {
    throw forbidden('ACTION_INTERNAL', { action: name, type: definition.type });
  }
  if (!isEntitled(action.who, actor, record)) {
    throw forbidden('NOT_ENTITLED', { action: name, type: definition.type, number: record.number });
  }
}

function assertStage(given: {
  definition: CaseDefinition;
  action: ActionDefinition;
  name: string;
  record: CaseRecord | null;
  office: OfficeView | undefined;
}) {
  const { definition, action, name, record, office } = given;
  const open =
    action.from === 'nothing' ? record === null : record !== null && action.from.includes(record.stage);
  if (open) return;
  throw conflict('STAGE_WRONG', {
    type: definition.type,
    action: name,
    stage: record?.stage ?? null,
    number: record?.number ?? null,
    version: record?.version ?? null,
    ...holderOf(definition, record, office),
  });
}

/** Who has the case now, for whoever comes too late for it. */
function holderOf(definition: CaseDefinition, record: CaseRecord | null, office: OfficeView | undefined) {
  const id = definition.responsible && record?.[definition.responsible];
  const entry = typeof id === 'string' ? office?.directory.staff.get(id) : undefined;
  return entry ? { holder: entry.name } : {};
}

interface MomentGiven {
  readonly definition: CaseDefinition;
  readonly action: ActionDefinition;
  readonly input: Readonly<Record<string, unknown>>;
  readonly record: CaseRecord | null;
  readonly now: number;
  readonly actor: Actor;
}

function momentOf({ definition, action, input, record, now }: MomentGiven): number {
  const declared = action.at?.(input as never);
  if (declared === undefined) return now;
  const at = Date.parse(declared);
  const field = Object.keys(input).find((name) => input[name] === declared);
  if (at > now) {
    const code = record === null && definition.receivedAt ? 'RECEIVED_IN_FUTURE' : 'MOMENT_IN_FUTURE';
    throw invalid(code, { field, at: declared });
  }
  const received = definition.receivedAt ? record?.[definition.receivedAt] : undefined;
  if (typeof received === 'string' && at < Date.parse(received)) {
    throw invalid('MOMENT_BEFORE_INTAKE', { field, at: declared, receivedAt: received });
  }
  return at;
}

function stageAfter(
  name: string,
  action: ActionDefinition,
  record: CaseRecord | null,
  outcome: Outcome,
): string {
  if (action.to === 'same') return record?.stage ?? '';
  const open = stagesTo(action);
  const chosen = outcome.stage ?? (typeof action.to === 'string' ? action.to : undefined);
  if (chosen === undefined || !open.includes(chosen))
    throw new Error(`${name}: the outcome names no stage of its table`);
  return chosen;
}

const draftOf = (): CaseRecord => ({ documentId: '', number: '', stage: '', cycle: 1, version: 0 });
