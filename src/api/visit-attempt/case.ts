import { z } from 'zod';
import { defineCase } from '../../rules/cases/define';
import { moment, oneOf, reference, signature, text } from '../../rules/cases/inputs';
import type { ActionContext, CaseRecord } from '../../rules/cases/types';
import { SATISFACTIONS, VISIT_FORMS, VISIT_OUTCOMES } from '../../rules/terms';
import { writtenByAPerson } from '../return-visit/visitor';

const made = z.object({
  visit: reference('return-visit'),
  ordinal: z.number().int().min(1),
  ofCycle: z.number().int().min(1),
  form: oneOf(VISIT_FORMS),
  visitor: reference('staff-member').nullish(),
  visitedAt: moment(),
  outcome: oneOf(VISIT_OUTCOMES),
  interviewee: text(100).nullish(),
  said: text().nullish(),
  opinion: text().nullish(),
  result: text().nullish(),
  satisfaction: oneOf(SATISFACTIONS).nullish(),
  solved: z.boolean().nullish(),
  signature: signature().nullish(),
  signerName: text(100).nullish(),
  letterText: text().nullish(),
  letter: reference('open-letter').nullish(),
  note: text(1000).nullish(),
});

/**
 * One visit as it was made (回访记录): who, when, how, whom he reached and what was said [D-03][D-10]. It comes of an action
 * on the duty, and nothing changes it afterwards.
 */
export const visitAttemptCase = defineCase({
  type: 'visit-attempt',
  prefix: 'HJ',
  stages: ['on_record'],
  finalStages: ['on_record'],
  root: { type: 'return-visit', by: 'visit' },
  editable: [],
  actions: {
    make: {
      internal: true,
      from: 'nothing',
      to: 'on_record',
      who: ['system'],
      rules: ['D-03', 'D-07', 'D-10'],
      input: made,
      at: (input: z.output<typeof made>) => input.visitedAt,
      requires: writtenByAPerson,
      then: ({ input }: ActionContext<CaseRecord, z.output<typeof made>>) => ({ set: input }),
    },
  },
});
