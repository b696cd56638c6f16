import type { Clause } from '../clause';

/** I. Custody of empty homes (房屋托管) */
export const custody = [
  {
    id: 'I-01',
    en: 'Agreement and meter readings; water over 5 m³ or power over 20 kWh during custody raises an alarm.',
    zh: '签订托管协议并抄录表数；托管期间用水超过 5 立方米或用电超过 20 千瓦时即报警。',
    source: ['S4'],
  },
  {
    id: 'I-02',
    en: 'The management fee of a home in custody is 70 %.',
    zh: '托管期间物业管理费按 70% 收取。',
    source: ['S4'],
  },
  {
    id: 'I-03',
    en: 'Patrolled weekly and before and after heavy rain; findings are handled and the owner told.',
    zh: '托管房屋每周巡查一次，大雨前后各巡查一次；发现问题及时处理并告知业主。',
    source: ['S4'],
  },
] as const satisfies readonly Clause[];
