import { z } from 'zod';
import { moment, oneOf, reference, someText, text } from '../../rules/cases/inputs';
import type {
  ActionContext,
  CaseRecord,
  Deed,
  Entitlement,
  FollowUp,
  Message,
  Outcome,
} from '../../rules/cases/types';
import {
  automatic,
  crewOf,
  factsIn,
  headOf,
  nextAfter,
  nextOfPool,
  poolOf,
  ruleNamed,
  ruleOf,
  turnKey,
  WAYS,
  type Ladder,
  type Step,
  type Way,
} from '../../rules/dispatch';
import { conflict, forbidden, type Refusal } from '../../rules/refusal';
import { contact, contactMade, contactOf, windowLeft } from './appointment';
import { fromContractor } from './contractor';
import { boardIn, roomFor } from './fitness';

const iso = (at: number): string => new Date(at).toISOString();

/** What the office says of an order that it gives out itself. */
export const given = {
  cameBy: oneOf(WAYS).nullish(),
  overrideReason: text(1000).nullish(),
  missedAt: moment().nullish(),
  missedCause: text(1000).nullish(),
  missedContact: text(1000).nullish(),
  missedContactAt: moment().nullish(),
};

export const offering = z.object({
  ticket: reference('ticket'),
  team: reference('team').nullish(),
  rule: z.string(),
});

export const passing = z.object({
  technician: reference('staff-member'),
  reason: someText(1000),
  ...contact,
});

export const late = z.object({ acceptBy: moment() });

export const accounting = z.object({
  cause: someText(1000),
  contact: someText(1000),
  contactAt: moment().nullish(),
});

type Context<Schema extends z.ZodType> = ActionContext<CaseRecord, z.output<Schema>>;

/** Those to whom an order is offered: the people of the team that it was offered to, or every technician. */
export const offeredTo: Entitlement = {
  name: 'offered_to',
  test: (actor, record) =>
    actor.kind === 'staff' &&
    (typeof record.team === 'string'
      ? actor.teams.includes(record.team)
      : actor.posts.includes('technician')),
};

const ticketOf = ({ relatives }: Pick<ActionContext, 'relatives'>): CaseRecord | undefined =>
  relatives.root?.[0];

/** The rule that the order goes by: that of its request when it is given out, from then on the same. */
const ruleFor = (context: Pick<ActionContext, 'record' | 'relatives' | 'office'>) => {
  const { record, office } = context;
  const ticket = ticketOf(context);
  return record.dispatchRule
    ? ruleNamed(record.dispatchRule, office)
    : ticket
      ? ruleOf(ticket, office)
      : null;
};

type Giving = Pick<ActionContext, 'record' | 'relatives' | 'office' | 'at' | 'actor'>;

/**
 * What belongs to every giving out: the rule it goes by, how it came about, and until when it must be accepted, after
 * which the office passes it on [B-03]. An outside contractor has no such limit, nor has the past.
 */
export function givenOut(
  context: Giving,
  to: { readonly contractor?: unknown },
  way: Way,
): { set: Readonly<Record<string, unknown>>; later: Deed[] } {
  const rule = ruleFor(context);
  const minutes = context.actor.kind === 'import' || to.contractor ? null : (rule?.acceptMinutes ?? null);
  const acceptBy = minutes === null ? null : context.at + minutes * 60_000;
  return {
    set: {
      dispatchRule: rule?.code ?? null,
      cameBy: way,
      acceptBy: acceptBy === null ? null : iso(acceptBy),
    },
    later: passingOnAt(acceptBy),
  };
}

const passingOnAt = (at: number | null): Deed[] =>
  at === null ? [] : [{ action: 'pass_on_late', input: { acceptBy: iso(at) }, at }];

/** Those who had the order, or let it pass, so that it is not given to them again. */
export function triedIn({ triedBy }: CaseRecord): string[] {
  return typeof triedBy === 'string' ? triedBy.split(' ').filter((id) => id !== '') : [];
}

/** The same with whoever has it now: a person, or everybody of a team. */
export function triedNow({ record, office }: Pick<ActionContext, 'record' | 'office'>): string[] {
  const { technician, team } = record;
  const now =
    typeof technician === 'string'
      ? [technician]
      : typeof team === 'string' && record.stage !== 'offered'
        ? (office.directory.teams.get(team) ?? [])
        : [];
  return [...new Set([...triedIn(record), ...now])];
}

function ladderOf(context: ActionContext): Ladder {
  const { record, office, answers } = context;
  const ticket = ticketOf(context);
  const rule = ruleFor(context);
  const board = boardIn(answers);
  const category = typeof ticket?.category === 'string' ? office.categories.get(ticket.category) : undefined;
  return {
    directory: office.directory,
    categories: office.categories,
    facts: factsIn(ticket ?? {}, office),
    rule,
    loads: board?.loads ?? new Map(),
    turn: (rule && board?.turns.get(rule.id)) ?? null,
    tried: new Set([...triedNow(context), ...(board?.busy ?? [])]),
    department: category?.department ?? null,
    way: (record.cameBy ?? null) as Way | null,
  };
}

