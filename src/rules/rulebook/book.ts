/** The rule book: every rule the office works by. A rule is done when a test whose title carries its id proves it. */

import type { Clause } from './clause';
import { intake } from './clauses/a-intake';
import { repair } from './clauses/b-repair';
import { promises } from './clauses/c-promises';
import { visits } from './clauses/d-visits';
import { complaints } from './clauses/e-complaints';
import { keys } from './clauses/f-keys';
import { owners } from './clauses/g-owners';
import { movingIn } from './clauses/h-moving-in';
import { custody } from './clauses/i-custody';
import { takeover } from './clauses/j-takeover';
import { renovation } from './clauses/k-renovation';
import { rounds } from './clauses/l-rounds';
import { frontDesk } from './clauses/m-front-desk';
import { fees } from './clauses/n-fees';
import { incidents } from './clauses/o-incidents';
import { office } from './clauses/p-office';
import { community } from './clauses/q-community';
import { supervision } from './clauses/r-supervision';
import { system } from './clauses/s-system';

const clauses = [
  ...intake,
  ...repair,
  ...promises,
  ...visits,
  ...complaints,
  ...keys,
  ...owners,
  ...movingIn,
  ...custody,
  ...takeover,
  ...renovation,
  ...rounds,
  ...frontDesk,
  ...fees,
  ...incidents,
  ...office,
  ...community,
  ...supervision,
  ...system,
] as const;

/** 'A-01' … 'S-04'. */
export type RuleId = (typeof clauses)[number]['id'];

export type Rule = Clause & { readonly id: RuleId };

/** Every rule, in the order of the book. */
export const book: readonly Rule[] = clauses;

/** The chapters, by the letter their rules begin with. */
export const chapters = [
  { letter: 'A', zh: '客户接待与首问责任', en: 'Intake and first-asked responsibility' },
  { letter: 'B', zh: '报修与派工', en: 'Repair and dispatch' },
  { letter: 'C', zh: '时限承诺', en: 'Time promises' },
  { letter: 'D', zh: '回访', en: 'Return visits' },
  { letter: 'E', zh: '投诉', en: 'Complaints' },
  { letter: 'F', zh: '钥匙', en: 'Keys' },
  { letter: 'G', zh: '业主档案', en: 'Owners, units, archives' },
  { letter: 'H', zh: '入住与收楼', en: 'Moving in' },
  { letter: 'I', zh: '房屋托管', en: 'Custody of empty homes' },
  { letter: 'J', zh: '承接查验', en: 'Taking over a property' },
  { letter: 'K', zh: '装修', en: 'Renovation' },
  { letter: 'L', zh: '巡检、设备、保洁绿化', en: 'Patrols, equipment, environment' },
  { letter: 'M', zh: '前台与秩序', en: 'Front desk and gate' },
  { letter: 'N', zh: '费用', en: 'Help with fees' },
  { letter: 'O', zh: '重大事项与应急', en: 'Major incidents and emergencies' },
  { letter: 'P', zh: '办公室', en: 'The office' },
  { letter: 'Q', zh: '社区', en: 'Community' },
  { letter: 'R', zh: '监督与改进', en: 'Supervision' },
  { letter: 'S', zh: '系统本身', en: 'The system itself' },
] as const;

const byId = new Map<string, Rule>(book.map((rule) => [rule.id, rule]));

/** The rule of an id, or undefined where the book has none such. */
export function ruleById(id: RuleId): Rule;
export function ruleById(id: string): Rule | undefined;
export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}

/** Whether the book has a rule of this id. */
export function isRuleId(id: string): id is RuleId {
  return byId.has(id);
}
