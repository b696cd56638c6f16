import type { WordTable } from './say';

/** What stands on printed papers besides the labels of fields. */
export const paperWords = {
  office: { zh: '物业服务中心', en: 'Property management office' },
  'title.dispatch-order': { zh: '维修派工单', en: 'Repair dispatch order' },
  'title.return-visit': { zh: '回访记录', en: 'Record of a return visit' },
  'title.repair': { zh: '业主报修登记表', en: 'Register of repair requests' },
  'title.key-labels': { zh: '钥匙标签', en: 'Key labels' },
  keyHook: { zh: '挂位', en: 'Hook' },
  'title.complaint': { zh: '业主投诉登记表', en: 'Register of complaints' },

  request: { zh: '报修信息', en: 'The request' },
  dispatch: { zh: '派工', en: 'Dispatch' },
  promises: { zh: '承诺时限', en: 'Promised times' },
  work: { zh: '现场与维修', en: 'On site' },
  price: { zh: '费用', en: 'Price' },
  signatures: { zh: '签字', en: 'Signatures' },
  occasion: { zh: '回访事由', en: 'What the visit is about' },
  visit: { zh: '回访情况', en: 'The visit' },
  review: { zh: '主管审阅', en: 'Review' },
  exemption: { zh: '免访', en: 'Exemption' },

  promise: { zh: '承诺', en: 'Promise' },
  promiseFrom: { zh: '起算', en: 'From' },
  promiseDue: { zh: '到期', en: 'Due' },
  promiseVerdict: { zh: '结果', en: 'Verdict' },
  open: { zh: '在计', en: 'Running' },

  lineItem: { zh: '项目', en: 'Item' },
  lineUnit: { zh: '单位', en: 'Unit' },
  lineQuantity: { zh: '数量', en: 'Quantity' },
  lineEach: { zh: '单价（元）', en: 'Each (yuan)' },
  lineSum: { zh: '金额（元）', en: 'Sum (yuan)' },
  total: { zh: '合计', en: 'Total' },
  appointment: { zh: '预约时间', en: 'Appointment' },

  signRequester: { zh: '业主（住户）签字 / 日期', en: 'Signature of the requester / date' },
  signTechnician: { zh: '维修人签字 / 日期', en: 'Signature of the technician / date' },
  signClerk: { zh: '文员归档 / 日期', en: 'Filed by the clerk / date' },
  signInterviewee: { zh: '受访人签字 / 日期', en: 'Signature of the interviewee / date' },
  signVisitor: { zh: '回访人签字 / 日期', en: 'Signature of the visitor / date' },
  signSupervisor: { zh: '主管签字 / 日期', en: 'Signature of the supervisor / date' },

  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  codeNote: { zh: '扫码打开本单', en: 'Scan to open' },
  printed: { zh: '{name} 打印于 {moment}', en: 'Printed by {name}, {moment}' },
  page: { zh: '第 {page} 页，共 {of} 页', en: 'Page {page} of {of}' },

  scope: { zh: '登记时间 {from} 至 {to}', en: 'Received {from} to {to}' },
  scopeBuilding: { zh: '{scope}，{building}', en: '{scope}, {building}' },
  row: { zh: '序号', en: 'No.' },
  who: { zh: '姓名', en: 'Name' },
  place: { zh: '地点', en: 'Place' },
  against: { zh: '被投诉人 / 部门', en: 'Person / department complained of' },
  handledBy: { zh: '承办人', en: 'Handled by' },
  outcome: { zh: '处理结果', en: 'Outcome' },
  anonymous: { zh: '匿名', en: 'Anonymous' },
  none: { zh: '本期没有登记。', en: 'Nothing was registered in this span.' },
  count: {
    zh: '合计 {total} 件：办结 {done} 件，在办 {open} 件，取消 {cancelled} 件。',
    en: '{total} in all: {done} done, {open} open, {cancelled} cancelled.',
  },
  cutOff: {
    zh: '本表只印出前 {most} 件，其余 {rest} 件未印。请缩短期间或分楼栋打印。',
    en: 'Only the first {most} are printed; {rest} are not. Choose a shorter span, or print building by building.',
  },
} as const satisfies WordTable;
