import { z } from 'zod';
import { defineCase } from '../../rules/cases/define';
import { moment, oneOf, reference, signature, someText, text } from '../../rules/cases/inputs';
import { SUPERIORS, theSteward } from '../../rules/cases/people';
import type { ActionContext, CaseRecord, Outcome } from '../../rules/cases/types';
import { invalid } from '../../rules/refusal';
import { NATURES, SATISFACTIONS, VISIT_FORMS } from '../../rules/terms';

const duty = z.object({
  ticket: reference('ticket'),
  kind: oneOf(['repair_quality', 'complaint']),
  nature: oneOf(NATURES),
  dutySince: moment(),
});

const visit = z.object({
  form: oneOf(VISIT_FORMS),
  visitor: reference('staff-member'),
  visitedAt: moment().nullish(),
  interviewee: someText(100),
  said: someText(),
  opinion: text().nullish(),
  result: someText(),
  satisfaction: oneOf(SATISFACTIONS),
  signature: signature().nullish(),
});

type Context<Schema extends z.ZodType> = ActionContext<CaseRecord, z.output<Schema>>;

const iso = (at: number): string => new Date(at).toISOString();

/** The return visit (回访) that every finished repair and complaint owes its requester [D-01][D-02][D-10]. */
export const returnVisitCase = defineCase({
  type: 'return-visit',
  responsible: 'steward',
  prefix: 'HF',
  stages: ['due', 'recorded', 'reviewed'],
  finalStages: ['reviewed'],
  root: { type: 'ticket', by: 'ticket' },
  editable: [],
  receivedAt: 'dutySince',
  actions: {
    arise: {
      internal: true,
      from: 'nothing',
      to: 'due',
      who: ['system'],
      rules: ['D-01', 'D-02'],
      input: duty,
      at: (input: z.output<typeof duty>) => input.dutySince,
      then: ({ input }: Context<typeof duty>) => ({
        set: { ...input, cycleSince: input.dutySince },
        messages: [{ template: 'visit_due', to: { post: 'steward' } }],
      }),
    },
    recount: {
      internal: true,
      from: ['due'],
      to: 'same',
      who: ['system'],
      rules: ['D-02'],
      input: z.object({ dutySince: moment() }),
      then: ({ input }: ActionContext<CaseRecord, { dutySince: string }>) => ({
        set: { dutySince: input.dutySince, cycleSince: input.dutySince },
      }),
    },
    entrust: {
      from: ['due'],
      to: 'same',
      who: SUPERIORS,
      rules: ['D-01'],
      input: z.object({ steward: reference('staff-member') }),
      then: ({ input }: ActionContext<CaseRecord, { steward: string }>) => ({
        set: input,
        messages: [{ template: 'visit_due', to: { staff: input.steward } }],
      }),
    },
    record: {
      from: ['due'],
      to: 'recorded',
      who: ['steward', 'front_desk', theSteward, ...SUPERIORS],
      rules: ['D-10', 'D-03'],
      input: visit,
      at: (input: z.output<typeof visit>) => input.visitedAt ?? undefined,
      requires: (context: Context<typeof visit>) => signedOnSite(context) ?? byAnother(context),
      then: record,
    },
    review: {
      from: ['recorded'],
      to: 'reviewed',
      who: SUPERIORS,
      rules: ['D-10'],
      input: z.object({ note: text().nullish() }),
      then: ({ input, at }: ActionContext<CaseRecord, { note?: string | null }>) => ({
        set: { reviewedAt: iso(at), reviewNote: input.note ?? null },
      }),
    },
  },
});

function record({ input, at }: Context<typeof visit>): Outcome<'recorded'> {
  return {
    set: { ...input, visitedAt: iso(at) },
    messages: [{ template: 'visit_recorded', to: { post: 'supervisor' } }],
  };
}

function signedOnSite({ input }: Context<typeof visit>) {
  return input.form !== 'on_site' || input.signature
    ? undefined
    : invalid('SIGNATURE_MISSING', { field: 'signature' });
}

function byAnother({ input, relatives }: Context<typeof visit>) {
  const handler = relatives.root?.[0]?.handler;
  return handler && handler === input.visitor
    ? invalid('VISITOR_DID_THE_WORK', { field: 'visitor' })
    : undefined;
}
