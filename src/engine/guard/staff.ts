import type { Core } from '@strapi/strapi';
import { conflict, invalid } from '../../rules/refusal';
import { lineEnd } from '../../rules/routing/route';
import { query } from '../db';
import { definitionOf, officeOf, tableFor } from '../office';
import { uidOf } from '../tables';

const STAFF = uidOf('staff-member');

interface Context {
  readonly uid: string;
  readonly action: string;
  readonly params: { readonly documentId?: string; readonly data?: { readonly active?: unknown } };
}

interface Member {
  readonly documentId: string;
  readonly name: string;
  readonly superior: { readonly documentId: string } | null;
}

/**
 * Keeps the register of staff such that requests find their way in it: nobody leaves who is still accountable for an
 * open request (STAFF_STILL_ACCOUNTABLE, [A-04]), and nobody comes to be above himself (SUPERIOR_CIRCULAR, [A-05]).
 */
export function guardStaff(strapi: Core.Strapi): void {
  const guard = async (ctx: Context, next: () => Promise<unknown>): Promise<unknown> => {
    if (ctx.uid !== STAFF) return next();
    const { documentId, data } = ctx.params;
    const leaves = ctx.action === 'delete' || (ctx.action === 'update' && data?.active === false);
    if (leaves && documentId) await assertNothingHeld(strapi, documentId);
    if (!/^(create|update|clone)$/.test(ctx.action)) return next();
    return strapi.db.transaction(async () => {
      const saved = (await next()) as { documentId?: string } | null;
      if (saved?.documentId) await assertNoRing(strapi, saved.documentId);
      return saved;
    });
  };
  strapi.documents.use(guard as Parameters<typeof strapi.documents.use>[0]);
}

async function assertNothingHeld(strapi: Core.Strapi, documentId: string): Promise<void> {
  const office = officeOf(strapi);
  const { table, links } = tableFor(office, 'ticket');
  const link = links.find(({ attribute }) => attribute === 'accountable');
  if (!link) throw new Error('ticket has no relation accountable');
  const [held] = await query<{ name: string; count: number; number: string }>(
    office.pool,
    `SELECT s.name, count(*)::int AS count, min(t.number) AS number FROM "${table}" t
     JOIN "${link.table}" l ON l."${link.ownColumn}" = t.id
     JOIN "${link.otherTable}" s ON s.id = l."${link.otherColumn}"
     WHERE s.document_id = $1 AND t.stage <> ALL($2::text[]) GROUP BY s.name`,
    [documentId, definitionOf(office, 'ticket').finalStages],
  );
  if (held) throw conflict('STAFF_STILL_ACCOUNTABLE', { ...held });
}

async function assertNoRing(strapi: Core.Strapi, documentId: string): Promise<void> {
  const staff = (await strapi.db
    .query(STAFF)
    .findMany({ select: ['documentId', 'name'], populate: { superior: true } })) as unknown as Member[];
  const byId = new Map(staff.map((one) => [one.documentId, one]));
  const end = lineEnd((id) => byId.get(id)?.superior?.documentId ?? null, documentId);
  if (end === 'ring') {
    throw invalid('SUPERIOR_CIRCULAR', { field: 'superior', name: byId.get(documentId)?.name ?? '' });
  }
}
