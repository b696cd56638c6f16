import type { Clause } from '../clause';

/** C. Time promises (时限承诺) */
export const promises = [
  {
    id: 'C-01',
    en: 'Repair: on site within 15 minutes of the report.',
    zh: '报修：接报后 15 分钟内到场。',
    source: ['S3'],
  },
  {
    id: 'C-02',
    en: 'Ordinary fault: solved on that visit.',
    zh: '一般故障：当次上门解决。',
    source: ['S3'],
  },
  {
    id: 'C-03',
    en: 'Difficult fault or missing part: solved within 48 hours.',
    zh: '疑难故障或缺少配件：48 小时内解决。',
    source: ['S3'],
  },
  {
    id: 'C-04',
    en: 'Major difficult fault: solved within 72 hours.',
    zh: '重大疑难故障：72 小时内解决。',
    source: ['S3'],
  },
  {
    id: 'C-05',
    en: 'Major complaint: before the director the same day, answer to the owner within 2 days, solved within 10 days.',
    zh: '重大投诉：当天呈报主任，2 天内答复业主，10 天内解决。',
    source: ['S4'],
  },
  {
    id: 'C-06',
    en: 'Important complaint: with the department head within 1 hour, finished within 3 days.',
    zh: '重要投诉：1 小时内报部门负责人，3 天内办结。',
    source: ['S4'],
  },
  {
    id: 'C-07',
    en: 'Minor complaint: within 2 days, or within the time that the owner asked for if that is sooner.',
    zh: '轻微投诉：2 天内办结；业主要求的时间更早的，以业主要求为准。',
    source: ['S4'],
  },
  {
    id: 'C-08',
    en: 'The complainant hears the outcome on the day it is known.',
    zh: '处理结果当天知悉，当天告知投诉人。',
    source: ['S4'],
  },
  {
    id: 'C-09',
    en: 'Targets are policies that managers edit: per kind, category, class and urgency; each target with its own calendar (24×7, or office hours with statutory holidays and make-up workdays).',
    zh: '时限标准是管理人员可修改的制度：按事项种类、类别、等级和紧急程度设定；每项标准各有日历（全天计时，或按办公时间并计入法定节假日与调休）。',
    source: ['S0'],
  },
  {
    id: 'C-10',
    en: 'A clock pauses only for an allowed, recorded reason, and says how long it was paused; a fault re-classed from ordinary to missing part or major takes the new target, counted from the first report.',
    zh: '时限只能因准许且有记录的理由暂停，并写明暂停多久；故障由一般改为缺少配件或重大的，改用新时限，仍自首次报修起计。',
    source: ['S3'],
  },
  {
    id: 'C-11',
    en: 'Before a target is missed its owner is warned; when it is missed it climbs the chain: staff → supervisor → department head → director, each step once, on record.',
    zh: '时限将到先提醒责任人；超时后逐级升级：员工→主管→部门负责人→主任，每级一次，均有记录。',
    source: ['S2', 'S3'],
  },
  {
    id: 'C-12',
    en: 'A promise broken stays broken: later edits never erase a breach.',
    zh: '超时就是超时：事后任何修改都不得抹去超时记录。',
    source: ['S3'],
  },
] as const satisfies readonly Clause[];
