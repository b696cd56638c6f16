import { z } from 'zod';
import { defineCase } from '../../rules/cases/define';
import { moment, oneOf, reference, someText, text } from '../../rules/cases/inputs';
import { DISPATCHERS, INTAKE, staffActing, SUPERIORS, theHandler } from '../../rules/cases/people';
import type { ActionContext, CaseRecord, Message, Outcome } from '../../rules/cases/types';
import { conflict, invalid } from '../../rules/refusal';
import { repeatKeysOf } from '../../rules/repeats';
import {
  CHANNELS,
  FAULT_CLASSES,
  KINDS,
  LATE_INTAKE_DAYS,
  PAUSE_REASONS,
  SATISFACTIONS,
  URGENCIES,
} from '../../rules/terms';
import {
  contain,
  containedFirst,
  containment,
  damageGoesOn,
  deskHasTheWord,
  ongoingDamage,
  outsideNotice,
  reasonForChange,
  reportDamage,
  tellOutside,
  urgencyAfterEdit,
  urgencyAtIntake,
} from './emergency';
import { appointment, contact, contactMade } from '../dispatch-order/appointment';
import { fitToGo, override, overrideIn } from '../dispatch-order/fitness';
import { contactOwed } from '../dispatch-order/modes';
import { chargeGiven } from '../dispatch-order/warranty';
import { OPEN_ORDER_STAGES, SETTLED_ORDER_STAGES } from '../dispatch-order/stages';
import {
  anonymity,
  classAtIntake,
  classedAtIntake,
  complaintActions,
  complaintParticulars,
  complaintPossible,
} from './complaint';
import { complaintClosable, NO_OUTCOME, outcomeOf, settled, settlementActions } from './complaint-outcome';
import { groupActions, grouping } from './groups';
import { isRepeat, repetitionOf, unlinkRepeat } from './repeats';
import {
  accountableAgain,
  accountableAtIntake,
  answeredAtIntake,
  handOversEnd,
  handOversSettled,
  NOT_REPLIED,
  replyOwed,
  RESPONSIBILITY,
  somebodyAccountable,
} from './responsibility';
import { apologised, doneAgain, reworkActions, reworkFound, samePerson } from './rework';
import { alarm, alarming, sendOut, sentOut, sentOutIfUrgent } from './sending';
import { dueVisits, handlerAgain, recounted, reopened, visitActions, visitsOwed } from './visits';

/** What is known of a request [A-01][A-06]; all of it may be put right by `edit` while it is open. */
const particulars = {
  channel: oneOf(CHANNELS),
  matter: someText(),
  requesterName: text(100).nullish(),
  contactPhone: text(40).nullish(),
  community: reference('community').nullish(),
  unit: reference('unit').nullish(),
  exactLocation: text(255).nullish(),
  category: reference('category').nullish(),
  urgency: oneOf(URGENCIES),
  urgencyReason: text(1000).nullish(),
  wantedAt: moment().nullish(),
  suitableHours: text(255).nullish(),
  ...complaintParticulars,
};

const registration = z.object({
  ...particulars,
  kind: oneOf(KINDS).default('repair'),
  channel: particulars.channel.default('phone'),
  urgency: particulars.urgency.default('ordinary'),
  receivedAt: moment().nullish(),
  ...classAtIntake,
  raisedOnVisit: reference('return-visit').nullish(),
  raisedOnCall: reference('house-call').nullish(),
  raisedOnIncident: reference('incident').nullish(),
  promisedReplyAt: moment().nullish(),
  answer: text().nullish(),
});

const correction = z.object({ ...particulars, reason: text(1000).nullish() }).partial();

const assignment = z.object({
  handler: reference('staff-member').nullish(),
  team: reference('team').nullish(),
  contractor: reference('contractor').nullish(),
  reason: text(1000).nullish(),
});

const assigning = assignment.extend(override);

