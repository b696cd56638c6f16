import type { Clause } from '../clause';

/** M. Front desk and gate (前台与秩序) */
export const frontDesk = [
  {
    id: 'M-01',
    en: 'Visitors and vehicles registered at the gate.',
    zh: '来访人员和车辆在门岗登记。',
    source: ['S1', 'S4'],
  },
  {
    id: 'M-02',
    en: 'Goods leave only with a release pass that the gate checks.',
    zh: '物品凭放行条出门，由门岗核验。',
    source: ['S4'],
  },
  {
    id: 'M-03',
    en: 'Lost property: found, stored, claimed against proof.',
    zh: '失物招领：拾获、保管、凭证认领。',
    source: ['S0', 'S2'],
  },
  {
    id: 'M-04',
    en: 'Items in storage and mail: in, out, signature.',
    zh: '寄存物品和邮件：收、发、签字。',
    source: ['S2'],
  },
  {
    id: 'M-05',
    en: 'Cards issued, changed, cancelled.',
    zh: '门禁卡的发放、变更、注销。',
    source: ['S2'],
  },
  {
    id: 'M-06',
    en: 'Parking spaces let, renewed, ended.',
    zh: '车位的出租、续租、退租。',
    source: ['S2'],
  },
  {
    id: 'M-07',
    en: 'Paid services: catalogue with prices, order, done, signed.',
    zh: '特约服务：明码标价的目录、下单、完成、签字。',
    source: ['S2'],
  },
  {
    id: 'M-08',
    en: 'Outage of water, power or gas: planned or not, who is affected, notice out, restored.',
    zh: '停水、停电、停气：计划或突发、影响范围、通知发布、恢复情况。',
    source: ['S2'],
  },
  {
    id: 'M-09',
    en: 'Entering a home in an emergency needs a third-party witness on record.',
    zh: '紧急情况入户须有第三方见证，并记录在案。',
    source: ['S4'],
  },
] as const satisfies readonly Clause[];
