import { z } from 'zod';
import { moment, reference, someText } from '../../rules/cases/inputs';
import { SUPERIORS, theAccountable, theHandler } from '../../rules/cases/people';
import type {
  ActionContext,
  ActionDefinition,
  CaseRecord,
  FollowUp,
  Outcome,
  Relatives,
  Who,
} from '../../rules/cases/types';
import { conflict, invalid, type Refusal } from '../../rules/refusal';
import { firstAsked } from '../../rules/routing/first-asked';
import type { Route } from '../../rules/routing/route';
import { routeOfTicket } from '../../rules/routing/ticket-route';

type Concerned = Pick<ActionContext, 'actor' | 'answers' | 'office'>;
type Given = Readonly<Record<string, unknown>>;
type TicketStage = 'registered' | 'assigned' | 'in_progress' | 'waiting' | 'completed';

const iso = (at: number): string => new Date(at).toISOString();

/** The member of staff whose the request is from its intake on; null when the register has nobody. */
function takenInBy({ actor, answers, office }: Concerned): string | null {
  const { steward } = answers;
  return firstAsked({
    directory: office.directory,
    taker: actor.kind === 'staff' ? actor.id : null,
    steward: typeof steward === 'string' ? steward : null,
  });
}

/** Nothing is taken in that nobody answers for. */
export function somebodyAccountable(context: Concerned): Refusal | undefined {
  return takenInBy(context) === null ? conflict('NOBODY_ACCOUNTABLE') : undefined;
}

/** Whose the new request is, and since when. */
export function accountableAtIntake(context: Concerned & Pick<ActionContext, 'at'>): Given {
  return { accountable: takenInBy(context), accountableSince: iso(context.at) };
}

/**
 * Whose a request is that is taken up again: still his who answered for it, unless he has left; then
 * it is taken in anew.
 */
export function accountableAgain(context: Concerned & Pick<ActionContext, 'at' | 'record'>): Given {
  const { accountable } = context.record;
  const before =
    typeof accountable === 'string' ? context.office.directory.staff.get(accountable) : undefined;
  return before?.active ? {} : accountableAtIntake(context);
}

/** Kinds that an answer settles; what must be repaired or looked into is not over with an answer. */
const ANSWERABLE: ReadonlySet<unknown> = new Set(['inquiry', 'suggestion', 'help', 'paid_service']);
/** Kinds of which nothing but an answer is owed, so that it is promised for a time. */
export const ANSWER_OWED: ReadonlySet<unknown> = new Set(['inquiry', 'suggestion', 'help']);

/** What is known of a request before it has been answered; a request taken up again is answered anew. */
export const NOT_REPLIED = { promisedReplyAt: null, repliedAt: null, answer: null } as const;

type Intake = ActionContext<
  CaseRecord,
  Given & {
    readonly kind: string;
    readonly answer?: string | null | undefined;
    readonly promisedReplyAt?: string | null | undefined;
    readonly requesterName?: string | null | undefined;
  }
>;

/** A reply promised for later than in a year is a slip of the keyboard, or none. */
const LONGEST_PROMISE_DAYS = 366;

const isAnswered = ({ input }: Pick<Intake, 'input'>): boolean => Boolean(input.answer?.trim());

/**
 * What is answered at once is answered and closed at intake, as far as an answer settles its kind and it is no emergency; what staff cannot answer
 * at once carries the time by which they promised to; what comes by itself or follows from other work has the office's own.
 */
export function replyOwed({ input, actor, now, at }: Intake, urgency: () => unknown): Refusal | undefined {
  const { kind, promisedReplyAt } = input;
  if (isAnswered({ input })) {
    if (!ANSWERABLE.has(kind) || urgency() === 'urgent')
      return invalid('ANSWER_NOT_ENOUGH', { field: 'answer', kind });
    return promisedReplyAt ? invalid('PROMISE_NEEDLESS', { field: 'promisedReplyAt' }) : undefined;
  }
  if (!promisedReplyAt) {
    const byHand = actor.kind === 'staff' && actor.via !== 'follow';
    const owed = byHand && ANSWER_OWED.has(kind);
    return owed ? invalid('PROMISE_MISSING', { field: 'promisedReplyAt', kind }) : undefined;
  }
  const since = actor.kind === 'import' ? at : now;
  const promised = Date.parse(promisedReplyAt);
  if (promised <= since) return invalid('PROMISE_PAST', { field: 'promisedReplyAt', at: promisedReplyAt });
  return promised > since + LONGEST_PROMISE_DAYS * 86_400_000
    ? invalid('PROMISE_TOO_FAR', { field: 'promisedReplyAt', days: LONGEST_PROMISE_DAYS })
    : undefined;
}

/** What is on record of a request that was answered as it came in; undefined where it was not. */
export function answeredAtIntake({ input, at }: Intake): Given | undefined {
  if (!isAnswered({ input })) return undefined;
  return {
    result: input.answer,
    repliedAt: iso(at),
    completedAt: iso(at),
    confirmedAt: iso(at),
    confirmedWith: input.requesterName ?? null,
    closedAt: iso(at),
  };
}

const handOversAt = (relatives: Relatives, ...stages: string[]): readonly CaseRecord[] =>
  (relatives.handOvers ?? []).filter(({ stage }) => stages.includes(stage));

