import { z } from 'zod';
import { moment, oneOf, reference, someText, text } from '../../rules/cases/inputs';
import { SUPERIORS, theHandler } from '../../rules/cases/people';
import type {
  ActionContext,
  CaseRecord,
  Entitlement,
  FollowUp,
  Message,
  Outcome,
  Post,
  Who,
} from '../../rules/cases/types';
import type { OfficeView } from '../../rules/office';
import { holderOf } from '../../rules/people/directory';
import { conflict, invalid } from '../../rules/refusal';
import { COMPLAINT_CLASSES } from '../../rules/terms';

/** What the register of complaints keeps besides what every request has [E-01]. */
export const complaintParticulars = {
  occurredAt: moment().nullish(),
  occurredPlace: text(255).nullish(),
  complainedOf: text(100).nullish(),
  complainedDepartment: reference('department').nullish(),
  demand: text().nullish(),
  demandedBy: moment().nullish(),
};

/** The class may be known as the complaint comes in [E-02]. */
export const classAtIntake = { complaintClass: oneOf(COMPLAINT_CLASSES).nullish() };

type Class = (typeof COMPLAINT_CLASSES)[number];
type Values = Readonly<Record<string, unknown>>;
type Given = ActionContext<CaseRecord, Values>;
type Context<Schema extends z.ZodType> = ActionContext<CaseRecord, z.output<Schema>>;

export const OPEN = ['registered', 'assigned', 'in_progress', 'waiting'] as const;

export const isComplaint = (ticket: Values): boolean => ticket.kind === 'complaint';

/** On complaints only, so that nobody is offered it on a repair: these posts, and whoever handles the complaint. */
const onComplaints = (name: string, posts: readonly Post[], handler: boolean): Entitlement => ({
  name,
  test: (actor, record) =>
    isComplaint(record) &&
    ((actor.kind === 'staff' && actor.posts.some((post) => posts.includes(post))) ||
      (handler && theHandler.test(actor, record))),
});

/** Those who take complaints in, and those above them. */
export const COMPLAINT_DESK: readonly Who[] = [
  onComplaints('complaint_desk', ['front_desk', 'steward', 'clerk', ...SUPERIORS], false),
];

/** The same, and whoever handles the complaint. */
export const ON_COMPLAINTS: readonly Who[] = [
  onComplaints('on_complaints', ['front_desk', 'steward', 'clerk', ...SUPERIORS], true),
];

/** To whom a complaint of each class goes [E-02][C-05][C-06]. */
const RECEIVER: Readonly<Record<Class, Post>> = {
  serious: 'director',
  important: 'department_head',
  minor: 'supervisor',
  invalid: 'supervisor',
};

/** Posts that may say that a complaint has reached them, by its class. */
const RECEIVES: Readonly<Record<Class, readonly Post[]>> = {
  serious: ['director', 'manager'],
  important: ['department_head', 'director', 'manager'],
  minor: SUPERIORS,
  invalid: SUPERIORS,
};

const said = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const iso = (at: number): string => new Date(at).toISOString();
const classOf = ({ complaintClass }: Values): Class | null =>
  COMPLAINT_CLASSES.find((one) => one === complaintClass) ?? null;

/** A complaint with neither name nor contact is anonymous: recorded and worked like any other. */
export const anonymity = (ticket: Values): Values =>
  isComplaint(ticket) ? { anonymous: !said(ticket.requesterName) && !said(ticket.contactPhone) } : {};

/**
 * What happened happened before it was complained of; only complaints have a class; and whoever complained by name is not made
 * nameless afterwards, since nobody would have to visit or tell him any more.
 */
export function complaintPossible({ record, input, now }: Given) {
  if (record.anonymous === false && anonymity({ ...record, ...input }).anonymous)
    return conflict('COMPLAINANT_KNOWN', { number: record.number, field: 'requesterName' });
  if (said(input.occurredAt) && Date.parse(String(input.occurredAt)) > now)
    return invalid('MOMENT_IN_FUTURE', { field: 'occurredAt', at: input.occurredAt });
  return input.complaintClass && !isComplaint({ ...record, ...input })
    ? invalid('NOT_A_COMPLAINT', { field: 'complaintClass' })
    : undefined;
}

/** The class given at intake is given by an action of its own, so that it starts what it starts [E-02]. */
export const classedAtIntake = ({ complaintClass }: Values): FollowUp[] =>
  complaintClass ? [{ type: 'ticket', id: 'self', action: 'classify', input: { complaintClass } }] : [];

const classing = z.object({ complaintClass: oneOf(COMPLAINT_CLASSES), reason: text(1000).nullish() });