const orderParticulars = z.object({
  technician: reference('staff-member').nullish(),
  team: reference('team').nullish(),
  contractor: reference('contractor').nullish(),
  workDescription: text().nullish(),
  ...appointment,
  ...chargeGiven,
  ...contact,
  ...override,
});

const reopening = z.object({ reason: someText(1000), rework: z.boolean().nullish() });

const waiting = z.object({
  reason: oneOf(PAUSE_REASONS),
  until: moment().nullish(),
  allowedBy: text(100).nullish(),
  note: text(1000).nullish(),
});

const completion = z.object({
  result: text().nullish(),
  completedAt: moment().nullish(),
  waterTestAt: moment().nullish(),
});

const confirmation = z.object({
  confirmedWith: someText(100),
  satisfaction: oneOf(SATISFACTIONS).nullish(),
  noAnswerReason: text(1000).nullish(),
  remark: text().nullish(),
});

type Context<Schema extends z.ZodType> = ActionContext<CaseRecord, z.output<Schema>>;

/**
 * A request of any kind, in the one register of the office. Repairs go out by dispatch order;
 * what needs no order is assigned, handled and completed here.
 */
export const ticketCase = defineCase({
  type: 'ticket',
  responsible: 'handler',
  prefix: ({ kind }) => TICKET_PREFIX[String(kind)] ?? 'WX',
  stages: ['registered', 'assigned', 'in_progress', 'waiting', 'completed', 'closed', 'cancelled'],
  finalStages: ['closed', 'cancelled'],
  relatives: {
    orders: { type: 'dispatch-order', by: 'ticket' },
    visits: { type: 'return-visit', by: 'ticket' },
    repeats: { type: 'ticket', by: 'repeatOf' },
    handOvers: { type: 'hand-over', by: 'ticket' },
  },
  editable: Object.keys(particulars),
  receivedAt: 'receivedAt',
  actions: {
    register: {
      from: 'nothing',
      to: ['registered', 'closed'],
      who: INTAKE,
      rules: ['A-01', 'A-02', 'A-03', 'A-04', 'A-06', 'A-08', 'A-09', 'A-10', 'B-01', 'B-02', 'B-09', 'E-01'],
      input: registration,
      asks: ['steward', 'repeats', 'rework', 'neighbours', 'dispatch', 'home'],
      at: (input: z.output<typeof registration>) => input.receivedAt ?? undefined,
      requires: (context: Context<typeof registration>) =>
        raisedByTheOffice(context) ??
        notTooLongAgo(context) ??
        somebodyAccountable(context) ??
        complaintPossible(context) ??
        replyOwed(context, () => urgencyAtIntake(context).set?.urgency),
      then: (context: Context<typeof registration>) => sentOut(context, register(context)),
    },
    edit: {
      from: ['registered', 'assigned', 'in_progress', 'waiting', 'completed'],
      to: 'same',
      who: INTAKE,
      rules: ['A-01', 'B-02'],
      input: correction,
      asks: ['repeats', 'rework', 'neighbours'],
      requires: (context: Context<typeof correction>) =>
        reasonForChange(context) ?? deskHasTheWord(context) ?? complaintPossible(context),
      then: (context: Context<typeof correction>) => sentOutIfUrgent(context, putRight(context)),
    },
    assign: {
      from: ['registered', 'assigned', 'in_progress', 'waiting'],
      to: ['assigned', 'in_progress', 'waiting'],
      who: DISPATCHERS,
      rules: ['A-01'],
      input: assigning,
      needs: ['orders'],
      requires: (context: Context<typeof assigning>) =>
        anAssignee(context, 'handler') ??
        aChange(context) ??
        noOpenOrder(context) ??
        fitToGo(context, undefined, context.input.handler) ??
        samePerson(context, { ticket: context.record, chosen: context.input.handler }),
      then: assign,
    },
    dispatch: {
      from: ['registered', 'assigned', 'in_progress'],
      to: 'assigned',
      who: DISPATCHERS,
      rules: ['B-03'],
      input: orderParticulars,
      needs: ['orders'],
      requires: (context: Context<typeof orderParticulars>) =>
        anAssignee(context) ??
        noOpenOrder(context) ??
        requesterSpokenTo(context) ??
        fitToGo(context, context.record, context.input.technician) ??
        samePerson(context, { ticket: context.record, chosen: context.input.technician }),
      then: dispatch,
    },
    start: {
      from: ['registered', 'assigned'],
      to: 'in_progress',
      who: [...DISPATCHERS, theHandler],
      rules: ['A-01'],
      input: z.object({ note: text(1000).nullish() }),
    },
    wait: {
      from: ['registered', 'assigned', 'in_progress'],
      to: 'waiting',
      who: [...DISPATCHERS, theHandler],
      rules: ['C-10'],
      input: waiting,
      requires: ({ input, now }: Context<typeof waiting>) =>
        input.until && Date.parse(input.until) <= now
          ? invalid('PAUSE_LIMIT_PAST', { field: 'until' })
          : undefined,
      then: ({ input }: Context<typeof waiting>) => ({
        set: {
          waitReason: input.reason,
          waitUntil: input.until ?? null,
          waitAllowedBy: input.allowedBy ?? null,
        },
        note: input.note ?? undefined,
      }),
    },
    resume: {
      from: ['waiting'],
      to: 'in_progress',
      who: [...DISPATCHERS, theHandler],
      rules: ['C-10'],
      input: z.object({ note: text(1000).nullish() }),
      then: () => ({ set: NOT_WAITING }),
    },
    reclass: {
      from: ['registered', 'assigned', 'in_progress', 'waiting'],
      to: 'same',
      who: [...DISPATCHERS, theHandler],
      rules: ['C-10', 'C-03', 'C-04'],
      input: z.object({
        faultClass: oneOf(FAULT_CLASSES).nullish(),
        category: reference('category').nullish(),
        urgency: oneOf(URGENCIES).nullish(),
        reason: someText(1000),
      }),
      requires: deskHasTheWord,
      then: (context: Reclassing) => sentOutIfUrgent(context, reclass(context)),
    },
    unlink_repeat: {
      from: ['registered', 'assigned', 'in_progress', 'waiting'],
      to: 'same',
      who: INTAKE,
      rules: ['A-08'],
      input: z.object({ reason: someText(1000) }),
      requires: isRepeat,
      then: unlinkRepeat,
    },
    report_damage: {
      from: ['registered', 'assigned', 'in_progress', 'waiting'],
      to: 'same',
      who: [...INTAKE, theHandler],
      rules: ['B-12'],
      input: ongoingDamage,
      at: (input: z.output<typeof ongoingDamage>) => input.since ?? undefined,
      then: reportDamage,
    },
    contain: {
      from: ['registered', 'assigned', 'in_progress', 'waiting'],
      to: 'same',
      who: [...INTAKE, theHandler],
      rules: ['B-12'],
      input: containment,
      at: (input: z.output<typeof containment>) => input.containedAt ?? undefined,
      requires: damageGoesOn,
      then: contain,
    },
    rule_out_damage: {
      from: ['registered', 'assigned', 'in_progress', 'waiting'],
      to: 'same',
      who: [...INTAKE, theHandler],
      rules: ['B-12'],
      input: z.object({ reason: someText(1000) }),
      requires: damageGoesOn,
      then: ({ input }: ActionContext<CaseRecord, { reason: string }>) => ({
        set: { damageOngoing: false, containRuledOut: input.reason },
        note: input.reason,
      }),
    },
    complete: {
      from: ['registered', 'assigned', 'in_progress', 'waiting'],
      to: 'completed',
      who: [...DISPATCHERS, theHandler],
      rules: ['C-02', 'D-01'],
      input: completion,
      needs: ['orders', 'visits'],
      at: (input: z.output<typeof completion>) => input.completedAt ?? undefined,
      requires: (context: Context<typeof completion>) =>
        containedFirst(context.record) ??
        noOpenOrder(context) ??
        notBeforeTakenUp(context) ??
        waterTestPossible(context) ??
        settled(context) ??
        apologised(context),
      then: complete,
    },
    water_test: {
      from: ['completed'],
      to: 'same',
      who: [...DISPATCHERS, theHandler],
      rules: ['D-02'],
      input: z.object({ waterTestAt: moment() }),
      needs: ['visits'],
      at: (input: { waterTestAt: string }) => input.waterTestAt,
      then: ({ input, relatives }: ActionContext<CaseRecord, { waterTestAt: string }>) => ({
        set: { waterTestAt: input.waterTestAt },
        follow: dueVisits(relatives).map((visit) => recounted(visit, { dutySince: input.waterTestAt })),
      }),
    },
    close: {
      from: ['completed'],
      to: 'closed',
      who: ['front_desk', 'steward', 'clerk', ...SUPERIORS, 'import'],
      rules: ['B-11', 'B-07'],
      input: confirmation,
      needs: ['orders', 'handOvers'],
      requires: (context: Context<typeof confirmation>) =>
        ordersFiled(context) ??
        apologised(context) ??
        satisfactionAsked(context) ??
        complaintClosable(context),
      then: ({ input, at, relatives }: Context<typeof confirmation>) => ({
        set: {
          confirmedAt: new Date(at).toISOString(),
          closedAt: new Date(at).toISOString(),
          confirmedWith: input.confirmedWith,
          satisfaction: input.satisfaction ?? null,
        },
        follow: handOversSettled(relatives, at),
        note: input.remark ?? input.noAnswerReason ?? undefined,
      }),
    },
    reopen: {
      from: ['completed', 'closed'],
      to: ['registered', 'assigned'],
      who: ['front_desk', 'steward', ...SUPERIORS, 'import'],
      rules: ['C-12', 'B-09'],
      input: reopening,
      needs: ['orders'],
      then: (context: Context<typeof reopening>) => {
        const { record, input } = context;
        const again = doneAgain(record, { ...context, counts: input.rework !== false });
        const handler = handlerAgain(context);
        return sentOut(context, {
          stage: (handler ?? record.team ?? record.contractor) ? 'assigned' : 'registered',
          newCycle: true,
          set: {
            ...reopened(record),
            handler,
            ...NO_OUTCOME,
            ...NOT_REPLIED,
            ...accountableAgain(context),
            ...again.set,
          },
          messages: again.messages,
          note: input.reason,
        });
      },
    },
    ...groupActions,
    ...complaintActions,
    ...settlementActions,
    ...visitActions,
    ...reworkActions,
    cancel: {
      from: ['registered', 'assigned', 'in_progress', 'waiting'],
      to: 'cancelled',
      who: ['front_desk', 'steward', ...SUPERIORS, 'import'],
      rules: ['A-01'],
      input: z.object({ reason: someText(1000) }),
      needs: ['orders', 'handOvers'],
      then: ({ input, relatives }: ActionContext<CaseRecord, { reason: string }>) => ({
        set: { cancelReason: input.reason },
        follow: [
          ...openOrders(relatives).map((order) => ({
            type: 'dispatch-order',
            id: order.documentId,
            action: 'cancel',
            input: { reason: input.reason },
          })),
          ...handOversEnd(relatives),
        ],
      }),
    },
    tell_outside: {
      internal: true,
      from: ['registered', 'assigned', 'in_progress', 'waiting'],
      to: 'same',
      who: ['system'],
      rules: ['B-02'],
      input: outsideNotice,
      then: tellOutside,
    },
    send_out: {
      internal: true,
      from: ['registered', 'assigned', 'in_progress', 'waiting'],
      to: ['registered', 'assigned', 'in_progress', 'waiting'],
      who: ['system'],
      rules: ['B-03'],
      input: z.object({}),
      needs: ['orders'],
      asks: ['dispatch'],
      then: sendOut,
    },
    alarm: {
      internal: true,
      from: ['registered', 'assigned', 'in_progress', 'waiting'],
      to: 'same',
      who: ['system'],
      rules: ['B-03'],
      input: alarming,
      then: alarm,
    },
    ...RESPONSIBILITY,
    begin: {
      internal: true,
      from: ['registered', 'assigned', 'in_progress', 'waiting'],
      to: 'in_progress',
      who: ['system'],
      rules: ['C-01'],
      input: z.object({}),
      then: () => ({ set: { ...NOT_WAITING, dispatchAlarm: null } }),
    },
    take_over: {
      internal: true,
      from: ['registered', 'assigned', 'in_progress', 'waiting'],
      to: 'assigned',
      who: ['system'],
      rules: ['B-03'],
      input: assignment,
      then: takeOver,
    },
    hand_back: {
      internal: true,
      from: ['assigned', 'in_progress', 'waiting'],
      to: 'registered',
      who: ['system'],
      rules: ['B-03'],
      input: z.object({ reason: text(1000) }),
      then: ({ input }: ActionContext<CaseRecord, { reason: string }>) => ({
        set: { handler: null, team: null, contractor: null, ...NOT_WAITING },
        note: input.reason,
      }),
    },
    mark_register: {
      internal: true,
      from: ['completed'],
      to: 'same',
      who: ['system'],
      rules: ['B-08'],
      input: z.object({}),
      then: ({ at }: ActionContext) => ({ set: { registerMarkedAt: new Date(at).toISOString() } }),
    },
  },
});

