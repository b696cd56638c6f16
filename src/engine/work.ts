import type { PoolClient } from 'pg';
import { firstAction } from '../rules/cases/define';
import type { CaseRecord, Deed, Message } from '../rules/cases/types';
import type { CaseFacts, Clock, TargetPolicy } from '../rules/clocks';
import { notFound } from '../rules/refusal';
import { chained, type ActivityEntry, type ChainedActivity, type ChainHead } from './activities';
import { readClocks } from './clock-rows';
import { query } from './db';
import { newDocumentId } from './ids';
import { definitionOf, tableFor, type Office } from './office';
import type { Policy } from './policy';
import { selectList, type Table } from './tables';

/** A case in the hands of one transaction. */
export interface HeldCase {
  readonly type: string;
  record: CaseRecord;
  /** The record as it was read; null for one that is being made. */
  readonly stored: CaseRecord | null;
  clocks: readonly Clock[];
  readonly storedClocks: readonly Clock[];
  /** When it was made, epoch milliseconds; the day in its number. */
  madeAt?: number;
}

export interface QueuedMessage extends Message {
  readonly caseType: string;
  readonly caseId: string;
  /** Whose line is climbed when the message goes to a post. */
  readonly below: string | null;
  /** Makes the message single, when it must never be sent twice. */
  readonly dedupeKey?: string;
}

/** A record of a register as it is to be written. */
export interface NotedRecord {
  readonly table: Table;
  readonly documentId: string;
  readonly isNew: boolean;
  /** Attributes to set, relations by documentId. */
  readonly set: Readonly<Record<string, unknown>>;
}

export interface QueuedDeed extends Deed {
  readonly caseType: string;
  readonly caseId: string;
}

export interface FiredMoment {
  readonly clock: Clock;
  readonly kind: string;
  readonly level: number;
  readonly at: number;
  readonly firedAt: number;
}

/** Everything that one transaction has read under lock and is about to write. */
export interface Work {
  readonly office: Office;
  /** None for what is decided before anything is written. */
  readonly client: PoolClient | null;
  /** By what the records are asked; also for what is decided in a transaction that others share. */
  readonly asking: PoolClient | null;
  /** A history of another register: nothing is asked of the records, nothing is left to be done later. */
  readonly past: boolean;
  readonly policy: Policy;
  readonly cases: Map<string, HeldCase>;
  readonly heads: Map<string, ChainHead>;
  readonly activities: ChainedActivity[];
  readonly messages: QueuedMessage[];
  /** Records of registers to be made or changed, ids drawn and personal data sealed. */
  readonly records: NotedRecord[];
  readonly deeds: QueuedDeed[];
  readonly moments: FiredMoment[];
  /** Where the turns of dispatch rules stand, by the rule's documentId. */
  readonly turns: Map<string, string>;
}

export const keyOf = (type: string, documentId: string): string => `${type}:${documentId}`;

export function newWork(office: Office, client: PoolClient | null, policy: Policy, past = false): Work {
  return {
    past,
    office,
    client,
    asking: client,
    policy,
    cases: new Map(),
    heads: new Map(),
    activities: [],
    messages: [],
    records: [],
    deeds: [],
    moments: [],
    turns: new Map(),
  };
}

/**
 * Reads a case for change and holds its lock until the transaction ends; the case it belongs to is locked
 * first, so that two actions never wait for each other in a ring. Throws CASE_UNKNOWN.
 */
export async function holdCase(work: Work, type: string, documentId: string): Promise<HeldCase> {
  const held = work.cases.get(keyOf(type, documentId));
  if (held) return held;
  const definition = definitionOf(work.office, type);
  if (!work.client) throw notFound('CASE_UNKNOWN', { type, id: documentId });
  if (definition.root) {
    const root = await rootIdOf(work, type, documentId);
    if (root) await holdCase(work, definition.root.type, root);
  }
  const [head] = await query<{ seq: number; hash: string }>(
    work.client,
    'SELECT seq, hash FROM gj_case_heads WHERE case_id = $1 AND case_type = $2 FOR UPDATE',
    [documentId, type],
  );
  if (!head) throw notFound('CASE_UNKNOWN', { type, id: documentId });
  // A statement of its own, after the lock: one that had to wait would see the relations as they were before.
  const table = tableFor(work.office, type);
  const [record] = await query<CaseRecord & Record<string, unknown>>(
    work.client,
    `SELECT ${selectList(table)} FROM "${table.table}" t WHERE t.document_id = $1`,
    [documentId],
  );
  if (!record) throw notFound('CASE_UNKNOWN', { type, id: documentId });
  const clocks = await readClocks(work.client, type, documentId);
  await work.office.policy.fetchVersions(work.client, clocks);
  work.heads.set(keyOf(type, documentId), head);
  return put(work, { type, record, stored: record, clocks, storedClocks: clocks });
}

