import { z } from 'zod';
import { defineCase } from '../../rules/cases/define';
import { moment, oneOf, photos, reference, signature, someText, text } from '../../rules/cases/inputs';
import { DISPATCHERS, SUPERIORS, theContractor, theTechnician } from '../../rules/cases/people';
import type {
  ActionContext,
  CaseRecord,
  FollowUp,
  Message,
  Outcome,
  Relatives,
  Who,
} from '../../rules/cases/types';
import { conflict, invalid } from '../../rules/refusal';
import { FAULT_CLASSES, PAUSE_REASONS } from '../../rules/terms';
import { containedFirst, containment, damageGoesOn } from '../ticket/emergency';
import { samePerson } from '../ticket/rework';
import {
  appointment,
  appointmentOf,
  contact,
  contactMade,
  contactOf,
  keptAfterAll,
  lapse,
  lapsing,
  miss,
  missedOnly,
  missing,
  windowInOrder,
  windowLeft,
  windowOf,
  windowOver,
} from './appointment';
import { acceptance, lineAllowed, priceAgreed, PRICED_STAGES, priceLine, writeLine } from './price';
import { fitToGo, override, overrideIn, roomFor } from './fitness';
import {
  accounting,
  contactOwed,
  explainDelay,
  given,
  givenOut,
  grab,
  handBack,
  late,
  offer,
  offeredTo,
  offering,
  ofThePool,
  passing,
  passOn,
  passOnLate,
  stillUnaccepted,
  triedNow,
} from './modes';
import {
  announce,
  arrivalAhead,
  arrivalSaid,
  fromContractor,
  linkSender,
  nextReport,
  orderLinks,
  tellContractor,
  withContractor,
} from './contractor';
import { photosAdded, photosSent } from '../../rules/photos';
import { signedText } from './signed-text';
import { OPEN_ORDER_STAGES, OPEN_STAGES } from './stages';
import {
  chargeAtDispatch,
  chargeGiven,
  chargeReasoned,
  chargeSettled,
  claiming,
  claimOpen,
  rule,
  ruling,
  rulingReasoned,
} from './warranty';

/** Who goes, for what, and when it suits [B-03]. */
const assignees = {
  technician: reference('staff-member').nullish(),
  team: reference('team').nullish(),
  contractor: reference('contractor').nullish(),
};

const order = z.object({
  ticket: reference('ticket'),
  ...assignees,
  workDescription: text().nullish(),
  ...appointment,
});

const issuing = order.extend({ ...chargeGiven, ...given });

const correction = z.object({ workDescription: text().nullish(), ...appointment }).partial();

const arrival = z.object({
  arrivedAt: moment().nullish(),
  arrivalPlace: text(255).nullish(),
  doorCode: text(64).nullish(),
});

const consent = z.object({
  workEstablished: someText(),
  consentedBy: someText(100),
  faultClass: oneOf(FAULT_CLASSES).nullish(),
  ...acceptance,
});

const rest = z.object({
  reason: oneOf(PAUSE_REASONS),
  until: moment(),
  allowedBy: someText(100),
  faultClass: oneOf(FAULT_CLASSES).nullish(),
  note: text(1000).nullish(),
});

const finish = z.object({
  workDone: someText(),
  materials: text().nullish(),
  finishedAt: moment().nullish(),
  waterTestAt: moment().nullish(),
  apology: text(1000).nullish(),
  photos: photos().nullish(),
});

const photographing = z.object({ photos: photos() });

const signing = z.object({
  signerName: text(100).nullish(),
  signature: signature().nullish(),
  noSignatureReason: text(1000).nullish(),
});

const newAppointment = z.object({
  ...appointment,
  appointmentFrom: moment(),
  appointmentTo: moment(),
  ...contact,
});

type Context<Schema extends z.ZodType> = ActionContext<CaseRecord, z.output<Schema>>;

const ON_THE_JOB: readonly Who[] = [theTechnician, ...SUPERIORS, 'import'];
/** The same with the contractor who has the order: what he may do by a link. */
const ON_THE_ORDER: readonly Who[] = [...ON_THE_JOB, theContractor];
/** Stages in which somebody has the order and is not done with it. */
const WITH_SOMEBODY = [
  'dispatched',
  'accepted',
  'arrived',
  'consented',
  'working',
  'paused',
  'no_access',
  'missed',
] as const;
const iso = (at: number): string => new Date(at).toISOString();
const NOT_PAUSED = { pausedAt: null, pauseReason: null, pausedUntil: null, pauseAllowedBy: null } as const;

