import { z } from 'zod';
import { defineCase } from '../../rules/cases/define';
import { moment, oneOf, reference, signature, text } from '../../rules/cases/inputs';
import { SUPERIORS } from '../../rules/cases/people';
import type { ActionContext, CaseRecord, Outcome, Who } from '../../rules/cases/types';
import { conflict, invalid, type Refusal } from '../../rules/refusal';
import { textToSign } from '../../rules/signed-text';
import { SATISFACTIONS, VISIT_OUTCOMES } from '../../rules/terms';
import { enumWord } from '../../rules/words/enums';
import { writtenByAPerson } from '../return-visit/visitor';
import {
  answeredOrPromised,
  matterIn,
  matterIsWhole,
  matterRaised,
  newMatter,
  newRequest,
} from '../ticket/raised';

const call = z.object({
  plan: reference('house-call-plan').nullish(),
  unit: reference('unit'),
  steward: reference('staff-member').nullish(),
  calledAt: moment().nullish(),
  outcome: oneOf(VISIT_OUTCOMES).default('reached'),
  interviewee: text(100).nullish(),
  said: text().nullish(),
  opinion: text().nullish(),
  satisfaction: oneOf(SATISFACTIONS).nullish(),
  signature: signature().nullish(),
  signerName: text(100).nullish(),
  note: text(1000).nullish(),
  ...newMatter,
});
const raising = z.object(matterRaised);

type Calling = ActionContext<CaseRecord, z.output<typeof call>>;
type Raising = ActionContext<CaseRecord, z.output<typeof raising>>;

const CALLERS: readonly Who[] = ['steward', 'front_desk', ...SUPERIORS];

/** What the records know of the home and of the plan of a call. */
export interface CallPlaced {
  readonly planStage: string | null;
  /** Whether the plan is about this home; true without a plan. */
  readonly inPlan: boolean;
}

/** One call on a household (走访记录): who, where, whom he met and what was said; written by a person only [D-12]. */
export const houseCallCase = defineCase({
  type: 'house-call',
  prefix: 'ZF',
  stages: ['on_record'],
  finalStages: ['on_record'],
  relatives: { raised: { type: 'ticket', by: 'raisedOnCall' } },
  editable: [],
  actions: {
    record: {
      from: 'nothing',
      to: 'on_record',
      who: CALLERS,
      rules: ['D-06', 'D-12'],
      input: call,
      asks: ['call_placed'],
      at: (input: z.output<typeof call>) => input.calledAt ?? undefined,
      requires: (context: Calling) =>
        writtenByAPerson(context) ??
        someoneCalled(context) ??
        somethingSaid(context) ??
        matterIsWhole(context.input) ??
        ofThePlan(context),
      then: recordCall,
    },
    raise: {
      from: ['on_record'],
      to: 'same',
      who: CALLERS,
      rules: ['D-06'],
      input: raising,
      requires: (context: Raising) => writtenByAPerson(context) ?? answeredOrPromised(context.input),
      then: ({ record, input }: Raising) => ({ follow: [raisedOn(record, record.documentId, input)] }),
    },
  },
});

/** The steward named, or else the member of staff who writes it down. */
function callerOf({ input, actor, office }: Calling): string | null {
  if (input.steward) return input.steward;
  return actor.id !== null && office.directory.staff.has(actor.id) ? actor.id : null;
}

function recordCall(context: Calling): Outcome<'on_record'> {
  const { record, input, at } = context;
  const { newMatter: _matter, newMatterKind: _kind, promisedReplyAt: _by, ...said } = input;
  const raised = matterIn(input);
  const signerName = input.signature ? (input.signerName ?? input.interviewee ?? null) : null;
  return {
    set: {
      ...said,
      signerName,
      signedText: input.signature ? textOfCall(input) : null,
      steward: callerOf(context),
      calledAt: new Date(at).toISOString(),
    },
    follow: raised ? [raisedOn(input, record.documentId, raised)] : [],
  };
}

/** The text that whoever was called on puts his name to: what he said, and how he judges the office. */
const textOfCall = ({ interviewee, said, opinion, satisfaction }: Calling['input']): string =>
  textToSign([
    ['受访人', interviewee],
    ['受访人陈述', said],
    ['意见建议', opinion],
    ['满意度', satisfaction && enumWord('house-call', 'satisfaction', satisfaction)?.zh],
  ]);

const raisedOn = (
  of: Readonly<Record<string, unknown>>,
  raisedOnCall: string,
  matter: { readonly matter: string },
) =>
  newRequest(
    { channel: 'house_call', ...matter },
    { unit: of.unit, requesterName: of.interviewee },
    { raisedOnCall },
  );

function someoneCalled(context: Calling): Refusal | undefined {
  const caller = callerOf(context);
  if (caller === null) return invalid('VISITOR_MISSING', { field: 'steward' });
  const gone = context.office.directory.staff.get(caller)?.active === false;
  return gone ? invalid('VISITOR_INACTIVE', { field: 'steward' }) : undefined;
}

/** Whoever was met has a name, and said something. */
function somethingSaid({ input }: Calling): Refusal | undefined {
  if (input.outcome !== 'reached') return undefined;
  const missing = (['interviewee', 'said'] as const).find((field) => !input[field]?.trim());
  return missing ? invalid('TEXT_EMPTY', { field: missing }) : undefined;
}

function ofThePlan({ input, answers }: Calling): Refusal | undefined {
  const placed = answers.call_placed as CallPlaced | undefined;
  if (!input.plan || !placed) return undefined;
  if (placed.planStage !== 'under_way') return conflict('PLAN_CLOSED', { field: 'plan' });
  return placed.inPlan ? undefined : invalid('UNIT_NOT_IN_PLAN', { field: 'unit', unit: input.unit });
}