function classPossible({ record, input }: Context<typeof classing>) {
  const before = classOf(record);
  if (before === input.complaintClass) return conflict('CLASS_UNCHANGED', { number: record.number });
  return before !== null && !said(input.reason)
    ? invalid('CHANGE_REASON_MISSING', { field: 'complaintClass' })
    : undefined;
}

/** The department complained of, else the one that its category belongs to. */
const departmentOf = ({ categories }: OfficeView, ticket: Values): string | null =>
  typeof ticket.complainedDepartment === 'string'
    ? ticket.complainedDepartment
    : (categories.get(String(ticket.category ?? ''))?.department ?? null);

const tell = (template: string, post: Post, department: string | null): Message => ({
  template,
  to: { post, department },
});

/** The class says who is told at once; an invalid one is worked like the others and kept out of the faults [E-07]. */
function classify({ record, input, office }: Context<typeof classing>): Outcome {
  const { complaintClass, reason } = input;
  return {
    set: { complaintClass, countsAsFault: complaintClass !== 'invalid' },
    messages: [tell(`complaint_${complaintClass}`, RECEIVER[complaintClass], departmentOf(office, record))],
    note: reason ?? undefined,
  };
}

const submission = z.object({ note: text(1000).nullish() });

const worthSubmitting = ({ record }: ActionContext) =>
  ['serious', 'important'].includes(String(record.complaintClass))
    ? undefined
    : conflict('NOTHING_TO_SUBMIT', { number: record.number });

/** Before the director, or with the head of department, by name and moment [C-05][C-06]. */
function submitUp({ record, input, office, at }: Context<typeof submission>): Outcome {
  const post = RECEIVER[classOf(record) ?? 'minor'];
  const receiver = holderOf(office.directory, { post, department: departmentOf(office, record) });
  return {
    set: { submittedAt: iso(at), submittedTo: receiver?.id ?? null },
    messages: receiver ? [{ template: 'complaint_submitted', to: { staff: receiver.id } }] : [],
    note: input.note ?? undefined,
  };
}

const receipt = z.object({ instruction: text().nullish() });

/** Whoever received it, or anybody of a post that high. */
const RECEIVERS: Entitlement = {
  name: 'the_receiver',
  test: (actor, record) => {
    const given = classOf(record);
    if (actor.kind !== 'staff' || !isComplaint(record) || given === null) return false;
    return (
      (actor.id !== null && actor.id === record.submittedTo) ||
      actor.posts.some((post) => RECEIVES[given].includes(post))
    );
  },
};

const notYetAcknowledged = ({ record }: ActionContext) =>
  record.acknowledgedAt ? conflict('ALREADY_ACKNOWLEDGED', { number: record.number }) : undefined;

const escalation = z.object({ reason: someText(1000) });

/** What those above a complaint do about it, and what brings it before them. */
export const complaintActions = {
  classify: {
    from: OPEN,
    to: 'same',
    who: COMPLAINT_DESK,
    rules: ['E-02', 'E-07'],
    input: classing,
    requires: (context: Context<typeof classing>) => onlyComplaints(context) ?? classPossible(context),
    then: classify,
  },
  submit_up: {
    from: OPEN,
    to: 'same',
    who: ON_COMPLAINTS,
    rules: ['C-05', 'C-06'],
    input: submission,
    requires: (context: ActionContext) => onlyComplaints(context) ?? worthSubmitting(context),
    then: submitUp,
  },
  acknowledge: {
    from: OPEN,
    to: 'same',
    who: [RECEIVERS],
    rules: ['C-05', 'C-06'],
    input: receipt,
    requires: (context: ActionContext) => onlyComplaints(context) ?? notYetAcknowledged(context),
    then: ({ input, at, actor }: Context<typeof receipt>) => ({
      set: { acknowledgedAt: iso(at), acknowledgedBy: actor.name, instruction: input.instruction ?? null },
    }),
  },
  escalate: {
    from: OPEN,
    to: 'same',
    who: ON_COMPLAINTS,
    rules: ['E-05'],
    input: escalation,
    requires: onlyComplaints,
    then: ({ input, at }: Context<typeof escalation>) => ({
      set: { escalatedAt: iso(at), escalateReason: input.reason },
      messages: [{ template: 'complaint_escalated', to: { post: 'director' as const } }],
      note: input.reason,
    }),
  },
} as const;

/** Every action here is for complaints. */
export function onlyComplaints({ record }: Pick<ActionContext, 'record'>) {
  return isComplaint(record) ? undefined : conflict('NOT_A_COMPLAINT', { number: record.number });
}