const NOT_WAITING = { waitReason: null, waitUntil: null, waitAllowedBy: null } as const;

const TICKET_PREFIX: Readonly<Record<string, string>> = {
  repair: 'WX',
  complaint: 'TS',
  inquiry: 'ZX',
  suggestion: 'JY',
  help: 'QZ',
  paid_service: 'TY',
};

function register(context: Context<typeof registration>): Outcome<'registered' | 'closed'> {
  const { at, named } = context;
  const { complaintClass, ...input } = context.input;
  const category = named.category;
  const urgency = urgencyAtIntake(context);
  const repetition = repetitionOf(context);
  const again = reworkFound(context);
  const answered = answeredAtIntake(context);
  const group = grouping(context);
  return {
    stage: answered ? 'closed' : 'registered',
    set: {
      ...input,
      ...urgency.set,
      ...repetition.set,
      ...group.set,
      ...anonymity(input),
      ...again.set,
      receivedAt: new Date(at).toISOString(),
      cycleSince: new Date(at).toISOString(),
      faultClass: 'ordinary',
      ...accountableAtIntake(context),
      // Whoever of the staff took it in sees it from then on, whoever has it [S-02].
      takenBy: staffActing(context),
      ...answered,
    },
    messages: answered
      ? []
      : [
          {
            template: 'ticket_registered',
            to: { post: 'supervisor', department: (category?.department as string | undefined) ?? null },
          },
          ...urgency.messages,
          ...repetition.messages,
          ...again.messages,
        ],
    follow: [...urgency.follow, ...classedAtIntake({ complaintClass })],
    later: group.later,
  };
}

