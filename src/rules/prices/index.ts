import { conflict, invalid, type Refusal } from '../refusal';

/** One position of the price list: a row that managers edit [B-04]. */
export interface PriceItem {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** What one of it is: a piece, a metre, a visit. */
  readonly unit: string;
  /** documentId of the category that it is for, if one. */
  readonly category: string | null;
  /** The price of one, whole fen. */
  readonly priceFen: number;
  readonly active: boolean;
}

/** A line of an order's price, as it stood when it was written. */
export interface PriceLine {
  /** documentId of the position. */
  readonly item: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  /** At most two decimals. */
  readonly quantity: number;
  readonly unitPriceFen: number;
  /** What the list said of it then. */
  readonly listPriceFen: number;
  readonly sumFen: number;
  /** Why the price is not the one of the list. */
  readonly reason: string | null;
}

/** The highest price of one order, in fen. */
export const MOST_FEN = 100_000_000;
export const MOST_QUANTITY = 1000;
const MOST_LINES = 100;

export interface Wanted {
  readonly item: string;
  /** None takes the line away. */
  readonly quantity: number;
  /** Only where it is not the price of the list. */
  readonly unitPriceFen?: number | null | undefined;
  readonly reason?: string | null | undefined;
}

/** Whole fen of so many at so much each, half a fen counting as one; reckoned in whole numbers. */
export const sumOf = (quantity: number, unitPriceFen: number): number =>
  Math.floor((Math.round(quantity * 100) * unitPriceFen + 50) / 100);

export const totalOf = (lines: readonly PriceLine[]): number =>
  lines.reduce((total, { sumFen }) => total + sumFen, 0);

export interface Pricing {
  readonly list: ReadonlyMap<string, PriceItem>;
  readonly lines: readonly PriceLine[];
  readonly wanted: Wanted;
}

/** Why a line cannot be written, naming the field; undefined where it can. */
export function lineRefused({ list, lines, wanted }: Pricing): Refusal | undefined {
  const item = list.get(wanted.item);
  const before = lines.find((line) => line.item === wanted.item);
  if (wanted.quantity === 0) return before ? undefined : invalid('PRICE_LINE_MISSING', { field: 'item' });
  if (!item?.active) return invalid('PRICE_ITEM_INACTIVE', { field: 'item', item: item?.name ?? '' });
  const { unitPriceFen } = wanted;
  const deviates = typeof unitPriceFen === 'number' && unitPriceFen !== item.priceFen;
  if (deviates && !wanted.reason?.trim()) return invalid('PRICE_REASON_MISSING', { field: 'reason' });
  const after = withLine({ list, lines, wanted });
  if (after.length > MOST_LINES) return conflict('PRICE_TOO_HIGH', { field: 'item' });
  return totalOf(after) > MOST_FEN ? invalid('PRICE_TOO_HIGH', { field: 'quantity' }) : undefined;
}

/** The lines with this one written, changed or taken away. The item must be of the list. */
export function withLine({ list, lines, wanted }: Pricing): PriceLine[] {
  const others = lines.filter((line) => line.item !== wanted.item);
  const item = list.get(wanted.item);
  if (wanted.quantity === 0 || !item) return others;
  const unitPriceFen = wanted.unitPriceFen ?? item.priceFen;
  const { code, name, unit, priceFen: listPriceFen } = item;
  const sumFen = sumOf(wanted.quantity, unitPriceFen);
  const reason = unitPriceFen === listPriceFen ? null : (wanted.reason ?? null);
  const line = {
    item: item.id,
    code,
    name,
    unit,
    quantity: wanted.quantity,
    unitPriceFen,
    listPriceFen,
    sumFen,
    reason,
  };
  return [...others, line];
}
