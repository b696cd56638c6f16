import type { WordTable } from './say';

/**
 * What the office says when it says no, by the code of the refusal; `{name}` stands for the detail
 * of that name. One flat table, sorted by code: a code is added here in the commit that raises it.
 */
export const refusalWords: WordTable = {
  ACTION_INTERNAL: {
    zh: '“{action}”由系统自动执行，不能由人工发起。',
    en: '“{action}” is done by the system itself and cannot be asked for.',
  },
  ACTION_UNKNOWN: {
    zh: '没有“{action}”这个操作。',
    en: 'There is no action “{action}” here.',
  },
  ALREADY_ACKNOWLEDGED: {
    zh: '{number} 已经签收。',
    en: '{number} has been acknowledged already.',
  },
  ALREADY_EXISTS: {
    zh: '已有相同的记录，{fields}不能重复。',
    en: 'There is already such a record: {fields} must not repeat.',
  },
  AMOUNT_INVALID: {
    zh: '时限数量有误，应为不小于零的数。',
    en: 'The amount of time is not valid: it must be zero or more.',
  },
  ANALYSIS_MISSING: {
    zh: '汇总 {number} 中有重复发生的问题，请先填写“{field}”。',
    en: 'Summary {number} shows problems that recur. Please give “{field}” first.',
  },
  ANSWER_NOT_ENOUGH: {
    zh: '报修、投诉和紧急事项不能仅以答复办结，请登记后派工或办理。',
    en: 'A repair, a complaint or an emergency is not settled by an answer alone: register it and have it seen to.',
  },
  APOLOGY_MISSING: {
    zh: '{number} 属公司责任，须先登记致歉。',
    en: 'On {number} the company is at fault: record the apology first.',
  },
  APPEND_ONLY: {
    zh: '办理记录只能追加，不能修改或删除。',
    en: 'The record of what was done can only be added to, never changed or deleted.',
  },
  APPOINTMENT_INVALID: {
    zh: '预约时间有误，结束时间应晚于开始时间。',
    en: 'The appointment is not valid: it must end after it begins.',
  },
  APPOINTMENT_PAST: {
    zh: '预约时段已经过去，请另选时间。',
    en: 'The window is over already; please choose another.',
  },
  APPOINTMENT_STANDS: {
    zh: '{number} 的预约时段尚未结束或已经变更。',
    en: 'The window of {number} has not ended, or has been changed.',
  },
  APPOINTMENT_TAKEN: {
    zh: '该时段已有预约（{order}，{from} 至 {to}），请另选时间或人员。',
    en: 'That time is taken ({order}, {from} to {to}); please choose another time or another person.',
  },
  APPOINTMENT_TOO_LONG: {
    zh: '预约时段不能超过一天，请缩短。',
    en: 'A window cannot be longer than a day; please make it shorter.',
  },
  APPOINTMENT_UNSUITABLE: {
    zh: '报事人方便的时段是“{hours}”，约在其他时段须注明原因。',
    en: 'The requester said that “{hours}” would suit; say why another time was agreed on.',
  },
  ARCHIVE_FILE_OUT: {
    zh: '该档案已借出，归还前不能再借出、查阅或销档。',
    en: 'That file is on loan: until it is back nobody else can have it.',
  },
  ARCHIVE_FILE_WITHDRAWN: {
    zh: '{number} 已销档，不能借阅。',
    en: '{number} is no longer kept and cannot be lent.',
  },
  ARRIVAL_PAST: {
    zh: '“{field}”须晚于当前时间。',
    en: '“{field}” must lie ahead.',
  },
  ASSIGNEE_MISSING: {
    zh: '请先指定办理人（维修技工、班组或外包单位）。',
    en: 'Name who is to do it first: a technician, a team or a contractor.',
  },
  ASSIGNEE_UNCHANGED: {
    zh: '{number} 已由该办理人负责，无须重复指派。',
    en: '{number} is already with that person.',
  },
  BODY_MALFORMED: {
    zh: '提交的内容格式有误，系统无法读取。',
    en: 'What was sent cannot be read: it is malformed.',
  },
  BODY_TOO_DEEP: {
    zh: '提交的内容层级过深，系统不予处理。',
    en: 'What was sent is nested too deeply to be handled.',
  },
  BODY_TOO_LARGE: {
    zh: '提交的内容过大，请分批提交或压缩附件后再试。',
    en: 'What was sent is too large. Send it in parts, or with smaller attachments.',
  },
  BORROWER_MISSING: {
    zh: '请指定借阅人。',
    en: 'Say who borrows it.',
  },
  BORROWER_NOT_ACTIVE: {
    zh: '借阅人已离岗，请另选他人。',
    en: 'That person has left; choose somebody else.',
  },
  BULK_REFUSED: {
    zh: '此类记录不能批量处理，请逐条办理。',
    en: 'These records cannot be handled in bulk; please take them one by one.',
  },
  CALENDAR_INVALID: {
    zh: '工作日历设置有误：{reason}。',
    en: 'The work calendar is not valid: {reason}.',
  },
  CALENDAR_NEVER_OPEN: {
    zh: '该工作日历每周没有任何工作时间，无法推算时限。',
    en: 'This work calendar has no hours in its week, so no due time can be worked out.',
  },
  CASE_NOT_CLONABLE: {
    zh: '此类记录不能复制，请重新登记。',
    en: 'These records cannot be copied; please register a new one.',
  },
  CASE_NOT_DELETABLE: {
    zh: '{number} 已登记在册，不能删除；如属误登，请作废并注明原因。',
    en: '{number} is on the register and cannot be deleted. If it was a mistake, cancel it and say why.',
  },
  CASE_TYPE_UNKNOWN: {
    zh: '没有“{type}”这类事项。',
    en: 'There are no cases of the kind “{type}”.',
  },
  CASE_UNKNOWN: {
    zh: '没有找到这条记录，可能已被删除，或者您无权查看。',
    en: 'There is no such record, or it is not open to you.',
  },
  CAUSE_MISSING: {
    zh: '上次失约的原因尚未登记，请先填写原因。',
    en: 'Why the last appointment was missed is not on record yet; give the cause first.',
  },
  CHANGE_REASON_MISSING: {
    zh: '更改“{field}”须说明理由，也可通过“重新定级”办理。',
    en: 'A change of “{field}” needs a reason; it can also be made by re-classing.',
  },
  CLASS_UNCHANGED: {
    zh: '{number} 已是该等级。',
    en: '{number} is of that class already.',
  },
  COMPLAINANT_KNOWN: {
    zh: '{number} 是实名投诉，不能删去投诉人的姓名和联系方式改为匿名。',
    en: 'On {number} the complainant gave a name or contact: it cannot be made anonymous afterwards.',
  },
  COMPLAINT_CAUSE_MISSING: {
    zh: '{number} 尚未认定责任归属。',
    en: 'Whose doing it was has not been established for {number}.',
  },
  COMPLAINT_NOT_CLASSED: {
    zh: '{number} 尚未定级。',
    en: '{number} has not been classed yet.',
  },
  CONTACT_MISSING: {
    zh: '请填写与报事人的联系情况。',
    en: 'Say what was agreed with the requester.',
  },
  CONTAINMENT_FIRST: {
    zh: '{number} 险情仍在持续，请先登记险情控制情况，或注明理由排除险情。',
    en: 'On {number} damage is still going on. Record first how it was stopped, or rule it out with a reason.',
  },
  DATABASE_BUSY: {
    zh: '系统繁忙，本次操作没有保存，请稍后再试。',
    en: 'The system is busy and nothing was saved. Please try again in a moment.',
  },
  DATE_BEFORE_PERIOD: {
    zh: '生效日期须晚于原业主的起始日期。',
    en: 'It must take effect after the day on which the present owner’s period began.',
  },
  DIRECT_WRITE_REFUSED: {
    zh: '“{type}”只能通过办理操作变更，不能直接改写。',
    en: '“{type}” changes by its actions only; it cannot be written directly.',
  },
  DISPATCH_POOL_EMPTY: {
    zh: '派工规则“{rule}”没有可派的人员：所选班组没有在职且工种相符的成员，或没有技工具备所需工种。请先调整人员、班组或工种。',
    en: 'The dispatch rule “{rule}” has nobody to send: no active member of the team, or no technician, has the trades it asks for. Change the people, the team or the trades first.',
  },
  DISPATCH_RULE_INVALID: {
    zh: '派工规则“{field}”设置有误：{reason}。',
    en: 'The dispatch rule is not usable as it stands: {field}, {reason}.',
  },
  DUE_NOT_LATER: {
    zh: '应归还时间须晚于现在，续借时须晚于原定时间。',
    en: 'The time by which it is back must lie ahead, and an extension after the time agreed before.',
  },
  EMERGENCY_RULE_INVALID: {
    zh: '急修规则的“{field}”设置有误：{reason}。',
    en: 'The emergency rule is not valid at “{field}”: {reason}.',
  },
  END_OUTSIDE_LEASE: {
    zh: '终止日期须在租期之内，且不晚于今天。',
    en: 'The last day must be one of the lease, and not later than today.',
  },
  EVENTS_FULL: {
    zh: '同时实时更新的派工看板已达上限（{most} 个），请稍后再试。',
    en: 'As many dispatch boards are open as are kept up to date at a time ({most}). Please try again later.',
  },
  EXEMPTION_BY_THE_ASKER: {
    zh: '{number} 的免访是您本人申请的，须由另一位上级批准。',
    en: 'You asked for the exemption of {number} yourself: another superior must decide it.',
  },
  FIELD_GUARDED: {
    zh: '“{field}”由系统维护，不能手工修改。',
    en: '“{field}” is kept by the system and cannot be changed by hand.',
  },
  FIGURE_UNKNOWN: { zh: '没有名为“{figure}”的统计指标。', en: 'There is no figure “{figure}”.' },
  HAND_OVER_OPEN: {
    zh: '该事项已有待接收的转交 {number}，请先撤回或等待对方处理。',
    en: 'There is already an open offer, {number}: take it back first, or wait for the answer.',
  },
  HORIZON_EXCEEDED: {
    zh: '按该工作日历无法在可推算的期限内算出时限，请检查日历和时限标准。',
    en: 'No due time can be worked out within the years that this calendar covers. Please check the calendar and the target.',
  },
  IDEMPOTENCY_KEY_INVALID: {
    zh: '幂等键（Idempotency-Key）无效：须为 1 至 255 个可见字符。',
    en: 'The Idempotency-Key is not valid: it must be 1 to 255 visible characters.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    zh: '该幂等键（Idempotency-Key）已用于另一份内容，请换用新的键。',
    en: 'This Idempotency-Key was already used for something else. Use a new one.',
  },
  INPUT_INVALID: {
    zh: '“{field}”填写有误：{reason}。',
    en: '“{field}” is not valid: {reason}.',
  },
  INPUT_UNKNOWN_FIELD: {
    zh: '没有“{field}”这一项，请核对后重填。',
    en: 'There is no field “{field}” here.',
  },
  INTERNAL: {
    zh: '系统出现意外错误，操作没有完成。请将编号 {id} 告知系统管理员。',
    en: 'Something went wrong on our side and it was not done. Please give the administrator the reference {id}.',
  },
  JOINT_MEETING_MISSING: {
    zh: '{number} 涉及多方责任，须先登记相关负责人的现场会议。',
    en: 'On {number} several are at fault: record the meeting of the heads concerned on site first.',
  },
  KEEPER_MISSING: {
    zh: '请指定档案保管人。',
    en: 'Say who keeps the file.',
  },
  KEEPER_NOT_ACTIVE: {
    zh: '保管人已离岗，请另选他人。',
    en: 'That keeper has left; choose somebody else.',
  },
  KEY_AUTHORISATION_ENDED: {
    zh: '授权 {number} 已失效（有效期至 {validUntil}），不能凭此借出。',
    en: 'Authorisation {number} no longer holds (valid until {validUntil}).',
  },
  KEY_AUTHORISATION_PAST: {
    zh: '“{field}”不能早于今天。',
    en: '“{field}” cannot be before today.',
  },
  KEY_AUTHORITY_MISSING: {
    zh: '钥匙 {key} 是房屋钥匙，须凭该房屋在办的派工单或业主的有效授权借出。',
    en: 'Key {key} opens a home: it goes out only against an open dispatch order for that home or its owner’s authorisation.',
  },
  KEY_AUTHORITY_OTHER_UNIT: {
    zh: '{number} 不是该钥匙所开房屋的，不能凭此借出。',
    en: '{number} is about another home than the one that the key opens.',
  },
  KEY_BORROWER_MISSING: {
    zh: '请选择借用的员工。',
    en: 'Say which member of staff borrows it.',
  },
  KEY_COPIES_MISSING: {
    zh: '借出 {copies} 把，须全部归还；缺少的请报失。',
    en: '{copies} went out and all of them come back; report what is missing as lost.',
  },
  KEY_COPIES_TOO_MANY: {
    zh: '钥匙 {key} 只有 {copies} 把。',
    en: 'There are only {copies} of key {key}.',
  },
  KEY_COPIES_TOO_MANY_BACK: {
    zh: '只借出 {copies} 把，归还把数有误。',
    en: 'Only {copies} went out.',
  },
  KEY_COUNT_NO_DIFFERENCE: {
    zh: '该钥匙没有这样的盘点差异。',
    en: 'There is no such difference about this key.',
  },
  KEY_COUNT_UNEXPLAINED: {
    zh: '还有 {count} 处差异未说明：{keys}。',
    en: '{count} differences are not explained yet: {keys}.',
  },
  KEY_COUNT_UNFINISHED: {
    zh: '还有 {count} 把钥匙未清点：{keys}。',
    en: '{count} keys have not been counted yet: {keys}.',
  },
  KEY_DUE_AFTER_AUTHORISATION: {
    zh: '“{field}”不能晚于授权 {number} 的有效期（{validUntil}）。',
    en: '“{field}” cannot be later than authorisation {number} holds ({validUntil}).',
  },
  KEY_DUE_MOVED: {
    zh: '应还时间已改为 {dueAt}。',
    en: 'It is due at {dueAt} by now.',
  },
  KEY_DUE_NOT_LATER: {
    zh: '延期后的应还时间须晚于原定的 {dueAt}。',
    en: 'An extension must be later than {dueAt}.',
  },
  KEY_DUE_PAST: {
    zh: '“{field}”须晚于当前时间。',
    en: '“{field}” must lie ahead.',
  },
  KEY_DUE_TOO_FAR: {
    zh: '钥匙一次最多借出 {days} 天。',
    en: 'A key can be out for {days} days at most.',
  },
  KEY_LOST: {
    zh: '钥匙 {key} 已报失（{incident}），尚未办结。',
    en: 'Key {key} is reported lost ({incident}), and that is still open.',
  },
  KEY_LOST_ON_LOAN: {
    zh: '钥匙 {key} 正在借出，请在借用单 {loan} 上报失。',
    en: 'Key {key} is out: report it lost on loan {loan}.',
  },
  KEY_NOT_EXPECTED: {
    zh: '该钥匙不在本次应盘范围内，未见到时无须清点。',
    en: 'The count does not expect this key: it is counted only where it is there.',
  },
  KEY_OF_OTHER_UNIT: {
    zh: '所选钥匙不是该房屋的钥匙。',
    en: 'The key is not one of that home.',
  },
  KEY_ORDER_NOT_OPEN: {
    zh: '派工单 {order} 已不在办理中，不能凭此借出钥匙。',
    en: 'Dispatch order {order} is not open any more.',
  },
  KEY_OUT: {
    zh: '钥匙 {key} 已由 {borrower} 借出（{loan}），应于 {dueAt} 归还。',
    en: 'Key {key} is out with {borrower} ({loan}), due back at {dueAt}.',
  },
  KEY_OWNER_NOT_OF_UNIT: {
    zh: '登记簿上该业主目前不是此房屋的业主或共有人。',
    en: 'By the register this person is not an owner of the home today.',
  },
  KEY_STILL_OUT: {
    zh: '凭此授权借出的钥匙尚未归还（{loan}，{borrower}）。',
    en: 'A key is still out on this authorisation ({loan}, {borrower}).',
  },
  KEY_UNIT_UNKNOWN: {
    zh: '钥匙 {key} 是房屋钥匙，登记簿上未注明房屋，请先补充。',
    en: 'Key {key} opens a home, but the register does not say which: put that right first.',
  },
  KEY_WITHDRAWN: {
    zh: '钥匙 {key} 已停用。',
    en: 'Key {key} is not in use any more.',
  },
  LEASE_OVERLAPS: {
    zh: '该房屋（或该房间）在此期间已有租赁登记，租期不能重叠。',
    en: 'The home (or that room) is let on some of these days already.',
  },
  LEASE_STILL_RUNNING: {
    zh: '{number} 的租期至 {day}，尚未届满。',
    en: '{number} runs until {day}.',
  },
  LETTER_ANSWERS_NOBODY: {
    zh: '没有与 {number} 所涉问题相同、尚待办理的回访。',
    en: 'No return visit that is due is about what {number} is about.',
  },
  LETTER_MISSING: {
    zh: '信函回访须附上信函内容。',
    en: 'A visit by letter needs the text of the letter.',
  },
  LINK_EXPIRED: {
    zh: '此链接已过有效期，请联系派单人重新发送。',
    en: 'This link has expired. Please ask the office for a new one.',
  },
  LINK_SUPERSEDED: {
    zh: '此链接已失效：派工单已改派、已了结，或另有新链接。',
    en: 'This link is void: the order went to somebody else, is over, or a newer link was sent.',
  },
  LINK_UNKNOWN: {
    zh: '链接无效，请核对地址是否完整。',
    en: 'There is no such link. Please check that the address is complete.',
  },
  LINK_USED: {
    zh: '此链接已使用过，答复已登记在案。',
    en: 'This link has been used; its answer is on record.',
  },
  LOCAL_TIME_INVALID: {
    zh: '“{field}”不是有效的时刻，应为 00:00 至 24:00。',
    en: '“{field}” is not a valid time of day, from 00:00 to 24:00.',
  },
  MEETING_MISSING: {
    zh: '{number} 已提请上级，须先登记相关责任人的会议。',
    en: '{number} was taken further up: record the meeting of those responsible first.',
  },
  METHOD_NOT_ALLOWED: {
    zh: '此地址不支持这种操作。',
    en: 'This address does not take that kind of request.',
  },
  MOMENT_BEFORE_INTAKE: {
    zh: '“{field}”早于受理时间，请核对。',
    en: '“{field}” lies before the matter came in. Please check it.',
  },
  MOMENT_BEFORE_STEP: {
    zh: '“{field}”早于上一步的时间（{since}），请核对。',
    en: '“{field}” lies before the step that goes ahead of it ({since}). Please check it.',
  },
  MOMENT_INVALID: {
    zh: '“{field}”不是有效的时间，应为日期加时刻并注明时区，例如 2026-11-21T09:00:00+08:00。',
    en: '“{field}” is not a valid moment: give date, time and offset, such as 2026-11-21T09:00:00+08:00.',
  },
  MOMENT_IN_FUTURE: {
    zh: '“{field}”晚于当前时间，请核对。',
    en: '“{field}” lies in the future. Please check it.',
  },
  NEW_OWNER_IS_OLD: {
    zh: '新业主与原业主不能是同一人。',
    en: 'The new owner must be somebody other than the present one.',
  },
  NOBODY_ACCOUNTABLE: {
    zh: '员工名册中没有在岗人员，事项无人负责，不能受理。请先登记员工。',
    en: 'The register of staff has nobody active: nobody would answer for this. Enter a member of staff first.',
  },
  NOBODY_TO_REFER_TO: {
    zh: '按转办规则找不到可接收的人，请指定接收人转交。',
    en: 'By the rules of routing there is nobody to go to; offer it to somebody by name.',
  },
  NOTHING_TO_CLAIM: {
    zh: '{number} 没有待追偿的保修费用。',
    en: '{number} has nothing to claim from the builder.',
  },
  NOTHING_TO_SUBMIT: {
    zh: '{number} 不是重大或重要投诉，无须上报。',
    en: '{number} is neither a major nor an important complaint and need not be submitted.',
  },
  NOT_ACCOUNTABLE: {
    zh: '您不是 {number} 的首问责任人，不能转交。',
    en: 'You are not the one accountable for {number}, so you cannot hand it over.',
  },
  NOT_A_COMPLAINT: {
    zh: '仅投诉事项可以这样办理。',
    en: 'Only a complaint can be dealt with in this way.',
  },
  NOT_A_MEMBER: {
    zh: '所选工单不在群体事项 {number} 中。',
    en: 'That request does not belong to group matter {number}.',
  },
  NOT_A_REPEAT: {
    zh: '{number} 没有关联为重复报事。',
    en: '{number} is not linked as a repeat.',
  },
  NOT_CALLED_FOR: {
    zh: '{number} 的情况已有变化，无须再作此处理。',
    en: '{number} has moved on; this is not called for any more.',
  },
  NOT_DRAFTED: {
    zh: '此类记录登记即生效，没有草稿与发布之分。',
    en: 'These records count as soon as they are registered: there is nothing to publish or withdraw.',
  },
  NOT_ENTITLED: {
    zh: '您没有办理此项操作的权限，如确需办理请联系主管。',
    en: 'You are not entitled to do this. If you need to, please ask your supervisor.',
  },
  NOT_FOUND: {
    zh: '没有找到所请求的内容。',
    en: 'What was asked for was not found.',
  },
  NOT_IN_POOL: {
    zh: '您不在 {number} 的抢单范围内（须在岗且工种相符），不能抢此单。',
    en: '{number} is not offered to you: it is for those at work who have the trades it asks for.',
  },
  NOT_OWNER_ON_RECORD: {
    zh: '原业主在生效日期不是该房屋登记在册的业主。',
    en: 'That person is not the owner on record of the home on that day.',
  },
  NOT_REWORK: {
    zh: '{number} 不是二次维修。',
    en: '{number} is no rework.',
  },
  NOT_YET_EFFECTIVE: {
    zh: '{number} 的生效日期为 {day}，尚未到期。',
    en: '{number} takes effect on {day}, not before.',
  },
  NO_CONTRACTOR: {
    zh: '{number} 未派给外包单位，没有链接可发。',
    en: '{number} is not with a contractor; there is no link to send.',
  },
  NO_DAMAGE_ONGOING: {
    zh: '{number} 没有登记仍在持续的险情。',
    en: 'No damage is recorded as going on for {number}.',
  },
  NO_GROUP: {
    zh: '{number} 不构成群体事项。',
    en: '{number} belongs to no group.',
  },
  ORDER_IS_FREE: {
    zh: '{number} 为免费维修，不登记收费项目。',
    en: '{number} is free work: it has no price.',
  },
  ORDER_NOT_FILED: {
    zh: '派工单 {order} 尚未归档，不能办结。',
    en: 'Dispatch order {order} is not filed yet, so this cannot be closed.',
  },
  ORDER_STILL_OPEN: {
    zh: '派工单 {order} 尚未办完，请先处理该派工单。',
    en: 'Dispatch order {order} is still open. Please see to it first.',
  },
  OUTCOME_MISSING: {
    zh: '{number} 尚未登记处理结论。',
    en: 'No outcome is on record for {number} yet.',
  },
  OUTCOME_NOT_TOLD: {
    zh: '{number} 的处理结果尚未告知投诉人。',
    en: 'The complainant has not been told the outcome of {number}.',
  },
  OWNER_PERIOD_TAKEN: {
    zh: '该房屋在此期间已有业主登记，同一时间只能有一位业主，其他产权人请登记为共有人。',
    en: 'The home has an owner on some of these days already: one at a time, others are registered as co-owners.',
  },
  OWN_REMIT: {
    zh: '该事项属于责任人的职责范围，应自行办理，不必转办。',
    en: 'The matter is within the remit of the one accountable: it is his own to handle.',
  },
  PAID_REASON_MISSING: {
    zh: '与保修规定不一致（或保修期无法判定）时，须填写收费裁定理由。',
    en: 'Say why the work is paid or free: it differs from the warranty rule, or the rule cannot tell.',
  },
  PAPERS_MISSING: {
    zh: '资料不齐，尚缺：{fields}。',
    en: 'Papers are missing: {fields}.',
  },
  PARENT_CIRCULAR: {
    zh: '上下级不能成环：“{name}”不能成为自己的上级。',
    en: 'These must not run in a ring: “{name}” would be above itself.',
  },
  PAUSE_INVALID: {
    zh: '暂停时段有误：结束应晚于开始，且各段不能交叉。',
    en: 'The pauses are not valid: each must end after it begins, and none may overlap.',
  },
  PAUSE_LIMIT_PAST: {
    zh: '暂停截止时间已过，请填写今后的时间。',
    en: 'The pause would already be over. Please give a later time.',
  },
  PAUSE_REASON_NOT_ALLOWED: {
    zh: '“{reason}”不是允许的暂停原因。',
    en: '“{reason}” is not an allowed reason for a pause.',
  },
  PAUSE_TOO_LONG: {
    zh: '暂停时间超过规定上限，最长可暂停至 {until}。',
    en: 'The pause is longer than allowed; it may last until {until} at most.',
  },
  PERIOD_INVALID: {
    zh: '统计期间的“{field}”有误：{reason}。',
    en: 'The period is not valid at “{field}”: {reason}.',
  },
  PERSONAL_DATA_KEY_MISSING: {
    zh: '这项个人信息由密钥“{keyId}”加密，系统目前没有该密钥，无法显示。请联系系统管理员。',
    en: 'This was encrypted with the key “{keyId}”, which the system does not have. Please tell the administrator.',
  },
  PERSONAL_DATA_NOT_SEARCHABLE: {
    zh: '“{field}”是个人信息，只能按完整内容查找，不能模糊查询或排序。',
    en: '“{field}” is personal data: it can be looked up in full only, not searched in part or sorted by.',
  },
  PERSON_MISSING: {
    zh: '请从名册中选择人员，或填写新登记人的姓名。',
    en: 'Choose somebody of the register, or give the name of a new person.',
  },
  PERSON_NAMED_TWICE: {
    zh: '名册中的人员与新登记人只能填写其一。',
    en: 'Choose somebody of the register or enter a new person, not both.',
  },
  PHOTOS_TOO_MANY: {
    zh: '一张单据最多保存 {most} 张照片。',
    en: 'A case keeps {most} photos at most.',
  },
  PHOTO_INVALID: {
    zh: '这不是可以读取的照片，请上传 JPEG 或 PNG。',
    en: 'This is no photo that can be read: send a JPEG or a PNG.',
  },
  PHOTO_TOO_BIG: {
    zh: '照片过大，最多 {most} MB。',
    en: 'The photo is too big: {most} MB at most.',
  },
  PHOTO_UNKNOWN: {
    zh: '照片没有上传成功，请重新选择照片。',
    en: 'The photo has not arrived: please choose it again.',
  },
  PLAN_CLOSED: {
    zh: '该走访计划已结束，不能再登记走访。',
    en: 'That plan of house calls is closed.',
  },
  PLAN_WITHOUT_PLACE: {
    zh: '请指定走访的小区或楼栋。',
    en: 'Say which community or building is to be called on.',
  },
  PLATE_TAKEN: {
    zh: '该车牌号已登记。',
    en: 'That plate is registered already.',
  },
  PRICE_DIFFERS: {
    zh: '所报金额与收费明细合计不一致，请按明细重新确认。',
    en: 'The sum stated is not the sum of the price lines; please confirm the price anew.',
  },
  PRICE_ITEM_INACTIVE: {
    zh: '收费项目“{item}”已停用，请另选。',
    en: '“{item}” is no longer on the price list; please choose another.',
  },
  PRICE_LINE_MISSING: {
    zh: '收费明细中没有这个项目。',
    en: 'The price has no such line.',
  },
  PRICE_MISSING: {
    zh: '有偿服务须先登记收费项目。',
    en: 'This is paid work: enter what is charged from the price list first.',
  },
  PRICE_NOT_ACCEPTED: {
    zh: '有偿服务须先由业主确认价格，方可施工。',
    en: 'This is paid work: the customer must accept the price before it begins.',
  },
  PRICE_REASON_MISSING: {
    zh: '单价与收费标准不一致，须填写原因。',
    en: 'The price differs from the list: say why.',
  },
  PRICE_TOO_HIGH: {
    zh: '收费金额或项目过多，请核对数量与单价。',
    en: 'The price comes to too much; please check quantities and prices.',
  },
  PROMISE_MISSING: {
    zh: '不能当场答复的，请填写承诺答复时间（{field}）。',
    en: 'What cannot be answered at once needs the time by which a reply is promised ({field}).',
  },
  PROMISE_NEEDLESS: {
    zh: '已当场答复的，不需要再承诺答复时间。',
    en: 'What is answered already needs no promise of a reply.',
  },
  PROMISE_PAST: {
    zh: '承诺答复时间必须晚于现在。',
    en: 'The time by which a reply is promised must lie in the future.',
  },
  PROMISE_TOO_FAR: {
    zh: '承诺答复时间过远，最长不超过 {days} 天。',
    en: 'That is too far away for a promise: {days} days at most.',
  },
  RATE_LIMITED: {
    zh: '操作过于频繁，请稍后再试。',
    en: 'Too many requests. Please wait a little and try again.',
  },
  RECEIVED_IN_FUTURE: {
    zh: '受理时间晚于当前时间，请核对。',
    en: 'The time it came in lies in the future. Please check it.',
  },
  RECEIVED_TOO_LONG_AGO: {
    zh: '受理时间距今已超过 {days} 天，不能补登。',
    en: 'The time it came in is more than {days} days back; it can no longer be registered.',
  },
  RECEIVER_IS_GIVER: {
    zh: '该事项已由本人负责，不能转交给同一人。',
    en: 'The matter is already with that person.',
  },
  RECEIVER_NOT_ACTIVE: {
    zh: '接收人已离岗，请另选他人。',
    en: 'That person has left; choose somebody else.',
  },
  RECORD_IN_USE: {
    zh: '这条记录正被其他记录引用，不能删除或更改。',
    en: 'Other records refer to this one, so it cannot be deleted or changed.',
  },
  RECORD_UNKNOWN: {
    zh: '没有找到这条记录，可能已被删除，或者您无权查看。',
    en: 'There is no such record, or it is not open to you.',
  },
  REFERENCE_INACTIVE: {
    zh: '“{field}”所选的记录已停用，请另选。',
    en: 'The record chosen for “{field}” is no longer in use. Please choose another.',
  },
  REFERENCE_UNKNOWN: {
    zh: '“{field}”所选的记录不存在，请重新选择。',
    en: 'The record chosen for “{field}” does not exist. Please choose again.',
  },
  REFUSAL_NOT_ON_RECORD: {
    zh: '{number} 尚无拒绝回访的记录，请先登记该次回访。',
    en: 'There is no refused visit on record for {number} yet; record it first.',
  },
  RETURNED_BEFORE_LENT: {
    zh: '归还时间不能早于借出时间。',
    en: 'It cannot have been given back before it was lent.',
  },
  REWORK_APOLOGY_MISSING: {
    zh: '{number} 属二次维修，请先登记向报修人致歉的情况。',
    en: '{number} is work done twice: an apology to the requester must be on record first.',
  },
  REWORK_KEEPS_PERSON: {
    zh: '{number} 属二次维修，应由原维修人员“{person}”负责到底；另派他人须注明原因。',
    en: '{number} is work done twice and stays with {person}; say why somebody else goes.',
  },
  SATISFACTION_MISSING: {
    zh: '请填写满意度；未能征询的，请注明原因。',
    en: 'Record how satisfied the customer is, or why that could not be asked.',
  },
  SERIOUS_COMPLAINT_BY_LETTER: {
    zh: '{number} 属重大投诉，不能以公开信代替回访。',
    en: '{number} is about a major complaint: an open letter does not settle it.',
  },
  SERIOUS_COMPLAINT_BY_PHONE: {
    zh: '{number} 属重大投诉，不能只作电话回访。',
    en: '{number} is about a major complaint: a telephone call alone will not do.',
  },
  SIGNATURE_MISSING: {
    zh: '须有签字。',
    en: 'A signature is needed.',
  },
  SIGNATURE_NOT_BY_PHONE: {
    zh: '电话回访没有现场签名，请改为上门或去掉签名。',
    en: 'Nobody signs over the telephone: leave the signature out, or record a visit on site.',
  },
  SIGNATURE_OR_REASON_MISSING: {
    zh: '须有业主签字；未签字的，请注明原因。',
    en: 'A signature is needed, or the reason why there is none.',
  },
  SLIP_CODE_INVALID: {
    zh: '这个二维码不是本处打印的单据上的，或已被改动。',
    en: 'This code is not from a paper of this office, or it was changed.',
  },
  SLIP_CODE_UNREADABLE: {
    zh: '照片中没有找到二维码，请把单据拍平、拍清楚后重试。',
    en: 'No code was found in the photo. Lay the paper flat, take a sharp picture and try again.',
  },
  STAFF_STILL_ACCOUNTABLE: {
    zh: '{name} 还负责 {count} 件未办结事项（如 {number}），请先转交他人。',
    en: '{name} is still accountable for {count} open requests ({number} is one); have them handed over first.',
  },
  STAGE_WRONG: {
    zh: '{number} 目前处于“{stage}”阶段，不能进行“{action}”。',
    en: '{number} is now at stage “{stage}”; “{action}” is not possible.',
  },
  STALE_WRITE: {
    zh: '您打开之后，这条记录已被他人修改（{changed}）。请刷新后再保存。',
    en: 'Somebody changed this record since you opened it ({changed}). Please reload it and save again.',
  },
  SUPERIOR_CIRCULAR: {
    zh: '上级关系不能成环：{name} 不能成为自己的上级。',
    en: 'Superiors must not run in a ring: {name} would be above himself.',
  },
  TARGET_INVALID: {
    zh: '时限标准的“{field}”设置有误：{reason}。',
    en: 'The target is not valid at “{field}”: {reason}.',
  },
  TEAM_WITHOUT_MEMBERS: {
    zh: '该班组没有在职成员，无人可以接单，请另选。',
    en: 'That team has no active members: nobody could accept the work. Please choose another.',
  },
  TECHNICIAN_AT_CAP: {
    zh: '{name} 在办派工单已达上限（{load}/{cap}），不能再接。',
    en: '{name} has as many open orders as allowed ({load} of {cap}).',
  },
  TECHNICIAN_AWAY: {
    zh: '{name} 目前不在岗；如仍须指派，请注明原因。',
    en: '{name} is not at work now. If it must be this person all the same, say why.',
  },
  TECHNICIAN_INACTIVE: {
    zh: '{name} 已停用；如仍须指派，请注明原因。',
    en: '{name} is no longer active. If it must be this person all the same, say why.',
  },
  TECHNICIAN_LACKS_TRADE: {
    zh: '{name} 不具备此项维修所需工种；如仍须指派，请注明原因。',
    en: '{name} lacks a trade that this repair asks for. If it must be this person all the same, say why.',
  },
  TEXT_EMPTY: {
    zh: '“{field}”不能为空。',
    en: '“{field}” must not be empty.',
  },
  TEXT_NOT_STORABLE: {
    zh: '“{field}”中含有无法保存的字符，请删除后重填。',
    en: '“{field}” contains characters that cannot be stored. Please remove them.',
  },
  TEXT_TOO_LONG: {
    zh: '“{field}”过长，最多 {limit} 个字。',
    en: '“{field}” is too long: {limit} characters at most.',
  },
  TICKET_NOT_OPEN: {
    zh: '工单 {number} 目前处于“{stage}”阶段，不能派工。',
    en: 'Ticket {number} is now at stage “{stage}”, so no work can be dispatched on it.',
  },
  TIME_FORMAT_UNKNOWN: {
    zh: '无法识别的时间格式。',
    en: 'The format of the time is not known.',
  },
  TIME_ZONE_UNKNOWN: {
    zh: '没有“{timeZone}”这个时区，应为 Asia/Shanghai 这样的名称。',
    en: 'There is no time zone “{timeZone}”; it should be a name such as Asia/Shanghai.',
  },
  TRANSFER_OPEN: {
    zh: '该房屋已有在办的过户，办结或作废后方可再登记。',
    en: 'A transfer of that home is open already; see it through or cancel it first.',
  },
  UNAUTHENTICATED: {
    zh: '请先登录，或登录已过期。',
    en: 'Please log in first; your session may have ended.',
  },
  UNITS_NOT_LISTED: {
    zh: '走访对象为指定房屋时，请列出房屋。',
    en: 'List the homes that the plan is about.',
  },
  UNIT_NOT_IN_PLAN: {
    zh: '该房屋不在走访计划范围内。',
    en: 'That home is not one that the plan is about.',
  },
  URGENCY_BY_DESK_ONLY: {
    zh: '{number} 按急修规则为紧急，只能由前台等受理人员注明理由后调整。',
    en: '{number} is urgent by rule: only those who take calls may call it ordinary, and say why.',
  },
  VISITOR_DID_THE_WORK: {
    zh: '回访人不能是实际施工的人员，请另派人员回访。',
    en: 'The person who did the work cannot make the return visit. Please send somebody else.',
  },
  VISITOR_INACTIVE: {
    zh: '该回访人已停用，请另选在岗人员。',
    en: 'That visitor is no longer in the office; name somebody else.',
  },
  VISITOR_MISSING: {
    zh: '请注明由谁回访。',
    en: 'Name who makes the visit.',
  },
  VISIT_ALREADY_DUE: {
    zh: '{number} 已有同类回访待办，无须重复安排。',
    en: '{number} has such a return visit due already.',
  },
  VISIT_MUST_BE_ON_SITE: {
    zh: '{number} 所涉事项尚未解决，第 {ordinal} 次回访须上门；自第 {phoneFrom} 次起可用电话。',
    en: 'The matter of {number} is not settled: visit {ordinal} must be made on site; from visit {phoneFrom} on the telephone will do.',
  },
  VISIT_NEEDS_A_PERSON: {
    zh: '回访只能由工作人员本人登记，系统、导入和外部接口不得代写。',
    en: 'A return visit is written by a member of staff only, never by the system, an import or another system.',
  },
  VISIT_NOT_OF_THE_LETTER: {
    zh: '{number} 与公开信所涉问题不同（{about}），不能以此信答复。',
    en: '{number} is not about what the letter is about ({about}).',
  },
  VISIT_TRIES_TOO_FEW: {
    zh: '{number} 只联系了 {sought} 次（天），满 {needed} 次（天）未果方可申请免访。',
    en: '{number}: sought {sought} times so far; an exemption takes {needed}.',
  },
  WARRANTY_TERM_INVALID: {
    zh: '保修期限的“{field}”有误：{reason}。',
    en: '“{field}” of the warranty term is not valid: {reason}.',
  },
  WARRANTY_UNDECIDED: {
    zh: '{number} 的保修期无法判定，请先由前台或主管裁定收费与否。',
    en: 'Whether {number} is still under warranty is not known; the desk or a supervisor must rule on it first.',
  },
};

/** The reasons that `{reason}` of a refusal may name by code; any other text stands as it is. */
export const reasonWords: WordTable = {
  ambiguous: { zh: '对应的记录不止一条', en: 'it fits more than one record' },
  depth: { zh: '内容层级过深', en: 'it is nested too deeply' },
  duplicate: { zh: '有重复', en: 'something is given twice' },
  empty: { zh: '不能为空', en: 'it must not be empty' },
  format: { zh: '格式不对', en: 'it does not have the right form' },
  masked: { zh: '内容已被遮盖，请填写完整内容', en: 'it is masked; give it in full' },
  missing: { zh: '必须填写', en: 'it must be given' },
  not_a_choice: { zh: '不在可选范围内', en: 'it is not one of the choices' },
  order: { zh: '前后顺序不对', en: 'it is out of order' },
  range: { zh: '超出允许范围', en: 'it is out of range' },
  shape: { zh: '内容的结构不对', en: 'it does not have the right shape' },
  too_many: { zh: '数量过多', en: 'there are too many' },
  type: { zh: '类型不对', en: 'it is not of the right kind' },
  unknown: { zh: '无法识别', en: 'it is not known' },
};
