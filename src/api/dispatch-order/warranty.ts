import { z } from 'zod';
import { oneOf, text } from '../../rules/cases/inputs';
import type { ActionContext, CaseRecord, Outcome } from '../../rules/cases/types';
import { conflict, invalid, type Refusal } from '../../rules/refusal';
import { judgeWarranty, type HomeAnswer, type Judgement } from '../../rules/warranty';

/** Whether the order costs something, where the rule is departed from; with the reason [B-04]. */
export const chargeGiven = { paid: z.boolean().nullish(), paidReason: text(1000).nullish() };

type Charge = z.output<z.ZodObject<typeof chargeGiven>>;

/** What a dispatcher decides of the warranty himself. */
export const ruling = z.object({
  warranty: oneOf(['in_warranty', 'out_of_warranty']).nullish(),
  ...chargeGiven,
});

interface Charging {
  readonly judgement: Judgement | null;
  /** What the rule makes of it; null where it cannot tell. */
  readonly paid: boolean | null;
  readonly builder: string | null;
}

/** What follows from the dates and the kind of request; null for a history of another register. */
function chargingOf({ answers, relatives, office }: ActionContext): Charging | null {
  const home = answers.home as HomeAnswer | undefined;
  const ticket = relatives.root?.[0];
  if (!home || !ticket) return null;
  const judgement = judgeWarranty({
    terms: office.warrantyTerms,
    path: office.categories.get(String(ticket.category))?.path ?? [],
    dates: home.dates,
    on: home.reportedOn,
  });
  const { builder } = home;
  if (ticket.kind === 'paid_service') return { judgement: null, paid: true, builder };
  if (home.shared)
    return { judgement: judgement.warranty === 'warranty_unknown' ? null : judgement, paid: false, builder };
  const paid = { in_warranty: false, out_of_warranty: true, warranty_unknown: null }[judgement.warranty];
  return { judgement, paid, builder };
}

/** Whoever departs from the rule, or decides where it cannot tell, says why [B-04]. */
export function chargeReasoned(context: ActionContext<CaseRecord, Charge>): Refusal | undefined {
  const { paid, paidReason } = context.input;
  const charging = chargingOf(context);
  if (paid === null || paid === undefined || !charging || paid === charging.paid) return undefined;
  return paidReason?.trim() ? undefined : invalid('PAID_REASON_MISSING', { field: 'paidReason' });
}

/** What an order is put on record with: covered or not, until when, paid or free, and who it is claimed from [B-04]. */
export function chargeAtDispatch(context: ActionContext<CaseRecord, Charge>): Record<string, unknown> {
  const { paid, paidReason } = context.input;
  const charging = chargingOf(context);
  if (!charging) return { paid: paid ?? false, paidReason: paidReason ?? null };
  return charged(charging, { paid: paid ?? charging.paid, reason: paidReason ?? null });
}

function charged(
  { judgement, builder }: Charging,
  { paid, reason }: { paid: boolean | null; reason: string | null },
): Record<string, unknown> {
  const claimable = judgement?.warranty === 'in_warranty' && paid !== true;
  return {
    warranty: judgement?.warranty ?? null,
    warrantyUntil: judgement?.until ?? null,
    paid: paid ?? false,
    paidReason: reason,
    claimable,
    claimFrom: claimable ? builder : null,
  };
}

/** A ruling without a word of its own lets the rule decide anew; any other says why. */
export function rulingReasoned({ input }: ActionContext<CaseRecord, z.output<typeof ruling>>) {
  const own = [input.warranty, input.paid].some((one) => one !== null && one !== undefined);
  return own && !input.paidReason?.trim()
    ? invalid('PAID_REASON_MISSING', { field: 'paidReason' })
    : undefined;
}

/** The rule's answer from the dates as they are now, or a dispatcher's own with his reason on record [B-04]. */
export function rule(context: ActionContext<CaseRecord, z.output<typeof ruling>>): Outcome<never> {
  const { input, record } = context;
  const charging = chargingOf(context) ?? { judgement: null, paid: null, builder: null };
  const judgement: Judgement | null = input.warranty
    ? { warranty: input.warranty, until: charging.judgement?.until ?? null, term: null }
    : charging.judgement;
  const byVerdict = input.warranty ? input.warranty === 'out_of_warranty' : charging.paid;
  const paid = input.paid ?? byVerdict;
  return {
    set: {
      ...charged({ ...charging, judgement }, { paid, reason: input.paidReason ?? null }),
      ...(paid === true ? {} : { priceLines: null, priceFen: null }),
      ...(paid === record.paid ? {} : { priceAccepted: null }),
    },
    note: input.paidReason ?? undefined,
  };
}

/** Nobody agrees to work before it is settled who pays for it [B-04][B-06]. */
export const chargeSettled = ({ record }: Pick<ActionContext, 'record'>): Refusal | undefined =>
  record.warranty === 'warranty_unknown' && !record.paidReason
    ? conflict('WARRANTY_UNDECIDED', { number: record.number })
    : undefined;

/** What was done under warranty, once put to the builder [B-04]. */
export const claiming = z.object({ claimNote: text(1000).nullish() });

export const claimOpen = ({ record }: Pick<ActionContext, 'record'>): Refusal | undefined =>
  record.claimable && !record.claimedAt ? undefined : conflict('NOTHING_TO_CLAIM', { number: record.number });
