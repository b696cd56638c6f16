import { z } from 'zod';
import { moment } from '../../rules/cases/inputs';
import { DISPATCHERS } from '../../rules/cases/people';
import type {
  ActionContext,
  Actor,
  CaseRecord,
  Entitlement,
  LinkDefinition,
  Message,
  Outcome,
} from '../../rules/cases/types';
import { conflict, invalid, type Refusal } from '../../rules/refusal';

/** What a contractor may answer by a one-time link, and what each answer does to the order [B-03]. */
export const orderLinks = {
  holder: 'contractor',
  lastsFrom: 'appointmentTo',
  over: ['done', 'signed', 'filed', 'cancelled'],
  answers: {
    accept: [
      { action: 'accept', fields: [] },
      { action: 'announce', fields: ['arrivesAt'] },
    ],
    refuse: [{ action: 'hand_back', fields: ['reason'] }],
    arrive: [{ action: 'arrive', fields: ['arrivedAt'] }],
    begin: [
      { action: 'consent', fields: ['workEstablished', 'consentedBy', 'priceAccepted'] },
      { action: 'start', fields: [] },
    ],
    start: [{ action: 'start', fields: [] }],
    finish: [{ action: 'finish', fields: ['workDone', 'materials', 'waterTestAt', 'apology'] }],
  },
} as const satisfies LinkDefinition;

export const arrivalSaid = z.object({ arrivesAt: moment() });

type Said = ActionContext<CaseRecord, z.output<typeof arrivalSaid>>;

/** Whoever says when he will be there speaks of what is to come. */
export const arrivalAhead = ({ input, now }: Said): Refusal | undefined =>
  Date.parse(input.arrivesAt) > now ? undefined : invalid('ARRIVAL_PAST', { field: 'arrivesAt' });

export const announce = ({ input }: Said): Outcome => ({ set: { arrivesAt: input.arrivesAt } });

/** A contractor who has answered gets the link for what comes after. */
export const nextReport = ({ kind, id }: Actor): Message[] =>
  kind === 'contractor' && id !== null
    ? [{ template: 'order_next_report', to: { contractor: id }, link: true }]
    : [];

/** The contractor from whom an order is taken is told so. */
export const fromContractor = (
  { contractor, stage }: CaseRecord,
  to: { readonly contractor?: unknown },
): Message[] =>
  typeof contractor === 'string' && stage !== 'drafted' && contractor !== to.contractor
    ? [{ template: 'order_withdrawn', to: { contractor } }]
    : [];

/** Those who give work out, on an order that a contractor has: on any other there is no link to send. */
export const linkSender: Entitlement = {
  name: 'link_sender',
  test: (actor, record) =>
    actor.kind === 'staff' &&
    typeof record.contractor === 'string' &&
    actor.posts.some((post) => DISPATCHERS.includes(post)),
};

export const withContractor = ({ record }: ActionContext): Refusal | undefined =>
  typeof record.contractor === 'string' ? undefined : conflict('NO_CONTRACTOR', { number: record.number });

/** A link that was lost or has expired is replaced by a new one; the old one is void. */
export const tellContractor = ({ record }: ActionContext): Outcome => ({
  messages: [
    {
      template: record.acceptedAt ? 'order_next_report' : 'order_dispatched',
      to: { contractor: String(record.contractor) },
      link: true,
    },
  ],
});
