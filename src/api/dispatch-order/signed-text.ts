import type { CaseRecord } from '../../rules/cases/types';
import { textToSign } from '../../rules/signed-text';

const yuan = (fen: unknown): string | null =>
  typeof fen === 'number' ? `${(fen / 100).toFixed(2)} 元` : null;

/** What is to be paid, in the words of the order; null where that was never ruled on. */
const charge = ({ paid, priceFen }: CaseRecord): string | null =>
  paid === false ? '不收费' : yuan(priceFen);

/**
 * The text that the requester puts his name to when the work is done [B-07], as it stood at that moment: what was reported,
 * established and done, and what it costs.
 */
export const signedText = (order: CaseRecord): string =>
  textToSign([
    ['派工单', order.number],
    ['报修内容', order.workDescription],
    ['施工内容', order.workEstablished],
    ['完成情况', order.workDone],
    ['所用材料', order.materials],
    ['费用', charge(order)],
  ]);
