import { z } from 'zod';
import { defineCase } from '../../rules/cases/define';
import { moment, reference, someText } from '../../rules/cases/inputs';
import { SUPERIORS } from '../../rules/cases/people';
import {
  POSTS,
  type ActionContext,
  type CaseRecord,
  type Entitlement,
  type Outcome,
} from '../../rules/cases/types';
import { conflict, forbidden, invalid, type Refusal } from '../../rules/refusal';
import { ROUTE_STEPS } from '../../rules/routing/route';

const offer = z.object({
  ticket: reference('ticket'),
  receiver: reference('staff-member'),
  reason: someText(1000),
});

const referral = offer.extend({ step: z.enum(ROUTE_STEPS) });

const said = z.object({ reason: someText(1000) });

type Offering = ActionContext<CaseRecord, z.output<typeof offer> & { step?: string }>;
type Saying = ActionContext<CaseRecord, z.output<typeof said>>;

const iso = (at: number): string => new Date(at).toISOString();

/** Stands in that relation to the hand-over in person: nobody accepts or takes back in another's name. */
const the = (name: string, attribute: string): Entitlement => ({
  name,
  test: (actor, record) => actor.kind === 'staff' && actor.id !== null && record[attribute] === actor.id,
});
const theReceiver = the('the_receiver', 'receiver');
const theGiver = the('the_giver', 'giver');

/** Stages of a request in which somebody still answers for it. */
const ENDED: ReadonlySet<unknown> = new Set(['closed', 'cancelled']);

/**
 * The hand-over (转交) of a request from the one accountable for it to another: offered, then accepted or refused with a
 * reason or taken back; until it is accepted the giver stays accountable.
 */
export const handOverCase = defineCase({
  type: 'hand-over',
  responsible: 'receiver',
  prefix: 'ZJ',
  stages: ['proposed', 'awaiting_feedback', 'taken_on', 'declined', 'taken_back', 'lapsed'],
  finalStages: ['taken_on', 'declined', 'taken_back', 'lapsed'],
  root: { type: 'ticket', by: 'ticket' },
  editable: [],
  actions: {
    offer: {
      from: 'nothing',
      to: 'proposed',
      // Whoever is accountable may, whatever his post; `requires` looks who that is.
      who: POSTS,
      rules: ['A-04'],
      input: offer,
      needs: ['handOvers'],
      requires: (context: Offering) => itsOwnToGive(context) ?? canBeOffered(context),
      then: offered,
    },
    refer: {
      internal: true,
      from: 'nothing',
      to: 'proposed',
      who: ['system'],
      rules: ['A-05'],
      input: referral,
      needs: ['handOvers'],
      requires: (context: Offering) => canBeOffered(context),
      then: offered,
    },
    accept: {
      from: ['proposed'],
      to: ['awaiting_feedback', 'taken_on'],
      who: [theReceiver],
      rules: ['A-04'],
      input: z.object({}),
      requires: receiverStillThere,
      then: accept,
    },
    refuse: {
      from: ['proposed'],
      to: 'declined',
      who: [theReceiver],
      rules: ['A-04'],
      input: said,
      then: ({ record, input, at }: Saying) => ({
        set: { declinedAt: iso(at), declineReason: input.reason, openFor: null },
        note: input.reason,
        messages: [{ template: 'hand_over_declined', to: { staff: String(record.giver) } }],
      }),
    },
    take_back: {
      from: ['proposed'],
      to: 'taken_back',
      who: [theGiver, ...SUPERIORS],
      rules: ['A-04'],
      input: said,
      then: ({ record, input, at }: Saying) => ({
        set: { takenBackAt: iso(at), openFor: null },
        note: input.reason,
        messages: [{ template: 'hand_over_taken_back', to: { staff: String(record.receiver) } }],
      }),
    },
    lapse: {
      internal: true,
      from: ['proposed', 'awaiting_feedback'],
      to: ['lapsed', 'taken_on'],
      who: ['system'],
      rules: ['A-04'],
      input: z.object({}),
      then: ({ record }: ActionContext) => ({
        stage: record.stage === 'proposed' ? 'lapsed' : 'taken_on',
        set: { openFor: null },
      }),
    },
    feed_back: {
      internal: true,
      from: ['awaiting_feedback'],
      to: 'taken_on',
      who: ['system'],
      rules: ['A-07'],
      input: z.object({ feedbackAt: moment() }),
      then: ({ input }: ActionContext<CaseRecord, { feedbackAt: string }>) => ({
        set: input,
      }),
    },
  },
});

const ticketOf = ({ relatives }: Pick<ActionContext, 'relatives'>): CaseRecord | undefined =>
  relatives.root?.[0];

/** A request is handed on by the one accountable for it, or by a superior. */
function itsOwnToGive(context: Offering): Refusal | undefined {
  const { actor } = context;
  if (actor.kind !== 'staff' || actor.posts.some((post) => SUPERIORS.includes(post))) return undefined;
  const ticket = ticketOf(context);
  return ticket?.accountable === actor.id
    ? undefined
    : forbidden('NOT_ACCOUNTABLE', { number: ticket?.number ?? null });
}

/** There is something to hand on, to somebody else who is there, and not to two at once. */
function canBeOffered(context: Offering): Refusal | undefined {
  const { input, office, relatives } = context;
  const ticket = ticketOf(context);
  if (!ticket || ENDED.has(ticket.stage)) {
    return conflict('TICKET_NOT_OPEN', { number: ticket?.number ?? null, stage: ticket?.stage ?? null });
  }
  if (input.receiver === ticket.accountable) return invalid('RECEIVER_IS_GIVER', { field: 'receiver' });
  if (!office.directory.staff.get(input.receiver)?.active) {
    return invalid('RECEIVER_NOT_ACTIVE', { field: 'receiver' });
  }
  const open = relatives.handOvers?.find(({ stage }) => stage === 'proposed');
  return open ? conflict('HAND_OVER_OPEN', { number: open.number }) : undefined;
}

/** Whoever has left since he was offered the request, or since he asked for it, does not come to answer for it. */
function receiverStillThere({ record, office }: ActionContext): Refusal | undefined {
  const there = office.directory.staff.get(String(record.receiver))?.active;
  return there ? undefined : conflict('RECEIVER_NOT_ACTIVE', { number: record.number });
}

function offered(context: Offering): Outcome<'proposed'> {
  const { input, office, at } = context;
  const giver = String(ticketOf(context)?.accountable);
  const departmentOf = (id: string) => office.directory.staff.get(id)?.department ?? null;
  return {
    set: {
      ...input,
      step: input.step ?? 'named',
      giver,
      fromDepartment: departmentOf(giver),
      toDepartment: departmentOf(input.receiver),
      offeredAt: iso(at),
      cycleSince: iso(at),
      openFor: input.ticket,
    },
    note: input.reason,
    messages: [{ template: 'hand_over_offered', to: { staff: input.receiver } }],
  };
}

/** From now on it is his; between two departments it is followed until the requester has heard of it. */
function accept({ record, at }: ActionContext): Outcome<'awaiting_feedback' | 'taken_on'> {
  const { toDepartment, fromDepartment } = record;
  const leaves = (toDepartment ?? null) !== (fromDepartment ?? null);
  return {
    stage: leaves ? 'awaiting_feedback' : 'taken_on',
    set: { acceptedAt: iso(at), openFor: null },
    follow: [
      {
        type: 'ticket',
        id: String(record.ticket),
        action: 'take_charge',
        input: { accountable: record.receiver },
      },
    ],
    messages: [{ template: 'hand_over_accepted', to: { staff: String(record.giver) } }],
  };
}
