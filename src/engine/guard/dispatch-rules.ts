import type { Core } from '@strapi/strapi';
import { automatic, nobodyToSend, type DispatchRule } from '../../rules/dispatch';
import { invalid } from '../../rules/refusal';
import { DISPATCH_RULE_WHOLE, dispatchRuleOf } from '../dispatch-rules';
import { officeOf } from '../office';
import { uidOf } from '../tables';

export const DISPATCH_RULE = uidOf('dispatch-rule');

type Row = Readonly<Record<string, unknown>>;
type Named = { readonly active?: boolean | null; readonly kind?: string | null } | null;

/**
 * Proves a dispatch rule before it is saved: one that no request could ever meet, that another of the same order
 * contradicts, or that has nobody to send even when all are at work, is refused. One whose people are away today is not:
 * they come back, and until then it raises its alarm when it is used. Throws DISPATCH_RULE_INVALID, DISPATCH_POOL_EMPTY.
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
  if (row.active !== false) await assertSomebodyToSend(strapi, rule);
}

async function assertSomebodyToSend(strapi: Core.Strapi, rule: DispatchRule): Promise<void> {
  if (!automatic(rule)) return;
  const { policy, pool } = officeOf(strapi);
  const { directory, categories } = await policy.current(pool);
  const { kind, category, urgency, community } = rule.conditions;
  const path = category ? (categories.get(category)?.path ?? [category]) : [];
  const facts = { kind: kind ?? 'repair', categories: path, urgency, community };
  const field = nobodyToSend(rule, { directory, categories, facts });
  if (field) throw invalid('DISPATCH_POOL_EMPTY', { field, rule: rule.code });
}

const sameConditions = ({ conditions: one }: DispatchRule, { conditions: other }: DispatchRule): boolean =>
  (Object.keys(one) as (keyof typeof one)[]).every((name) => one[name] === other[name]);
