import { z } from 'zod';
import { moment, oneOf, someText } from '../../rules/cases/inputs';
import type { ActionContext, CaseRecord, FollowUp, Outcome } from '../../rules/cases/types';
import { conflict, invalid, type Refusal } from '../../rules/refusal';
import { COMPLAINT_CAUSES } from '../../rules/terms';
import { isComplaint, ON_COMPLAINTS, onlyComplaints, OPEN } from './complaint';
import { onRework } from './rework';
import { requesterTold } from './responsibility';

type Context<Schema extends z.ZodType> = ActionContext<CaseRecord, z.output<Schema>>;

const iso = (at: number): string => new Date(at).toISOString();
const TILL_CLOSED = [...OPEN, 'completed'] as const;

const finding = z.object({ complaintCause: oneOf(COMPLAINT_CAUSES), finding: someText() });

const apology = z.object({ apology: someText(), apologisedAt: moment().nullish() });

const meeting = z.object({
  meetingAt: moment(),
  meetingPlace: someText(255),
  meetingPresent: someText(1000),
  meetingResult: someText(),
  meetingOnSite: z.boolean().default(false),
});

const outcome = z.object({ outcome: someText(), outcomeKnownAt: moment().nullish() });

const telling = z.object({ outcomeToldTo: someText(100), outcomeToldAt: moment().nullish() });

function outcomeKnown({ record }: ActionContext) {
  return record.outcome ? undefined : conflict('OUTCOME_MISSING', { number: record.number });
}

/** Nobody hears of an outcome before it is known [C-08]. */
function notToldBefore({ record, at }: ActionContext) {
  const since = record.outcomeKnownAt;
  if (typeof since !== 'string' || at >= Date.parse(since)) return undefined;
  return invalid('MOMENT_BEFORE_STEP', { field: 'outcomeToldAt', since });
}

/** How a complaint is looked into and settled: cause, apology, meeting, outcome [E-03][E-05][C-08]. */
export const settlementActions = {
  find_cause: {
    from: TILL_CLOSED,
    to: 'same',
    who: ON_COMPLAINTS,
    rules: ['E-03'],
    input: finding,
    requires: onlyComplaints,
    then: ({ input }: Context<typeof finding>): Outcome<never> => ({ set: input }),
  },
  apologise: {
    from: TILL_CLOSED,
    to: 'same',
    who: [...ON_COMPLAINTS, onRework],
    rules: ['E-03', 'B-09'],
    input: apology,
    at: (input: z.output<typeof apology>) => input.apologisedAt ?? undefined,
    requires: (context: ActionContext) => (context.record.rework ? undefined : onlyComplaints(context)),
    then: ({ input, at, actor }: Context<typeof apology>): Outcome<never> => ({
      set: { apology: input.apology, apologisedAt: iso(at), apologisedBy: actor.name },
    }),
  },
  record_meeting: {
    from: TILL_CLOSED,
    to: 'same',
    who: ON_COMPLAINTS,
    rules: ['E-03', 'E-05'],
    input: meeting,
    at: (input: z.output<typeof meeting>) => input.meetingAt,
    requires: onlyComplaints,
    then: ({ input }: Context<typeof meeting>): Outcome<never> => ({ set: input }),
  },
  record_outcome: {
    from: TILL_CLOSED,
    to: 'same',
    who: ON_COMPLAINTS,
    rules: ['C-08'],
    input: outcome,
    at: (input: z.output<typeof outcome>) => input.outcomeKnownAt ?? undefined,
    requires: onlyComplaints,
    then: ({ input, at }: Context<typeof outcome>): Outcome<never> => ({
      set: { outcome: input.outcome, outcomeKnownAt: iso(at), outcomeToldAt: null, outcomeToldTo: null },
    }),
  },
  tell_outcome: {
    from: TILL_CLOSED,
    to: 'same',
    who: ON_COMPLAINTS,
    rules: ['C-08', 'A-07'],
    input: telling,
    needs: ['handOvers'],
    at: (input: z.output<typeof telling>) => input.outcomeToldAt ?? undefined,
    requires: (context: ActionContext) =>
      onlyComplaints(context) ?? outcomeKnown(context) ?? notToldBefore(context),
    then: ({ input, at, relatives }: Context<typeof telling>): Outcome<never> => ({
      set: { outcomeToldAt: iso(at), outcomeToldTo: input.outcomeToldTo },
      follow: requesterTold(relatives, at),
    }),
  },
} as const;

/** What a reopened complaint has to forget: its outcome is to be found and told anew. */
export const NO_OUTCOME = { outcome: null, outcomeKnownAt: null, outcomeToldAt: null, outcomeToldTo: null };

/** With the complaint completed its outcome is known, if it was not before; an anonymous one has nobody to tell. */
export function outcomeOf({
  record,
  result,
  at,
}: {
  record: CaseRecord;
  result: unknown;
  at: number;
}): FollowUp[] {
  const known = record.outcome ?? (typeof result === 'string' && result.trim() !== '' ? null : 'unsaid');
  if (!isComplaint(record) || record.anonymous || known !== null) return [];
  const input = { outcome: result, outcomeKnownAt: iso(at) };
  return [{ type: 'ticket', id: 'self', action: 'record_outcome', input }];
}

type Judged = Pick<ActionContext, 'record' | 'actor'>;

/** Whether a register of another office, or a request of another kind, is spoken of. */
const exempted = ({ record, actor }: Judged): boolean => !isComplaint(record) || actor.kind === 'import';

/**
 * What a complaint cannot be settled without: the company at fault apologises; where several are, the heads concerned
 * have met on site [E-03]; what a department could not solve was met upon by those responsible [E-05].
 */
export function settled(judged: Judged): Refusal | undefined {
  if (exempted(judged)) return undefined;
  const {
    number,
    complaintCause,
    complaintClass,
    apology: said,
    escalatedAt,
    meetingAt,
    meetingOnSite,
  } = judged.record;
  if (escalatedAt && !(meetingAt && String(meetingAt) >= String(escalatedAt)))
    return conflict('MEETING_MISSING', { number });
  if (complaintClass === 'invalid') return undefined;
  if (complaintCause === 'by_company' && !said) return conflict('APOLOGY_MISSING', { number });
  return complaintCause === 'by_several' && !(meetingAt && meetingOnSite)
    ? conflict('JOINT_MEETING_MISSING', { number })
    : undefined;
}

/** A complaint closes with its class, its cause and its outcome told, and with all that its cause asks for. */
export function complaintClosable(judged: Judged): Refusal | undefined {
  if (exempted(judged)) return undefined;
  const { number, complaintCause, complaintClass, anonymous, outcomeToldAt } = judged.record;
  if (!complaintClass) return conflict('COMPLAINT_NOT_CLASSED', { number });
  if (!complaintCause && complaintClass !== 'invalid') return conflict('COMPLAINT_CAUSE_MISSING', { number });
  return (
    settled(judged) ?? (anonymous || outcomeToldAt ? undefined : conflict('OUTCOME_NOT_TOLD', { number }))
  );
}
