import type { Clause } from '../clause';

/** G. Owners, units, archives (业主档案) */
export const owners = [
  {
    id: 'G-01',
    en: 'Community, building, unit; owners, household members, tenants, agents; who holds what from when to when.',
    zh: '小区、楼栋、房屋；业主、家庭成员、租户、代理人；谁从何时到何时享有何种权利，一一登记。',
    source: ['S1', 'S4'],
  },
  {
    id: 'G-02',
    en: 'Personal data is kept confidential: encrypted at rest, masked on screen, shown in full to those entitled, each full view on record.',
    zh: '个人信息保密：加密存储，界面脱敏，有权限者方可查看全文，每次查看均留痕。',
    source: ['S1'],
  },
  {
    id: 'G-03',
    en: 'Transfer of ownership and lease registration keep history and tell the departments concerned.',
    zh: '过户和租赁登记保留历史，并通知相关部门。',
    source: ['S4'],
  },
  {
    id: 'G-04',
    en: 'Archives by class (owner, property, engineering, contract): classified, numbered, one keeper; consulting and borrowing registered.',
    zh: '档案分业主、物业、工程、合同各类，分类、编号、专人保管，查阅和借阅均登记。',
    source: ['S0'],
  },
  {
    id: 'G-05',
    en: 'Electronic archives are backed up regularly, and the backup is proven by restoring it.',
    zh: '电子档案定期备份，并通过恢复来验证备份有效。',
    source: ['S0'],
  },
  {
    id: 'G-06',
    en: 'Existing registers come in from spreadsheets, with every bad row named and nothing half-imported.',
    zh: '已有台账可由表格导入，每一行错误都逐一指明，绝不导入一半。',
    source: ['S1'],
  },
] as const satisfies readonly Clause[];