/** The dispatch order (维修派工单): who goes to whom for what, from the desk and back to the clerk [B-03]…[B-08]. */
export const dispatchOrderCase = defineCase({
  type: 'dispatch-order',
  responsible: 'technician',
  prefix: 'PG',
  stages: [
    'drafted',
    'offered',
    'dispatched',
    'accepted',
    'arrived',
    'consented',
    'working',
    'paused',
    'done',
    'signed',
    'filed',
    'no_access',
    'missed',
    'cancelled',
  ],
  finalStages: ['filed', 'cancelled'],
  root: { type: 'ticket', by: 'ticket' },
  appointment: { of: appointmentOf, lapse: 'lapse' },
  links: orderLinks,
  editable: Object.keys(correction.shape),
  toSign: signedText,
  actions: {
    draft: {
      from: 'nothing',
      to: 'drafted',
      who: DISPATCHERS,
      rules: ['B-03'],
      input: order,
      needs: ['orders'],
      asks: ['home'],
      requires: (context: Context<typeof order>) =>
        windowInOrder(context) ?? ticketAtWork(context) ?? noOtherOrder(context),
      then: (context: Context<typeof order>) => ({
        set: {
          ...context.input,
          ...chargeAtDispatch({ ...context, input: {} }),
          ...contactOwed(context.relatives.orders ?? []),
        },
      }),
    },
    issue: {
      from: 'nothing',
      to: 'dispatched',
      who: DISPATCHERS,
      rules: ['B-03'],
      internal: true,
      input: issuing,
      asks: ['home'],
      requires: (context: Context<typeof issuing>) => windowInOrder(context) ?? chargeReasoned(context),
      then: issue,
    },
    offer: {
      from: 'nothing',
      to: 'offered',
      who: DISPATCHERS,
      rules: ['B-03'],
      internal: true,
      input: offering,
      asks: ['dispatch', 'home'],
      then: (context: Context<typeof offering>) =>
        offer(context, chargeAtDispatch({ ...context, input: {} })),
    },
    grab: {
      from: ['offered'],
      to: 'accepted',
      who: [offeredTo],
      rules: ['B-03'],
      input: z.object({}),
      asks: ['dispatch'],
      requires: ofThePool,
      then: grab,
    },
    edit: {
      from: OPEN_STAGES,
      to: 'same',
      who: [...DISPATCHERS, theTechnician],
      rules: ['B-03'],
      input: correction,
      requires: windowInOrder,
      then: ({ input }: Context<typeof correction>) => ({ set: input }),
    },
    dispatch: {
      from: ['drafted'],
      to: 'dispatched',
      who: DISPATCHERS,
      rules: ['B-03'],
      input: z.object({ ...assignees, ...appointment, ...contact, ...override }),
      requires: (context: ActionContext) =>
        windowInOrder(context) ??
        someoneGoes(context) ??
        contactMade(context) ??
        whoeverGoesFit(context) ??
        firstGoesAgain(context),
      then: send,
    },
    reassign: {
      from: ['offered', ...WITH_SOMEBODY],
      to: 'dispatched',
      who: DISPATCHERS,
      rules: ['B-03'],
      input: z.object({ ...assignees, ...appointment, ...contact, ...override, reason: someText(1000) }),
      requires: (context: ActionContext) =>
        windowInOrder(context) ?? someoneElseGoes(context) ?? contactMade(context) ?? whoeverGoesFit(context),
      then: send,
    },
    pass_on: {
      from: WITH_SOMEBODY,
      to: 'dispatched',
      who: ON_THE_JOB,
      rules: ['B-03'],
      input: passing,
      asks: ['dispatch'],
      requires: (context: Context<typeof passing>) =>
        someoneElseGoes(context) ??
        contactMade(context) ??
        whoeverGoesFit(context) ??
        roomFor(context, context.input.technician),
      then: passOn,
    },
    pass_on_late: {
      from: ['dispatched', 'offered'],
      to: ['dispatched', 'offered'],
      who: ['system'],
      rules: ['B-03'],
      internal: true,
      input: late,
      asks: ['dispatch'],
      requires: stillUnaccepted,
      then: passOnLate,
    },
    hand_back: {
      from: ['dispatched', 'accepted', 'arrived', 'no_access', 'missed'],
      to: ['drafted', 'dispatched', 'offered'],
      who: ON_THE_ORDER,
      rules: ['B-03'],
      input: z.object({ reason: someText(1000) }),
      asks: ['dispatch'],
      then: handBack,
    },
    accept: {
      from: ['dispatched'],
      to: 'accepted',
      who: ON_THE_ORDER,
      rules: ['B-03'],
      input: z.object({}),
      then: accept,
    },
    announce: {
      from: ['accepted'],
      to: 'same',
      who: ON_THE_ORDER,
      rules: ['B-03', 'B-05'],
      input: arrivalSaid,
      requires: arrivalAhead,
      then: announce,
    },
    arrive: {
      from: ['accepted', 'dispatched', 'no_access', 'missed'],
      to: 'arrived',
      who: ON_THE_ORDER,
      rules: ['C-01', 'B-05'],
      input: arrival,
      at: (input: z.output<typeof arrival>) => input.arrivedAt ?? undefined,
      requires: (context: ActionContext) =>
        missedOnly(context) ?? notBefore('dispatchedAt', 'arrivedAt')(context),
      then: arrive,
    },
    no_access: {
      from: ['arrived', 'accepted', 'dispatched'],
      to: 'no_access',
      who: ON_THE_JOB,
      rules: ['B-05'],
      input: z.object({ cause: someText(1000) }),
      then: ({ input }: ActionContext<CaseRecord, { cause: string }>) => ({
        set: { noAccessCause: input.cause },
        note: input.cause,
        messages: [{ template: 'order_no_access', to: { post: 'front_desk' } }],
      }),
    },
    miss: {
      from: ['dispatched', 'accepted', 'missed'],
      to: 'missed',
      who: [...ON_THE_JOB, 'front_desk', 'steward'],
      rules: ['B-05'],
      input: missing,
      then: miss,
    },
    lapse: {
      from: ['dispatched', 'accepted'],
      to: 'missed',
      who: ['system'],
      rules: ['B-05'],
      internal: true,
      input: lapsing,
      requires: windowOver,
      then: lapse,
    },
    reschedule: {
      from: ['dispatched', 'accepted', 'arrived', 'consented', 'paused', 'no_access', 'missed'],
      to: 'accepted',
      who: [...ON_THE_JOB, 'front_desk', 'steward'],
      rules: ['B-05'],
      input: newAppointment,
      requires: (context: Context<typeof newAppointment>) => windowInOrder(context) ?? contactMade(context),
      then: reschedule,
    },
    consent: {
      from: ['arrived'],
      to: 'consented',
      who: ON_THE_ORDER,
      rules: ['B-06', 'B-12'],
      input: consent,
      requires: (context: Context<typeof consent>) =>
        containedFirst(context.relatives.root?.[0]) ?? chargeSettled(context) ?? priceAgreed(context),
      then: agree,
    },
    judge_warranty: {
      from: ['drafted', 'dispatched', 'accepted', 'arrived', 'no_access', 'missed'],
      to: 'same',
      who: DISPATCHERS,
      rules: ['B-04'],
      input: ruling,
      asks: ['home'],
      requires: rulingReasoned,
      then: rule,
    },
    price: {
      from: PRICED_STAGES,
      to: PRICED_STAGES,
      who: [...DISPATCHERS, theTechnician],
      rules: ['B-04', 'B-06'],
      input: priceLine,
      requires: lineAllowed,
      then: writeLine,
    },
    start: {
      from: ['consented'],
      to: 'working',
      who: ON_THE_ORDER,
      rules: ['B-06', 'B-12'],
      input: z.object({}),
      requires: ({ relatives }: ActionContext) => containedFirst(relatives.root?.[0]),
      then: ({ at, actor }: ActionContext) => ({
        set: { startedAt: iso(at) },
        messages: nextReport(actor),
      }),
    },
    contain: {
      from: OPEN_STAGES.filter((stage) => stage !== 'drafted'),
      to: 'same',
      who: ON_THE_JOB,
      rules: ['B-12'],
      input: containment,
      at: (input: z.output<typeof containment>) => input.containedAt ?? undefined,
      requires: ({ relatives, record }: ActionContext) =>
        damageGoesOn({ record: relatives.root?.[0] ?? record }),
      then: ({ record, input, at, actor }: Context<typeof containment>) => ({
        follow: [
          onTicket(record, 'contain', {
            ...input,
            containedAt: iso(at),
            containedBy: input.containedBy ?? actor.name,
          }),
        ],
        note: input.measure.slice(0, 1000),
      }),
    },
    photograph: {
      from: ['arrived', 'consented', 'working', 'paused', 'no_access', 'done', 'signed'],
      to: 'same',
      who: ON_THE_JOB,
      rules: ['B-07'],
      input: photographing,
      asks: ['photos'],
      requires: photosSent,
      then: (context: ActionContext) => ({ set: photosAdded(context) }),
    },
    pause: {
      from: ['working'],
      to: 'paused',
      who: ON_THE_JOB,
      rules: ['C-10'],
      input: rest,
      requires: ({ input, now }: Context<typeof rest>) =>
        Date.parse(input.until) > now ? undefined : invalid('PAUSE_LIMIT_PAST', { field: 'until' }),
      then: pause,
    },
    resume: {
      from: ['paused'],
      to: 'working',
      who: ON_THE_JOB,
      rules: ['C-10'],
      input: z.object({}),
      then: () => ({ set: NOT_PAUSED }),
    },
    finish: {
      from: ['working'],
      to: 'done',
      who: ON_THE_ORDER,
      rules: ['C-02', 'D-01'],
      input: finish,
      at: (input: z.output<typeof finish>) => input.finishedAt ?? undefined,
      asks: ['photos'],
      requires: (context: Context<typeof finish>) =>
        notBefore('startedAt', 'finishedAt')(context) ?? photosSent(context),
      then: finishWork,
    },
    sign: {
      from: ['done'],
      to: 'signed',
      who: [...ON_THE_JOB, 'steward', 'front_desk'],
      rules: ['B-07'],
      input: signing,
      requires: ({ input }: Context<typeof signing>) =>
        (input.signature && input.signerName?.trim()) || input.noSignatureReason?.trim()
          ? undefined
          : invalid('SIGNATURE_OR_REASON_MISSING', { field: 'signature' }),
      then: ({ record, input, at }: Context<typeof signing>) => ({
        set: {
          ...input,
          signedAt: iso(at),
          signedText: input.signature ? signedText(record) : null,
        },
      }),
    },
    file: {
      from: ['signed'],
      to: 'filed',
      who: ['clerk', 'manager', 'import'],
      rules: ['B-08'],
      input: z.object({ note: text(1000).nullish() }),
      then: ({ record, input, at, relatives }: ActionContext<CaseRecord, { note?: string | null }>) => ({
        set: { filedAt: iso(at), filedNote: input.note ?? null },
        // A request reopened meanwhile is not complete: its completion is marked when it is.
        follow: relatives.root?.[0]?.stage === 'completed' ? [onTicket(record, 'mark_register', {})] : [],
      }),
    },
    claim: {
      from: ['done', 'signed', 'filed'],
      to: 'same',
      who: ['clerk', 'finance', ...SUPERIORS],
      rules: ['B-04'],
      input: claiming,
      requires: claimOpen,
      then: ({ input, at }: Context<typeof claiming>) => ({
        set: { claimedAt: iso(at), claimNote: input.claimNote ?? null },
        note: input.claimNote ?? undefined,
      }),
    },
    explain_delay: {
      from: OPEN_STAGES,
      to: 'same',
      who: [...ON_THE_JOB, 'front_desk', 'steward'],
      rules: ['B-10'],
      input: accounting,
      at: (input: z.output<typeof accounting>) => input.contactAt ?? undefined,
      then: explainDelay,
    },
    tell_contractor: {
      from: WITH_SOMEBODY,
      to: 'same',
      who: [linkSender],
      rules: ['B-03'],
      input: z.object({}),
      requires: withContractor,
      then: tellContractor,
    },
    cancel: {
      from: OPEN_STAGES,
      to: 'cancelled',
      who: DISPATCHERS,
      rules: ['B-03'],
      input: z.object({ reason: someText(1000) }),
      then: ({ record, input }: ActionContext<CaseRecord, { reason: string }>) => ({
        set: { cancelReason: input.reason },
        messages: toAssignee('order_cancelled', record),
        note: input.reason,
      }),
    },
  },
});

