import type { Clause } from '../clause';

/** R. Supervision (监督与改进) */
export const supervision = [
  {
    id: 'R-01',
    en: 'Self-checks and cross-checks of how the rules are carried out, with findings and corrections.',
    zh: '对制度执行情况自查和互查，记录发现的问题和整改。',
    source: ['S0'],
  },
  {
    id: 'R-02',
    en: 'Opinions of owners and staff collected.',
    zh: '收集业主和员工的意见。',
    source: ['S0'],
  },
  {
    id: 'R-03',
    en: 'Improvements proposed, decided, followed up.',
    zh: '改进建议的提出、决定和跟进。',
    source: ['S0', 'S1'],
  },
  {
    id: 'R-04',
    en: 'Service quality scored.',
    zh: '服务品质监评打分。',
    source: ['S2'],
  },
  {
    id: 'R-05',
    en: 'Figures for the director at any time: promises kept, visit rate, signed share, rework, satisfaction, overdue, by building, team and month.',
    zh: '主任随时可查的数据：时限达成、回访率、签字率、返修、满意度、超时，按楼栋、班组和月份统计。',
    source: ['S0', 'S4'],
  },
] as const satisfies readonly Clause[];
