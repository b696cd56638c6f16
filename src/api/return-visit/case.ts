import { z } from 'zod';
import { defineCase } from '../../rules/cases/define';
import { reference, someText, text } from '../../rules/cases/inputs';
import { SUPERIORS, theSteward } from '../../rules/cases/people';
import type { ActionContext, CaseRecord, Outcome, Who } from '../../rules/cases/types';
import { answeredOrPromised, matterIsWhole, newRequest } from '../ticket/raised';
import {
  askExemption,
  borneOut,
  byAnotherThanTheAsker,
  denyExemption,
  exempt,
  NO_EXEMPTION,
} from './exemption';
import { answerByLetter, letterGiven, ofTheBranch } from './by-letter';
import { formIsOpen, formIsWhole } from './forms';
import { attempt, duty, exemption, raising, recounted, visit, type Context } from './inputs';
import { recordAttempt, recordVisit } from './made';
import { fitToVisit, writtenByAPerson } from './visitor';

const VISITORS: readonly Who[] = ['steward', 'front_desk', theSteward, ...SUPERIORS];
const iso = (at: number): string => new Date(at).toISOString();

/**
 * The return visit (回访) that every finished repair and complaint owes its requester, with its own clock, as many attempts
 * as it takes, and what comes of it [D-01]…[D-10].
 */
export const returnVisitCase = defineCase({
  type: 'return-visit',
  responsible: 'steward',
  prefix: 'HF',
  stages: ['due', 'exempting', 'recorded', 'reviewed', 'exempt'],
  finalStages: ['reviewed', 'exempt'],
  root: { type: 'ticket', by: 'ticket' },
  relatives: {
    attempts: { type: 'visit-attempt', by: 'visit' },
    raised: { type: 'ticket', by: 'raisedOnVisit' },
  },
  editable: [],
  receivedAt: 'dutySince',
  actions: {
    arise: {
      internal: true,
      from: 'nothing',
      to: ['due', 'exempt'],
      who: ['system'],
      rules: ['D-01', 'D-02', 'D-05'],
      input: duty,
      at: (input: z.output<typeof duty>) => input.dutySince,
      then: arise,
    },
    recount: {
      internal: true,
      from: ['due', 'exempting'],
      to: ['due', 'exempting'],
      who: ['system'],
      rules: ['D-01', 'D-02'],
      input: recounted,
      then: recount,
    },
    entrust: {
      from: ['due', 'exempting'],
      to: 'same',
      who: SUPERIORS,
      rules: ['D-01'],
      input: z.object({ steward: reference('staff-member') }),
      needs: ['orders'],
      requires: (context: ActionContext<CaseRecord, { steward: string }>) =>
        fitToVisit(context, context.input.steward, 'steward'),
      then: ({ input }: ActionContext<CaseRecord, { steward: string }>) => ({
        set: input,
        messages: [{ template: 'visit_due', to: { staff: input.steward } }],
      }),
    },
    record: {
      from: ['due', 'exempting'],
      to: 'recorded',
      who: VISITORS,
      rules: ['D-03', 'D-06', 'D-07', 'D-09', 'D-10'],
      input: visit,
      needs: ['orders', 'visits'],
      at: (input: z.output<typeof visit>) => input.visitedAt ?? undefined,
      requires: (context: Context<typeof visit>) =>
        writtenByAPerson(context) ??
        formIsWhole(context.input) ??
        formIsOpen(context, context.input.form) ??
        fitToVisit(context, context.input.visitor) ??
        matterIsWhole(context.input),
      then: recordVisit,
    },
    attempt: {
      from: ['due', 'exempting'],
      to: 'same',
      who: VISITORS,
      rules: ['D-07'],
      input: attempt,
      needs: ['orders'],
      at: (input: z.output<typeof attempt>) => input.visitedAt ?? undefined,
      requires: (context: Context<typeof attempt>) =>
        writtenByAPerson(context) ?? fitToVisit(context, context.input.visitor),
      then: recordAttempt,
    },
    answer_by_letter: {
      internal: true,
      from: ['due', 'exempting'],
      to: 'recorded',
      who: ['system'],
      rules: ['D-03', 'D-08'],
      input: letterGiven,
      needs: ['orders', 'visits'],
      requires: (context: Context<typeof letterGiven>) =>
        writtenByAPerson(context) ??
        formIsOpen(context, 'open_letter') ??
        ofTheBranch(context) ??
        fitToVisit(context, null),
      then: answerByLetter,
    },
    ask_exemption: {
      from: ['due'],
      to: 'exempting',
      who: VISITORS,
      rules: ['D-01'],
      input: exemption,
      needs: ['attempts'],
      requires: borneOut,
      then: askExemption,
    },
    exempt: {
      from: ['exempting'],
      to: 'exempt',
      who: SUPERIORS,
      rules: ['D-01'],
      input: z.object({ note: text(1000).nullish() }),
      requires: (context: ActionContext) => writtenByAPerson(context) ?? byAnotherThanTheAsker(context),
      then: exempt,
    },
    deny_exemption: {
      from: ['exempting'],
      to: 'due',
      who: SUPERIORS,
      rules: ['D-01'],
      input: z.object({ reason: someText(1000) }),
      then: denyExemption,
    },
    raise: {
      from: ['due', 'exempting', 'recorded', 'reviewed'],
      to: 'same',
      who: VISITORS,
      rules: ['D-06'],
      input: raising,
      requires: (context: Context<typeof raising>) =>
        writtenByAPerson(context) ?? answeredOrPromised(context.input),
      then: ({ record, input, relatives }: Context<typeof raising>) => ({
        follow: [newRequest(input, relatives.root?.[0], { raisedOnVisit: record.documentId })],
      }),
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

/** Owed, or where nobody is known who could be visited, exempt from the start. */
function arise({ input, at }: Context<typeof duty>): Outcome<'due' | 'exempt'> {
  const set = { ...input, cycleSince: input.dutySince, dutyKey: input.requested ? null : dutyKey(input) };
  if (input.exemptReason) return { stage: 'exempt', set: { ...set, exemptedAt: iso(at) } };
  return { stage: 'due', set, messages: [{ template: 'visit_due', to: { post: 'steward' } }] };
}

/**
 * The work was finished again before anybody called, or the water test came later: it counts from then. An exemption that was
 * asked for what was done before says nothing of what was done since.
 */
function recount({ record, input }: Context<typeof recounted>): Outcome<'due' | 'exempting'> {
  const before = Number(record.ofCycle ?? 1);
  const ofCycle = input.ofCycle ?? before;
  const { dutySince } = input;
  const stays = record.stage === 'exempting' && ofCycle === before;
  return {
    stage: stays ? 'exempting' : 'due',
    set: {
      ...(stays ? {} : NO_EXEMPTION),
      dutySince,
      cycleSince: dutySince,
      ofCycle,
      dutyKey: record.requested ? null : dutyKey({ ticket: String(record.ticket), ofCycle }),
    },
  };
}

/** What the database keeps single: one duty for each cycle of a request [D-01]. */
const dutyKey = ({ ticket, ofCycle }: { ticket: string; ofCycle: number }): string => `${ticket}:${ofCycle}`;
