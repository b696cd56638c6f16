/** What the office answers about a case, and what it takes. One file, so that both sides can be compared. */

export const CASE_TYPES = [
  'open-letter',
  'house-call-plan',
  'house-call',
  'ticket',
  'dispatch-order',
  'return-visit',
  'visit-attempt',
  'summary',
  'hand-over',
  'group-matter',
  'key-loan',
  'key-authorisation',
  'key-count',
  'incident',
  'transfer',
  'lease-registration',
  'archive-file',
  'archive-loan',
] as const;
export type CaseType = (typeof CASE_TYPES)[number];

/** A JSON Schema of one input field, with the notes that the office adds for its form. */
export interface FieldSchema {
  type?: string | readonly string[];
  title?: string;
  description?: string;
  enum?: readonly (string | number | null)[];
  enumLabels?: Readonly<Record<string, string>>;
  format?: string;
  widget?: string;
  /** The record type that a `reference` names. */
  reference?: string;
  default?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: FieldSchema;
  anyOf?: readonly FieldSchema[];
}

export interface InputSchema {
  type?: 'object';
  properties?: Readonly<Record<string, FieldSchema>>;
  required?: readonly string[];
}

export interface ActionView {
  name: string;
  label: string;
  rules: readonly string[];
  schema: InputSchema;
}

export interface ClockView {
  documentId: string;
  name: string;
  label: string;
  /** The rule of the book that sets this promise. */
  rule: string | null;
  caseType: string;
  caseNumber: string;
  cycle: number;
  startedAt: string;
  dueAt: string | null;
  pausedAt: string | null;
  pauseReason: string | null;
  pausedSeconds: number;
  usedSeconds: number;
  stoppedAt: string | null;
  verdict: 'kept' | 'broken' | 'released' | null;
  brokenAt: string | null;
  state: 'running' | 'paused' | 'stopped';
  /** One sentence: how the due moment came about. */
  explanation: string;
}

export interface ChangeView {
  field: string;
  label?: string;
  from?: unknown;
  to?: unknown;
}

export interface ActivityView {
  seq: number;
  action: string;
  label: string;
  recordedAt: string;
  occurredAt: string | null;
  actorKind?: string;
  actorName: string | null;
  via: string;
  fromStage: string | null;
  toStage: string | null;
  fromStageLabel: string | null;
  toStageLabel: string | null;
  changes: readonly ChangeView[] | null;
  note: string | null;
  rules: readonly string[] | null;
}

export interface RelatedCase {
  type: string;
  typeLabel: string;
  documentId: string;
  number: string;
  stage: string;
  stageLabel: string;
}

export interface CaseView {
  type: string;
  documentId: string;
  number: string;
  stage: string;
  stageLabel: string;
  version: number;
  cycle: number;
  record: Readonly<Record<string, unknown>>;
  clocks: readonly ClockView[];
  actions: readonly ActionView[];
  /** The text that a signature would be put to, as the case stands; null where nothing is signed. */
  toSign?: string | null;
  activities: readonly ActivityView[];
  related: readonly RelatedCase[];
}

/** The answer to reading or acting on a case; moments of the server's own clock are in `meta`. */
export interface CaseAnswer {
  data: CaseView;
  meta?: { serverTime?: string; timeZone?: string };
}

export interface Choice {
  documentId: string;
  label: string;
}
