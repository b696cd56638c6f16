import type { DispatchMode, DispatchRule } from '../rules/dispatch';

/** What must be read along with a dispatch-rule row for `dispatchRuleOf`. */
export const DISPATCH_RULE_WHOLE = { category: true, community: true, team: true, requiredTrades: true };

type Row = Readonly<Record<string, unknown>>;
type Named = { readonly documentId: string } | null | undefined;

const wordOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const idOf = (value: unknown): string | null => (value as Named)?.documentId ?? null;

/** The rule of one dispatch-rule row, its relations read along. */
export const dispatchRuleOf = (row: Row): DispatchRule => ({
  id: String(row.documentId),
  code: String(row.code),
  mode: (row.mode ?? 'assign') as DispatchMode,
  conditions: {
    kind: wordOf(row.kind),
    category: idOf(row.category),
    urgency: wordOf(row.urgency),
    community: idOf(row.community),
  },
  team: idOf(row.team),
  requiredTrades: ((row.requiredTrades ?? []) as Named[]).flatMap((one) => idOf(one) ?? []),
  cap: numberOf(row.cap),
  acceptMinutes: numberOf(row.acceptMinutes),
  order: numberOf(row.sort) ?? 0,
});
