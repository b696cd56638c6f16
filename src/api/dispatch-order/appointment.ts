import { z } from 'zod';
import type { Appointment } from '../../rules/appointments';
import { windowRefused } from '../../rules/appointments';
import { moment, someText, text } from '../../rules/cases/inputs';
import type { ActionContext, CaseRecord, Outcome } from '../../rules/cases/types';
import { conflict, invalid, type Refusal } from '../../rules/refusal';

/** When somebody comes, and why it is outside the hours that suit, if it is [B-05]. */
export const appointment = {
  appointmentFrom: moment().nullish(),
  appointmentTo: moment().nullish(),
  outsideHoursReason: text(1000).nullish(),
};

/** What became of a missed appointment: why, and what was agreed with the requester [B-05]. */
export const contact = {
  cause: text(1000).nullish(),
  contactAt: moment().nullish(),
  contact: text(1000).nullish(),
};

type Given = Readonly<Record<string, unknown>>;

/** Stages in which the time that was agreed on belongs to the order. */
const KEPT: ReadonlySet<string> = new Set([
  'dispatched',
  'accepted',
  'arrived',
  'no_access',
  'consented',
  'working',
  'paused',
]);

/** The window that an order stands in somebody's calendar with, as long as it does [B-05]. */
export function appointmentOf(record: CaseRecord): Appointment | null {
  const { appointmentFrom: from, appointmentTo: to, technician } = record;
  if (!KEPT.has(record.stage) || typeof from !== 'string' || typeof to !== 'string') return null;
  return { staff: typeof technician === 'string' ? technician : null, from, to };
}

/** The window as it will be: what is given, and of what is not, what there was. */
function windowAfter({ record, input }: Pick<ActionContext, 'record' | 'input'>) {
  const given = input as Given;
  const of = (field: string) => (given[field] === undefined ? record[field] : given[field]) as string | null;
  return { from: of('appointmentFrom'), to: of('appointmentTo') };
}

/** A window that is given is one that can be agreed on [B-05]. */
export function windowInOrder(context: ActionContext): Refusal | undefined {
  const given = context.input as Given;
  if (!given.appointmentFrom && !given.appointmentTo) return undefined;
  const { actor, now, office, relatives } = context;
  const suitable = relatives.root?.[0]?.suitableHours;
  return windowRefused({
    ...windowAfter(context),
    // A history tells of windows that are over.
    now: actor.kind === 'import' ? 0 : now,
    timeZone: office.timeZone,
    suitable: typeof suitable === 'string' ? suitable : null,
    otherwise: given.outsideHoursReason as string | null | undefined,
  });
}

/** After a missed appointment nobody goes again before the cause is known and the requester was spoken to [B-05]. */
export function contactMade({ record, input }: Pick<ActionContext, 'record' | 'input'>): Refusal | undefined {
  if (!record.missedAt && !record.missedCause) return undefined;
  const given = input as { cause?: string | null; contact?: string | null };
  if (!record.missedCause && !given.cause?.trim()) return invalid('CAUSE_MISSING', { field: 'cause' });
  if (!record.missedContact && !given.contact?.trim())
    return invalid('CONTACT_MISSING', { field: 'contact' });
  return undefined;
}

/** What is on record of the missed appointment, with what is told now. */
export function contactOf(record: CaseRecord, input: Given) {
  return {
    missedCause: record.missedCause ?? (record.missedAt ? (input.cause ?? null) : null),
    missedContactAt: input.contactAt ?? record.missedContactAt ?? null,
    missedContact: input.contact ?? record.missedContact ?? null,
  };
}

/** The window that is given, if one is. */
export const windowOf = ({ appointmentFrom, appointmentTo, outsideHoursReason }: Given) =>
  appointmentFrom ? { appointmentFrom, appointmentTo, outsideHoursReason: outsideHoursReason ?? null } : {};

/** A missed window is over: whoever goes next has a new one, or none yet. */
export const windowLeft = (record: CaseRecord, input: Given) =>
  record.stage === 'missed' && !input.appointmentFrom ? { appointmentFrom: null, appointmentTo: null } : {};

export const missing = z.object({
  ...contact,
  cause: someText(1000),
});

/** Somebody says that an appointment was missed, or why one was that the office itself has marked [B-05]. */
export function miss({
  record,
  input,
  at,
}: ActionContext<CaseRecord, z.output<typeof missing>>): Outcome<never> {
  const again = record.stage === 'missed';
  return {
    set: {
      missedAt: (again && record.missedAt) || new Date(at).toISOString(),
      missedCause: input.cause,
      missedContactAt: input.contactAt ?? (again ? record.missedContactAt : null),
      missedContact: input.contact ?? (again ? record.missedContact : null),
    },
    note: input.cause,
    messages: again ? [] : [{ template: 'order_missed', to: { post: 'supervisor' } }],
  };
}

export const lapsing = z.object({ until: moment() });

/** Only the window that is on the order still can lapse, and not before its end. */
export const windowOver = ({ record, input, now }: ActionContext<CaseRecord, { until: string }>) =>
  record.appointmentTo === input.until && now >= Date.parse(input.until)
    ? undefined
    : conflict('APPOINTMENT_STANDS', { number: record.number });

/** The window has ended and nobody came: seen at once, its cause and the word with the requester still owed [B-05]. */
export const lapse = ({ input }: ActionContext<CaseRecord, { until: string }>): Outcome<never> => ({
  set: { missedAt: input.until, missedCause: null, missedContactAt: null, missedContact: null },
  messages: [
    { template: 'order_missed', to: { post: 'supervisor' } },
    { template: 'order_missed', to: { post: 'front_desk' } },
  ],
});

/** An appointment that the office has marked as missed was kept after all if he was there in time and only said so late. */
export function missedOnly({ record, at }: Pick<ActionContext, 'record' | 'at'>): Refusal | undefined {
  if (record.stage !== 'missed') return undefined;
  const pending = !record.missedCause && typeof record.appointmentTo === 'string';
  if (pending && at <= Date.parse(String(record.appointmentTo))) return undefined;
  const { stage, number, version } = record;
  return conflict('STAGE_WRONG', { type: 'dispatch-order', action: 'arrive', stage, number, version });
}

/** Nothing was missed, once he was there. */
export const keptAfterAll = (record: CaseRecord) => (record.stage === 'missed' ? { missedAt: null } : {});
