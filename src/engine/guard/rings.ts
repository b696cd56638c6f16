import type { Core } from '@strapi/strapi';
import { invalid } from '../../rules/refusal';
import { lineEnd } from '../../rules/routing/route';
import { uidOf } from '../tables';

/** A relation of records to one above them of their own kind. */
interface Line {
  readonly by: string;
  /** The attributes by which a form sets it, from below or from above. */
  readonly sides: readonly string[];
  readonly code: string;
}

const LINES: Readonly<Record<string, Line>> = {
  [uidOf('staff-member')]: { by: 'superior', sides: ['superior'], code: 'SUPERIOR_CIRCULAR' },
  [uidOf('category')]: { by: 'parent', sides: ['parent', 'children'], code: 'PARENT_CIRCULAR' },
  [uidOf('department')]: { by: 'parent', sides: ['parent', 'children'], code: 'PARENT_CIRCULAR' },
};

interface Context {
  readonly uid: string;
  readonly action: string;
  readonly params: { readonly data?: Readonly<Record<string, unknown>> };
}

interface Saved {
  readonly documentId?: string;
  readonly entries?: readonly { readonly documentId: string }[];
}

interface Row {
  readonly documentId: string;
  readonly name: string;
  readonly [by: string]: unknown;
}

/**
 * Keeps lines of superiors, of categories and of departments from running in a ring. Such changes are saved one at a
 * time, so that of two that would make a ring together the later is refused. Throws SUPERIOR_CIRCULAR, PARENT_CIRCULAR.
 */
export function guardRings(strapi: Core.Strapi): void {
  const guard = async (ctx: Context, next: () => Promise<unknown>): Promise<unknown> => {
    const line = Object.hasOwn(LINES, ctx.uid) ? LINES[ctx.uid] : undefined;
    const concerned =
      /^(create|update|clone)$/.test(ctx.action) &&
      line?.sides.some((side) => ctx.params.data?.[side] !== undefined);
    if (!line || !concerned) return next();
    return strapi.db.transaction(async ({ trx }) => {
      await trx.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [`guanjia.line.${ctx.uid}`]);
      const saved = (await next()) as Saved | null;
      const documentId = saved?.documentId ?? saved?.entries?.[0]?.documentId;
      if (documentId) await assertNoRing(strapi, ctx.uid, line, documentId);
      return saved;
    });
  };
  strapi.documents.use(guard as Parameters<typeof strapi.documents.use>[0]);
}

async function assertNoRing(
  strapi: Core.Strapi,
  uid: string,
  { by, code }: Line,
  documentId: string,
): Promise<void> {
  const rows = (await strapi.db
    .query(uid)
    .findMany({ select: ['documentId', 'name'], populate: { [by]: true } })) as unknown as Row[];
  const byId = new Map(rows.map((row) => [row.documentId, row]));
  const above = (id: string) => (byId.get(id)?.[by] as Row | null | undefined)?.documentId ?? null;
  if (lineEnd(above, documentId) === 'ring')
    throw invalid(code, { field: by, name: byId.get(documentId)?.name ?? '' });
}
