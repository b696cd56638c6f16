import type { Words, WordTable } from './say';

/** What an action is called on its button and in the history, by case type. `clock` holds what the timer does. */
export const actionWords: Readonly<Record<string, WordTable>> = {
  ticket: {
    register: { zh: '登记', en: 'Register' },
    edit: { zh: '更正', en: 'Correct' },
    assign: { zh: '指派', en: 'Assign' },
    dispatch: { zh: '派工', en: 'Dispatch' },
    start: { zh: '开始办理', en: 'Start' },
    wait: { zh: '暂缓', en: 'Put on hold' },
    resume: { zh: '恢复办理', en: 'Resume' },
    reclass: { zh: '重新定级', en: 'Re-class' },
    complete: { zh: '办理完成', en: 'Complete' },
    water_test: { zh: '登记闭水试验', en: 'Record the water test' },
    close: { zh: '确认办结', en: 'Confirm and close' },
    reopen: { zh: '重新办理', en: 'Reopen' },
    cancel: { zh: '作废', en: 'Cancel' },
    begin: { zh: '到场办理', en: 'Work begun on site' },
    take_over: { zh: '改派', en: 'Given to another' },
    hand_back: { zh: '退回待派', en: 'Handed back' },
    mark_register: { zh: '报修登记销号', en: 'Marked in the repair register' },
    send_out: { zh: '按规则派工', en: 'Sent out by rule' },
    alarm: { zh: '派工告警', en: 'Dispatch alarm' },
  },
  'dispatch-order': {
    draft: { zh: '开派工单', en: 'Draft' },
    issue: { zh: '开单派工', en: 'Issue' },
    edit: { zh: '更正', en: 'Correct' },
    dispatch: { zh: '派工', en: 'Dispatch' },
    offer: { zh: '发布抢单', en: 'Offer' },
    grab: { zh: '抢单', en: 'Grab' },
    reassign: { zh: '改派', en: 'Give to another' },
    pass_on: { zh: '转单', en: 'Pass on' },
    pass_on_late: { zh: '逾时未接，转下一人', en: 'Not accepted in time: goes on' },
    explain_delay: { zh: '说明逾期', en: 'Account for the delay' },
    hand_back: { zh: '退单', en: 'Hand back' },
    accept: { zh: '接单', en: 'Accept' },
    arrive: { zh: '到场', en: 'Arrive' },
    no_access: { zh: '未能入户', en: 'No access' },
    miss: { zh: '登记失约', en: 'Appointment missed' },
    reschedule: { zh: '另约时间', en: 'New appointment' },
    consent: { zh: '确认施工', en: 'Consent' },
    start: { zh: '开工', en: 'Start work' },
    pause: { zh: '暂停', en: 'Pause' },
    resume: { zh: '复工', en: 'Resume' },
    finish: { zh: '完工', en: 'Finish' },
    sign: { zh: '签字', en: 'Sign' },
    file: { zh: '交单归档', en: 'File' },
    cancel: { zh: '作废', en: 'Cancel' },
  },
  'return-visit': {
    arise: { zh: '生成回访任务', en: 'Duty arisen' },
    recount: { zh: '更正起算时间', en: 'Counted from another moment' },
    entrust: { zh: '指定回访人', en: 'Entrust' },
    record: { zh: '登记回访', en: 'Record the visit' },
    review: { zh: '审阅', en: 'Review' },
  },
  summary: {
    compile: { zh: '生成汇总', en: 'Drawn up' },
    edit: { zh: '修改', en: 'Edit' },
    approve: { zh: '批准', en: 'Approve' },
    send_back: { zh: '退回修改', en: 'Send back' },
    acknowledge: { zh: '阅示', en: 'Acknowledge' },
  },
  clock: {
    'clock.warn': { zh: '时限预警', en: 'Warning: time is running out' },
    'clock.due': { zh: '时限到期', en: 'Promise fell due' },
    'clock.escalate': { zh: '超时升级', en: 'Escalated' },
    'clock.pause_limit': { zh: '暂停到限，恢复计时', en: 'Pause limit reached, clock running' },
  },
};

/** Where a clock counts from, as "from …": by event. */
export const eventWords: WordTable = {
  'ticket.register': { zh: '接报', en: 'report' },
  'ticket.dispatch': { zh: '派工', en: 'dispatch' },
  'ticket.assign': { zh: '指派', en: 'assignment' },
  'ticket.complete': { zh: '完成', en: 'completion' },
  'dispatch-order.dispatch': { zh: '派工', en: 'dispatch' },
  'dispatch-order.issue': { zh: '派工', en: 'dispatch' },
  'dispatch-order.grab': { zh: '接单', en: 'acceptance' },
  'dispatch-order.accept': { zh: '接单', en: 'acceptance' },
  'dispatch-order.arrive': { zh: '到场', en: 'arrival' },
  'dispatch-order.finish': { zh: '完工', en: 'end of the work' },
  'return-visit.arise': { zh: '应回访之时', en: 'moment the visit was owed' },
};

/** Fields that stand on an action's form only. */
export const inputWords: WordTable = {
  reason: { zh: '原因', en: 'Reason' },
  note: { zh: '备注', en: 'Note' },
  until: { zh: '暂停至', en: 'Until' },
  allowedBy: { zh: '批准人', en: 'Allowed by' },
  remark: { zh: '备注', en: 'Remark' },
  noAnswerReason: { zh: '未征得满意度的原因', en: 'Why satisfaction could not be asked' },
  cause: { zh: '原因', en: 'Cause' },
  contact: { zh: '与报事人联系情况', en: 'What was agreed with the requester' },
  contactAt: { zh: '联系时间', en: 'Time of the contact' },
  clock: { zh: '时限', en: 'Promise' },
  level: { zh: '级次', en: 'Step' },
  dueAt: { zh: '应完成时间', en: 'Due' },
};

/** The words for a case action; undefined for one that there is not. */
export const actionWord = (type: string, action: string): Words | undefined =>
  actionWords[type]?.[action] ?? actionWords.clock?.[action];
