import type { Clause } from '../clause';

/** K. Renovation (装修) */
export const renovation = [
  {
    id: 'K-01',
    en: "Application with identity (or authority); the plan is reviewed for structure, fire safety, façade; structural change needs the authority's approval attached.",
    zh: '装修申请须附身份证明或授权；方案审查结构、消防、外立面；改动结构的须附主管部门批准文件。',
    source: ['S1', 'S4'],
  },
  {
    id: 'K-02',
    en: 'Rules and prohibitions acknowledged in writing; agreement signed; hours of work known.',
    zh: '书面确认装修规定和禁止事项，签订协议，明确施工时间。',
    source: ['S4'],
  },
  {
    id: 'K-03',
    en: "Permit and workers' passes issued, waste fee paid; expired passes are refused at the gate.",
    zh: '核发施工许可证和施工人员出入证，收取垃圾清运费；过期证件在门岗不予放行。',
    source: ['S4'],
  },
  {
    id: 'K-04',
    en: 'Before work: drains and floor waterproofing confirmed sound by both sides. No permit without it.',
    zh: '施工前双方确认排水和地面防水完好，否则不发许可证。',
    source: ['S4'],
  },
  {
    id: 'K-05',
    en: 'Patrols: at least 2 a day while materials come in, pipes and wiring are changed or waterproofing is done; at least 4 a day where a violation is feared. Shortfalls show the same day.',
    zh: '材料进场、管线改动、防水施工期间每天至少巡查 2 次；担心违规的每天至少 4 次。次数不足当天即显示。',
    source: ['S4'],
  },
  {
    id: 'K-06',
    en: 'Bathroom water test recorded.',
    zh: '卫生间闭水试验须有记录。',
    source: ['S4'],
  },
  {
    id: 'K-07',
    en: 'Violation: notice to correct, signed by the owner, filed; followed until corrected.',
    zh: '发现违规的发出整改通知，业主签字后归档，跟进到改正为止。',
    source: ['S4'],
  },
  {
    id: 'K-08',
    en: 'Final acceptance, filed; deposit settled.',
    zh: '竣工验收后归档，结清押金。',
    source: ['S1'],
  },
  {
    id: 'K-09',
    en: 'Repair and security departments are told of every permit.',
    zh: '每张装修许可证均告知维修和秩序部门。',
    source: ['S4'],
  },
] as const satisfies readonly Clause[];
