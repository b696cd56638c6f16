import { z } from 'zod';
import { defineCase } from '../../rules/cases/define';
import { day, reference, someText, text } from '../../rules/cases/inputs';
import { SUPERIORS } from '../../rules/cases/people';
import { made, type ActionContext, type CaseRecord, type Outcome, type Who } from '../../rules/cases/types';
import {
  dayBefore,
  dayHasCome,
  heldIn,
  heldInto,
  knownPerson,
  newPerson,
  onePerson,
  ownershipToEnd,
  papersSeen,
  personOf,
  tellDepartments,
} from '../../rules/holdings';
import { conflict, invalid, type Refusal } from '../../rules/refusal';
import { parseLocalTime } from '../../rules/time';

/** What must have been seen before a home changes hands: the contract, and the title of the new owner. */
const PAPERS = { type: 'transfer', wanted: ['contractSeen', 'titleSeen'] } as const;
const papers = { contractSeen: z.boolean().nullish(), titleSeen: z.boolean().nullish() };

const registration = z.object({
  unit: reference('unit'),
  giver: knownPerson(),
  receiver: knownPerson(),
  ...newPerson,
  effectiveOn: day(),
  ...papers,
  note: text(1000).nullish(),
});
const correction = z.object({ effectiveOn: day().optional(), ...papers, note: text(1000).nullish() });
const completion = z.object(papers);
const cancelling = z.object({ reason: someText(1000) });

type Registering = ActionContext<CaseRecord, z.output<typeof registration>>;
type Correcting = ActionContext<CaseRecord, z.output<typeof correction>>;
type Completing = ActionContext<CaseRecord, z.output<typeof completion>>;
type Cancelling = ActionContext<CaseRecord, z.output<typeof cancelling>>;

const KEEPERS: readonly Who[] = ['clerk', ...SUPERIORS];
const REGISTRARS: readonly Who[] = ['front_desk', ...KEEPERS];

/** Whose entries end with the owner's: those who are there by his right. A tenant stays, whoever buys. */
const GO_WITH_THE_OWNER: ReadonlySet<string> = new Set(['owner', 'co_owner', 'family', 'agent']);

const iso = (at: number): string => new Date(at).toISOString();

/**
 * The transfer of a home (过户) from its owner on record to another [G-03]. It takes effect on its day, by itself once the papers are
 * complete: the old owner's entry ends the day before, the new one's begins, nothing is deleted, and the departments
 * concerned are told, all at once. Requests of the home keep whoever made them.
 */
export const transferCase = defineCase({
  type: 'transfer',
  prefix: 'GH',
  stages: ['registered', 'papers_complete', 'effective', 'closed', 'cancelled'],
  finalStages: ['closed', 'cancelled'],
  editable: Object.keys(correction.shape),
  actions: {
    register: {
      from: 'nothing',
      to: ['registered', 'papers_complete'],
      who: REGISTRARS,
      rules: ['G-03', 'G-01'],
      input: registration,
      asks: ['home_held'],
      requires: (context: Registering) =>
        onePerson(context.input.receiver, context.input, 'receiver') ??
        notOpenAlready(context) ??
        canChangeHands(context, context.input),
      then: register,
    },
    edit: {
      from: ['registered'],
      to: 'same',
      who: REGISTRARS,
      rules: ['G-03'],
      input: correction,
      asks: ['home_held'],
      requires: (context: Correcting) => canChangeHands(context, { ...context.record, ...context.input }),
      then: ({ input }: Correcting) => ({ set: input }),
    },
    complete_papers: {
      from: ['registered'],
      to: 'papers_complete',
      who: REGISTRARS,
      rules: ['G-03'],
      input: completion,
      requires: ({ record, input }: Completing) => papersSeen({ ...record, ...input }, PAPERS),
      then: ({ record, input, at, office }: Completing) => ({
        set: { ...input, papersAt: iso(at) },
        later: [onItsDay(String(record.effectiveOn), office.timeZone)],
      }),
    },
    take_effect: {
      from: ['papers_complete'],
      to: 'effective',
      who: KEEPERS,
      rules: ['G-03', 'G-01'],
      input: z.object({}),
      asks: ['home_held'],
      requires: (context: ActionContext) =>
        dayHasCome(String(context.record.effectiveOn), context) ?? canChangeHands(context, context.record),
      then: takeEffect,
    },
    close: {
      from: ['effective'],
      to: 'closed',
      who: KEEPERS,
      rules: ['G-03'],
      input: z.object({ note: text(1000).nullish() }),
      then: ({ input, at }: ActionContext<CaseRecord, { note?: string | null }>) => ({
        set: { closedAt: iso(at) },
        note: input.note ?? undefined,
      }),
    },
    cancel: {
      from: ['registered', 'papers_complete'],
      to: 'cancelled',
      who: KEEPERS,
      rules: ['G-03'],
      input: cancelling,
      then: ({ input }: Cancelling) => ({
        set: { cancelReason: input.reason, openFor: null },
        note: input.reason,
      }),
    },
  },
});

