import type { Core } from '@strapi/strapi';
import { forbidden } from '../../rules/refusal';
import type { CaseDefinition } from '../../rules/cases/types';
import { documentIdOf } from '../guard/documents';
import { relationWish } from '../guard/values';
import { definitionOf, officeOf, tableOfLink, type Office } from '../office';
import { typeOfUid } from '../tables';
import { quicker } from './near';
import { relationsIn, trimRelated } from './related';
import { filterOf, scopeOf, type Ability, type Scope } from './scope';

interface DocumentContext {
  readonly uid: string;
  readonly action: string;
  readonly params: {
    readonly documentId?: string;
    readonly data?: Readonly<Record<string, unknown>>;
    filters?: unknown;
    populate?: unknown;
  };
}

interface Request {
  readonly path: string;
  readonly state: { readonly userAbility?: Ability };
}

const LISTS: ReadonlySet<string> = new Set(['findMany', 'findFirst', 'count']);

/** The list of a type, which Strapi bounds by itself, though slowly. */
const OWN_LIST = /^\/content-manager\/collection-types\/[^/]+$/;

const READS: ReadonlySet<string> = new Set([...LISTS, 'findOne']);

/**
 * Holds the content manager to the conditions and fields of a role where Strapi does not: counts and look-ups in bulk, what is
 * made and what is cloned, and the records that come along in relations. Throws NOT_ENTITLED.
 */
export function guardScope(strapi: Core.Strapi, caseTypes: readonly string[]): void {
  const cases = new Set(caseTypes);
  const guard = async (ctx: DocumentContext, next: () => Promise<unknown>): Promise<unknown> => {
    const type = typeOfUid(ctx.uid);
    const request = strapi.requestContext.get() as Request | undefined;
    const ability = request?.state.userAbility;
    if (type === '' || !ability || !request.path.startsWith('/content-manager/')) return next();
    const scope = scopeOf(strapi, ability);
    const filter = filterOf(strapi, ability, type, ctx.action === 'create' ? 'create' : 'read');
    const { params } = ctx;
    if (LISTS.has(ctx.action) && filter) {
      const { filters } = params;
      if (OWN_LIST.test(request.path)) params.filters = quicker(strapi, type, { filters, bound: filter });
      else params.filters = filters ? { $and: [filters, filter] } : filter;
    }
    if (ctx.action === 'clone') await scope.assert(type, String(params.documentId));
    if (ctx.action === 'create' && cases.has(type)) {
      const office = officeOf(strapi);
      await assertRoot({ office, scope }, definitionOf(office, type), params.data ?? {});
    }
    const kept = filter ? relationsIn(filter) : {};
    // Strapi holds what it answers to the conditions once more.
    if (!READS.has(ctx.action) && isPlain(params.populate)) params.populate = { ...params.populate, ...kept };
    const result =
      ctx.action === 'create' && filter && !cases.has(type)
        ? await made(strapi, { scope, type, next })
        : await next();
    trimRelated(strapi, scope, { uid: ctx.uid, result, kept });
    return result;
  };
  strapi.documents.use(guard as Parameters<typeof strapi.documents.use>[0]);
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A case is made for another only by whoever may see that other; `data` in any of the forms of Strapi's doors. */
export async function assertRoot(
  { office, scope }: { readonly office: Office; readonly scope: Scope },
  { type, root }: Pick<CaseDefinition, 'type' | 'root'>,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (!root) return;
  const link = tableOfLink(office, type, root.by);
  const id = await documentIdOf({ office, link, wish: relationWish(data[root.by]), stored: null });
  if (typeof id === 'string') await scope.assert(root.type, id);
}

interface Making {
  readonly scope: Scope;
  readonly type: string;
  readonly next: () => Promise<unknown>;
}

/** A record that its maker's conditions do not cover is not made. */
async function made(strapi: Core.Strapi, { scope, type, next }: Making): Promise<unknown> {
  return strapi.db.transaction(async () => {
    const record = (await next()) as { documentId: string };
    const open = await scope.among(type, [record.documentId], 'create');
    if (!open.has(record.documentId)) throw forbidden('NOT_ENTITLED', { action: 'create', type });
    return record;
  });
}
