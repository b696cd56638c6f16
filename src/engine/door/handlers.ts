import { firstAction } from '../../rules/cases/define';
import { openActions } from '../../rules/cases/decide';
import { forbidden, Refusal } from '../../rules/refusal';
import { inputOfBody } from '../guard/body';
import { definitionOf, tableFor, type Office } from '../office';
import { perform } from '../perform';
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

/** Makes a case by its first action. */
export async function createCase({ office, actor }: Viewing, type: string, asking: Asking) {
  const action = firstAction(definitionOf(office, type));
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

/** Performs an action on a case. */
export async function actOnCase(
  { office, actor }: Viewing,
  at: { type: string; id: string; action: string },
  asking: Asking,
) {
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
