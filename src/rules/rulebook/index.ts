export { book, chapters, isRuleId, ruleById, type Rule, type RuleId } from './book';
export type { Clause, Source } from './clause';
export { provenRules, type ProofReport, type TestTitle } from './proofs';