const onTicket = (
  record: CaseRecord,
  action: string,
  input: Readonly<Record<string, unknown>>,
): FollowUp => ({
  type: 'ticket',
  id: String(record.ticket),
  action,
  input,
});

function toAssignee(template: string, to: Readonly<Record<string, unknown>>): Message[] {
  if (typeof to.technician === 'string') return [{ template, to: { staff: to.technician } }];
  if (typeof to.team === 'string') return [{ template, to: { team: to.team } }];
  if (typeof to.contractor !== 'string') return [];
  const link = template === 'order_dispatched' ? ({ link: true } as const) : {};
  return [{ template, to: { contractor: to.contractor }, ...link }];
}

type Assigning = ActionContext<CaseRecord, Readonly<Record<string, unknown>>>;

/** The order goes out as soon as it is written. */
function issue(context: Context<typeof issuing>): Outcome<'dispatched'> {
  const { input, at } = context;
  const { set, later } = givenOut(context, input, input.cameBy ?? 'assign');
  return {
    set: { ...input, ...chargeAtDispatch(context), ...set, dispatchedAt: iso(at) },
    messages: toAssignee('order_dispatched', input),
    later,
  };
}

function whoeverGoesFit(context: ActionContext) {
  const { record, input, relatives } = context;
  const named = input as Readonly<Record<string, unknown>>;
  const someone = named.technician ?? named.team ?? named.contractor;
  return fitToGo(context, relatives.root?.[0], someone ? named.technician : record.technician);
}

