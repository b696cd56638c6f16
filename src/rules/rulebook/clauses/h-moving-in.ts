import type { Clause } from '../clause';

/** H. Moving in (入住与收楼) */
export const movingIn = [
  {
    id: 'H-01',
    en: 'Move-in notice with conditions and a time limit; not done in time counts as moved in, and fees start.',
    zh: '入住通知书写明条件和期限；逾期未办理的视为入住，并开始计费。',
    source: ['S4'],
  },
  {
    id: 'H-02',
    en: "Papers by applicant: owner (ID, notice, contract); agent (plus agent's ID and power of attorney); company (plus certificate and the person's ID). Missing papers stop the procedure and are named.",
    zh: '按办理人收验证件：业主本人（身份证、通知书、合同）；代理人（另加代理人身份证和授权委托书）；单位（另加单位证明和经办人身份证）。证件不全的停止办理，并列明所缺。',
    source: ['S4'],
  },
  {
    id: 'H-03',
    en: 'Stations in order: sign-in → papers → agreements → fees → inspection → keys; progress visible.',
    zh: '入住手续按站办理：签到→验证→签约→缴费→验房→领钥匙，进度可见。',
    source: ['S1', 'S4'],
  },
  {
    id: 'H-04',
    en: 'Agreements signed: household form, covenant, preliminary service agreement, fire-safety undertaking, handbook, bank debit.',
    zh: '签署文件：住户登记表、管理规约、前期物业服务协议、消防安全责任书、住户手册、银行代扣协议。',
    source: ['S4'],
  },
  {
    id: 'H-05',
    en: 'Issued and signed for: keys, handbook, plumbing and wiring drawings.',
    zh: '发放并签收：钥匙、住户手册、水电线路图。',
    source: ['S4'],
  },
  {
    id: 'H-06',
    en: 'Item-by-item inspection of the unit with water, power and gas readings, confirmed by both.',
    zh: '逐项验房并抄录水、电、燃气读数，双方确认。',
    source: ['S4'],
  },
  {
    id: 'H-07',
    en: 'Each defect becomes a repair request; after repair it is re-checked, the owner is invited again, and signs.',
    zh: '每处缺陷转为一张报修单；修复后复验，再次邀请业主验收并签字。',
    source: ['S4'],
  },
  {
    id: 'H-08',
    en: 'The archive folder of the move-in is complete or says what is missing.',
    zh: '入住档案要么齐全，要么列明缺少什么。',
    source: ['S4'],
  },
  {
    id: 'H-09',
    en: 'Help with opening water, power, gas, television and telephone for the new resident, followed until done.',
    zh: '协助新住户开通水、电、燃气、电视和电话，跟进到办妥为止。',
    source: ['S4'],
  },
] as const satisfies readonly Clause[];
