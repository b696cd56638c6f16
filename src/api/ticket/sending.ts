import { z } from 'zod';
import { oneOf } from '../../rules/cases/inputs';
import type { ActionContext, CaseRecord, FollowUp, Outcome } from '../../rules/cases/types';
import {
  automatic,
  choose,
  factsIn,
  poolOf,
  ruleOf,
  turnKey,
  type AutomaticRule,
  type Board,
} from '../../rules/dispatch';
import { contactOwed } from '../dispatch-order/modes';
import { OPEN_ORDER_STAGES } from '../dispatch-order/stages';

export const DISPATCH_ALARMS = ['nobody_free', 'nobody_accepted'] as const;

export const alarming = z.object({ alarm: oneOf(DISPATCH_ALARMS).nullish() });

const SEND_OUT: FollowUp = { type: 'ticket', id: 'self', action: 'send_out', input: {} };

type Judged = Pick<ActionContext, 'record' | 'office' | 'actor'>;

/** Adds to an outcome that the request, as it is then, goes out by its rule if the rule is an automatic one [B-03]. */
export function sentOut<Stage extends string>(
  { record, office, actor }: Judged,
  outcome: Outcome<Stage>,
): Outcome<Stage> {
  // What was answered as it came in is over.
  const stage: string | undefined = outcome.stage;
  if (actor.kind === 'import' || stage === 'closed') return outcome;
  if (!automatic(ruleOf({ ...record, ...outcome.set }, office))) return outcome;
  return { ...outcome, follow: [...(outcome.follow ?? []), SEND_OUT] };
}

/** The same where a request that waits for somebody has become urgent. */
export function sentOutIfUrgent<Stage extends string>(
  context: Judged,
  outcome: Outcome<Stage>,
): Outcome<Stage> {
  const { record } = context;
  const became = record.urgency !== 'urgent' && outcome.set?.urgency === 'urgent';
  return became && record.stage === 'registered' ? sentOut(context, outcome) : outcome;
}

type OpenStage = 'registered' | 'assigned' | 'in_progress' | 'waiting';

/**
 * Sends a request out by its rule: offered to the pool, or to the one whom the rule chooses. With nobody in the pool
 * it stays where it is, marked, and the head of the department is told at once; taking it in never fails for that [B-03].
 */
export function sendOut(context: ActionContext): Outcome<OpenStage> {
  const { record, office, answers, relatives } = context;
  const stays = { stage: record.stage as OpenStage };
  const board = answers.dispatch as Board | undefined;
  const rule = automatic(ruleOf(record, office));
  const orders = relatives.orders ?? [];
  const atWork = orders.some(({ stage }) => OPEN_ORDER_STAGES.has(stage));
  if (!rule || !board || atWork || contactOwed(orders) !== null) return stays;
  const pool = poolOf(rule, board.loads, {
    directory: office.directory,
    categories: office.categories,
    facts: factsIn(record, office),
  });
  if (pool.length === 0) return { ...stays, ...alarmed(context) };
  // Whoever did the work before does it again, as long as he can [B-09].
  const former = pool.find(({ id }) => id === (record.reworkBy ?? record.handler));
  if (rule.mode === 'grab' && !(record.rework && former))
    return { ...stays, set: { dispatchAlarm: null }, follow: [order(context, rule, 'offer', {})] };
  const turn = board.turns.get(rule.id) ?? null;
  const chosen = former ?? choose(rule.mode, pool, { loads: board.loads, turn });
  if (!chosen) return { ...stays, ...alarmed(context) };
  return {
    stage: 'assigned',
    set: {
      handler: chosen.id,
      team: null,
      contractor: null,
      dispatchAlarm: null,
      ...(record.handler && !former ? { reassignCount: Number(record.reassignCount ?? 0) + 1 } : {}),
    },
    follow: [order(context, rule, 'issue', { technician: chosen.id, cameBy: rule.mode })],
    ...(former ? {} : { turn: { rule: rule.id, key: turnKey(chosen) } }),
  };
}

function order(
  { record }: ActionContext,
  rule: AutomaticRule,
  action: 'offer' | 'issue',
  input: Readonly<Record<string, unknown>>,
): FollowUp {
  const about =
    action === 'offer'
      ? { ticket: record.documentId, team: rule.team, rule: rule.code }
      : { ticket: record.documentId };
  return { type: 'dispatch-order', id: 'new', action, input: { ...about, ...input } };
}

function alarmed({ record, office }: ActionContext): Outcome<OpenStage> {
  const department =
    typeof record.category === 'string' ? office.categories.get(record.category)?.department : null;
  return {
    set: { dispatchAlarm: 'nobody_free' },
    messages: [
      { template: 'dispatch_pool_empty', to: { post: 'department_head', department: department ?? null } },
    ],
  };
}

type Alarming = ActionContext<CaseRecord, z.output<typeof alarming>>;

/** Marks the request for the lists of those who dispatch, or takes the mark away. */
export const alarm = ({ input }: Alarming): Outcome => ({ set: { dispatchAlarm: input.alarm ?? null } });