/** Sends the order to those named now, or to those it was drafted for. */
function send(context: Assigning): Outcome<'dispatched'> {
  const { record, input, at } = context;
  const named = input.technician ?? input.team ?? input.contractor;
  const going = named ? input : record;
  const to = {
    technician: going.technician ?? null,
    team: going.team ?? null,
    contractor: going.contractor ?? null,
  };
  const again = record.stage !== 'drafted';
  const { set, later } = givenOut(context, to, 'assign');
  return {
    set: {
      ...to,
      ...windowLeft(record, input),
      ...windowOf(input),
      ...set,
      overrideReason: overrideIn(input),
      triedBy: triedNow(context).join(' '),
      dispatchedAt: iso(at),
      acceptedAt: null,
      arrivesAt: null,
      ...contactOf(record, input),
      ...NOT_PAUSED,
      ...(again ? { reassignCount: Number(record.reassignCount ?? 0) + 1 } : {}),
    },
    later,
    messages: [...toAssignee('order_dispatched', to), ...fromContractor(record, to)],
    follow: [
      onTicket(record, 'take_over', { handler: to.technician, team: to.team, contractor: to.contractor }),
    ],
    note: typeof input.reason === 'string' ? input.reason : undefined,
  };
}

/** One of a team makes the order, and with it the request, his own by accepting it. */
function accept({ record, at, actor, relatives }: ActionContext): Outcome<'accepted'> {
  const takes = !record.technician && theTechnician.test(actor, record);
  const alarmed = !takes && relatives.root?.[0]?.dispatchAlarm;
  return {
    set: { acceptedAt: iso(at), acceptBy: null, ...(takes ? { technician: actor.id } : {}) },
    follow: [
      ...(takes ? [onTicket(record, 'take_over', { handler: actor.id, team: record.team ?? null })] : []),
      ...(alarmed ? [onTicket(record, 'alarm', { alarm: null })] : []),
    ],
    messages: nextReport(actor),
  };
}

