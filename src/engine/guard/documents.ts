import type { Core } from '@strapi/strapi';
import { firstAction } from '../../rules/cases/define';
import type { Actor, CaseRecord } from '../../rules/cases/types';
import { conflict, forbidden, invalid, type Refusal } from '../../rules/refusal';
import { actorOf, THE_OFFICE, type RequestState } from '../actor';
import { readCase } from '../door/views';
import { query } from '../db';
import { definitionOf, officeOf, tableFor, type Office } from '../office';
import { perform } from '../perform';
import { changedSince } from '../stale';
import { type Link, STRAPIS_OWN, type Table, uidOf } from '../tables';
import { relationWish, sameValue, type RelationRef } from './values';

interface DocumentContext {
  readonly uid: string;
  readonly action: string;
  readonly params: { readonly documentId?: string; readonly data?: Record<string, unknown> } & Record<
    string,
    unknown
  >;
}

/** Record types that only the engine writes. */
export const ENGINE_TYPES = ['clock', 'activity', 'outbox-message'] as const;

const READS = new Set(['findMany', 'findFirst', 'findOne', 'count']);

/**
 * Leads Strapi's own ways of writing a case to the one door: *create* is its first action and *update* its
 * `edit`; everything else is refused. Clocks, activities and messages are written by nobody but the engine.
 */
export function guardDocuments(strapi: Core.Strapi, caseTypes: readonly string[]): void {
  const cases = new Map(caseTypes.map((type) => [uidOf(type), type]));
  const closed = new Set<string>(ENGINE_TYPES.map(uidOf));
  const guard = async (ctx: DocumentContext, next: () => Promise<unknown>): Promise<unknown> => {
    if (READS.has(ctx.action)) return next();
    if (closed.has(ctx.uid)) throw refusalOfWrite(ctx);
    const type = cases.get(ctx.uid);
    if (!type) return next();
    if (ctx.action === 'create') return createByForm(strapi, type, ctx.params);
    if (ctx.action === 'update') return editByForm(strapi, type, ctx.params);
    if (ctx.action === 'delete') throw conflict('CASE_NOT_DELETABLE', { type });
    if (ctx.action === 'clone') throw conflict('CASE_NOT_CLONABLE', { type });
    throw conflict('BULK_REFUSED', { type, action: ctx.action });
  };
  strapi.documents.use(guard as Parameters<typeof strapi.documents.use>[0]);
}

/** History can be added to by the engine alone and changed by nobody; clocks and messages are the engine's. */
function refusalOfWrite({ uid, action }: DocumentContext): Refusal {
  const type = uid.slice(uid.indexOf('.') + 1);
  if (type === 'activity' && action !== 'create') return conflict('APPEND_ONLY', { type });
  return forbidden('DIRECT_WRITE_REFUSED', { type });
}

/** Who fills in the form: the session of the request at hand, or the office itself outside any request. */
async function actorAtHand(strapi: Core.Strapi, office: Office): Promise<Actor> {
  const ctx = strapi.requestContext.get() as { state?: RequestState } | undefined;
  if (!ctx) return { ...THE_OFFICE, via: 'form' };
  const { directory } = await office.policy.current(office.pool);
  const actor = actorOf(directory, ctx.state ?? {}, 'form');
  if (!actor) throw forbidden('NOT_ENTITLED', { action: 'write' });
  return actor;
}

type Params = DocumentContext['params'];

async function createByForm(strapi: Core.Strapi, type: string, params: Params): Promise<unknown> {
  const office = officeOf(strapi);
  const definition = definitionOf(office, type);
  const action = firstAction(definition);
  const known = new Set(Object.keys(definition.actions[action]?.input.shape ?? {}));
  const input: Record<string, unknown> = {};
  for (const [attribute, value] of entriesOf(params)) {
    if (known.has(attribute)) await put(office, { type, attribute, value, input });
    else assertUntouched(strapi, type, attribute, value);
  }
  const performed = await perform(office, {
    type,
    id: 'new',
    action,
    input,
    actor: await actorAtHand(strapi, office),
  });
  return readBack(strapi, type, performed.documentId, params);
}

async function editByForm(strapi: Core.Strapi, type: string, params: Params): Promise<unknown> {
  const office = officeOf(strapi);
  const documentId = String(params.documentId);
  const stored = await readCase(office, type, documentId);
  const table = tableFor(office, type);
  const changed = await differences(office, table, { stored, entries: entriesOf(params) });
  const { version } = params.data ?? {};
  if (typeof version === 'number' && version !== stored.version) {
    throw conflict('STALE_WRITE', {
      number: stored.number,
      stage: stored.stage,
      seen: version,
      version: stored.version,
      changed: await changedSince(office.pool, { type, id: documentId, version }),
    });
  }
  const { editable } = definitionOf(office, type);
  const guarded = [...changed.keys()].find((attribute) => !editable.includes(attribute));
  if (guarded) throw invalid('FIELD_GUARDED', { field: guarded, type });
  if (changed.size > 0) {
    await perform(office, {
      type,
      id: documentId,
      action: 'edit',
      input: Object.fromEntries(changed),
      actor: await actorAtHand(strapi, office),
      ...(typeof version === 'number' ? { version } : {}),
    });
  }
  return readBack(strapi, type, documentId, params);
}

