import type { Core } from '@strapi/strapi';
import { hashAttribute, type Model, modelsOf, personalFields, personalModels, tailAttribute } from './fields';
import { maskRecords } from './reading';
import { type Sealer, theSealer } from './seal';
import { lookUpParams } from './searching';
import { sealData } from './writing';

interface DocumentContext {
  readonly uid: string;
  readonly action: string;
  params: Readonly<Record<string, unknown>> & { readonly data?: unknown; readonly documentId?: unknown };
}

const WRITES = new Set(['create', 'update', 'clone']);
const SEARCHES = new Set(['findMany', 'findFirst', 'findOne', 'count']);

interface Keeping {
  /** Types whose rows somebody else writes and seals; they are masked on reading like all others. */
  readonly sealedElsewhere?: readonly string[];
}

/**
 * Keeps personal data sealed behind the Document Service: sealed on its way in, masked on its way out (in
 * populated records too), found by its whole number only.
 */
export function keepSealed(strapi: Core.Strapi, { sealedElsewhere = [] }: Keeping = {}): void {
  const modelOf = modelsOf(strapi);
  const elsewhere = new Set(sealedElsewhere);
  leaveOutOfSearch(strapi);
  const keep = async (ctx: DocumentContext, next: () => Promise<unknown>): Promise<unknown> => {
    const model = modelOf(ctx.uid);
    if (!model) return next();
    const sealer = theSealer();
    if (WRITES.has(ctx.action) && !elsewhere.has(ctx.uid) && ctx.params.data !== undefined) {
      ctx.params = { ...ctx.params, data: await sealFor(strapi, { model, ctx, sealer }) };
    }
    if (SEARCHES.has(ctx.action)) {
      ctx.params = lookUpParams(model, ctx.params, { modelOf, hash: sealer.hash });
    }
    const result = await next();
    const masking = { modelOf, masked: sealer.masked };
    if (isEntries(result)) maskRecords(model, result.entries, masking);
    else maskRecords(model, result, masking);
    return result;
  };
  strapi.documents.use(keep as unknown as Parameters<typeof strapi.documents.use>[0]);
}

interface Sealing {
  readonly model: Model;
  readonly ctx: DocumentContext;
  readonly sealer: Sealer;
}

function sealFor(strapi: Core.Strapi, { model, ctx, sealer }: Sealing): Promise<unknown> {
  return sealData(model, ctx.params.data, {
    modelOf: modelsOf(strapi),
    sealer,
    storedRows: async (of, componentId) => {
      const where = of === model ? { documentId: ctx.params.documentId } : { id: componentId };
      if (Object.values(where)[0] === undefined || ctx.action === 'create') return [];
      const select = ['id', ...personalFields(of).kinds.keys()];
      return (await strapi.db.query(of.uid).findMany({ where, select })) as readonly Record<
        string,
        unknown
      >[];
    },
  });
}

/** Strapi's search would look for parts of words in sealed text, and find what is not there. */
function leaveOutOfSearch(strapi: Core.Strapi): void {
  for (const model of personalModels(strapi)) {
    for (const name of personalFields(model).kinds.keys()) {
      const beside = [hashAttribute(name), tailAttribute(name)].map((hash) => model.attributes[hash]);
      for (const attribute of [model.attributes[name], ...beside]) {
        if (attribute) attribute.searchable = false;
      }
    }
  }
}

/** What deleting, cloning and publishing give back. */
const isEntries = (result: unknown): result is { readonly entries: unknown } =>
  typeof result === 'object' && result !== null && 'entries' in result && Array.isArray(result.entries);
