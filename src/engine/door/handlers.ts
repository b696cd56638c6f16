import { firstAction } from '../../rules/cases/define';
import { openActions } from '../../rules/cases/decide';
import { forbidden, Refusal } from '../../rules/refusal';
import { inputOfBody } from '../guard/body';
import { definitionOf, tableFor, type Office } from '../office';
import { perform } from '../perform';
import { assertRoot } from '../scope/guard';
import type { Scope } from '../scope/scope';
import type { PresentedRecord } from '../present';
import { actionViews, activityViews, caseView, clockViews, readCase, type Viewing } from './views';

/** What a caller sends along with an action. */
export interface Asking {
  readonly input: unknown;
  readonly version?: unknown;
  readonly idempotencyKey?: string | undefined;
}

/** Reads the `version` that a caller says he saw; anything but a whole number is refused. */
function versionOf(given: unknown): number | undefined {
  if (given === undefined || given === null) return undefined;
  if (typeof given === 'number' && Number.isInteger(given)) return given;
  throw new Refusal('INPUT_INVALID', 'invalid', { field: 'version', reason: 'integer' });
}

/** Makes a case by its first action. Throws NOT_ENTITLED where the caller's roles do not let him, or not this field. */
export async function createCase({ office, actor, scope }: Viewing, type: string, asking: Asking) {
  const definition = definitionOf(office, type);
  const action = firstAction(definition);
  if (scope) {
    const data = asking.input as Readonly<Record<string, unknown>>;
    assertFields(office, scope, { verb: 'create', type, action, data });
    await assertRoot({ office, scope }, definition, data);
  }
  const performed = await perform(office, {
    type,
    id: 'new',
    action,
    actor,
    input: await inputOfBody(office, { type, action, body: asking.input }),
    idempotencyKey: asking.idempotencyKey,
  });
  return restRecord(office, type, performed.record);
}

/** Puts particulars of a case right: its `edit` action; `version` may stand in the data, as in Strapi's own. */
export async function editCase(viewing: Viewing, at: { type: string; id: string }, asking: Asking) {
  const { version, ...body } = asking.input as Readonly<Record<string, unknown>>;
  const input = await inputOfBody(viewing.office, { ...at, action: 'edit', body });
  return actOnCase(
    viewing,
    { ...at, action: 'edit' },
    { ...asking, input, version: asking.version ?? version },
  );
}

interface Writing {
  readonly verb: 'create' | 'update';
  readonly type: string;
  readonly action: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Throws NOT_ENTITLED with the first field of the record that its roles do not let somebody write. What the action does not
 * take at all is for the rules to refuse.
 */
function assertFields(office: Office, scope: Scope, { verb, type, action, data }: Writing): void {
  if (!scope.may(verb, type)) throw forbidden('NOT_ENTITLED', { action: verb, type });
  const { columns, links } = tableFor(office, type);
  const own = new Set([...columns, ...links].map(({ attribute }) => attribute));
  const taken = definitionOf(office, type).actions[action]?.input.shape ?? {};
  const field = Object.keys(data).find(
    (one) => own.has(one) && Object.hasOwn(taken, one) && !scope.may(verb, type, one),
  );
  if (field !== undefined) throw forbidden('NOT_ENTITLED', { action: verb, type, field });
}

/** Performs an action on a case. Throws NOT_ENTITLED for an edit of what the caller's roles do not let him change. */
export async function actOnCase(
  { office, actor, scope }: Viewing,
  at: { type: string; id: string; action: string },
  asking: Asking,
) {
  if (scope && at.action === 'edit') {
    const { type, action } = at;
    assertFields(office, scope, { verb: 'update', type, action, data: asking.input as Writing['data'] });
    await scope.assert(at.type, at.id, 'update');
  }
  const performed = await perform(office, {
    ...at,
    actor,
    input: asking.input,
    version: versionOf(asking.version),
    idempotencyKey: asking.idempotencyKey,
  });
  return restRecord(office, at.type, performed.record);
}

/**
 * Who may look at a case: staff with a post, outside systems with a token's right (checked at the route).
 * Throws NOT_ENTITLED.
 */
export function assertMayLook({ actor }: Viewing): void {
  const may =
    actor.kind === 'integration' ||
    actor.kind === 'system' ||
    (actor.kind === 'staff' && actor.posts.length > 0);
  if (!may) throw forbidden('NOT_ENTITLED', { action: 'read' });
}

/** What stands in `meta` beside one record: its clocks, and the names of the actions open to the caller. */
export async function aboutCase(viewing: Viewing, type: string, id: string) {
  assertMayLook(viewing);
  const record = await readCase(viewing.office, type, id);
  return {
    clocks: await clockViews(viewing, type, id),
    openActions: openActions(definitionOf(viewing.office, type), record, viewing.actor),
  };
}

/** A record in the shape of Strapi's REST API: relations are there only for those who populate them. */
function restRecord(office: Office, type: string, record: Readonly<Record<string, unknown>>) {
  const relations = new Set(tableFor(office, type).links.map(({ attribute }) => attribute));
  return Object.fromEntries(
    Object.entries(record).filter(([attribute]) => !relations.has(attribute)),
  ) as PresentedRecord;
}

export async function showActions(viewing: Viewing, type: string, id: string) {
  assertMayLook(viewing);
  return actionViews(viewing, type, await readCase(viewing.office, type, id));
}

export async function showActivities(viewing: Viewing, type: string, id: string) {
  assertMayLook(viewing);
  await readCase(viewing.office, type, id);
  return activityViews(viewing, type, id);
}

export async function showClocks(viewing: Viewing, type: string, id: string) {
  assertMayLook(viewing);
  await readCase(viewing.office, type, id);
  return clockViews(viewing, type, id);
}

export async function showCaseWhole(viewing: Viewing, type: string, id: string) {
  assertMayLook(viewing);
  return caseView(viewing, type, id);
}