function arrive({ record, input, at, actor }: Context<typeof arrival>): Outcome<'arrived'> {
  return {
    set: {
      arrivedAt: iso(at),
      ...keptAfterAll(record),
      acceptedAt: record.acceptedAt ?? iso(at),
      acceptBy: null,
      arrivalProof: input.doorCode ? 'door_code' : input.arrivalPlace ? 'place' : 'time_only',
      arrivalPlace: input.arrivalPlace ?? null,
      doorCode: input.doorCode ?? null,
    },
    follow: [onTicket(record, 'begin', {})],
    messages: nextReport(actor),
  };
}

function reschedule({ record, input }: Context<typeof newAppointment>): Outcome<'accepted'> {
  return {
    set: {
      ...windowOf(input),
      ...contactOf(record, input),
      ...NOT_PAUSED,
    },
  };
}

function agree({ record, input, at }: Context<typeof consent>): Outcome<'consented'> {
  const { faultClass, workEstablished, consentedBy, priceAccepted } = input;
  return {
    set: { workEstablished, consentedBy, priceAccepted: priceAccepted ?? null, consentedAt: iso(at) },
    follow: reclassed(record, faultClass, input.workEstablished),
  };
}

function pause({ record, input, at, relatives }: Context<typeof rest>): Outcome<'paused'> {
  return {
    set: {
      pausedAt: iso(at),
      pauseReason: input.reason,
      pausedUntil: input.until,
      pauseAllowedBy: input.allowedBy,
    },
    follow: reclassed(record, input.faultClass ?? classFor(input.reason, relatives), input.note),
    note: input.note ?? undefined,
  };
}

