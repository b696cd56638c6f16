import type { Core } from '@strapi/strapi';
import { conflict } from '../../rules/refusal';
import { definitionOf, officeOf, tableFor, tableOfLink } from '../office';
import { uidOf } from '../tables';

const STAFF = uidOf('staff-member');

interface Context {
  readonly uid: string;
  readonly action: string;
  readonly params: { readonly documentId?: string; readonly data?: { readonly active?: unknown } };
}

/** A transaction of Strapi's, as far as it is needed. */
interface Transaction {
  raw(sql: string, values: readonly unknown[]): PromiseLike<unknown>;
}

interface Held extends Record<string, string | number> {
  readonly name: string;
  readonly count: number;
  readonly number: string;
}

/**
 * Nobody leaves who is still accountable for an open request (STAFF_STILL_ACCOUNTABLE, [A-04]). His row is locked before
 * that is looked up: a request that is just becoming his is waited for, and one that would become his afterwards finds that
 * he has left (see `engine/registers/accountable`).
 */
export function guardStaff(strapi: Core.Strapi): void {
  const guard = async (ctx: Context, next: () => Promise<unknown>): Promise<unknown> => {
    const { documentId, data } = ctx.params;
    const leaves = ctx.action === 'delete' || (ctx.action === 'update' && data?.active === false);
    if (ctx.uid !== STAFF || !leaves || !documentId) return next();
    return strapi.db.transaction(async ({ trx }) => {
      await assertNothingHeld(strapi, trx, documentId);
      return next();
    });
  };
  strapi.documents.use(guard as Parameters<typeof strapi.documents.use>[0]);
}

async function assertNothingHeld(strapi: Core.Strapi, trx: Transaction, documentId: string): Promise<void> {
  const office = officeOf(strapi);
  const { table } = tableFor(office, 'ticket');
  const link = tableOfLink(office, 'ticket', 'accountable');
  const ended = definitionOf(office, 'ticket').finalStages;
  await trx.raw(`SELECT 1 FROM "${link.otherTable}" WHERE document_id = ? FOR UPDATE`, [documentId]);
  const { rows } = (await trx.raw(
    `SELECT s.name, count(*)::int AS count, min(t.number) AS number FROM "${table}" t
     JOIN "${link.table}" l ON l."${link.ownColumn}" = t.id
     JOIN "${link.otherTable}" s ON s.id = l."${link.otherColumn}"
     WHERE s.document_id = ? AND t.stage NOT IN (${ended.map(() => '?').join(', ')}) GROUP BY s.name`,
    [documentId, ...ended],
  )) as { rows: Held[] };
  if (rows[0]) throw conflict('STAFF_STILL_ACCOUNTABLE', { ...rows[0] });
}
