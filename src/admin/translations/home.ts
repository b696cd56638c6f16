import { type WordTable } from '../../rules/words/say';

/** The texts of the home page. */
export const homeWords: WordTable = {
  'guanjia.home.work.title': { zh: '我的待办', en: 'My work' },
  'guanjia.home.work.none': { zh: '目前没有等您办理的事项。', en: 'Nothing waits for you now.' },
  'guanjia.home.work.total': {
    zh: '共 {total} 件，先到期的在前',
    en: '{total} in all, what falls due first on top',
  },
  'guanjia.home.work.firstOf': {
    zh: '共 {total} 件，显示先到期的 {shown} 件',
    en: '{total} in all; the {shown} that fall due first are shown',
  },
  'guanjia.home.reason.approve_complaint': { zh: '投诉待签收', en: 'Complaint to receive' },
  'guanjia.home.reason.hand_over': { zh: '转交待答复', en: 'Hand-over to answer' },
  'guanjia.home.reason.order': { zh: '派工单', en: 'Order' },
  'guanjia.home.reason.grab': { zh: '可抢单', en: 'Up for grabs' },
  'guanjia.home.reason.sign': { zh: '待签字', en: 'To be signed' },
  'guanjia.home.reason.visit': { zh: '待回访', en: 'Visit due' },
  'guanjia.home.reason.exemption': { zh: '免访待批', en: 'Exemption to approve' },
  'guanjia.home.reason.request': { zh: '待处理', en: 'To handle' },
  'guanjia.home.reason.group': { zh: '群体事项', en: 'Group matter' },
  'guanjia.home.reason.file': { zh: '待归档', en: 'To be filed' },
  'guanjia.home.reason.summary': { zh: '汇总待审', en: 'Summary to approve' },

  'guanjia.home.clocks.title': { zh: '时限', en: 'Clocks' },
  'guanjia.home.clocks.due': { zh: '{hours} 小时内到期', en: 'Due within {hours} hours' },
  'guanjia.home.clocks.broken': { zh: '今日超时', en: 'Broken today' },
  'guanjia.home.clocks.dueShort': { zh: '将到期', en: 'Due' },
  'guanjia.home.clocks.brokenShort': { zh: '超时', en: 'Broken' },
  'guanjia.home.clocks.building': { zh: '楼栋', en: 'Building' },
  'guanjia.home.clocks.team': { zh: '班组', en: 'Team' },
  'guanjia.home.clocks.no.building': { zh: '不在楼栋内', en: 'In no building' },
  'guanjia.home.clocks.no.team': { zh: '未派班组', en: 'With no team' },
  'guanjia.home.clocks.more': { zh: '显示其余 {count} 行', en: 'Show {count} more' },
  'guanjia.home.clocks.none': {
    zh: '近期没有到期的时限，今天也没有超时。',
    en: 'Nothing falls due soon, and nothing was broken today.',
  },

  'guanjia.home.out.title': { zh: '借出钥匙', en: 'Keys out' },
  'guanjia.home.out.all': { zh: '在外', en: 'Out' },
  'guanjia.home.out.overdue': { zh: '逾期未还', en: 'Overdue' },
  'guanjia.home.out.none': { zh: '没有借出的钥匙。', en: 'No key is out.' },

  'guanjia.home.promises.title': { zh: '承诺兑现', en: 'Promises kept' },
  'guanjia.home.promises.share': { zh: '{month} 按时率', en: 'Kept in {month}' },
  'guanjia.home.promises.all': { zh: '本月已有结果的时限', en: 'Promises decided this month' },
  'guanjia.home.promises.kept': { zh: '按时', en: 'Kept' },
  'guanjia.home.promises.broken': { zh: '超时', en: 'Broken' },
  'guanjia.home.promises.rate': { zh: '按时率', en: 'Share' },
  'guanjia.home.promises.target': { zh: '时限标准', en: 'Target' },
  'guanjia.home.promises.chart': {
    zh: '本月各项时限的按时与超时比例',
    en: 'Share kept and broken of each target this month',
  },
  'guanjia.home.promises.none': {
    zh: '{month} 还没有已到结果的时限。',
    en: 'No promise has been decided in {month} yet.',
  },

  'guanjia.home.visits.title': { zh: '回访', en: 'Visits' },
  'guanjia.home.visits.signedShare': {
    zh: '上门签字占比（目标 {target}）',
    en: 'Signed on site (target {target})',
  },
  'guanjia.home.visits.due': { zh: '尚欠回访', en: 'Still owed' },
  'guanjia.home.visits.visited': { zh: '应访已访', en: 'Owed and made' },
  'guanjia.home.visits.exempt': { zh: '免访', en: 'Exempt' },
  'guanjia.home.visits.made': { zh: '本月完成的回访', en: 'Made this month' },
  'guanjia.home.visits.signed': { zh: '其中上门签字', en: 'of these signed on site' },
  'guanjia.home.visits.what': { zh: '项目', en: 'What' },
  'guanjia.home.visits.count': { zh: '件数', en: 'Count' },
  'guanjia.home.visits.share': { zh: '占比', en: 'Share' },
  'guanjia.home.visits.target': { zh: '目标', en: 'Target' },
  'guanjia.home.visits.chart': {
    zh: '回访率与上门签字占比，对照目标',
    en: 'Visits made and signed, against their targets',
  },
  'guanjia.home.visits.none': { zh: '{month} 还没有应回访的事项。', en: 'No visit is owed for {month} yet.' },

  'guanjia.home.quality.title': { zh: '返修与满意度', en: 'Rework and satisfaction' },
  'guanjia.home.quality.rework': { zh: '返修', en: 'Rework' },
  'guanjia.home.quality.reworkShare': { zh: '返修（占 {share}）', en: 'Rework ({share})' },
  'guanjia.home.quality.repairs': { zh: '本月完工的报修', en: 'Repairs completed this month' },
  'guanjia.home.quality.satisfied': { zh: '满意度（{of} 份答复）', en: 'Satisfied ({of} answers)' },
  'guanjia.home.quality.answer': { zh: '答复', en: 'Answer' },
  'guanjia.home.quality.chart': { zh: '本月回访的满意度构成', en: 'What those visited this month answered' },
  'guanjia.home.quality.none': {
    zh: '{month} 还没有完工的报修和满意度答复。',
    en: 'No repair was completed and nobody was asked in {month} yet.',
  },

  'guanjia.home.list.none': { zh: '没有记录。', en: 'No records.' },
  'guanjia.home.list.back': { zh: '上一页', en: 'Back' },
  'guanjia.home.list.on': { zh: '下一页', en: 'Next' },
  'guanjia.home.list.range': { zh: '第 {from}–{to} 条，共 {total} 条', en: '{from}–{to} of {total}' },
};
