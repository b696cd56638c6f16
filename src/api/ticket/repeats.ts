import type { ActionContext, CaseRecord, Message } from '../../rules/cases/types';
import { conflict } from '../../rules/refusal';
import { priorityOf, repeatKeysOf, type Repeated } from '../../rules/repeats';

type Given = ActionContext<CaseRecord, Readonly<Record<string, unknown>>>;

export interface Repetition {
  readonly set: Readonly<Record<string, unknown>>;
  readonly messages: readonly Message[];
}

/**
 * What a request is found again by, and what it repeats: linked to the latest before it, counted, raised, and
 * whoever did the earlier work proposed. Whatever was not asked (a history, a place unknown) leaves the keys only.
 */
export function repetitionOf({ record, input, answers, office }: Given): Repetition {
  const keys = repeatKeysOf({ ...record, ...input });
  const repeated = answers.repeats as Repeated | null | undefined;
  if (!repeated) return { set: { ...keys }, messages: [] };
  const worker = office.directory.staff.get(repeated.handler ?? '');
  return {
    set: {
      ...keys,
      repeatOf: repeated.id,
      repeatCount: repeated.count,
      priority: priorityOf(repeated.count),
      proposedHandler: worker?.active ? worker.id : null,
    },
    messages: [
      {
        template: 'ticket_repeated',
        to: { post: 'supervisor' },
        params: { earlier: repeated.number, times: repeated.count + 1 },
      },
    ],
  };
}

/** Only a request that is linked can be unlinked. */
export const isRepeat = ({ record }: Given) =>
  record.repeatOf ? undefined : conflict('NOT_A_REPEAT', { number: record.number });

/** It was another problem after all, the desk says, and why. */
export const unlinkRepeat = ({ input }: ActionContext<CaseRecord, { reason: string }>) => ({
  set: {
    repeatOf: null,
    repeatCount: 0,
    priority: 'normal',
    proposedHandler: null,
    repeatRuledOut: input.reason,
  },
  note: input.reason,
});