const onHandOver = ({ documentId: id }: CaseRecord, action: string, input: Given = {}): FollowUp => ({
  type: 'hand-over',
  id,
  action,
  input,
});

/** The requester has heard how his matter stands: the hand-overs that waited for it are settled. */
export const requesterTold = (relatives: Relatives, at: number): FollowUp[] =>
  handOversAt(relatives, 'awaiting_feedback').map((one) =>
    onHandOver(one, 'feed_back', { feedbackAt: iso(at) }),
  );

/** A request that is closed with its requester: he has had feedback, and what is still offered lapses. */
export const handOversSettled = (relatives: Relatives, at: number): FollowUp[] => [
  ...requesterTold(relatives, at),
  ...handOversAt(relatives, 'proposed').map((one) => onHandOver(one, 'lapse')),
];

/** A request that is called off: nothing of it is handed over or waited for any more. */
export const handOversEnd = (relatives: Relatives): FollowUp[] =>
  handOversAt(relatives, 'proposed', 'awaiting_feedback').map((one) => onHandOver(one, 'lapse'));

const AT_WORK = ['registered', 'assigned', 'in_progress', 'waiting'] as const;
const OPEN: readonly TicketStage[] = [...AT_WORK, 'completed'];

/** Whoever accepted follows up and replies; so may who works on it, and those above. */
const WHO_REPLIES: readonly Who[] = [theAccountable, theHandler, ...SUPERIORS, 'import'];

const reply = z.object({ answer: someText(), repliedAt: moment().nullish() });
const feedback = z.object({ told: someText(1000), toldAt: moment().nullish() });
const referral = z.object({
  department: reference('department').nullish(),
  severalDepartments: z.boolean().default(false),
  reason: someText(1000),
});
const charge = z.object({ accountable: reference('staff-member') });

type Context<Schema extends z.ZodType> = ActionContext<CaseRecord, z.output<Schema>>;

const onTicket = ({ documentId: id }: CaseRecord, action: string, input: Given): FollowUp => ({
  type: 'ticket',
  id,
  action,
  input,
});

/** What the one accountable for a request does about it besides the work: answering, telling, handing on. */
export const RESPONSIBILITY = {
  refer: {
    from: OPEN,
    to: 'same',
    who: [theAccountable, ...SUPERIORS],
    rules: ['A-05'],
    input: referral,
    requires: (context: Context<typeof referral>) => routeRefused(whereTo(context)),
    then: (context: Context<typeof referral>) => {
      const { record, input } = context;
      const route = whereTo(context);
      const { step } = route;
      const receiver = 'to' in route ? route.to : null;
      return {
        follow: [
          {
            type: 'hand-over',
            id: 'new',
            action: 'refer',
            input: { ticket: record.documentId, receiver, step, reason: input.reason },
          },
        ],
        note: input.reason,
      };
    },
  },
  reply: {
    from: OPEN,
    to: 'same',
    who: WHO_REPLIES,
    rules: ['A-03', 'A-07', 'A-10'],
    input: reply,
    needs: ['handOvers'],
    at: (input: z.output<typeof reply>) => input.repliedAt ?? undefined,
    then: replied,
  },
  answer: {
    from: AT_WORK,
    to: 'same',
    who: WHO_REPLIES,
    rules: ['A-02', 'A-03', 'A-10'],
    input: reply,
    needs: ['handOvers'],
    at: (input: z.output<typeof reply>) => input.repliedAt ?? undefined,
    requires: ({ record: { kind } }: ActionContext) =>
      ANSWERABLE.has(kind) ? undefined : conflict('ANSWER_NOT_ENOUGH', { field: 'answer', kind }),
    then: (context: Context<typeof reply>) => {
      const { record, input, at } = context;
      const { set, follow = [] } = replied(context);
      return {
        set,
        follow: [...follow, onTicket(record, 'complete', { result: input.answer, completedAt: iso(at) })],
      };
    },
  },
  feedback: {
    from: OPEN,
    to: 'same',
    who: WHO_REPLIES,
    rules: ['A-07'],
    input: feedback,
    needs: ['handOvers'],
    at: (input: z.output<typeof feedback>) => input.toldAt ?? undefined,
    then: ({ input, relatives, at }: Context<typeof feedback>) => ({
      follow: requesterTold(relatives, at),
      note: input.told,
    }),
  },
  take_charge: {
    internal: true,
    from: OPEN,
    to: 'same',
    who: ['system'],
    rules: ['A-04', 'A-10'],
    input: charge,
    then: ({ record, input, at }: Context<typeof charge>) => ({
      set: {
        accountable: input.accountable,
        accountableSince: iso(at),
        handOverCount: Number(record.handOverCount ?? 0) + 1,
      },
    }),
  },
} satisfies Record<string, ActionDefinition<TicketStage>>;

function replied({ input, relatives, at }: Context<typeof reply>): Outcome<TicketStage> {
  return { set: { answer: input.answer, repliedAt: iso(at) }, follow: requesterTold(relatives, at) };
}

const whereTo = ({ record, input, office }: Context<typeof referral>): Route =>
  routeOfTicket({ ticket: record, office, ...input });

function routeRefused({ step }: Route): Refusal | undefined {
  if (step === 'own_remit') return conflict('OWN_REMIT');
  return step === 'nobody' ? conflict('NOBODY_TO_REFER_TO') : undefined;
}
