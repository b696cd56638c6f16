import { z } from 'zod';
import { reference, text } from '../../rules/cases/inputs';
import type { ActionContext, CaseRecord, Outcome } from '../../rules/cases/types';
import { lineRefused, MOST_FEN, MOST_QUANTITY, totalOf, withLine, type PriceLine } from '../../rules/prices';
import { conflict, invalid, type Refusal } from '../../rules/refusal';

const fen = () => z.number().int().min(0).max(MOST_FEN).meta({ widget: 'fen' });

/** One line of the price: so many of a position of the list; none takes it away. Another price than the list's needs its reason. */
export const priceLine = z.object({
  item: reference('price-item'),
  quantity: z.number().min(0).max(MOST_QUANTITY).multipleOf(0.01),
  unitPriceFen: fen().nullish(),
  reason: text(1000).nullish(),
});

/** What the requester says to the price; the sum that he was told, where the caller states it, must be the one on record. */
export const acceptance = { priceFen: fen().nullish(), priceAccepted: z.boolean().nullish() };

type Pricing = ActionContext<CaseRecord, z.output<typeof priceLine>>;

/** As long as a price may still be agreed on. */
export const PRICED_STAGES = [
  'drafted',
  'dispatched',
  'accepted',
  'arrived',
  'no_access',
  'missed',
  'consented',
  'working',
] as const;
type Priced = (typeof PRICED_STAGES)[number];

/** Stages in which a price was agreed to: another one has to be agreed to anew [B-06]. */
const AGREED: readonly string[] = ['consented', 'working'];

export const linesOf = (record: CaseRecord): readonly PriceLine[] =>
  Array.isArray(record.priceLines) ? (record.priceLines as PriceLine[]) : [];

export function lineAllowed({ record, input, office }: Pricing): Refusal | undefined {
  if (record.paid !== true) return conflict('ORDER_IS_FREE', { number: record.number });
  return lineRefused({ list: office.prices, lines: linesOf(record), wanted: input });
}

/** Writes the line and the sum; what was agreed to before waits for the requester's word again. */
export function writeLine({ record, input, office }: Pricing): Outcome<Priced> {
  const lines = withLine({ list: office.prices, lines: linesOf(record), wanted: input });
  return {
    stage: AGREED.includes(record.stage) ? 'arrived' : (record.stage as Priced),
    set: {
      priceLines: lines,
      priceFen: lines.length > 0 ? totalOf(lines) : null,
      priceAccepted: null,
    },
    note: input.reason ?? undefined,
  };
}

type Accepting = ActionContext<CaseRecord, z.output<z.ZodObject<typeof acceptance>>>;

/** Paid work begins with a price that comes from the list, and the requester's yes to that very sum [B-06]. */
export function priceAgreed({ record, input }: Accepting): Refusal | undefined {
  if (!record.paid) return undefined;
  if (linesOf(record).length === 0) return invalid('PRICE_MISSING', { field: 'priceLines' });
  const told = input.priceFen;
  if (typeof told === 'number' && told !== record.priceFen)
    return conflict('PRICE_DIFFERS', { field: 'priceFen', priceFen: record.priceFen });
  return input.priceAccepted ? undefined : invalid('PRICE_NOT_ACCEPTED', { field: 'priceAccepted' });
}