/** A part that is missing makes an ordinary fault one of that class, counted from the first report [C-03]. */
function classFor(reason: string, relatives: Relatives): 'missing_part' | null {
  const ordinary = relatives.root?.[0]?.faultClass === 'ordinary';
  return ordinary && reason === 'missing_part' ? 'missing_part' : null;
}

function finishWork(context: Context<typeof finish>): Outcome<'done'> {
  const { record, input, at } = context;
  return {
    set: {
      ...photosAdded(context),
      finishedAt: iso(at),
      workDone: input.workDone,
      materials: input.materials ?? null,
      waterTestAt: input.waterTestAt ?? null,
    },
    follow: [
      ...(input.apology?.trim() ? [onTicket(record, 'apologise', { apology: input.apology })] : []),
      onTicket(record, 'complete', {
        result: input.workDone,
        completedAt: iso(at),
        waterTestAt: input.waterTestAt ?? null,
      }),
    ],
  };
}

function reclassed(
  record: CaseRecord,
  faultClass: string | null | undefined,
  reason: string | null | undefined,
): FollowUp[] {
  if (!faultClass) return [];
  return [
    onTicket(record, 'reclass', { faultClass, reason: reason?.trim() ? reason.slice(0, 1000) : faultClass }),
  ];
}

function someoneGoes({ record, input }: ActionContext) {
  const given = input as Readonly<Record<string, unknown>>;
  const going =
    given.technician ??
    given.team ??
    given.contractor ??
    record.technician ??
    record.team ??
    record.contractor;
  return going ? undefined : invalid('ASSIGNEE_MISSING', { field: 'technician' });
}

/** Work that has to be done twice goes to whoever did it first [B-09]. */
function firstGoesAgain(context: ActionContext) {
  const { record, input, relatives } = context;
  const given = input as Readonly<Record<string, unknown>>;
  const named = given.technician ?? given.team ?? given.contractor;
  const chosen = named ? given.technician : record.technician;
  return samePerson(context, { ticket: relatives.root?.[0], chosen });
}

function someoneElseGoes({ record, input }: ActionContext) {
  const given = input as Readonly<Record<string, unknown>>;
  const named = given.technician ?? given.team ?? given.contractor;
  if (!named) return invalid('ASSIGNEE_MISSING', { field: 'technician' });
  const same = ['technician', 'team', 'contractor'].every(
    (one) => (given[one] ?? null) === (record[one] ?? null),
  );
  return same ? conflict('ASSIGNEE_UNCHANGED', { number: record.number }) : undefined;
}

function ticketAtWork({ relatives }: ActionContext) {
  const ticket = relatives.root?.[0];
  if (!ticket || !['completed', 'closed', 'cancelled'].includes(ticket.stage)) return undefined;
  return conflict('TICKET_NOT_OPEN', { number: ticket.number, stage: ticket.stage });
}

/** What happened cannot have happened before the step that led to it. */
function notBefore(earlier: string, field: string) {
  return ({ record, at }: ActionContext) => {
    const since = record[earlier];
    if (typeof since !== 'string' || at >= Date.parse(since)) return undefined;
    return invalid('MOMENT_BEFORE_STEP', { field, since });
  };
}

/** One order at a time: the one that is finished completes the request. */
function noOtherOrder({ relatives }: ActionContext) {
  const open = (relatives.orders ?? []).find(({ stage }) => OPEN_ORDER_STAGES.has(stage));
  return open ? conflict('ORDER_STILL_OPEN', { order: open.number, stage: open.stage }) : undefined;
}
