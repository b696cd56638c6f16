import { z } from 'zod';
import { defineCase } from '../../rules/cases/define';
import { day, reference, signature, someText, text } from '../../rules/cases/inputs';
import { staffActing, SUPERIORS } from '../../rules/cases/people';
import type { ActionContext, CaseRecord, Outcome, Who } from '../../rules/cases/types';
import type { Entrusting, StillOut } from '../../rules/keys';
import { conflict, invalid, type Refusal } from '../../rules/refusal';
import { textToSign } from '../../rules/signed-text';
import { localDate, parseLocalTime } from '../../rules/time';

/** Who entrusts the keys of which home to the office, what for, and until when [F-02]. */
const grant = z.object({
  owner: reference('owner'),
  unit: reference('unit'),
  key: reference('key').nullish(),
  purpose: someText(1000),
  grantedTo: text(255).nullish(),
  validUntil: day(),
  papers: text(255).nullish(),
  signerName: someText(100),
  signature: signature(),
});

const back = z.object({
  signerBack: someText(100),
  signatureBack: signature(),
  note: text(1000).nullish(),
});

type Context<Schema extends z.ZodType> = ActionContext<CaseRecord, z.output<Schema>>;

const KEEPERS: readonly Who[] = ['front_desk', 'steward', ...SUPERIORS];
const iso = (at: number): string => new Date(at).toISOString();

/**
 * The owner's authorisation (钥匙托管授权): keys entrusted to the office against a signature, for as long as it says, and given back
 * against another. It ends by itself with its last day; the keys stay with the office until they are fetched [F-02].
 */
export const keyAuthorisationCase = defineCase({
  type: 'key-authorisation',
  responsible: 'takenBy',
  prefix: 'SQ',
  stages: ['in_force', 'expired', 'given_back'],
  finalStages: ['given_back'],
  relatives: { loans: { type: 'key-loan', by: 'authorisation' } },
  editable: [],
  actions: {
    grant: {
      from: 'nothing',
      to: 'in_force',
      who: KEEPERS,
      rules: ['F-02'],
      input: grant,
      asks: ['entrusting'],
      requires: (context: Context<typeof grant>) => notOver(context) ?? itsOwnersToGive(context),
      then: granted,
    },
    expire: {
      internal: true,
      from: ['in_force'],
      to: 'expired',
      who: ['system'],
      rules: ['F-02'],
      input: z.object({}),
      then: ({ record, at }: ActionContext) => ({
        set: { endedAt: iso(at) },
        messages:
          typeof record.takenBy === 'string'
            ? [{ template: 'key_authorisation_expired', to: { staff: record.takenBy } }]
            : [],
      }),
    },
    give_back: {
      from: ['in_force', 'expired'],
      to: 'given_back',
      who: KEEPERS,
      rules: ['F-02'],
      input: back,
      asks: ['key_still_out'],
      requires: nothingOut,
      then: (context: Context<typeof back>) => ({
        set: {
          ...context.input,
          endedAt: context.record.endedAt ?? iso(context.at),
          givenBackAt: iso(context.at),
          givenBackBy: staffActing(context),
        },
      }),
    },
  },
});

const notOver = ({ input, office, now }: Context<typeof grant>): Refusal | undefined =>
  input.validUntil < localDate(office.timeZone, now)
    ? invalid('KEY_AUTHORISATION_PAST', { field: 'validUntil' })
    : undefined;

/** Only who holds the home entrusts its keys, and only its own. */
function itsOwnersToGive({ input, answers }: Context<typeof grant>): Refusal | undefined {
  const entrusting = answers.entrusting as Entrusting | undefined;
  if (!entrusting) return undefined;
  if (!entrusting.holds) return invalid('KEY_OWNER_NOT_OF_UNIT', { field: 'owner' });
  return input.key && entrusting.unitOfKey !== input.unit
    ? invalid('KEY_OF_OTHER_UNIT', { field: 'key' })
    : undefined;
}

function granted(context: Context<typeof grant>): Outcome<'in_force'> {
  const { input, at, office } = context;
  const { purpose, grantedTo, validUntil, signerName } = input;
  const lastMinute = { text: `${validUntil} 23:59`, format: 'yyyy-MM-dd HH:mm', timeZone: office.timeZone };
  return {
    set: {
      ...input,
      signedAt: iso(at),
      signedText: textToSign([
        ['委托人', signerName],
        ['用途', purpose],
        ['可领用人', grantedTo],
        ['有效期至', validUntil],
      ]),
      takenBy: staffActing(context),
    },
    later: [{ action: 'expire', at: parseLocalTime(lastMinute) + 60_000 }],
  };
}

/** What is still out on the authorisation comes back first. */
function nothingOut({ answers }: ActionContext): Refusal | undefined {
  const out = answers.key_still_out as StillOut | null | undefined;
  if (!out) return undefined;
  const { number, borrower, dueAt } = out;
  return conflict('KEY_STILL_OUT', { loan: number, borrower, dueAt });
}
