import type { Words } from './say';

/** What a contractor reads in a mail with a one-time link and on the page behind it. */
export const linkWords = {
  inMail: {
    zh: '请于 {until} 前打开以下链接答复，无需账号，一次有效，请勿转发：\n{url}',
    en: 'Please answer by {until} through this link. It needs no account, works once, and must not be passed on:\n{url}',
  },
  title: { zh: '派工单 {number}', en: 'Dispatch order {number}' },
  greeting: {
    zh: '{contractor}：请在本页答复。链接一次有效，{until} 前可用。',
    en: '{contractor}: please answer on this page. The link works once, until {until}.',
  },
  nothingOpen: {
    zh: '派工单目前处于“{stage}”阶段，暂无需要答复的事项。',
    en: 'The order is at “{stage}”; there is nothing to answer at present.',
  },
  place: { zh: '地点', en: 'Place' },
  appointment: { zh: '预约时间', en: 'Appointment' },
  thanks: { zh: '已收到', en: 'Thank you' },
  done: {
    zh: '派工单 {number} 的答复“{answer}”已登记，目前处于“{stage}”阶段。',
    en: 'Your answer “{answer}” on dispatch order {number} is on record; it is at “{stage}” now.',
  },
  noMore: { zh: '本单暂无其他需要答复的事项。', en: 'There is nothing more to answer.' },
  refusedTitle: { zh: '未能办理', en: 'This could not be done' },
  otherLanguage: { zh: 'English', en: '中文' },
  localTime: { zh: '{field}（当地时间）', en: '{field} (local time of the office)' },
} as const satisfies Readonly<Record<string, Words>>;

/** What the answers are called, on their buttons. */
export const answerWords: Readonly<Record<string, Words>> = {
  accept: { zh: '接单', en: 'Accept' },
  refuse: { zh: '不接，退回', en: 'Refuse, hand back' },
  arrive: { zh: '已到场', en: 'On site' },
  begin: { zh: '已征得同意，开工', en: 'Agreed on site, start work' },
  start: { zh: '开工', en: 'Start work' },
  finish: { zh: '已完工', en: 'Work done' },
};
