import { z } from 'zod';
import { defineCase } from '../../rules/cases/define';
import { day, reference, someText, text } from '../../rules/cases/inputs';
import { SUPERIORS } from '../../rules/cases/people';
import { made, type ActionContext, type CaseRecord, type Outcome, type Who } from '../../rules/cases/types';
import {
  dayAfter,
  dayHasCome,
  heldIn,
  knownPerson,
  newPerson,
  onePerson,
  papersSeen,
  personOf,
  tellDepartments,
  type LeaseOfHome,
} from '../../rules/holdings';
import { conflict, invalid, type Refusal } from '../../rules/refusal';
import { localDate, parseLocalTime } from '../../rules/time';

const PAPERS = { type: 'lease-registration', wanted: ['contractSeen'] } as const;

const registration = z.object({
  unit: reference('unit'),
  room: text(50).nullish(),
  tenant: knownPerson(),
  ...newPerson,
  fromDate: day(),
  toDate: day(),
  contractNumber: text(100).nullish(),
  contractSeen: z.boolean().nullish(),
  note: text(1000).nullish(),
});
const starting = z.object({ contractSeen: z.boolean().nullish() });
const ending = z.object({ endedOn: day(), reason: someText(1000) });
const cancelling = z.object({ reason: someText(1000) });

type Registering = ActionContext<CaseRecord, z.output<typeof registration>>;
type Starting = ActionContext<CaseRecord, z.output<typeof starting>>;
type Ending = ActionContext<CaseRecord, z.output<typeof ending>>;

const REGISTRARS: readonly Who[] = ['front_desk', 'clerk', ...SUPERIORS];

/**
 * The registration of a lease (租赁登记) [G-03]: it runs from its first day, once the contract has been seen, and ends by itself after
 * its last or early; the tenant's entry follows it, and the departments concerned are told. Of one home, or one room of
 * it, two leases do not overlap.
 */
export const leaseRegistrationCase = defineCase({
  type: 'lease-registration',
  prefix: 'ZL',
  stages: ['registered', 'running', 'ended', 'cancelled'],
  finalStages: ['ended', 'cancelled'],
  editable: [],
  actions: {
    register: {
      from: 'nothing',
      to: 'registered',
      who: REGISTRARS,
      rules: ['G-03', 'G-01'],
      input: registration,
      asks: ['home_held', 'leases_of_home'],
      requires: (context: Registering) =>
        onePerson(context.input.tenant, context.input, 'tenant') ?? inOrder(context) ?? besideOthers(context),
      then: register,
    },
    start: {
      from: ['registered'],
      to: 'running',
      who: REGISTRARS,
      rules: ['G-03', 'G-01'],
      input: starting,
      asks: ['home_held'],
      requires: (context: Starting) =>
        papersSeen({ ...context.record, ...context.input }, PAPERS) ??
        dayHasCome(String(context.record.fromDate), context),
      then: start,
    },
    end: {
      internal: true,
      from: ['running'],
      to: 'ended',
      who: ['system'],
      rules: ['G-03'],
      input: z.object({}),
      asks: ['home_held'],
      requires: isOver,
      then: (context: ActionContext) => ({
        set: { endedOn: context.record.toDate },
        messages: told(context, 'lease_ended', String(context.record.toDate)),
      }),
    },
    end_early: {
      from: ['running'],
      to: 'ended',
      who: REGISTRARS,
      rules: ['G-03', 'G-01'],
      input: ending,
      asks: ['home_held'],
      requires: withinLease,
      then: endEarly,
    },
    cancel: {
      from: ['registered'],
      to: 'cancelled',
      who: REGISTRARS,
      rules: ['G-03'],
      input: cancelling,
      then: ({ input }: ActionContext<CaseRecord, z.output<typeof cancelling>>) => ({
        set: { cancelReason: input.reason, openFor: null },
        note: input.reason,
      }),
    },
  },
});

const isoOf = (at: number): string => new Date(at).toISOString();
/** One spelling for one room: what is told apart is the home as a whole, and each room of it. */
const roomKey = (unit: string, room: string | null | undefined): string =>
  `${unit} ${(room ?? '').normalize('NFKC').replace(/\s+/g, '').toLowerCase()}`;

const inOrder = ({ input }: Registering): Refusal | undefined =>
  input.fromDate <= input.toDate
    ? undefined
    : invalid('PERIOD_INVALID', { field: 'toDate', reason: 'order' });

function besideOthers({ input, answers }: Registering): Refusal | undefined {
  const leases = (answers.leases_of_home ?? []) as readonly LeaseOfHome[];
  const key = roomKey(input.unit, input.room);
  const other = leases.find(
    (one) => one.openFor === key && one.fromDate <= input.toDate && input.fromDate <= one.lastDay,
  );
  return other ? conflict('LEASE_OVERLAPS', { field: 'fromDate', other: other.number }) : undefined;
}

const startOf = (text: string, timeZone: string): number =>
  parseLocalTime({ text, format: 'yyyy-MM-dd', timeZone });

function register({ input, office }: Registering): Outcome<'registered'> {
  const { tenant, newPersonName, newPersonKind, newPersonPhone, newPersonIdNumber, ...given } = input;
  const who = personOf(tenant, { newPersonName, newPersonKind, newPersonPhone, newPersonIdNumber });
  return {
    set: { ...given, tenant: who.person, openFor: roomKey(input.unit, input.room) },
    records: who.records,
    later: [{ action: 'start', at: startOf(input.fromDate, office.timeZone) }],
  };
}

function start(context: Starting): Outcome<'running'> {
  const { record, input, at, office } = context;
  const { unit, tenant, fromDate, toDate, room } = record;
  return {
    set: { ...input, contractSeen: true, startedAt: isoOf(at), occupancy: made('living') },
    records: [
      {
        type: 'occupancy',
        id: made('living'),
        set: { unit, owner: tenant, capacity: 'tenant', fromDate, toDate, remark: room ?? null },
      },
    ],
    later: [{ action: 'end', at: startOf(dayAfter(String(toDate)), office.timeZone) }],
    messages: told(context, 'lease_running', String(fromDate)),
  };
}

function told(context: Pick<ActionContext, 'answers' | 'office'>, template: string, on: string) {
  const held = heldIn(context);
  return tellDepartments(context.office, held?.steward ?? null, {
    template,
    params: { unit: held?.label ?? '', day: on },
  });
}

function isOver({ record, at, office }: ActionContext): Refusal | undefined {
  const toDate = String(record.toDate);
  return localDate(office.timeZone, at) > toDate
    ? undefined
    : conflict('LEASE_STILL_RUNNING', { number: record.number, day: toDate });
}

/** It ends on one of its own days, and not on one that is still to come. */
function withinLease({ record, input, at, office }: Ending): Refusal | undefined {
  const { endedOn } = input;
  const within = endedOn >= String(record.fromDate) && endedOn <= String(record.toDate);
  return within && endedOn <= localDate(office.timeZone, at)
    ? undefined
    : invalid('END_OUTSIDE_LEASE', { field: 'endedOn', number: record.number });
}

function endEarly(context: Ending): Outcome<'ended'> {
  const { record, input } = context;
  const { endedOn, reason } = input;
  return {
    set: { endedOn, endReason: reason },
    records:
      typeof record.occupancy === 'string'
        ? [{ type: 'occupancy', id: record.occupancy, set: { toDate: endedOn } }]
        : [],
    messages: told(context, 'lease_ended', endedOn),
    note: reason,
  };
}
