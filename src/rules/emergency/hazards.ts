import type { Words } from '../words/say';
import type { Hazard } from './types';

/** What the classes of B-02 are called. */
export const hazardWords: Readonly<Record<Hazard, Words>> = {
  lift: { zh: '电梯失控或困人', en: 'Lift out of control, people trapped' },
  structure: { zh: '房屋结构危险', en: 'Structural danger' },
  electric: { zh: '断电或漏电', en: 'Power failure or electric leakage' },
  water: { zh: '爆管、水泵故障或严重漏水', en: 'Burst pipe, pump failure, bad leak' },
  heating: { zh: '供暖立管或干管漏水', en: 'Heating riser or main leaking' },
  fall_hazard: { zh: '楼板、踏步、栏杆损坏', en: 'Broken slab, tread or railing' },
  glass_facade: { zh: '门窗、玻璃、外墙坠落危险', en: 'Window, glass or façade about to fall' },
  danger: { zh: '其他危险', en: 'Other danger' },
};

/** Outside parties that an emergency rule may name, by code [B-02]. */
export const outsidePartyWords: Readonly<Record<string, Words>> = {
  lift_maintenance: { zh: '电梯维保单位', en: 'Lift maintenance company' },
  heat_supplier: { zh: '供热单位', en: 'Heat supplier' },
  gas_company: { zh: '燃气公司', en: 'Gas company' },
  power_company: { zh: '供电公司', en: 'Power company' },
  water_company: { zh: '供水公司', en: 'Water company' },
  fire_brigade: { zh: '消防（119）', en: 'Fire brigade (119)' },
  police: { zh: '公安（110）', en: 'Police (110)' },
  ambulance: { zh: '急救（120）', en: 'Ambulance (120)' },
  housing_authority: { zh: '房屋安全管理部门', en: 'Building safety authority' },
};
