import type { Clause } from '../clause';

/** S. The system itself (系统本身) */
export const system = [
  {
    id: 'S-01',
    en: 'Managers configure forms, categories, targets, rules, calendars and templates in the admin panel, without a developer and without a restart.',
    zh: '管理人员在后台自行配置表单、分类、时限、规则、日历和模板，不需开发人员，不需重启。',
    source: ['card'],
  },
  {
    id: 'S-02',
    en: 'Staff work inside the admin panel; each role sees and may do what its post needs, down to the record (own orders, own buildings) and the field.',
    zh: '员工在管理后台工作；各岗位只能看到、只能办理本岗所需，细到每条记录（自己的工单、自己的楼栋）和每个字段。',
    source: ['card'],
  },
  {
    id: 'S-03',
    en: 'External sites read a documented public API: notices, service standards, forms, progress of a request, published figures; they can send in requests. Nothing personal leaks.',
    zh: '外部网站读取有文档的公开接口：公告、服务标准、表单、办理进度、公示数据，并可提交来事；个人信息一概不外泄。',
    source: ['card'],
  },
  {
    id: 'S-04',
    en: 'Chinese and English, the whole way through.',
    zh: '全程中英文双语。',
    source: ['S0', 'S1', 'S2', 'S3', 'S4'],
  },
] as const satisfies readonly Clause[];