/** A case that is being made. */
export function draftCase(work: Work, type: string): HeldCase {
  const record: CaseRecord = { documentId: newDocumentId(), number: '', stage: '', cycle: 1, version: 0 };
  return put(work, { type, record, stored: null, clocks: [], storedClocks: [] });
}

function put(work: Work, held: HeldCase): HeldCase {
  work.cases.set(keyOf(held.type, held.record.documentId), held);
  return held;
}

async function rootIdOf(work: Work, type: string, documentId: string): Promise<string | null> {
  const link = tableFor(work.office, type).links.find(
    ({ attribute }) => attribute === definitionOf(work.office, type).root?.by,
  );
  if (!link || !work.client) return null;
  const [row] = await query<{ root: string }>(
    work.client,
    `SELECT o.document_id AS root FROM "${tableFor(work.office, type).table}" t
     JOIN "${link.table}" l ON l."${link.ownColumn}" = t.id JOIN "${link.otherTable}" o ON o.id = l."${link.otherColumn}"
     WHERE t.document_id = $1`,
    [documentId],
  );
  return row?.root ?? null;
}

/** The case that this one belongs to, if it does. */
export async function rootOf(work: Work, held: HeldCase): Promise<HeldCase | null> {
  const { root } = definitionOf(work.office, held.type);
  const id = root ? held.record[root.by] : null;
  return root && typeof id === 'string' ? holdCase(work, root.type, id) : null;
}

/** The relatives of a case under `name`, those made or changed in this transaction as they are now. */
export async function relativesOf(work: Work, held: HeldCase, name: string): Promise<CaseRecord[]> {
  const relative = definitionOf(work.office, held.type).relatives?.[name];
  if (!relative) throw new Error(`${held.type} has no relatives ${name}`);
  const found = new Map<string, CaseRecord>();
  if (work.client && held.stored) {
    const table = tableFor(work.office, relative.type);
    const link = table.links.find(({ attribute }) => attribute === relative.by);
    if (!link) throw new Error(`${relative.type} has no relation ${relative.by}`);
    const rows = await query<CaseRecord & { rowId: number }>(
      work.client,
      `SELECT ${selectList(table)} FROM "${table.table}" t JOIN "${link.table}" k ON k."${link.ownColumn}" = t.id
       JOIN "${link.otherTable}" r ON r.id = k."${link.otherColumn}" WHERE r.document_id = $1 ORDER BY t.id`,
      [held.record.documentId],
    );
    for (const row of rows) found.set(row.documentId, row);
  }
  for (const other of work.cases.values()) {
    if (
      other.type === relative.type &&
      other.record[relative.by] === held.record.documentId &&
      other.record.stage !== ''
    ) {
      found.set(other.record.documentId, other.record);
    }
  }
  return [...found.values()];
}

/** Adds a line to a case's history, chained to the one before. */
export function addActivity(work: Work, entry: ActivityEntry): void {
  const key = keyOf(entry.caseType, entry.caseId);
  const activity = chained(entry, work.heads.get(key));
  work.heads.set(key, { seq: activity.seq, hash: activity.hash });
  work.activities.push(activity);
}

/** What the choice of targets looks at, of this record. */
export function factsOf(policy: Policy, record: Readonly<Record<string, unknown>>): CaseFacts {
  const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  const category = policy.categories.get(word(record.category) ?? '');
  return {
    kind: word(record.kind),
    categories: category?.path ?? [],
    faultClass: word(record.faultClass),
    urgency: word(record.urgency),
    nature: word(record.nature) ?? category?.nature ?? null,
    complaintClass: word(record.complaintClass),
  };
}

/** The version of a target that a clock was started under; the clock cannot be judged without it. */
export function targetOfClock(work: Work, clock: Clock): TargetPolicy {
  const target = work.office.policy.version(clock.targetId, clock.targetVersion);
  if (!target)
    throw new Error(
      `clock ${clock.documentId}: version ${clock.targetVersion} of target ${clock.targetId} is lost`,
    );
  return target;
}

/** The event that starts a cycle of a case type. */
export function firstEventOf(office: Office, type: string): string {
  return `${type}.${firstAction(definitionOf(office, type))}`;
}

/** Takes over into a transaction what was decided apart from it. */
export function takeOver(whole: Work, part: Work): void {
  for (const [key, held] of part.cases) whole.cases.set(key, held);
  for (const [key, head] of part.heads) whole.heads.set(key, head);
  whole.activities.push(...part.activities);
  whole.messages.push(...part.messages);
  whole.records.push(...part.records);
  whole.deeds.push(...part.deeds);
  whole.moments.push(...part.moments);
  for (const [rule, key] of part.turns) whole.turns.set(rule, key);
}
