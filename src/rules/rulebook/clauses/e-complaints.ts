import type { Clause } from '../clause';

/** E. Complaints (投诉) */
export const complaints = [
  {
    id: 'E-01',
    en: 'The register of complaints: time, place, person and department complained of, what happened, what is demanded.',
    zh: '业主投诉登记表写明时间、地点、被投诉的人员和部门、事情经过和投诉人的要求。',
    source: ['S3', 'S4'],
  },
  {
    id: 'E-02',
    en: 'Classes: major, important, minor, invalid; each has its own targets and receiver; the class can be changed with a reason.',
    zh: '投诉分为重大、重要、轻微、无效四级，各有时限和受理人；变更等级须注明理由。',
    source: ['S4'],
  },
  {
    id: 'E-03',
    en: 'Cause: company, resident or neighbour, several parties; company at fault → apology on record; several → the heads concerned meet on site.',
    zh: '分清原因：公司责任、住户或邻里责任、多方责任。公司有过错的，记录致歉；涉及多方的，由相关部门负责人到现场会商。',
    source: ['S4'],
  },
  {
    id: 'E-04',
    en: 'Several owners complaining together is one group matter with its own route.',
    zh: '多名业主共同投诉的，作为一件群体事项，按专门流程办理。',
    source: ['S3'],
  },
  {
    id: 'E-05',
    en: 'What a department cannot solve goes up and a meeting of those responsible is recorded.',
    zh: '部门解决不了的逐级上报，并记录责任部门的会商情况。',
    source: ['S3'],
  },
  {
    id: 'E-06',
    en: 'Weekly statistics and summary.',
    zh: '每周统计并汇总投诉。',
    source: ['S3'],
  },
  {
    id: 'E-07',
    en: 'An invalid complaint is still helped, and is kept out of the fault figures.',
    zh: '无效投诉同样给予帮助，但不计入责任统计。',
    source: ['S4'],
  },
] as const satisfies readonly Clause[];
