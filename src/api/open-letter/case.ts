import { z } from 'zod';
import { defineCase } from '../../rules/cases/define';
import { day, reference, someText, text } from '../../rules/cases/inputs';
import { SUPERIORS } from '../../rules/cases/people';
import type { ActionContext, CaseRecord } from '../../rules/cases/types';
import { periodInOrder } from '../../rules/visits';
import { writtenByAPerson } from '../return-visit/visitor';
import { answered, dischargeVisits } from './discharge';

/** What the letter is about: a branch of the categories, where, and when the work it speaks of was finished. */
const letter = z.object({
  title: someText(200),
  letterText: someText(),
  category: reference('category'),
  community: reference('community').nullish(),
  building: reference('building').nullish(),
  periodFrom: day().nullish(),
  periodTo: day().nullish(),
});

const publication = z.object({ postedWhere: someText(255) });
const discharge = z.object({ visits: z.array(reference('return-visit')).min(1).max(500).nullish() });

type Composing = ActionContext<CaseRecord, Partial<z.output<typeof letter>>>;

/** The open letter (公开信): one answer, published, to all who asked for a visit about the same problem [D-03][D-08]. */
export const openLetterCase = defineCase({
  type: 'open-letter',
  prefix: 'GK',
  stages: ['composed', 'published', 'withdrawn'],
  finalStages: ['withdrawn'],
  relatives: { visits: { type: 'return-visit', by: 'letter' } },
  editable: Object.keys(letter.shape),
  actions: {
    compose: {
      from: 'nothing',
      to: 'composed',
      who: ['front_desk', 'steward', 'clerk', ...SUPERIORS],
      rules: ['D-03', 'D-08'],
      input: letter,
      requires: ({ input }: Composing) => periodInOrder(input),
      then: ({ input }: Composing) => ({ set: input }),
    },
    edit: {
      from: ['composed'],
      to: 'same',
      who: ['front_desk', 'steward', 'clerk', ...SUPERIORS],
      rules: ['D-08'],
      input: letter.partial(),
      requires: ({ record, input }: Composing) => periodInOrder({ ...record, ...input }),
      then: ({ input }: Composing) => ({ set: input }),
    },
    publish: {
      from: ['composed'],
      to: 'published',
      who: SUPERIORS,
      rules: ['D-03', 'D-08'],
      input: publication,
      requires: writtenByAPerson,
      then: ({ input, at, actor, office }: ActionContext<CaseRecord, z.output<typeof publication>>) => ({
        set: {
          ...input,
          postedAt: new Date(at).toISOString(),
          postedBy: actor.id !== null && office.directory.staff.has(actor.id) ? actor.id : null,
        },
      }),
    },
    discharge: {
      from: ['published'],
      to: 'same',
      who: SUPERIORS,
      rules: ['D-08'],
      input: discharge,
      asks: ['visits_of_letter'],
      requires: (context: ActionContext<CaseRecord, z.output<typeof discharge>>) =>
        writtenByAPerson(context) ?? answered(context),
      then: dischargeVisits,
    },
    withdraw: {
      from: ['composed'],
      to: 'withdrawn',
      who: ['front_desk', 'steward', 'clerk', ...SUPERIORS],
      rules: ['D-08'],
      input: z.object({ reason: text(1000).nullish() }),
      then: ({ input }: ActionContext<CaseRecord, { reason?: string | null }>) => ({
        set: { withdrawReason: input.reason ?? null },
      }),
    },
  },
});
