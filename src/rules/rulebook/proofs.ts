/** Which rule is proven by which test, read from the ids in the tests' titles. */

import { book, isRuleId, type Rule, type RuleId } from './book';

/** A test as it is written down: where, and under which title. */
export interface TestTitle {
  /** As it shall be shown, e.g. 'src/rules/time/due.test.ts'. */
  readonly file: string;
  readonly title: string;
}

export interface ProofReport {
  /** Every rule of the book with the tests that carry its id, in the order of the book. */
  readonly rules: readonly { readonly rule: Rule; readonly proofs: readonly TestTitle[] }[];
  /** Tests with an id that the book does not have. */
  readonly unknown: readonly (TestTitle & { readonly id: string })[];
}

const IDS = /\[([A-Z]-\d+)\]/g;

/** Sorts tests by the rules they prove: '[C-01][C-02] on site …' proves both. Titles come back without ids. */
export function provenRules(titles: readonly TestTitle[]): ProofReport {
  const proofs = new Map<RuleId, TestTitle[]>();
  const unknown: (TestTitle & { id: string })[] = [];
  for (const { file, title } of titles) {
    const proof = { file, title: title.replace(IDS, '').replace(/\s+/g, ' ').trim() };
    for (const id of idsIn(title)) {
      if (isRuleId(id)) proofs.set(id, [...(proofs.get(id) ?? []), proof]);
      else unknown.push({ ...proof, id });
    }
  }
  return { rules: book.map((rule) => ({ rule, proofs: proofs.get(rule.id) ?? [] })), unknown };
}

function idsIn(title: string): string[] {
  return [...new Set([...title.matchAll(IDS)].map(([, id]) => id as string))];
}