function putRight(context: Context<typeof correction>): Outcome {
  const { reason, ...given } = context.input;
  const { record } = context;
  const urgency = urgencyAfterEdit(context);
  const reclassed = given.urgency !== undefined && given.urgency !== record.urgency;
  const repetition = repetitionOf({ ...context, input: given });
  const again = reworkFound(context);
  const group = grouping(context);
  return {
    set: {
      ...given,
      ...(reclassed && reason && !given.urgencyReason ? { urgencyReason: reason } : {}),
      ...urgency.set,
      ...repetition.set,
      ...group.set,
      ...anonymity({ ...record, ...given }),
      ...again.set,
    },
    messages: [...urgency.messages, ...repetition.messages, ...again.messages],
    follow: urgency.follow,
    later: group.later,
    note: reason ?? undefined,
  };
}

type Reclassing = ActionContext<CaseRecord, Readonly<Record<string, unknown>>>;

function reclass(context: Reclassing): Outcome {
  const given = Object.fromEntries(
    Object.entries(context.input).filter(([, value]) => value !== null && value !== undefined),
  );
  const { reason, ...set } = given;
  const urgency = urgencyAfterEdit({ ...context, input: given });
  return {
    set: {
      ...set,
      ...(set.urgency ? { urgencyReason: reason } : {}),
      ...urgency.set,
      ...repeatKeysOf({ ...context.record, ...set }),
    },
    messages: urgency.messages,
    follow: urgency.follow,
    note: String(reason),
  };
}

