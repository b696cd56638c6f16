import { z } from 'zod';
import { defineCase } from '../../rules/cases/define';
import { moment, reference, someText, text } from '../../rules/cases/inputs';
import { SUPERIORS } from '../../rules/cases/people';
import type { ActionContext, CaseRecord, Entitlement, Outcome, Who } from '../../rules/cases/types';
import { holderOf } from '../../rules/people/directory';
import { conflict } from '../../rules/refusal';

const forming = z.object({
  members: z.array(z.string()).min(1),
  households: z.number().int(),
  category: reference('category'),
  community: reference('community').nullish(),
  groupKey: z.string(),
  matter: text(),
  place: text(255).nullish(),
});

const handling = z.object({ handling: someText(), handledAt: moment().nullish() });
const answer = z.object({ answer: someText(), answeredAt: moment().nullish() });
const removal = z.object({ ticket: reference('ticket'), reason: someText(1000) });

type Context<Schema extends z.ZodType> = ActionContext<CaseRecord, z.output<Schema>>;

/** The head of department whose matter it is. */
const theHead: Entitlement = {
  name: 'the_head',
  test: (actor, record) => actor.kind === 'staff' && actor.id !== null && record.head === actor.id,
};

const WHO_HANDLES: readonly Who[] = [theHead, 'department_head', 'director', 'manager'];
const OPEN = ['formed', 'handled', 'answered'] as const;
const iso = (at: number): string => new Date(at).toISOString();

/**
 * What several households report together (群体事项): one matter with its own route, so that it is handled and answered
 * once and not house by house [E-04]. It is formed by the office itself.
 */
export const groupMatterCase = defineCase({
  type: 'group-matter',
  responsible: 'head',
  prefix: 'QT',
  stages: ['formed', 'handled', 'answered', 'closed'],
  finalStages: ['closed'],
  relatives: { members: { type: 'ticket', by: 'groupMatter' } },
  editable: [],
  actions: {
    form: {
      internal: true,
      from: 'nothing',
      to: 'formed',
      who: ['system'],
      rules: ['E-04'],
      input: forming,
      then: form,
    },
    admit: {
      internal: true,
      from: OPEN,
      to: 'same',
      who: ['system'],
      rules: ['E-04'],
      input: z.object({ ticket: reference('ticket') }),
      needs: ['members'],
      then: ({ relatives }: ActionContext) => ({
        set: { households: householdsOf(relatives.members ?? []) },
      }),
    },
    take_out: {
      from: OPEN,
      to: 'same',
      who: [theHead, ...SUPERIORS, 'front_desk'],
      rules: ['E-04'],
      input: removal,
      needs: ['members'],
      requires: isMember,
      then: takeOut,
    },
    handle: {
      from: ['formed'],
      to: 'handled',
      who: WHO_HANDLES,
      rules: ['E-04'],
      input: handling,
      at: (input: z.output<typeof handling>) => input.handledAt ?? undefined,
      then: ({ input, at }: Context<typeof handling>) => ({
        set: { handling: input.handling, handledAt: iso(at) },
      }),
    },
    answer: {
      from: ['handled'],
      to: 'answered',
      who: WHO_HANDLES,
      rules: ['E-04'],
      input: answer,
      at: (input: z.output<typeof answer>) => input.answeredAt ?? undefined,
      then: ({ input, at }: Context<typeof answer>) => ({
        set: { answer: input.answer, answeredAt: iso(at) },
      }),
    },
    close: {
      from: ['answered'],
      to: 'closed',
      who: WHO_HANDLES,
      rules: ['E-04'],
      input: z.object({ note: text(1000).nullish() }),
      then: ({ input, at }: ActionContext<CaseRecord, { note?: string | null }>) => ({
        set: { closedAt: iso(at) },
        note: input.note ?? undefined,
      }),
    },
  },
});

/** Before the head of the department at once, and told to the director; all who reported it belong to it. */
function form({ record, input, office, at }: Context<typeof forming>): Outcome<'formed'> {
  const { members, category, ...given } = input;
  const department = office.categories.get(category)?.department ?? null;
  const head = holderOf(office.directory, { post: 'department_head', department });
  return {
    set: {
      ...given,
      category,
      branchKey: category,
      department,
      head: head?.id ?? null,
      formedAt: iso(at),
      cycleSince: iso(at),
    },
    messages: [
      { template: 'group_formed', to: { post: 'department_head', department } },
      { template: 'group_formed', to: { post: 'director' } },
    ],
    follow: members.map((id) => ({
      type: 'ticket',
      id,
      action: 'join_group',
      input: { groupMatter: record.documentId },
    })),
  };
}

const householdsOf = (members: readonly CaseRecord[]): number =>
  new Set(members.map(({ unit, contactPhoneHash, documentId }) => unit ?? contactPhoneHash ?? documentId))
    .size;

function isMember({ record, input, relatives }: Context<typeof removal>) {
  return (relatives.members ?? []).some(({ documentId }) => documentId === input.ticket)
    ? undefined
    : conflict('NOT_A_MEMBER', { number: record.number, field: 'ticket' });
}

/** It has another cause after all. */
function takeOut({ input, relatives }: Context<typeof removal>): Outcome {
  const rest = (relatives.members ?? []).filter(({ documentId }) => documentId !== input.ticket);
  return {
    set: { households: householdsOf(rest) },
    follow: [{ type: 'ticket', id: input.ticket, action: 'leave_group', input: { reason: input.reason } }],
    note: input.reason,
  };
}
