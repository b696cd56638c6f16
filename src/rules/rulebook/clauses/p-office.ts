import type { Clause } from '../clause';

/** P. The office (办公室) */
export const office = [
  {
    id: 'P-01',
    en: 'Duty roster round the clock; a gap is impossible to publish; hand-over signed, open matters passed on.',
    zh: '值班表全天覆盖，有空缺的不能发布；交接班签字，未结事项一并移交。',
    source: ['S3', 'S2'],
  },
  {
    id: 'P-02',
    en: 'Papers in and out: registered, numbered, circulated, filed; own papers drafted → reviewed → signed → issued.',
    zh: '收文登记、编号、传阅、归档；发文起草→审核→签批→印发。',
    source: ['S0'],
  },
  {
    id: 'P-03',
    en: 'Seal use: approved, then logged.',
    zh: '用印先审批、后登记。',
    source: ['S0'],
  },
  {
    id: 'P-04',
    en: 'Meetings: minutes with actions that are followed up.',
    zh: '会议纪要中的待办事项逐项跟进。',
    source: ['S2'],
  },
  {
    id: 'P-05',
    en: '7S office inspection with its own checklist.',
    zh: '办公室 7S 检查有专门的检查表。',
    source: ['S2'],
  },
  {
    id: 'P-06',
    en: 'Duty officer inspects the key places and records it.',
    zh: '值班负责人检查重点部位并记录。',
    source: ['S3'],
  },
  {
    id: 'P-07',
    en: 'Assets of the office are registered.',
    zh: '办公资产登记在册。',
    source: ['S2'],
  },
  {
    id: 'P-08',
    en: 'Staff: posts, training, qualifications.',
    zh: '员工：岗位、培训、资质。',
    source: ['S1', 'S4'],
  },
  {
    id: 'P-09',
    en: 'Attendance against the roster; expense claims prepared, approved, totalled.',
    zh: '考勤与排班核对；费用报销填报、审批、汇总。',
    source: ['S2'],
  },
  {
    id: 'P-10',
    en: 'Insurance of the property and its equipment, with expiry watched.',
    zh: '物业及设备的保险，到期预警。',
    source: ['S4'],
  },
] as const satisfies readonly Clause[];