function assign({
  record,
  input,
}: Context<typeof assigning>): Outcome<'assigned' | 'in_progress' | 'waiting'> {
  const before = record.handler ?? record.team ?? record.contractor;
  return {
    stage: record.stage === 'in_progress' || record.stage === 'waiting' ? record.stage : 'assigned',
    set: {
      handler: input.handler ?? null,
      team: input.team ?? null,
      contractor: input.contractor ?? null,
      dispatchAlarm: null,
      ...(before ? { reassignCount: Number(record.reassignCount ?? 0) + 1 } : {}),
    },
    messages: assigneeMessages('ticket_assigned', { ...input, person: input.handler }),
    note: input.reason ?? overrideIn(input) ?? undefined,
  };
}

/** The work goes where its order went; whoever takes it from his own team takes it from nobody. */
function takeOver({ record, input }: Context<typeof assignment>): Outcome<'assigned'> {
  const before = record.handler ?? record.team ?? record.contractor;
  const stays = [input.handler, input.team, input.contractor].includes(before as string | null);
  return {
    set: {
      handler: input.handler ?? null,
      team: input.team ?? null,
      contractor: input.contractor ?? null,
      dispatchAlarm: null,
      ...(before && !stays ? { reassignCount: Number(record.reassignCount ?? 0) + 1 } : {}),
      ...NOT_WAITING,
    },
    note: input.reason ?? undefined,
  };
}