const entriesOf = ({ data }: Params): [string, unknown][] =>
  Object.entries(data ?? {})
    .filter(([attribute, value]) => !STRAPIS_OWN.has(attribute) && value !== undefined)
    // Code may give a moment as a Date, as it may to Strapi itself.
    .map(([attribute, value]) => [attribute, value instanceof Date ? (value.toJSON() ?? '') : value]);

interface Putting {
  readonly type: string;
  readonly attribute: string;
  readonly value: unknown;
  readonly input: Record<string, unknown>;
}

/** Takes a form's value over into an action's input; empty fields are left out. */
async function put(office: Office, { type, attribute, value, input }: Putting): Promise<void> {
  const link = tableFor(office, type).links.find((one) => one.attribute === attribute);
  if (!link) {
    if (value !== null && value !== '') input[attribute] = value;
    return;
  }
  const documentId = await documentIdOf({ office, link, wish: relationWish(value), stored: null });
  if (typeof documentId === 'string') input[attribute] = documentId;
}

/** A field that the first action does not take may be sent empty or at its default, as a form does. */
function assertUntouched(strapi: Core.Strapi, type: string, attribute: string, value: unknown): void {
  if (value === null || value === '' || (typeof value === 'object' && relationWish(value).kind !== 'set'))
    return;
  const model = strapi.getModel(uidOf(type) as never) as unknown as {
    attributes: Record<string, { default?: unknown }>;
  };
  if (model.attributes[attribute]?.default === value) return;
  throw invalid('FIELD_GUARDED', { field: attribute, type });
}

interface Comparing {
  readonly stored: CaseRecord;
  readonly entries: readonly (readonly [string, unknown])[];
}

/** The attributes whose value in the form is not the stored one, as an action would take them. */
async function differences(
  office: Office,
  table: Table,
  { stored, entries }: Comparing,
): Promise<Map<string, unknown>> {
  const changed = new Map<string, unknown>();
  for (const [attribute, value] of entries) {
    const link = table.links.find((one) => one.attribute === attribute);
    if (link) {
      const before = (stored[attribute] ?? null) as string | null;
      const documentId = await documentIdOf({ office, link, wish: relationWish(value), stored: before });
      if (documentId !== undefined && documentId !== before) changed.set(attribute, documentId);
      continue;
    }
    if (sameValue(table, attribute, value, shownOf(office, table, attribute, stored))) continue;
    changed.set(attribute, value === '' ? null : value);
  }
  return changed;
}

/** What a form was shown of a stored value: personal data masked. */
function shownOf(office: Office, table: Table, attribute: string, stored: CaseRecord): unknown {
  const kind = table.columns.find((column) => column.attribute === attribute)?.personal;
  const value = stored[attribute];
  return kind && typeof value === 'string' ? office.privacy.masked(kind, value) : value;
}

interface Wishing {
  readonly office: Office;
  readonly link: Link;
  readonly wish: ReturnType<typeof relationWish>;
  /** What the relation holds now. */
  readonly stored: string | null;
}

/** The documentId that a form's relation means; null for emptied, undefined for left alone. Throws REFERENCE_UNKNOWN. */
export async function documentIdOf({
  office,
  link,
  wish,
  stored,
}: Wishing): Promise<string | null | undefined> {
  if (wish.kind === 'unchanged') return undefined;
  if (wish.kind === 'empty') return null;
  if (wish.kind === 'set') return referred(office, link, wish.ref);
  for (const ref of wish.refs) if ((await referred(office, link, ref)) === stored) return null;
  return undefined;
}

/** The documentId behind a reference by documentId or by row id. Throws REFERENCE_UNKNOWN. */
async function referred(office: Office, { attribute, otherTable }: Link, ref: RelationRef): Promise<string> {
  const given = typeof ref === 'object' ? (ref.documentId ?? ref.id) : ref;
  if (typeof given === 'string' && !/^\d+$/.test(given)) return given;
  const id = Number(given);
  const [row] =
    Number.isSafeInteger(id) && id < 2 ** 31
      ? await query<{ id: string }>(
          office.pool,
          `SELECT document_id AS id FROM "${otherTable}" WHERE id = $1`,
          [id],
        )
      : [];
  if (!row) throw invalid('REFERENCE_UNKNOWN', { field: attribute });
  return row.id;
}

/** The record as the Document Service gives it, with what the caller asked to see. */
function readBack(strapi: Core.Strapi, type: string, documentId: string, params: Params): Promise<unknown> {
  const { populate, fields } = params as { populate?: never; fields?: never };
  return strapi.documents(uidOf(type) as never).findOne({ documentId, populate, fields } as never);
}
