import type { Clause } from '../clause';

/** N. Help with fees (费用) */
export const fees = [
  {
    id: 'N-01',
    en: 'Per unit: what is due, paid to which month.',
    zh: '每户应缴金额，以及已缴至哪个月。',
    source: ['S4'],
  },
  {
    id: 'N-02',
    en: 'Receipts: books taken out, used, given back; each receipt accounted for.',
    zh: '收据：领用、使用、交还，每张收据都有下落。',
    source: ['S0'],
  },
  {
    id: 'N-03',
    en: 'Reminders in steps: phone or SMS; three months after the call unpaid → formal letter by courier; resident but not paying → visit; persistent refusal → legal. No step is skipped; each is on record.',
    zh: '催缴分步进行：电话或短信；催告三个月后仍未缴的，以快递发正式函件；在住而不缴的，上门；长期拒缴的，走法律途径。不得跳步，每步都有记录。',
    source: ['S4'],
  },
  {
    id: 'N-04',
    en: 'Collection at the door by appointment.',
    zh: '按预约上门收费。',
    source: ['S4'],
  },
  {
    id: 'N-05',
    en: 'Reduction of a fee needs approval.',
    zh: '费用减免须经审批。',
    source: ['S2'],
  },
  {
    id: 'N-06',
    en: 'Cash is counted against receipts daily.',
    zh: '现金每日与收据核对。',
    source: ['S2'],
  },
  {
    id: 'N-07',
    en: 'Fee standards and accounts are published.',
    zh: '收费标准和账目公开。',
    source: ['S4'],
  },
  {
    id: 'N-08',
    en: 'Maintenance fund: what is held, each use asked for, approved and recorded.',
    zh: '维修基金：结存多少，每次使用的申请、审批和记录。',
    source: ['S4'],
  },
] as const satisfies readonly Clause[];
