import type { Words } from './say';

/** The office's own messages: a subject and a text each; `{number}` is the number of the case. */
export const messageWords: Readonly<Record<string, { readonly subject: Words; readonly text: Words }>> = {
  ticket_registered: {
    subject: { zh: '新工单 {number} 待派', en: 'New request {number} to be given out' },
    text: {
      zh: '工单 {number} 已登记，请安排处理。',
      en: 'Request {number} has been registered; please see to it.',
    },
  },
  ticket_emergency: {
    subject: { zh: '急修：工单 {number} 请立即处置', en: 'Emergency: request {number}, act at once' },
    text: {
      zh: '工单 {number} 属急修事项，请立即安排人员到场处置。',
      en: 'Request {number} is an emergency; please send somebody at once.',
    },
  },
  outside_party_emergency: {
    subject: { zh: '险情通知（{number}）', en: 'Notice of an emergency ({number})' },
    text: {
      zh: '我处接报险情：{matter}。位置：{place}。工单编号 {number}，请配合处置。',
      en: 'An emergency was reported to us: {matter}. Place: {place}. Our reference is {number}; please help to deal with it.',
    },
  },
  ticket_repeated: {
    subject: { zh: '工单 {number} 为重复报事', en: 'Request {number}: the same problem again' },
    text: {
      zh: '工单 {number} 与 {earlier} 属同一问题，近期已是第 {times} 次报事，请优先安排并查明原因。',
      en: 'Request {number} is about the same as {earlier}: the {times}th report of late. Please see to it first and find the cause.',
    },
  },
  complaint_serious: {
    subject: { zh: '重大投诉 {number}', en: 'Major complaint {number}' },
    text: {
      zh: '投诉 {number} 定为重大投诉，请当日过问，两日内答复业主，十日内解决。',
      en: 'Complaint {number} is classed as major: see to it today, the owner is to be answered within 2 days, the matter solved within 10.',
    },
  },
  complaint_important: {
    subject: { zh: '重要投诉 {number}', en: 'Important complaint {number}' },
    text: {
      zh: '投诉 {number} 定为重要投诉，请即处理，三日内办结。',
      en: 'Complaint {number} is classed as important: please take it up now, to be finished within 3 days.',
    },
  },
  complaint_minor: {
    subject: { zh: '轻微投诉 {number}', en: 'Minor complaint {number}' },
    text: {
      zh: '投诉 {number} 定为轻微投诉，请两日内或业主要求的时间内办结。',
      en: 'Complaint {number} is classed as minor: to be finished within 2 days, or by the time that the owner asked for.',
    },
  },
  complaint_invalid: {
    subject: { zh: '投诉 {number} 不属我方责任', en: 'Complaint {number} is not upheld' },
    text: {
      zh: '投诉 {number} 定为无效投诉，不计入过失统计，仍请协助业主解决。',
      en: 'Complaint {number} is classed as invalid: it does not count as a fault, but please help all the same.',
    },
  },
  complaint_submitted: {
    subject: { zh: '投诉 {number} 呈报，请签收', en: 'Complaint {number} is before you' },
    text: {
      zh: '投诉 {number} 已呈报至您，请签收并批示。',
      en: 'Complaint {number} has been submitted to you; please acknowledge it and say what is to be done.',
    },
  },
  complaint_escalated: {
    subject: { zh: '投诉 {number} 提请上级处理', en: 'Complaint {number} is taken further up' },
    text: {
      zh: '投诉 {number} 经办部门无法解决，提请召集相关责任人开会处理。',
      en: 'The department cannot solve complaint {number}; please call those responsible together.',
    },
  },
  group_formed: {
    subject: { zh: '群体事项 {number}', en: 'Group matter {number}' },
    text: {
      zh: '多户业主反映同一问题，已立为群体事项 {number}，请统一处理并答复。',
      en: 'Several households report the same: it is group matter {number} now, to be handled and answered as one.',
    },
  },
  ticket_assigned: {
    subject: { zh: '工单 {number} 由您处理', en: 'Request {number} is yours' },
    text: {
      zh: '工单 {number} 已交由您处理，请跟进。',
      en: 'Request {number} has been given to you; please follow it up.',
    },
  },
  summary_drafted: {
    subject: { zh: '汇总 {number} 待批准', en: 'Summary {number} to be approved' },
    text: {
      zh: '汇总 {number} 已生成，请核对、补充分析意见后批准。',
      en: 'Summary {number} has been drawn up; please check it, add the analysis and approve it.',
    },
  },
  summary_approved: {
    subject: { zh: '汇总 {number} 请阅示', en: 'Summary {number} for your attention' },
    text: { zh: '汇总 {number} 已批准，请阅示。', en: 'Summary {number} has been approved; please read it.' },
  },
  summary_sent_back: {
    subject: { zh: '汇总 {number} 被退回', en: 'Summary {number} sent back' },
    text: {
      zh: '汇总 {number} 被退回，请修改后重新批准。',
      en: 'Summary {number} was sent back; please revise it and approve it again.',
    },
  },
  ticket_rework: {
    subject: { zh: '二次维修：工单 {number}', en: 'Work to be done again: request {number}' },
    text: {
      zh: '工单 {number} 属二次维修，请由原维修人员向报修人致歉并负责到底。',
      en: 'Request {number} is work to be done twice: whoever did it first apologises and sees it through.',
    },
  },
  key_lent: {
    subject: { zh: '钥匙借用凭据 {number}', en: 'Receipt for a key, {number}' },
    text: {
      zh: '您已借用钥匙 {key}，请于 {due} 前归还。如有遗失请立即告知。',
      en: 'You have borrowed key {key}; please bring it back by {due}, and tell us at once if it is lost.',
    },
  },
  key_extended: {
    subject: { zh: '钥匙借用 {number} 已延期', en: 'Key loan {number} extended' },
    text: {
      zh: '钥匙借用 {number} 已延期，请于 {due} 前归还。',
      en: 'Key loan {number} has been extended; please bring the key back by {due}.',
    },
  },
  key_returned: {
    subject: { zh: '钥匙借用 {number} 已归还', en: 'Key loan {number}: returned' },
    text: {
      zh: '钥匙借用 {number} 的钥匙已收到，借用结束。',
      en: 'The key of loan {number} is back with us; the loan has ended.',
    },
  },
  key_overdue: {
    subject: { zh: '钥匙借用 {number} 已到归还时间', en: 'Key loan {number} is due' },
    text: {
      zh: '钥匙借用 {number} 应于 {due} 归还，请立即送回前台。',
      en: 'The key of loan {number} was due at {due}; please bring it back to the desk now.',
    },
  },
  key_lost: {
    subject: { zh: '钥匙遗失上报 {number}', en: 'A key is lost: {number}' },
    text: {
      zh: '钥匙 {key} 遗失，已上报为 {number}，并已登记更换锁具的报修，请跟进。',
      en: 'Key {key} is lost, on record as {number}; a repair request for another lock has been registered. Please follow it up.',
    },
  },
  key_authorisation_expired: {
    subject: { zh: '钥匙授权 {number} 已到期', en: 'Key authorisation {number} has expired' },
    text: {
      zh: '钥匙托管授权 {number} 已到期，请联系业主取回钥匙。',
      en: 'Key authorisation {number} has expired; please ask the owner to fetch the keys.',
    },
  },
  order_dispatched: {
    subject: { zh: '派工单 {number} 请接单', en: 'Dispatch order {number}: please accept' },
    text: {
      zh: '派工单 {number} 已派给您，请接单并按时到场。',
      en: 'Dispatch order {number} is yours; please accept it and be on site in time.',
    },
  },
  order_next_report: {
    subject: {
      zh: '派工单 {number} 请报告进展',
      en: 'Dispatch order {number}: please report how it goes on',
    },
    text: {
      zh: '派工单 {number} 的答复已登记，请随工作进展继续报告。',
      en: 'Your answer on dispatch order {number} is on record; please report as the work goes on.',
    },
  },
  order_withdrawn: {
    subject: { zh: '派工单 {number} 已收回', en: 'Dispatch order {number} withdrawn' },
    text: {
      zh: '派工单 {number} 已收回另行安排，您无需前往。',
      en: 'Dispatch order {number} has been withdrawn and is seen to otherwise; you need not go.',
    },
  },
  order_offered: {
    subject: { zh: '派工单 {number} 可抢单', en: 'Dispatch order {number} is open to whoever is first' },
    text: {
      zh: '派工单 {number} 已发布抢单，先到先得。',
      en: 'Dispatch order {number} goes to whoever takes it first.',
    },
  },
  order_taken_away: {
    subject: { zh: '派工单 {number} 已转派他人', en: 'Dispatch order {number} went to somebody else' },
    text: {
      zh: '派工单 {number} 未在规定时间内接单，已转派他人，您无需前往。',
      en: 'Dispatch order {number} was not accepted in time and went to somebody else; you need not go.',
    },
  },
  order_unaccepted: {
    subject: { zh: '派工单 {number} 无人接单', en: 'Nobody accepts dispatch order {number}' },
    text: {
      zh: '派工单 {number} 逐级转派后仍无人接单，请立即安排。',
      en: 'Dispatch order {number} has been passed all the way up and nobody accepts it; please see to it now.',
    },
  },
  dispatch_pool_empty: {
    subject: { zh: '{number} 无人可派', en: '{number}: nobody to send' },
    text: {
      zh: '{number} 按派工规则无人可派（均不在岗、工种不符或派工单已满），请立即安排。',
      en: 'The dispatch rule finds nobody for {number}: all are away, lack the trade or have their hands full. Please see to it now.',
    },
  },
  order_cancelled: {
    subject: { zh: '派工单 {number} 已撤销', en: 'Dispatch order {number} cancelled' },
    text: {
      zh: '派工单 {number} 已撤销，无需前往。',
      en: 'Dispatch order {number} has been cancelled; there is no need to go.',
    },
  },
  order_handed_back: {
    subject: { zh: '派工单 {number} 被退回', en: 'Dispatch order {number} handed back' },
    text: {
      zh: '派工单 {number} 被退回，请重新安排。',
      en: 'Dispatch order {number} was handed back; please give it out again.',
    },
  },
  order_no_access: {
    subject: { zh: '派工单 {number} 无法入户', en: 'Dispatch order {number}: no access' },
    text: {
      zh: '派工单 {number} 无法入户，请联系报修人另约时间。',
      en: 'No access on dispatch order {number}; please arrange another time with the requester.',
    },
  },
  order_missed: {
    subject: { zh: '派工单 {number} 未按约到场', en: 'Dispatch order {number}: appointment missed' },
    text: {
      zh: '派工单 {number} 未按约定时间到场，请核实原因并联系报修人。',
      en: 'The appointment of dispatch order {number} was missed; please find out why and speak to the requester.',
    },
  },
  hand_over_offered: {
    subject: { zh: '转交 {number} 请接收', en: 'Hand-over {number}: please accept' },
    text: {
      zh: '转交 {number} 请您接收或说明原因拒收；接收前仍由转出人负责。',
      en: 'Please accept hand-over {number}, or refuse it with a reason; until then the giver stays accountable.',
    },
  },
  hand_over_accepted: {
    subject: { zh: '转交 {number} 已接收', en: 'Hand-over {number} accepted' },
    text: {
      zh: '您转出的 {number} 已由对方接收负责。',
      en: 'Your hand-over {number} has been accepted; the matter is theirs from now on.',
    },
  },
  hand_over_declined: {
    subject: { zh: '转交 {number} 被拒收', en: 'Hand-over {number} refused' },
    text: {
      zh: '您转出的 {number} 被拒收，事项仍由您负责。',
      en: 'Your hand-over {number} was refused; the matter is still yours.',
    },
  },
  hand_over_taken_back: {
    subject: { zh: '转交 {number} 已撤回', en: 'Hand-over {number} taken back' },
    text: {
      zh: '转交 {number} 已由转出人撤回，无需处理。',
      en: 'Hand-over {number} has been taken back; there is nothing for you to do.',
    },
  },
  visit_due: {
    subject: { zh: '回访 {number} 待办', en: 'Return visit {number} is due' },
    text: {
      zh: '回访任务 {number} 已生成，请按时回访。',
      en: 'Return visit {number} has arisen; please make it in time.',
    },
  },
  visit_recorded: {
    subject: { zh: '回访 {number} 请审阅', en: 'Return visit {number}: please review' },
    text: {
      zh: '回访 {number} 已记录，请审阅。',
      en: 'Return visit {number} has been recorded; please review it.',
    },
  },
  visit_dissatisfied: {
    subject: {
      zh: '回访 {number} 不满意，请返工',
      en: 'Return visit {number}: not satisfied, please see to it again',
    },
    text: {
      zh: '回访 {number} 反映业主不满意或问题未解决，工单已退回您重新办理。',
      en: 'On return visit {number} the owner was not satisfied or the problem not solved; the request is back with you.',
    },
  },
  visit_exemption_asked: {
    subject: { zh: '回访 {number} 申请免访，请审批', en: 'Return visit {number}: exemption to be decided' },
    text: {
      zh: '回访 {number} 申请免予回访，请核实并审批。',
      en: 'An exemption was asked for return visit {number}; please look into it and decide.',
    },
  },
  transfer_effective: {
    subject: { zh: '{unit} 已过户（{number}）', en: '{unit} has changed hands ({number})' },
    text: {
      zh: '{unit} 自 {day} 起过户给新业主（{number}），请更新本部门的收费、门禁、车辆和维修资料。',
      en: '{unit} has a new owner from {day} on ({number}); please bring your records of fees, access, vehicles and repairs up to date.',
    },
  },
  lease_running: {
    subject: { zh: '{unit} 已出租（{number}）', en: '{unit} is let ({number})' },
    text: {
      zh: '{unit} 自 {day} 起出租（{number}），请更新本部门的收费、门禁、车辆和维修资料。',
      en: '{unit} is let from {day} on ({number}); please bring your records of fees, access, vehicles and repairs up to date.',
    },
  },
  lease_ended: {
    subject: { zh: '{unit} 租赁终止（{number}）', en: 'The lease of {unit} has ended ({number})' },
    text: {
      zh: '{unit} 的租赁于 {day} 终止（{number}），请收回门禁、车辆等授权并更新资料。',
      en: 'The lease of {unit} ended on {day} ({number}); please take back access and parking and bring your records up to date.',
    },
  },
  clock_warning: {
    subject: { zh: '{number} 时限将到', en: '{number}: time is running out' },
    text: {
      zh: '{number} 的时限（{rule}）即将到期：{dueAt}。请抓紧办理。',
      en: 'The promise {rule} on {number} falls due at {dueAt}. Please hurry.',
    },
  },
  clock_broken: {
    subject: { zh: '{number} 已超时', en: '{number} is overdue' },
    text: {
      zh: '{number} 已超过时限（{rule}）：{dueAt}。',
      en: 'The promise {rule} on {number} was missed: {dueAt}.',
    },
  },
  clock_escalated: {
    subject: { zh: '{number} 超时升级', en: '{number}: overdue, escalated to you' },
    text: {
      zh: '{number} 超时未办结（{rule}，应于 {dueAt}），现升级至您，请督办。',
      en: '{number} is overdue ({rule}, due {dueAt}) and has been escalated to you.',
    },
  },
};
