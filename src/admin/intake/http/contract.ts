import { type ClockView } from '../../cases/http/contract';

/** What the office answers at the front desk, and what it takes. */

export interface Hit {
  by: 'unit' | 'name' | 'phone';
  unit: { documentId: string; label: string } | null;
  person: { documentId: string; name: string; phone: string | null; capacity: string | null } | null;
  residents: readonly string[];
}

export interface Resident {
  documentId: string;
  name: string;
  /** Masked. */
  phone: string | null;
  capacity: string;
  primary: boolean;
}

export interface KnownRequest {
  documentId: string;
  number: string;
  matter: string;
  kind: string;
  category: string | null;
  stage: string;
  stageLabel: string;
  open: boolean;
  urgent: boolean;
  receivedAt: string;
  clocks: readonly ClockView[];
}

export interface About {
  unit: {
    documentId: string;
    label: string;
    building: string | null;
    steward: string | null;
    use: string | null;
    area: number | null;
    warrantyUntil: string | null;
    community: { documentId: string; name: string } | null;
    people: readonly Resident[];
  } | null;
  person: {
    documentId: string;
    name: string;
    phone: string | null;
    homes: readonly { documentId: string; label: string; capacity: string }[];
  } | null;
  requests: readonly KnownRequest[];
}

export interface SuggestedCategory {
  documentId: string;
  label: string;
  kind: string | null;
  because: readonly string[];
}

export interface Emergency {
  urgent: boolean;
  rule: { documentId: string; name: string; hazard: string } | null;
  word: string | null;
  byCategory: boolean;
  containFirst: boolean;
  outside: readonly string[];
}

export interface Promised {
  name: string;
  label: string;
  rule: string | null;
  caseType: string;
  explanation: string;
  startedAt: string;
  dueAt: string;
  /** Made to whoever calls; the others the office makes to itself. */
  toCaller: boolean;
  target: { documentId: string; code: string; name: string } | null;
}

export interface Earlier {
  documentId: string;
  number: string;
  matter: string;
  stageLabel: string;
  receivedAt: string;
  count: number;
  repeat: boolean;
  rework: boolean;
  priority: string;
  priorityLabel: string;
  worker: string | null;
}

export interface Sent {
  rule: { documentId: string; code: string; name: string; mode: string; modeLabel: string } | null;
  orders: readonly { stage: string; stageLabel: string; technician: string | null; team: string | null }[];
  alarm: string | null;
}

/** Others who have lately reported the same of one building or place [E-04]. */
export interface LikelyGroup {
  number: string | null;
  documentId: string | null;
  others: number;
  forms: boolean;
}

export interface Outcome {
  kind: string;
  kindLabel: string;
  stage: string;
  stageLabel: string;
  receivedAt: string;
  emergency: Emergency;
  earlier: Earlier | null;
  group: LikelyGroup | null;
  promises: readonly Promised[];
  dispatch: Sent;
  accountable: string | null;
}

export interface Preview {
  refusal: { code: string; message: string; field: string | null } | null;
  categories: readonly SuggestedCategory[];
  emergency: Emergency;
  outcome: Outcome | null;
}

export interface Registered extends Outcome {
  documentId: string;
  number: string;
}

/** A request to be registered, and who calls as far as he is on record. */
export interface IntakeBody {
  data: Readonly<Record<string, unknown>>;
  /** documentId of an owner; his name and phone are taken over where none were typed. */
  caller?: string;
}
