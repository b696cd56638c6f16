import { hazardWords } from '../emergency/hazards';
import type { Words, WordTable } from './say';

const pauseReasons: WordTable = {
  missing_part: { zh: '缺配件', en: 'Missing part' },
  requester_absent: { zh: '报事人不在', en: 'Requester absent' },
  requester_request: { zh: '报事人要求', en: 'At the requester’s wish' },
  outside_party: { zh: '外部单位原因', en: 'Outside party' },
  weather: { zh: '天气原因', en: 'Weather' },
};

const clockNames: WordTable = {
  accept: { zh: '接单', en: 'Accept' },
  arrive: { zh: '到场', en: 'Arrive' },
  solve: { zh: '解决', en: 'Solve' },
  reply: { zh: '答复', en: 'Reply' },
  submit_up: { zh: '上报', en: 'Submit up' },
  contain: { zh: '应急处置', en: 'Contain' },
  confirm: { zh: '完工确认', en: 'Confirm' },
  visit: { zh: '回访', en: 'Visit' },
  finish: { zh: '办结', en: 'Finish' },
  feedback: { zh: '反馈', en: 'Feedback' },
  outcome: { zh: '告知结果', en: 'Outcome told' },
  return: { zh: '归还', en: 'Return' },
};

const ticketKinds: WordTable = {
  repair: { zh: '报修', en: 'Repair' },
  complaint: { zh: '投诉', en: 'Complaint' },
  inquiry: { zh: '咨询', en: 'Inquiry' },
  suggestion: { zh: '建议', en: 'Suggestion' },
  help: { zh: '求助', en: 'Help' },
  paid_service: { zh: '特约服务', en: 'Paid service' },
};

const complaintClasses: WordTable = {
  serious: { zh: '重大', en: 'Major' },
  important: { zh: '重要', en: 'Important' },
  minor: { zh: '轻微', en: 'Minor' },
  invalid: { zh: '无效', en: 'Invalid' },
};

const urgencies: WordTable = {
  ordinary: { zh: '一般', en: 'Ordinary' },
  urgent: { zh: '紧急', en: 'Urgent' },
};

const ways: WordTable = {
  assign: { zh: '人工指派', en: 'Assigned by hand' },
  grab: { zh: '抢单', en: 'First come' },
  rotate: { zh: '轮派', en: 'In turn' },
  least_loaded: { zh: '派给在办最少者', en: 'Least loaded' },
};

/**
 * What the values of an enumeration are called. A key is a field's name where all fields of that name have
 * the same values, else `type.field`.
 */
