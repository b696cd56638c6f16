import type { Clause } from '../clause';

/** J. Taking over a property (承接查验) */
export const takeover = [
  {
    id: 'J-01',
    en: 'Buildings and shared facilities are inspected item by item by the trades, jointly with developer and builder.',
    zh: '各专业会同开发商和施工单位，对房屋本体和共用设施逐项查验。',
    source: ['S1', 'S4'],
  },
  {
    id: 'J-02',
    en: 'Pre-inspection, then formal acceptance; what fails gets a written rectification notice with a deadline, and a re-check. Formal acceptance is blocked while one is open.',
    zh: '先预验收，后正式验收；不合格项发出书面整改通知并限期，整改后复验。尚有未整改项的，不得正式验收。',
    source: ['S4'],
  },
  {
    id: 'J-03',
    en: 'Equipment is trial-run and its figures recorded.',
    zh: '设备试运行并记录数据。',
    source: ['S4'],
  },
  {
    id: 'J-04',
    en: 'Three matches and one completeness: drawings ↔ model and quantity; as-built ↔ design position; performance ↔ design; papers complete.',
    zh: '三相符一完整：图纸与型号数量相符，竣工与设计位置相符，性能与设计相符，资料完整。',
    source: ['S4'],
  },
  {
    id: 'J-05',
    en: 'Papers handed over: title, technical, acceptance.',
    zh: '移交资料：产权资料、技术资料、验收资料。',
    source: ['S1'],
  },
  {
    id: 'J-06',
    en: 'Early involvement before completion: suggestions on layout, facilities and equipment, each followed to an answer; management plan, staffing and materials ready before the first resident.',
    zh: '竣工前的前期介入：对布局、设施、设备的建议逐条跟进到有答复；管理方案、人员和物资在首位住户入住前到位。',
    source: ['S1', 'S4'],
  },
] as const satisfies readonly Clause[];
