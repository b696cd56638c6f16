import type { Clause } from '../clause';

/** D. Return visits (回访) */
export const visits = [
  {
    id: 'D-01',
    en: '100 % of finished repairs and complaints get a return visit; the duty arises by itself.',
    zh: '办结的维修和投诉百分之百回访，回访任务自动产生。',
    source: ['S3', 'S4'],
  },
  {
    id: 'D-02',
    en: 'Due: safety facilities within 2 days; leaks within 3 days after the water test; everything else within 2 days.',
    zh: '回访时限：安全设施 2 天内；渗漏水在闭水试验后 3 天内；其他 2 天内。',
    source: ['S4'],
  },
  {
    id: 'D-03',
    en: "Forms: on-site, phone, letter (also the open letter). On-site needs the owner's signature; phone is marked as phone; the open letter is filed with the visit.",
    zh: '回访形式：上门、电话、信函（含公开信）。上门回访须业主签字；电话回访注明为电话；公开信随回访记录归档。',
    source: ['S3'],
  },
  {
    id: 'D-04',
    en: 'Signed on-site visits make up at least 40 % of return visits (shown as a figure against the target).',
    zh: '有签字的上门回访不少于回访总数的 40%，与指标对照显示。',
    source: ['S3'],
  },
  {
    id: 'D-05',
    en: 'Kinds: questionnaire, complaint, suggestion (at discretion), repair quality.',
    zh: '回访种类：问卷、投诉、建议（酌情）、维修质量。',
    source: ['S3'],
  },
  {
    id: 'D-06',
    en: 'A new matter raised on a visit becomes a linked request; what cannot be answered gets an agreed time for the answer.',
    zh: '回访中提出的新事项转为关联的来事；当场答复不了的，约定答复时间。',
    source: ['S3'],
  },
  {
    id: 'D-07',
    en: 'As many visits as needed; from the fourth on, a matter that is not a major complaint may be visited by phone.',
    zh: '需要回访几次就回访几次；自第四次起，非重大投诉可改用电话回访。',
    source: ['S3'],
  },
  {
    id: 'D-08',
    en: 'One open letter may discharge the visit duty of many requests about the same problem.',
    zh: '同一问题涉及多件来事的，可以一封公开信完成全部回访。',
    source: ['S3'],
  },
  {
    id: 'D-09',
    en: 'Dissatisfied: the request reopens and goes back to the same responsible person.',
    zh: '回访不满意的，事项重新打开，交回原责任人办理。',
    source: ['S3', 'S4'],
  },
  {
    id: 'D-10',
    en: 'The record holds what was said, opinion, result, and goes to the supervisor.',
    zh: '回访记录写明谈话内容、意见和结果，并呈主管审阅。',
    source: ['S4'],
  },
  {
    id: 'D-11',
    en: 'Month end: visits summarised; similar problems that recur become an analysis report, approved by the supervisor, to the director.',
    zh: '月末汇总回访情况；反复出现的同类问题形成分析报告，经主管审核后报主任。',
    source: ['S4'],
  },
  {
    id: 'D-12',
    en: 'Stewards call on households by a plan; coverage per building is visible.',
    zh: '楼栋管家按计划走访住户，各楼栋走访覆盖情况一目了然。',
    source: ['S2', 'S4'],
  },
  {
    id: 'D-13',
    en: 'A yearly opinion survey: sent, returned, response rate, analysis.',
    zh: '每年开展一次业主意见调查：发出、收回、回收率、分析。',
    source: ['S4'],
  },
] as const satisfies readonly Clause[];
