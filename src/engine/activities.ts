import { hash } from 'node:crypto';
import { canonical } from './canonical';

/** The end of a case's chain of activities. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** One line of a case's history. Moments are ISO strings in UTC. */
export interface ActivityEntry {
  readonly caseType: string;
  readonly caseId: string;
  readonly action: string;
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly via: string;
  readonly fromStage: string | null;
  readonly toStage: string | null;
  readonly cycle: number;
  /** Attribute → [before, after], personal data masked. */
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
  readonly note: string | null;
  readonly rules: string;
}

export interface ChainedActivity extends ActivityEntry {
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
}

const HASHED = [
  'caseType', 'caseId', 'seq', 'action', 'recordedAt', 'occurredAt', 'actorKind', 'actorId', 'actorName', 'via',
  'fromStage', 'toStage', 'cycle', 'changes', 'note', 'rules', 'prevHash',
] as const; // prettier-ignore

/** SHA-256 (hex) over everything an activity says and the hash of the one before it on the same case. */
export function hashOf(activity: Omit<ChainedActivity, 'hash'>): string {
  const said = HASHED.map((field) => activity[field] ?? null);
  return hash('sha256', canonical(said), 'hex');
}

/** The entry as the next link of its case's chain. */
export function chained(entry: ActivityEntry, head: ChainHead | undefined): ChainedActivity {
  const link = { ...entry, seq: (head?.seq ?? 0) + 1, prevHash: head?.hash ?? '' };
  return { ...link, hash: hashOf(link) };
}
