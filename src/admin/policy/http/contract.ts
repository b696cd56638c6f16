import { type Preview } from '../../intake/http/contract';

/** What the office answers to somebody who tries out what managers configure. */

/** The types whose pages have a check, and what is tried on them. */
export const CHECKED = {
  target: 'request',
  'dispatch-rule': 'request',
  'emergency-rule': 'request',
  category: 'request',
  'work-calendar': 'due',
  'warranty-term': 'warranty',
  'visit-policy': 'visits',
} as const;

export type RuleType = keyof typeof CHECKED;

export interface Part {
  kind: 'in_force' | 'beaten' | 'other_case' | 'inactive';
  by: string | null;
  fields: readonly string[];
}

export interface Ahead {
  label: string;
  rule: string | null;
  starts: string;
  amount: string;
  target: { documentId: string; name: string };
}

export interface RequestCheck extends Preview {
  ahead: readonly Ahead[];
  part: Part | null;
  visitOwed: boolean;
}

export interface DueCheck {
  explanation: string;
  dueAt: string;
  openThen: boolean;
}

export interface WarrantyCheck {
  warranty: string;
  warrantyLabel: string;
  until: string | null;
  term: string | null;
  thisOne: boolean;
}

export interface VisitCheck {
  visits: readonly { ordinal: number; onSiteOnly: boolean }[];
  tries: number;
  onDifferentDays: boolean;
}

/** What one setting brings about, or why nothing can be said of it. */
export interface Outcome<Result> {
  result: Result | null;
  refusal: { code: string; message: string; field: string | null } | null;
}

export interface RuleCheck<Result = unknown> {
  /** As everything is saved now; null of a row that is not there yet. */
  saved: Outcome<Result> | null;
  /** As it would be with the form saved. */
  drafted: Outcome<Result> | null;
}

export interface CheckBody {
  documentId: string | null;
  data: Readonly<Record<string, unknown>>;
  at?: unknown;
  later?: Readonly<Record<string, unknown>>;
  /** The form's values, where they are not what is saved. */
  draft?: Readonly<Record<string, unknown>>;
}

export interface StatutoryDay {
  date: string;
  kind: 'off' | 'work';
  name: string;
}