function dispatch({ record, input, relatives }: Context<typeof orderParticulars>): Outcome<'assigned'> {
  const { cause, contact: said, contactAt, ...about } = input;
  const owed = contactOwed(relatives.orders ?? []);
  const before = record.handler ?? record.team ?? record.contractor;
  const same = before === (input.technician ?? input.team ?? input.contractor);
  return {
    set: {
      handler: input.technician ?? null,
      team: input.team ?? null,
      contractor: input.contractor ?? null,
      dispatchAlarm: null,
      ...(before && !same ? { reassignCount: Number(record.reassignCount ?? 0) + 1 } : {}),
    },
    follow: [
      {
        type: 'dispatch-order',
        id: 'new',
        action: 'issue',
        input: {
          ...about,
          ticket: record.documentId,
          ...(owed
            ? {
                ...owed,
                missedCause: owed.missedCause ?? cause,
                missedContact: said,
                missedContactAt: contactAt,
              }
            : {}),
        },
      },
    ],
    note: overrideIn(input) ?? undefined,
  };
}

function complete(context: Context<typeof completion>): Outcome<'completed'> {
  const { record, input, at, relatives, named, actor } = context;
  const since = input.waterTestAt ?? new Date(at).toISOString();
  return {
    set: {
      completedAt: new Date(at).toISOString(),
      result: input.result ?? null,
      waterTestAt: input.waterTestAt ?? null,
      ...NOT_WAITING,
    },
    follow: [
      ...visitsOwed({ ticket: record, relatives, since, nature: named.ownCategory?.nature }),
      ...(actor.kind === 'import' ? [] : outcomeOf({ record, result: input.result, at })),
    ],
  };
}

/** Messages to whomever the work went to. */
function assigneeMessages(
  template: string,
  to: {
    person?: string | null | undefined;
    team?: string | null | undefined;
    contractor?: string | null | undefined;
  },
): Message[] {
  if (to.person) return [{ template, to: { staff: to.person } }];
  if (to.team) return [{ template, to: { team: to.team } }];
  return to.contractor ? [{ template, to: { contractor: to.contractor } }] : [];
}

