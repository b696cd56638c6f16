import type { Clause } from '../clause';

/** Q. Community (社区) */
export const community = [
  {
    id: 'Q-01',
    en: 'Notices: safety tips, reminders; to whom, from when to when; public; paper copies put up and taken down on record.',
    zh: '通知公告：安全提示、温馨提示；发给谁、何时起止；对外公开；纸质公告的张贴与撤下均有记录。',
    source: ['S0', 'S1'],
  },
  {
    id: 'Q-02',
    en: 'Activities: theme, programme, cost, place, time, people, roles, prizes; recorded with pictures.',
    zh: '社区活动：主题、方案、费用、地点、时间、人员、分工、奖品；图文存档。',
    source: ['S4'],
  },
] as const satisfies readonly Clause[];
