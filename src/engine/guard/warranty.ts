import type { Core } from '@strapi/strapi';
import { invalid } from '../../rules/refusal';
import { isDayOfYear, type WarrantyTerm } from '../../rules/warranty';
import { termOf } from '../policy-prices';
import { uidOf } from '../tables';

const TERM = uidOf('warranty-term');
/** Longer than any warranty; a slip of the keyboard. */
const MOST = 100;

/**
 * Proves a warranty term before it is saved [B-04]: for which part, how long, and of seasons from when to when. Throws
 * WARRANTY_TERM_INVALID, naming the field.
 */
export function guardWarranty(strapi: Core.Strapi): void {
  type Context = { readonly uid: string; readonly action: string };
  const guard = async (ctx: Context, next: () => Promise<unknown>): Promise<unknown> => {
    if (ctx.uid !== TERM || !/^(create|update|clone)$/.test(ctx.action)) return next();
    return strapi.db.transaction(async () => {
      const saved = (await next()) as { documentId?: string; entries?: { documentId: string }[] } | null;
      const documentId = saved?.documentId ?? saved?.entries?.[0]?.documentId;
      const where = { documentId };
      if (documentId)
        prove(termOf(await strapi.db.query(TERM).findOne({ where, populate: { category: true } })));
      return saved;
    });
  };
  strapi.documents.use(guard as Parameters<typeof strapi.documents.use>[0]);
}

function prove({ category, unit, amount, seasonFrom, seasonTo }: WarrantyTerm): void {
  const refuse = (field: string, reason: string) => invalid('WARRANTY_TERM_INVALID', { field, reason });
  if (category === '') throw refuse('category', 'missing');
  if (
    unit !== 'always' &&
    !(Number.isInteger(amount) && amount >= 1 && amount <= MOST * (unit === 'months' ? 12 : 1))
  )
    throw refuse('amount', amount === 0 ? 'missing' : 'range');
  if (unit !== 'seasons') return;
  for (const [field, day] of [
    ['seasonFrom', seasonFrom],
    ['seasonTo', seasonTo],
  ] as const) {
    if (day === null) throw refuse(field, 'missing');
    if (!isDayOfYear(day)) throw refuse(field, 'format');
  }
}