/** Which visit, call or incident a matter came up on is put on record by that one's own action, and not claimed [D-06]. */
function raisedByTheOffice({ actor, input }: Context<typeof registration>) {
  const field = (['raisedOnVisit', 'raisedOnCall', 'raisedOnIncident'] as const).find(
    (origin) => input[origin],
  );
  return field && actor.via !== 'follow' ? invalid('FIELD_GUARDED', { field, type: 'ticket' }) : undefined;
}

/** What was taken up again is not finished before it was [C-12]. */
function notBeforeTakenUp({ record, at, actor }: ActionContext) {
  const since = record.cycleSince;
  if (actor.kind === 'import' || record.cycle === 1 || typeof since !== 'string' || at >= Date.parse(since))
    return undefined;
  return invalid('MOMENT_BEFORE_STEP', { field: 'completedAt', since });
}

function notTooLongAgo({ at, now, actor }: Context<typeof registration>) {
  if (actor.kind === 'import' || now - at <= LATE_INTAKE_DAYS * 86_400_000) return undefined;
  return invalid('RECEIVED_TOO_LONG_AGO', { field: 'receivedAt', days: LATE_INTAKE_DAYS });
}

function anAssignee({ input }: { input: Readonly<Record<string, unknown>> }, field = 'technician') {
  const given = [input.handler ?? input.technician, input.team, input.contractor].filter((one) => one);
  return given.length > 0 ? undefined : invalid('ASSIGNEE_MISSING', { field });
}

function aChange({ record, input }: Context<typeof assignment>) {
  const now = [record.handler ?? null, record.team ?? null, record.contractor ?? null];
  const then = [input.handler ?? null, input.team ?? null, input.contractor ?? null];
  return now.every((one, index) => one === then[index])
    ? conflict('ASSIGNEE_UNCHANGED', { number: record.number })
    : undefined;
}

const openOrders = (relatives: ActionContext['relatives']) =>
  (relatives.orders ?? []).filter((order) => OPEN_ORDER_STAGES.has(order.stage));

function noOpenOrder({ relatives }: Pick<ActionContext, 'relatives'>) {
  const open = openOrders(relatives)[0];
  return open ? conflict('ORDER_STILL_OPEN', { order: open.number, stage: open.stage }) : undefined;
}

/** After a missed appointment nobody goes again before the requester was spoken to, by whatever order [B-05]. */
function requesterSpokenTo({ record, relatives, input }: Context<typeof orderParticulars>) {
  const owed = contactOwed(relatives.orders ?? []);
  return owed ? contactMade({ record: { ...record, missedContact: null, ...owed }, input }) : undefined;
}

function ordersFiled({ relatives }: Pick<ActionContext, 'relatives'>) {
  const open = (relatives.orders ?? []).find((order) => !SETTLED_ORDER_STAGES.has(order.stage));
  return open ? conflict('ORDER_NOT_FILED', { order: open.number, stage: open.stage }) : undefined;
}

function satisfactionAsked({ input }: Context<typeof confirmation>) {
  const asked = input.satisfaction || input.noAnswerReason?.trim();
  return asked ? undefined : invalid('SATISFACTION_MISSING', { field: 'satisfaction' });
}

/** A water test lies between the report and now [D-02]. */
function waterTestPossible({ record, input, now }: Context<typeof completion>) {
  if (!input.waterTestAt) return undefined;
  const at = Date.parse(input.waterTestAt);
  if (at > now) return invalid('MOMENT_IN_FUTURE', { field: 'waterTestAt', at: input.waterTestAt });
  const { receivedAt } = record;
  if (typeof receivedAt !== 'string' || at >= Date.parse(receivedAt)) return undefined;
  return invalid('MOMENT_BEFORE_INTAKE', { field: 'waterTestAt', at: input.waterTestAt, receivedAt });
}