export const enumWords: Readonly<Record<string, WordTable>> = {
  'ticket.kind': ticketKinds,
  'ticket.stage': {
    registered: { zh: '已登记', en: 'Registered' },
    assigned: { zh: '已派办', en: 'Assigned' },
    in_progress: { zh: '办理中', en: 'In progress' },
    waiting: { zh: '暂缓', en: 'Waiting' },
    completed: { zh: '已完成', en: 'Completed' },
    closed: { zh: '已办结', en: 'Closed' },
    cancelled: { zh: '已作废', en: 'Cancelled' },
  },
  'ticket.channel': {
    phone: { zh: '电话', en: 'Phone' },
    walk_in: { zh: '来访', en: 'Walk-in' },
    online: { zh: '网络', en: 'Online' },
    letter: { zh: '信函', en: 'Letter' },
    patrol: { zh: '巡查发现', en: 'Patrol' },
    department: { zh: '部门转来', en: 'Another department' },
    return_visit: { zh: '回访', en: 'Return visit' },
    house_call: { zh: '走访', en: 'House call' },
  },
  complaintClass: complaintClasses,
  complaintCause: {
    by_company: { zh: '公司责任', en: 'The company' },
    by_resident: { zh: '住户或邻里责任', en: 'A resident or neighbour' },
    by_several: { zh: '多方责任', en: 'Several parties' },
  },
  urgency: urgencies,
  faultClass: {
    ordinary: { zh: '一般', en: 'Ordinary' },
    difficult: { zh: '疑难', en: 'Difficult' },
    missing_part: { zh: '缺配件', en: 'Missing part' },
    major: { zh: '重大疑难', en: 'Major' },
  },
  waitReason: pauseReasons,
  pauseReason: pauseReasons,
  satisfaction: {
    very_satisfied: { zh: '非常满意', en: 'Very satisfied' },
    satisfied: { zh: '满意', en: 'Satisfied' },
    fair: { zh: '一般', en: 'Fair' },
    dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
    very_dissatisfied: { zh: '非常不满意', en: 'Very dissatisfied' },
  },
  'dispatch-order.stage': {
    drafted: { zh: '待派工', en: 'Drafted' },
    offered: { zh: '待抢单', en: 'Offered' },
    dispatched: { zh: '已派工', en: 'Dispatched' },
    accepted: { zh: '已接单', en: 'Accepted' },
    arrived: { zh: '已到场', en: 'Arrived' },
    consented: { zh: '已同意施工', en: 'Consented' },
    working: { zh: '施工中', en: 'Working' },
    paused: { zh: '已暂停', en: 'Paused' },
    done: { zh: '已完工', en: 'Done' },
    signed: { zh: '已签字', en: 'Signed' },
    filed: { zh: '已归档', en: 'Filed' },
    no_access: { zh: '未能入户', en: 'No access' },
    missed: { zh: '失约', en: 'Missed' },
    cancelled: { zh: '已作废', en: 'Cancelled' },
  },
  cameBy: {
    ...ways,
    pass_on: { zh: '同事转单', en: 'Passed on by a colleague' },
    duty_person: { zh: '转值班主管', en: 'To the supervisor on duty' },
    head: { zh: '转部门负责人', en: 'To the head of department' },
  },
  'dispatch-rule.mode': ways,
  'dispatch-rule.kind': ticketKinds,
  'ticket.dispatchAlarm': {
    nobody_free: { zh: '无人可派', en: 'Nobody free' },
    nobody_accepted: { zh: '无人接单', en: 'Nobody accepted' },
  },
  'dispatch-order.warranty': {
    in_warranty: { zh: '保修期内', en: 'In warranty' },
    out_of_warranty: { zh: '保修期外', en: 'Out of warranty' },
    warranty_unknown: { zh: '保修期待定', en: 'Warranty not known' },
  },
  'warranty-term.unit': {
    months: { zh: '个月', en: 'Months' },
    years: { zh: '年', en: 'Years' },
    seasons: { zh: '个采暖（供冷）期', en: 'Heating or cooling seasons' },
    always: { zh: '合理使用年限', en: 'Reasonable service life' },
  },
  'price-item.kind': {
    labour: { zh: '人工', en: 'Labour' },
    material: { zh: '材料', en: 'Material' },
  },
  arrivalProof: {
    time_only: { zh: '仅登记时间', en: 'Time only' },
    place: { zh: '到场定位', en: 'Place' },
    door_code: { zh: '门牌码', en: 'Door code' },
  },
  'return-visit.stage': {
    due: { zh: '待回访', en: 'Due' },
    exempting: { zh: '免访待批', en: 'Exemption asked' },
    recorded: { zh: '已回访', en: 'Recorded' },
    reviewed: { zh: '已审阅', en: 'Reviewed' },
    exempt: { zh: '免予回访', en: 'Exempt' },
  },
  'summary.kind': {
    repairs_monthly: { zh: '维修月度汇总', en: 'Repairs of a month' },
    complaints_weekly: { zh: '投诉周汇总', en: 'Complaints of a week' },
    visits_monthly: { zh: '月末回访汇总', en: 'Visits of a month' },
  },
  'summary.stage': {
    compiled: { zh: '待批准', en: 'To be approved' },
    approved: { zh: '已批准', en: 'Approved' },
    acknowledged: { zh: '已阅示', en: 'Acknowledged' },
  },
  'return-visit.kind': {
    repair_quality: { zh: '维修质量', en: 'Repair quality' },
    complaint: { zh: '投诉', en: 'Complaint' },
    suggestion: { zh: '建议', en: 'Suggestion' },
    questionnaire: { zh: '问卷调查', en: 'Questionnaire' },
  },
  nature: {
    general: { zh: '普通事项', en: 'General' },
    leak: { zh: '渗漏', en: 'Leak' },
    safety_facility: { zh: '安全设施', en: 'Safety facility' },
  },
  'visit-attempt.stage': {
    on_record: { zh: '已记录', en: 'On record' },
  },
  'house-call.stage': {
    on_record: { zh: '已记录', en: 'On record' },
  },
  'open-letter.stage': {
    composed: { zh: '拟稿', en: 'Composed' },
    published: { zh: '已公布', en: 'Published' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  },
  'house-call-plan.stage': {
    under_way: { zh: '进行中', en: 'Under way' },
    closed: { zh: '已办结', en: 'Closed' },
  },
  'transfer.stage': {
    registered: { zh: '已登记', en: 'Registered' },
    papers_complete: { zh: '资料齐全', en: 'Papers complete' },
    effective: { zh: '已生效', en: 'In effect' },
    closed: { zh: '已办结', en: 'Closed' },
    cancelled: { zh: '已作废', en: 'Cancelled' },
  },
  'lease-registration.stage': {
    registered: { zh: '已登记', en: 'Registered' },
    running: { zh: '租赁中', en: 'Running' },
    ended: { zh: '已终止', en: 'Ended' },
    cancelled: { zh: '已作废', en: 'Cancelled' },
  },
  'archive-file.stage': {
    in_archive: { zh: '在档', en: 'In the archives' },
    withdrawn_from_archive: { zh: '已销档', en: 'Taken out of the archives' },
  },
  archiveClass: {
    owner: { zh: '业主', en: 'Owner' },
    property: { zh: '物业', en: 'Property' },
    engineering: { zh: '工程', en: 'Engineering' },
    contract: { zh: '合同', en: 'Contract' },
    other_papers: { zh: '其他', en: 'Other papers' },
  },
  vehicleKind: {
    car: { zh: '汽车', en: 'Car' },
    motorcycle: { zh: '摩托车', en: 'Motorcycle' },
    electric_bike: { zh: '电动自行车', en: 'Electric bicycle' },
    other_vehicle: { zh: '其他车辆', en: 'Other vehicle' },
  },
  parkingKind: {
    owned_space: { zh: '产权车位', en: 'Owned' },
    rented_space: { zh: '租赁车位', en: 'Rented' },
    visitor_space: { zh: '访客车位', en: 'For visitors' },
  },
  'archive-loan.stage': {
    consulted: { zh: '已查阅', en: 'Consulted' },
    on_loan: { zh: '借阅中', en: 'On loan' },
    returned: { zh: '已归还', en: 'Given back' },
  },
  loanKind: {
    borrow: { zh: '借阅', en: 'Borrow' },
    consult: { zh: '查阅', en: 'Consult on the spot' },
  },
  frequency: {
    once: { zh: '一次', en: 'Once' },
    every_month: { zh: '每月', en: 'Monthly' },
    every_quarter: { zh: '每季度', en: 'Quarterly' },
    every_half_year: { zh: '每半年', en: 'Half-yearly' },
    every_year: { zh: '每年', en: 'Yearly' },
  },
  aim: {
    all_units: { zh: '全部房屋', en: 'All homes' },
    listed_units: { zh: '指定房屋', en: 'Homes listed' },
  },
  outcome: {
    reached: { zh: '已见到或接通', en: 'Reached' },
    no_answer: { zh: '无人应答', en: 'No answer' },
    refused: { zh: '拒绝回访', en: 'Refused' },
  },
  exemptReason: {
    anonymous: { zh: '匿名', en: 'Anonymous' },
    unreachable: { zh: '无法联系', en: 'Unreachable' },
    refused: { zh: '拒绝回访', en: 'Refused' },
  },
  form: {
    on_site: { zh: '上门', en: 'On site' },
    phone: { zh: '电话', en: 'Phone' },
    letter: { zh: '信函', en: 'Letter' },
    open_letter: { zh: '公开信', en: 'Open letter' },
  },
  'hand-over.stage': {
    proposed: { zh: '待接收', en: 'Offered' },
    awaiting_feedback: { zh: '已接收待反馈', en: 'Accepted, feedback owed' },
    taken_on: { zh: '已接收', en: 'Accepted' },
    declined: { zh: '已拒收', en: 'Refused' },
    taken_back: { zh: '已撤回', en: 'Taken back' },
    lapsed: { zh: '已失效', en: 'Lapsed' },
  },
  step: {
    superior: { zh: '直接上级', en: 'Direct superior' },
    responsible_department: { zh: '责任部门', en: 'Responsible department' },
    director: { zh: '主任', en: 'Director' },
    named: { zh: '指定人员', en: 'Person named' },
  },
  'clock.name': clockNames,
  'target.clock': clockNames,
  verdict: {
    kept: { zh: '按时', en: 'Kept' },
    broken: { zh: '超时', en: 'Broken' },
    released: { zh: '免计', en: 'Released' },
  },
  'clock.nextKind': {
    warn: { zh: '预警', en: 'Warning' },
    due: { zh: '到期', en: 'Due' },
    escalate: { zh: '升级', en: 'Escalation' },
    pause_limit: { zh: '暂停到限', en: 'Pause limit' },
  },
  'outbox-message.channel': {
    panel: { zh: '系统消息', en: 'In the panel' },
    email: { zh: '电子邮件', en: 'E-mail' },
  },
  'outbox-message.recipientKind': {
    staff: { zh: '员工', en: 'Staff member' },
    team: { zh: '班组', en: 'Team' },
    department: { zh: '部门', en: 'Department' },
    contractor: { zh: '外包单位', en: 'Contractor' },
    agency: { zh: '外部单位', en: 'Outside party' },
    requester: { zh: '报事人', en: 'Requester' },
    post: { zh: '岗位', en: 'Post' },
    case_address: { zh: '单据所留邮箱', en: 'Address on the record' },
  },
  'outbox-message.state': {
    queued: { zh: '待发送', en: 'Queued' },
    sent: { zh: '已发送', en: 'Sent' },
    failed: { zh: '发送失败', en: 'Failed' },
  },
  'key.kind': {
    unit_key: { zh: '房屋钥匙', en: 'Unit key' },
    plant_room: { zh: '设备房钥匙', en: 'Plant room' },
    public_door: { zh: '公共门钥匙', en: 'Public door' },
    cabinet: { zh: '箱柜钥匙', en: 'Cabinet' },
    other_key: { zh: '其他钥匙', en: 'Other key' },
  },
  borrowerKind: {
    staff: { zh: '员工', en: 'Staff member' },
    owner: { zh: '业主', en: 'Owner' },
    agent: { zh: '代理人', en: 'Agent' },
    contractor: { zh: '外包单位', en: 'Contractor' },
    other_person: { zh: '其他人员', en: 'Other person' },
  },
  'key-loan.stage': {
    lent: { zh: '借出', en: 'Out' },
    returned: { zh: '已归还', en: 'Returned' },
    lost: { zh: '已遗失', en: 'Lost' },
  },
  'key-authorisation.stage': {
    in_force: { zh: '有效', en: 'In force' },
    expired: { zh: '已到期', en: 'Expired' },
    given_back: { zh: '已取回', en: 'Given back' },
  },
  'key-count.stage': {
    counting: { zh: '盘点中', en: 'Counting' },
    closed: { zh: '已办结', en: 'Closed' },
  },
  incidentClass: {
    lost_key: { zh: '钥匙遗失', en: 'Lost key' },
  },
  'incident.stage': {
    reported: { zh: '已上报', en: 'Reported' },
    handled: { zh: '已处理', en: 'Handled' },
    closed: { zh: '已办结', en: 'Closed' },
  },
  'group-matter.stage': {
    formed: { zh: '已立项', en: 'Formed' },
    handled: { zh: '已处理', en: 'Handled' },
    answered: { zh: '已答复', en: 'Answered' },
    closed: { zh: '已办结', en: 'Closed' },
  },
  priority: {
    normal: { zh: '普通', en: 'Normal' },
    raised: { zh: '优先', en: 'Raised' },
    high: { zh: '最优先', en: 'High' },
  },
  hazard: hazardWords,
  'building.use': {
    residential: { zh: '住宅楼', en: 'Residential' },
    commercial: { zh: '商业楼', en: 'Commercial' },
    mixed: { zh: '商住楼', en: 'Mixed use' },
    parking: { zh: '车库', en: 'Car park' },
    facility: { zh: '配套用房', en: 'Facilities' },
  },
  'unit.use': {
    residence: { zh: '住宅', en: 'Home' },
    shop: { zh: '商铺', en: 'Shop' },
    office: { zh: '办公', en: 'Office' },
    parking_space: { zh: '车位', en: 'Parking space' },
    storage: { zh: '储藏间', en: 'Storage room' },
    public_area: { zh: '公共区域', en: 'Public area' },
  },
  'owner.kind': {
    person: { zh: '个人', en: 'Person' },
    company: { zh: '单位', en: 'Company' },
  },
  capacity: {
    owner: { zh: '业主', en: 'Owner' },
    co_owner: { zh: '共有人', en: 'Co-owner' },
    family: { zh: '家庭成员', en: 'Family member' },
    tenant: { zh: '租户', en: 'Tenant' },
    agent: { zh: '代理人', en: 'Agent' },
  },
  post: {
    front_desk: { zh: '前台', en: 'Front desk' },
    steward: { zh: '楼栋管家', en: 'Steward' },
    technician: { zh: '维修技工', en: 'Technician' },
    supervisor: { zh: '主管', en: 'Supervisor' },
    security: { zh: '秩序维护员', en: 'Security guard' },
    clerk: { zh: '文员', en: 'Clerk' },
    finance: { zh: '财务', en: 'Finance' },
    department_head: { zh: '部门负责人', en: 'Department head' },
    director: { zh: '主任', en: 'Director' },
    manager: { zh: '经理', en: 'Manager' },
  },
  duty: {
    on_duty: { zh: '在岗', en: 'On duty' },
    off_duty: { zh: '下班', en: 'Off duty' },
    away: { zh: '外出', en: 'Away' },
  },
  'category.kind': ticketKinds,
  'target.kind': ticketKinds,
  defaultUrgency: urgencies,
  statutory: {
    none: { zh: '无', en: 'None' },
    cn: { zh: '中国法定节假日', en: 'Chinese statutory days' },
  },
  'target.caseType': {
    ticket: { zh: '工单', en: 'Ticket' },
    dispatch_order: { zh: '派工单', en: 'Dispatch order' },
    return_visit: { zh: '回访', en: 'Return visit' },
    hand_over: { zh: '转交', en: 'Hand-over' },
    key_loan: { zh: '钥匙借用', en: 'Key loan' },
    archive_loan: { zh: '档案借阅', en: 'Archive loan' },
  },
  promisedRule: {
    instead: { zh: '以约定时间为准', en: 'The moment agreed' },
    sooner: { zh: '两者取早', en: 'Whichever is sooner' },
    only: { zh: '有约定才计时', en: 'Only where one is agreed' },
  },
  'target.unit': {
    minutes: { zh: '分钟', en: 'Minutes' },
    hours: { zh: '小时', en: 'Hours' },
    working_days: { zh: '工作日', en: 'Working days' },
    calendar_days: { zh: '自然日', en: 'Calendar days' },
    same_day: { zh: '当日', en: 'Same day' },
    same_visit: { zh: '当次上门', en: 'Same visit' },
  },
  weekday: {
    mon: { zh: '周一', en: 'Monday' },
    tue: { zh: '周二', en: 'Tuesday' },
    wed: { zh: '周三', en: 'Wednesday' },
    thu: { zh: '周四', en: 'Thursday' },
    fri: { zh: '周五', en: 'Friday' },
    sat: { zh: '周六', en: 'Saturday' },
    sun: { zh: '周日', en: 'Sunday' },
  },
  'office.calendar-day.kind': {
    off: { zh: '休息', en: 'Day off' },
    work: { zh: '上班', en: 'Workday' },
  },
  'office.escalation-step.to': {
    handler: { zh: '经办人', en: 'Handler' },
    supervisor: { zh: '主管', en: 'Supervisor' },
    department_head: { zh: '部门负责人', en: 'Department head' },
    director: { zh: '主任', en: 'Director' },
  },
};

/** The words for a value of an enumeration field; undefined for a value that there is not. */
export const enumWord = (type: string, field: string, value: string): Words | undefined =>
  (enumWords[`${type}.${field}`] ?? enumWords[field])?.[value];

/** Where one code stands for two things, what it is called when nobody knows which is meant. */
const shared: WordTable = {
  department: { zh: '部门', en: 'Department' },
  due: { zh: '待回访', en: 'Due' },
};

/**
 * One text per code, whatever its field: the panel looks enumeration values up by the bare code. Codes that
 * need different words in different fields are to be told apart by the code itself; `shared` are the exceptions.
 */
export const valueWords: WordTable = { ...Object.assign({}, ...Object.values(enumWords)), ...shared };
