import { z } from 'zod';
import { someText } from '../../rules/cases/inputs';
import { SUPERIORS, theHandler } from '../../rules/cases/people';
import type { ActionContext, CaseRecord, Entitlement, Message, Relatives } from '../../rules/cases/types';
import { conflict, type Refusal } from '../../rules/refusal';
import { passedOver, type Redone } from '../../rules/rework';
import { overrideIn } from '../dispatch-order/fitness';

type Given = Readonly<Record<string, unknown>>;

/** Those who can say sorry for work done twice: the desk and those above, who handles it, and who did it first [B-09]. */
export const onRework: Entitlement = {
  name: 'on_rework',
  test: (actor, record) => {
    if (actor.kind !== 'staff' || !record.rework) return false;
    const first = actor.id !== null && record.reworkBy === actor.id;
    const posts: readonly unknown[] = ['front_desk', 'steward', ...SUPERIORS];
    return first || theHandler.test(actor, record) || actor.posts.some((post) => posts.includes(post));
  },
};

const toldOf = (technician: string | null): Message[] => [
  ...(technician ? [{ template: 'ticket_rework', to: { staff: technician } } as const] : []),
  { template: 'ticket_rework', to: { post: 'supervisor' } },
];

export interface Reworked {
  readonly set: Given;
  readonly messages: readonly Message[];
}

/**
 * A fault that comes back soon after it was put right: work done twice. It is linked and counted, it is his who did it
 * the first time, and an apology is owed [B-09]. Whatever was not asked (a history, a place unknown) is none.
 */
export function reworkFound({ answers, office }: Pick<ActionContext, 'answers' | 'office'>): Reworked {
  const redone = answers.rework as Redone | null | undefined;
  if (!redone) return { set: {}, messages: [] };
  const worker = office.directory.staff.get(redone.technician ?? '');
  const first = worker?.active ? worker.id : null;
  return {
    set: {
      rework: true,
      reworkOf: redone.id,
      reworkCount: 1,
      reworkBy: first,
      ...(first ? { proposedHandler: first } : {}),
    },
    messages: toldOf(first),
  };
}

/** A repair that is taken up again has to be done twice, unless it was marked as finished by mistake [B-09]. */
export function doneAgain(
  record: CaseRecord,
  {
    relatives,
    office,
    counts = true,
  }: { relatives: Relatives; office: ActionContext['office']; counts?: boolean },
): Reworked {
  if (record.kind !== 'repair' || !counts) return { set: {}, messages: [] };
  const orders = (relatives.orders ?? []).filter(({ stage }) => stage !== 'cancelled');
  const went = orders.at(-1)?.technician ?? record.handler;
  const first = record.reworkBy ?? (office.directory.staff.get(String(went))?.active ? went : null);
  return {
    set: {
      rework: true,
      reworkCount: Number(record.reworkCount ?? 0) + 1,
      reworkBy: first ?? null,
      apology: null,
      apologisedAt: null,
      apologisedBy: null,
    },
    messages: toldOf(typeof first === 'string' ? first : null),
  };
}

/** Work done twice is not finished, nor closed, before somebody has apologised [B-09]. */
export function apologised({ record, actor }: Pick<ActionContext, 'record' | 'actor'>): Refusal | undefined {
  if (!record.rework || record.apologisedAt || actor.kind === 'import') return undefined;
  return conflict('REWORK_APOLOGY_MISSING', { field: 'apology', number: record.number });
}

/** The same person does it again, as long as he is at work; another for a reason only [B-09]. */
export function samePerson(
  { actor, office, input }: Pick<ActionContext, 'actor' | 'office' | 'input'>,
  { ticket, chosen }: { readonly ticket: CaseRecord | undefined; readonly chosen: unknown },
): Refusal | undefined {
  if (!ticket?.rework || actor.kind === 'import') return undefined;
  const reason = overrideIn(input);
  const person = passedOver({ office, first: ticket.reworkBy, chosen, reason });
  if (person === null) return undefined;
  return conflict('REWORK_KEEPS_PERSON', { field: 'overrideReason', number: ticket.number, person });
}

const isRework = ({ record }: Pick<ActionContext, 'record'>): Refusal | undefined =>
  record.rework ? undefined : conflict('NOT_REWORK', { number: record.number });

const OPEN = ['registered', 'assigned', 'in_progress', 'waiting', 'completed'] as const;

/** What the desk can say of work that seems to be done twice. */
export const reworkActions = {
  rule_out_rework: {
    from: OPEN,
    to: 'same',
    who: ['front_desk', 'steward', ...SUPERIORS],
    rules: ['B-09'],
    input: z.object({ reason: someText(1000) }),
    requires: isRework,
    then: ({ input }: ActionContext<CaseRecord, { reason: string }>) => ({
      set: { rework: false, reworkOf: null, reworkCount: 0, reworkBy: null, reworkRuledOut: input.reason },
      note: input.reason,
    }),
  },
} as const;
