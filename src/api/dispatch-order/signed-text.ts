import type { CaseRecord } from '../../rules/cases/types';

const said = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

const yuan = (fen: unknown): string | null =>
  typeof fen === 'number' ? `${(fen / 100).toFixed(2)} 元` : null;

/** What is to be paid, in the words of the order; null where that was never ruled on. */
const charge = ({ paid, priceFen }: CaseRecord): string | null =>
  paid === false ? '不收费' : yuan(priceFen);

/**
 * The text that the requester puts his name to when the work is done [B-07], as it stood at that moment: what was reported,
 * established and done, and what it costs. Kept with the signature, because the order may be put right later.
 */
export function signedText(order: CaseRecord): string {
  const lines: readonly (readonly [label: string, value: string | null])[] = [
    ['派工单', said(order.number)],
    ['报修内容', said(order.workDescription)],
    ['施工内容', said(order.workEstablished)],
    ['完成情况', said(order.workDone)],
    ['所用材料', said(order.materials)],
    ['费用', charge(order)],
  ];
  const body = lines.flatMap(([label, value]) => (value === null ? [] : [`${label}：${value}`]));
  return [...body, '以上内容属实，本人签字确认。'].join('\n');
}
