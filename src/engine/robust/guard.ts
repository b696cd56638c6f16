import type { Core } from '@strapi/strapi';
import { invalid, notFound } from '../../rules/refusal';
import { type Model, soundRelations } from './relations';

interface DocumentContext {
  readonly uid: string;
  readonly action: string;
  params: { readonly documentId?: unknown; readonly data?: unknown } & Record<string, unknown>;
}

const WRITES = new Set(['create', 'update', 'clone']);

/**
 * Stands in front of every write of the Document Service: relations in a shape that Strapi means to take, of
 * ids that can exist. See `relations.ts` for why.
 */
export function guardRelations(strapi: Core.Strapi): void {
  const modelOf = (uid: string) => strapi.getModel(uid as never) as unknown as Model | undefined;
  use(strapi, (ctx, next) => {
    const { documentId, data } = ctx.params;
    if (documentId !== undefined && documentId !== null && typeof documentId !== 'string') {
      throw invalid('INPUT_INVALID', { type: ctx.uid, field: 'documentId', reason: 'type' });
    }
    const model = WRITES.has(ctx.action) && data !== undefined ? modelOf(ctx.uid) : undefined;
    if (model) ctx.params = { ...ctx.params, data: soundRelations(model, data, modelOf) };
    return next();
  });
}

/** Strapi answers the deletion of a record that there is not with "done"; the office says that there is none. */
export function refuseUnknownDeletes(strapi: Core.Strapi): void {
  use(strapi, async (ctx, next) => {
    const result = await next();
    if (ctx.action !== 'delete' || !ctx.uid.startsWith('api::')) return result;
    const { entries } = (result ?? {}) as { entries?: readonly unknown[] };
    if (entries?.length === 0) {
      throw notFound('RECORD_UNKNOWN', { type: ctx.uid, id: ctx.params.documentId });
    }
    return result;
  });
}

type Step = (ctx: DocumentContext, next: () => Promise<unknown>) => Promise<unknown>;

/** Strapi types the context of a middleware by the union of all record types; ours are for any of them. */
function use(strapi: Core.Strapi, step: Step): void {
  strapi.documents.use(step as unknown as Parameters<typeof strapi.documents.use>[0]);
}
