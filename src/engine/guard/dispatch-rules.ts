import type { Core } from '@strapi/strapi';
import type { DispatchRule } from '../../rules/dispatch';
import { invalid } from '../../rules/refusal';
import { DISPATCH_RULE_WHOLE, dispatchRuleOf } from '../dispatch-rules';
import { uidOf } from '../tables';

export const DISPATCH_RULE = uidOf('dispatch-rule');

type Row = Readonly<Record<string, unknown>>;
type Named = { readonly active?: boolean | null; readonly kind?: string | null } | null;

/**
 * Proves a dispatch rule before it is saved: one that no request could ever meet, or that another of the same order
 * contradicts, is refused. One whose pool is empty today is
 * not: people come back to work, and until then it raises its alarm when it is used. Throws DISPATCH_RULE_INVALID.
 */
export async function proveDispatchRule(strapi: Core.Strapi, documentId: string): Promise<void> {
  const row = (await strapi.db
    .query(DISPATCH_RULE)
    .findOne({ where: { documentId }, populate: DISPATCH_RULE_WHOLE })) as Row;
  const rule = dispatchRuleOf(row);
  const { conditions, cap, acceptMinutes } = rule;
  const refuse = (field: string, reason: string) => invalid('DISPATCH_RULE_INVALID', { field, reason });
  const category = row.category as Named;
  if (category?.active === false) throw refuse('category', 'inactive');
  const kind = category?.kind ?? null;
  if (conditions.kind !== null && kind !== null && kind !== conditions.kind) throw refuse('kind', kind);
  if ((row.team as Named)?.active === false) throw refuse('team', 'inactive');
  if (cap !== null && cap < 1) throw refuse('cap', 'range');
  if (acceptMinutes !== null && acceptMinutes < 1) throw refuse('acceptMinutes', 'range');
  const others = (await strapi.db.query(DISPATCH_RULE).findMany({
    where: { active: true, documentId: { $ne: documentId } },
    populate: DISPATCH_RULE_WHOLE,
  })) as Row[];
  const { order } = rule;
  const hidden =
    row.active !== false &&
    others.map(dispatchRuleOf).find((one) => one.order === order && sameConditions(one, rule));
  if (hidden) throw refuse('sort', hidden.code);
}

const sameConditions = ({ conditions: one }: DispatchRule, { conditions: other }: DispatchRule): boolean =>
  (Object.keys(one) as (keyof typeof one)[]).every((name) => one[name] === other[name]);