const onTicket = (
  record: CaseRecord,
  action: string,
  input: Readonly<Record<string, unknown>>,
): FollowUp => ({ type: 'ticket', id: String(record.ticket), action, input });

/** The order is offered to everybody who may take it; the first has it [B-03]. */
export function offer(
  { input, office, at, answers, relatives }: Context<typeof offering>,
  charge: Readonly<Record<string, unknown>>,
): Outcome<'offered'> {
  const rule = ruleNamed(input.rule, office);
  const facts = factsIn(relatives.root?.[0] ?? {}, office);
  const pool = rule
    ? poolOf(rule, boardIn(answers)?.loads ?? new Map(), {
        directory: office.directory,
        categories: office.categories,
        facts,
      })
    : [];
  const acceptBy = rule?.acceptMinutes ? at + rule.acceptMinutes * 60_000 : null;
  return {
    set: {
      ...charge,
      ticket: input.ticket,
      team: input.team ?? null,
      dispatchRule: input.rule,
      cameBy: 'grab',
      dispatchedAt: iso(at),
      acceptBy: acceptBy === null ? null : iso(acceptBy),
    },
    messages: pool.map(({ id }) => ({ template: 'order_offered', to: { staff: id } })),
    later: passingOnAt(acceptBy),
  };
}

/** Whoever grabs is of the pool: at work, with the trades, with room for one more [B-03]. */
export function ofThePool(context: ActionContext): Refusal | undefined {
  const { actor, office, record } = context;
  const rule = ruleNamed(record.dispatchRule, office);
  const given_ = {
    directory: office.directory,
    categories: office.categories,
    facts: factsIn(ticketOf(context) ?? {}, office),
  };
  const one = rule && crewOf(rule, given_).find(({ id }) => id === actor.id);
  if (!one) return forbidden('NOT_IN_POOL', { number: record.number });
  return roomFor(context, one.id);
}

export const grab = ({ record, actor, at }: ActionContext): Outcome<'accepted'> => ({
  set: { technician: actor.id, acceptedAt: iso(at), acceptBy: null },
  follow: [onTicket(record, 'take_over', { handler: actor.id, team: record.team ?? null })],
});

/** A colleague takes it over; he is at work, has the trades and has room. */
export function passOn(context: Context<typeof passing>): Outcome<'dispatched'> {
  const { record, input, at } = context;
  const { set, later } = givenOut(context, {}, 'pass_on');
  return {
    set: {
      ...set,
      ...toOne(context, input.technician),
      ...contactOf(record, input),
      dispatchedAt: iso(at),
    },
    later,
    messages: [
      { template: 'order_dispatched', to: { staff: input.technician } },
      ...fromContractor(record, {}),
    ],
    follow: [onTicket(record, 'take_over', { handler: input.technician })],
    note: input.reason,
  };
}

/** Attributes of an order that one person has from now on. */
const toOne = (context: Pick<ActionContext, 'record' | 'office'>, technician: string) => ({
  ...windowLeft(context.record, {}),
  technician,
  team: null,
  contractor: null,
  acceptedAt: null,
  arrivesAt: null,
  overrideReason: null,
  triedBy: triedNow(context).join(' '),
  ...NOT_PAUSED,
  reassignCount: Number(context.record.reassignCount ?? 0) + 1,
});

const NOT_PAUSED = { pausedAt: null, pauseReason: null, pausedUntil: null, pauseAllowedBy: null } as const;

/** The order goes to the next one by the rule. */
function goesTo(context: ActionContext, { to, way }: Step): Outcome<'dispatched'> {
  const { record, at } = context;
  const rule = ruleFor(context);
  const { set, later } = givenOut(context, {}, way);
  const inTurn = rule && (way === 'rotate' || way === 'least_loaded');
  return {
    stage: 'dispatched',
    set: { ...set, ...toOne(context, to.id), dispatchedAt: iso(at) },
    later,
    messages: [{ template: 'order_dispatched', to: { staff: to.id } }, ...toFormer(record)],
    follow: [onTicket(record, 'take_over', { handler: to.id })],
    ...(inTurn ? { turn: { rule: rule.id, key: turnKey(to) } } : {}),
  };
}

const toFormer = ({ technician, team }: CaseRecord): Message[] =>
  typeof technician === 'string'
    ? [{ template: 'order_taken_away', to: { staff: technician } }]
    : typeof team === 'string'
      ? [{ template: 'order_taken_away', to: { team } }]
      : [];

/** It is passed on only while nobody has accepted it and no later limit was set. */
export const stillUnaccepted = ({ record, input, now }: Context<typeof late>): Refusal | undefined =>
  record.acceptBy === input.acceptBy && now >= Date.parse(input.acceptBy)
    ? undefined
    : conflict('NOT_CALLED_FOR', { number: record.number });