/** A home changes hands once at a time. */
function notOpenAlready(context: Registering): Refusal | undefined {
  const open = heldIn(context)?.openTransfer;
  return open ? conflict('TRANSFER_OPEN', { field: 'unit', other: open }) : undefined;
}

/** The giver is the owner on record until then, and not the receiver. */
function canChangeHands(
  context: Pick<ActionContext, 'answers'>,
  wish: Readonly<Record<string, unknown>>,
): Refusal | undefined {
  const held = heldIn(context);
  if (!held || typeof wish.effectiveOn !== 'string') return undefined;
  const giver = typeof wish.giver === 'string' ? wish.giver : null;
  const ownership = ownershipToEnd(held, { giver, day: wish.effectiveOn });
  if (ownership === 'not_on_record') return conflict('NOT_OWNER_ON_RECORD', { field: 'giver' });
  if (ownership === 'before_his_period') return invalid('DATE_BEFORE_PERIOD', { field: 'effectiveOn' });
  if (ownership === 'another_follows') return conflict('OWNER_PERIOD_TAKEN', { field: 'effectiveOn' });
  return ownership.owner === wish.receiver ? invalid('NEW_OWNER_IS_OLD', { field: 'receiver' }) : undefined;
}

const onItsDay = (effectiveOn: string, timeZone: string) => ({
  action: 'take_effect',
  at: parseLocalTime({ text: effectiveOn, format: 'yyyy-MM-dd', timeZone }),
});

function register(context: Registering): Outcome<'registered' | 'papers_complete'> {
  const { input, office, at } = context;
  const { receiver, newPersonName, newPersonKind, newPersonPhone, newPersonIdNumber, ...given } = input;
  const buyer = personOf(receiver, { newPersonName, newPersonKind, newPersonPhone, newPersonIdNumber });
  const complete = papersSeen(input, PAPERS) === undefined;
  const held = heldIn(context);
  const ownership = held && ownershipToEnd(held, { giver: input.giver ?? null, day: input.effectiveOn });
  return {
    stage: complete ? 'papers_complete' : 'registered',
    set: {
      ...given,
      giver: input.giver ?? (typeof ownership === 'object' ? ownership.owner : null),
      receiver: buyer.person,
      openFor: input.unit,
      papersAt: complete ? iso(at) : null,
    },
    records: buyer.records,
    later: complete ? [onItsDay(input.effectiveOn, office.timeZone)] : [],
  };
}

function takeEffect(context: ActionContext): Outcome<'effective'> {
  const { record, at, office } = context;
  const held = heldIn(context);
  const effectiveOn = String(record.effectiveOn);
  const over = { effectiveAt: iso(at), openFor: null };
  if (!held) return { set: over };
  const ending = heldInto(held, effectiveOn).filter(({ capacity }) => GO_WITH_THE_OWNER.has(capacity));
  const former = ending.find(({ capacity, owner }) => capacity === 'owner' && owner === record.giver);
  const holding = made('holding');
  return {
    set: { ...over, formerOccupancy: former?.id ?? null, occupancy: holding },
    records: [
      ...ending.map(({ id }) => ({ type: 'occupancy', id, set: { toDate: dayBefore(effectiveOn) } })),
      {
        type: 'occupancy',
        id: holding,
        set: {
          unit: record.unit,
          owner: record.receiver,
          capacity: 'owner',
          fromDate: effectiveOn,
          primary: former?.primary ?? false,
        },
      },
    ],
    messages: tellDepartments(office, held.steward, {
      template: 'transfer_effective',
      params: { unit: held.label, day: effectiveOn },
    }),
  };
}
