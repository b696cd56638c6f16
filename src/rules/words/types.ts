import type { WordTable } from './say';

/** What the office calls its records, by API name (components by their uid). */
export const typeWords: WordTable = {
  ticket: { zh: '工单', en: 'Ticket' },
  'dispatch-order': { zh: '派工单', en: 'Dispatch order' },
  'return-visit': { zh: '回访', en: 'Return visit' },
  clock: { zh: '时限', en: 'Clock' },
  activity: { zh: '办理记录', en: 'Activity' },
  'outbox-message': { zh: '待发消息', en: 'Outbox message' },
  community: { zh: '小区', en: 'Community' },
  building: { zh: '楼栋', en: 'Building' },
  unit: { zh: '房屋', en: 'Unit' },
  owner: { zh: '业主', en: 'Owner' },
  occupancy: { zh: '住户登记', en: 'Occupancy' },
  department: { zh: '部门', en: 'Department' },
  'staff-member': { zh: '员工', en: 'Staff member' },
  team: { zh: '班组', en: 'Team' },
  contractor: { zh: '外包单位', en: 'Contractor' },
  category: { zh: '事项分类', en: 'Category' },
  'work-calendar': { zh: '工作日历', en: 'Work calendar' },
  target: { zh: '时限标准', en: 'Target' },
  rule: { zh: '规则', en: 'Rule' },
  'office.span': { zh: '工作时段', en: 'Working span' },
  'office.calendar-day': { zh: '日历例外', en: 'Calendar day' },
  'office.pause-rule': { zh: '暂停规则', en: 'Pause rule' },
  'office.warning': { zh: '预警', en: 'Warning' },
  'office.escalation-step': { zh: '升级步骤', en: 'Escalation step' },
};