/** Not accepted in time: the next of the pool, then the duty person, then the head, each told [B-03]. */
export function passOnLate(context: ActionContext): Outcome<'dispatched' | 'offered'> {
  const { record } = context;
  const ladder = ladderOf(context);
  const step = nextAfter(ladder);
  const alarm = onTicket(record, 'alarm', { alarm: 'nobody_accepted' });
  if (step) {
    const given_ = goesTo(context, step);
    const climbed = step.way === 'duty_person' || step.way === 'head';
    return { ...given_, follow: [...(given_.follow ?? []), ...(climbed ? [alarm] : [])] };
  }
  return {
    stage: record.stage as 'dispatched' | 'offered',
    set: { acceptBy: null },
    messages: [{ template: 'order_unaccepted', to: { post: 'director' } }],
    follow: [alarm],
  };
}

/**
 * Handed back: by an automatic rule it goes to the next at once, never to one who had it; else it waits for the
 * dispatcher, and when there is nobody left, the head hears of it [B-03].
 */
export function handBack(
  context: ActionContext<CaseRecord, { reason: string }>,
): Outcome<'drafted' | 'dispatched' | 'offered'> {
  const { record, input, office, answers, actor } = context;
  const handed: readonly Message[] = [
    { template: 'order_handed_back', to: { post: 'supervisor' } },
    ...(actor.kind === 'contractor' ? [] : fromContractor(record, {})),
  ];
  const handBackReason = { handBackReason: input.reason };
  const rule = automatic(ruleFor(context));
  const unspoken = contactMade({ record, input: {} }) !== undefined;
  const ladder = ladderOf(context);
  if (rule && boardIn(answers) && !unspoken) {
    const next = rule.mode === 'grab' ? null : nextOfPool(ladder);
    if (next) {
      const outcome = goesTo(context, next);
      return {
        ...outcome,
        set: { ...outcome.set, ...handBackReason },
        messages: [{ template: 'order_dispatched', to: { staff: next.to.id } }, ...handed],
        note: input.reason,
      };
    }
    if (rule.mode === 'grab' && nextOfPool(ladder)) return offerAgain(context, handed);
  }
  const nobody = rule !== null && boardIn(answers) !== undefined && !unspoken;
  const head = headOf(office.directory, ladder.department);
  return {
    stage: 'drafted',
    set: {
      ...handBackReason,
      technician: null,
      team: null,
      contractor: null,
      acceptedAt: null,
      arrivesAt: null,
      acceptBy: null,
      cameBy: null,
      triedBy: triedNow(context).join(' '),
    },
    messages: [
      ...handed,
      ...(nobody && head ? [{ template: 'dispatch_pool_empty', to: { staff: head.id } }] : []),
    ],
    follow: [
      onTicket(record, 'hand_back', { reason: input.reason }),
      ...(nobody ? [onTicket(record, 'alarm', { alarm: 'nobody_free' })] : []),
    ],
    note: input.reason,
  };
}

function offerAgain(
  context: ActionContext<CaseRecord, { reason: string }>,
  handed: readonly Message[],
): Outcome<'offered'> {
  const { record, input, at, answers } = context;
  const rule = ruleFor(context);
  const { set, later } = givenOut(context, {}, 'grab');
  const tried = triedNow(context);
  const { loads: _, ...pool } = ladderOf(context);
  const free = rule
    ? poolOf(rule, boardIn(answers)?.loads ?? new Map(), pool).filter(({ id }) => !tried.includes(id))
    : [];
  return {
    stage: 'offered',
    set: {
      ...set,
      technician: null,
      team: rule?.team ?? null,
      contractor: null,
      acceptedAt: null,
      arrivesAt: null,
      dispatchedAt: iso(at),
      triedBy: tried.join(' '),
      handBackReason: input.reason,
    },
    later,
    messages: [
      ...free.map(({ id }): Message => ({ template: 'order_offered', to: { staff: id } })),
      ...handed,
    ],
    follow: [onTicket(record, 'hand_back', { reason: input.reason })],
    note: input.reason,
  };
}

/** Why it is overdue and what the requester was told of it [B-10]. */
export const explainDelay = ({ input, at }: Context<typeof accounting>): Outcome => ({
  set: {
    delayCause: input.cause,
    delayContact: input.contact,
    delayContactAt: iso(at),
  },
  note: input.cause,
});

/** What is on record of an appointment that was missed. */
export interface Missed {
  readonly missedAt: unknown;
  readonly missedCause: unknown;
}

/**
 * The appointment missed on an order that was then called off, as long as its cause is not known or nobody has spoken to the
 * requester: a new order does not get round that [B-05]. Null when nothing is owed.
 */
export function contactOwed(orders: readonly CaseRecord[]): Missed | null {
  let owed: Missed | null = null;
  for (const record of orders) {
    const { missedAt, missedCause, missedContact } = record;
    if (contactMade({ record, input: {} })) owed = { missedAt, missedCause };
    else if (missedContact) owed = null;
  }
  return owed;
}
