import { z } from 'zod';
import { reference, someText } from '../../rules/cases/inputs';
import type { ActionContext, CaseRecord, Deed, Outcome } from '../../rules/cases/types';
import { groupTermsOf, type GroupFound, type Neighbours } from '../../rules/groups';
import { conflict } from '../../rules/refusal';

const TILL_CLOSED = ['registered', 'assigned', 'in_progress', 'waiting', 'completed'] as const;

type Given = Pick<ActionContext, 'answers' | 'now'>;

/** The place that a request is about, and what the office looks into when somebody else has reported the same [E-04]. */
export function grouping({ answers, now }: Given): {
  set: Readonly<Record<string, unknown>>;
  later: readonly Deed[];
} {
  const near = answers.neighbours as Neighbours | undefined;
  if (!near) return { set: {}, later: [] };
  return {
    set: { groupKey: near.key },
    later: near.others > 0 ? [{ action: 'look_for_group', at: now }] : [],
  };
}

const joining = z.object({ groupMatter: reference('group-matter') });
const leaving = z.object({ reason: someText(1000) });

const foundBy = ({ answers }: Pick<ActionContext, 'answers'>) => answers.group as GroupFound | undefined;

/** A request of no group yet, with an open group to join or enough households to make one. */
function called(context: ActionContext) {
  const { record, office } = context;
  const found = foundBy(context);
  const { households } = groupTermsOf(office, String(record.category ?? ''));
  const enough = found && (found.group !== null || (households > 0 && found.households >= households));
  return record.groupMatter || record.groupRuledOut || !enough
    ? conflict('NO_GROUP', { number: record.number })
    : undefined;
}

function joinOrForm(context: ActionContext): Outcome {
  const { record } = context;
  const { group, members, households } = foundBy(context) as GroupFound;
  if (group !== null) {
    return {
      set: { groupMatter: group },
      follow: [{ type: 'group-matter', id: group, action: 'admit', input: { ticket: record.documentId } }],
    };
  }
  const input = {
    members,
    households,
    category: record.category,
    community: record.community ?? null,
    groupKey: record.groupKey,
    matter: record.matter,
    place: record.exactLocation ?? null,
  };
  return { follow: [{ type: 'group-matter', id: 'new', action: 'form', input }] };
}

/** How a request comes to belong to a group matter, and leaves it; done by the office and by the group [E-04]. */
export const groupActions = {
  look_for_group: {
    internal: true,
    from: TILL_CLOSED,
    to: 'same',
    who: ['system'],
    rules: ['E-04'],
    input: z.object({}),
    asks: ['group'],
    requires: called,
    then: joinOrForm,
  },
  join_group: {
    internal: true,
    from: TILL_CLOSED,
    to: 'same',
    who: ['system'],
    rules: ['E-04'],
    input: joining,
    then: ({ input }: ActionContext<CaseRecord, z.output<typeof joining>>) => ({ set: input }),
  },
  leave_group: {
    internal: true,
    from: [...TILL_CLOSED, 'closed', 'cancelled'],
    to: 'same',
    who: ['system'],
    rules: ['E-04'],
    input: leaving,
    then: ({ input }: ActionContext<CaseRecord, z.output<typeof leaving>>) => ({
      set: { groupMatter: null, groupRuledOut: input.reason },
      note: input.reason,
    }),
  },
} as const;
