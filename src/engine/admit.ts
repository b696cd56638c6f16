import type { Core } from '@strapi/strapi';
import type { PoolClient } from 'pg';
import { invalid, Refusal } from '../rules/refusal';
import { LATE_INTAKE_DAYS } from '../rules/terms';
import { THE_IMPORT } from './actor';
import { apply } from './apply';
import { query } from './db';
import { flush } from './flush';
import { officeOf, tableFor, type Office } from './office';
import type { Policy } from './policy';
import { referencesIn, type NamedReference } from './references';
import { settleClocks } from './settle';
import { tableNameOf } from './tables';
import { keyOf, newWork, takeOver, type HeldCase, type Work } from './work';

/** One thing that was done to a case, when it was done. */
export interface HistoricStep {
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** ISO string; taken as "now" while the step is decided. */
  readonly at: string;
}

/** A case with its whole history, from another register. */
export interface HistoricCase {
  readonly type: 'ticket';
  /** What it is known by where it comes from; the same key is not admitted twice. */
  readonly sourceKey: string;
  readonly steps: readonly HistoricStep[];
}

export type Admitted =
  | {
      readonly sourceKey: string;
      readonly outcome: 'admitted';
      readonly documentId: string;
      readonly number: string;
    }
  | { readonly sourceKey: string; readonly outcome: 'unchanged' }
  | {
      readonly sourceKey: string;
      readonly outcome: 'refused';
      /** Index of the step that was refused. */
      readonly step: number;
      readonly code: string;
      readonly details: Readonly<Record<string, unknown>>;
    };

/** One transaction in which histories are taken over. */
export interface Admission {
  /** Decides every step by the rules and writes what comes out, in bulk; refused histories are left out whole. */
  admit(batch: readonly HistoricCase[]): Promise<Admitted[]>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/**
 * Opens a transaction for taking over histories. Clocks run as they would have run: every moment that came
 * before a step, and before today, is on record with its verdict; messages about what is long past are not sent.
 */
export async function openAdmission(strapi: Core.Strapi): Promise<Admission> {
  const office = officeOf(strapi);
  const policy = await office.policy.current(office.pool);
  const client = await office.pool.connect();
  await client.query('BEGIN');
  const known = new Map<string, boolean>();
  const end = async (sql: 'COMMIT' | 'ROLLBACK') => {
    try {
      await client.query(sql);
    } finally {
      client.release();
    }
  };
  return {
    admit: (batch) => admitBatch({ office, client, policy, known }, batch),
    commit: () => end('COMMIT'),
    rollback: () => end('ROLLBACK'),
  };
}

interface Admitting {
  readonly office: Office;
  readonly client: PoolClient;
  readonly policy: Policy;
  /** Records that histories have named, and whether they exist. */
  readonly known: Map<string, boolean>;
}

async function admitBatch(admitting: Admitting, batch: readonly HistoricCase[]): Promise<Admitted[]> {
  const { office, client, policy } = admitting;
  const present = await keysPresent(admitting, batch);
  await lookUp(admitting, batch);
  const whole = newWork(office, client, policy);
  const made = new Map<string, HeldCase>();
  const results: (Admitted | null)[] = [];
  for (const history of batch) {
    if (present.has(history.sourceKey)) {
      results.push({ sourceKey: history.sourceKey, outcome: 'unchanged' });
      continue;
    }
    present.add(history.sourceKey);
    const outcome = await relive(admitting, history);
    if ('refused' in outcome) {
      results.push({ sourceKey: history.sourceKey, outcome: 'refused', ...outcome.refused });
      continue;
    }
    takeOver(whole, outcome.work);
    made.set(history.sourceKey, outcome.held);
    results.push(null);
  }
  await flush(whole, office.now());
  return results.map((result, index) => result ?? admitted(String(batch[index]?.sourceKey), made));
}

function admitted(sourceKey: string, made: ReadonlyMap<string, HeldCase>): Admitted {
  const { documentId, number } = made.get(sourceKey)?.record ?? { documentId: '', number: '' };
  return { sourceKey, outcome: 'admitted', documentId, number };
}

type Relived =
  | { readonly work: Work; readonly held: HeldCase }
  | { readonly refused: { step: number; code: string; details: Readonly<Record<string, unknown>> } };

/** Decides a history step by step, in memory. */
async function relive(
  { office, policy, known }: Admitting,
  { type, sourceKey, steps }: HistoricCase,
): Promise<Relived> {
  const work = newWork(office, null, policy);
  let held: HeldCase | undefined;
  for (const [index, step] of steps.entries()) {
    try {
      const now = Date.parse(step.at);
      if (Number.isNaN(now)) throw invalid('MOMENT_INVALID', { field: 'at' });
      assertKnown(office, known, type, step);
      settleAll(work, now);
      const id = held?.record.documentId ?? 'new';
      held = await apply(work, {
        type,
        id,
        action: step.action,
        input: step.input,
        actor: THE_IMPORT,
        now,
        follows: false,
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { refused: { step: index, code: error.code, details: error.details } };
    }
  }
  if (!held)
    return { refused: { step: 0, code: 'INPUT_INVALID', details: { field: 'steps', reason: 'empty' } } };
  held.record = { ...held.record, sourceKey };
  forgetSettledVisits(work, office.now());
  settleAll(work, office.now());
  // Nobody is told today of what is long past.
  work.messages.length = 0;
  return { work, held };
}

/** Every moment of every clock up to `now` is acted on, as the wake-up loop would have done. */
function settleAll(work: Work, now: number): void {
  for (const held of work.cases.values()) {
    const settled = held.clocks.map((clock) =>
      settleClocks(work, { clock, now, below: null, silent: true, recordedAt: 'moment' }),
    );
    if (settled.some((clock, index) => clock !== held.clocks[index])) held.clocks = settled;
  }
}

/**
 * A visit owed for work finished longer ago than a late intake may reach was settled in the register that the
 * history comes from, or never will be: an import does not call the office to thousands of old doors.
 */
function forgetSettledVisits(work: Work, now: number): void {
  for (const [key, held] of work.cases) {
    const since = held.type === 'return-visit' ? Date.parse(String(held.record.dutySince)) : now;
    if (now - since <= LATE_INTAKE_DAYS * 86_400_000) continue;
    work.cases.delete(key);
    work.heads.delete(key);
    for (let index = work.activities.length - 1; index >= 0; index -= 1) {
      if (work.activities[index]?.caseId === held.record.documentId) work.activities.splice(index, 1);
    }
    for (let index = work.moments.length - 1; index >= 0; index -= 1) {
      if (work.moments[index]?.clock.caseId === held.record.documentId) work.moments.splice(index, 1);
    }
  }
}

async function keysPresent(
  { office, client }: Admitting,
  batch: readonly HistoricCase[],
): Promise<Set<string>> {
  const rows = await query<{ key: string }>(
    client,
    `SELECT source_key AS key FROM "${tableFor(office, 'ticket').table}" WHERE source_key = ANY($1)`,
    [batch.map(({ sourceKey }) => sourceKey)],
  );
  return new Set(rows.map(({ key }) => key));
}

const keyOfReference = ({ type, id }: NamedReference): string => keyOf(type, id);

/** Finds out which of the records named in a batch exist: one query per record type. */
async function lookUp({ office, client, known }: Admitting, batch: readonly HistoricCase[]): Promise<void> {
  const wanted = new Map<string, Set<string>>();
  for (const { type, steps } of batch) {
    for (const step of steps) {
      for (const reference of namedIn(office, type, step)) {
        if (known.has(keyOfReference(reference))) continue;
        wanted.set(reference.type, (wanted.get(reference.type) ?? new Set()).add(reference.id));
      }
    }
  }
  for (const [type, ids] of wanted) {
    const rows = await query<{ id: string }>(
      client,
      `SELECT document_id AS id FROM "${tableNameOf(office.strapi, type)}" WHERE document_id = ANY($1)`,
      [[...ids]],
    );
    const found = new Set(rows.map(({ id }) => id));
    for (const id of ids) known.set(keyOf(type, id), found.has(id));
  }
}

function namedIn(office: Office, type: string, step: HistoricStep): NamedReference[] {
  const definition = office.definitions.get(type);
  return definition && Object.hasOwn(definition.actions, step.action)
    ? referencesIn(definition, step.action, step.input)
    : [];
}

function assertKnown(
  office: Office,
  known: ReadonlyMap<string, boolean>,
  type: string,
  step: HistoricStep,
): void {
  for (const reference of namedIn(office, type, step)) {
    if (!known.get(keyOfReference(reference)))
      throw invalid('REFERENCE_UNKNOWN', { field: reference.field, type: reference.type });
  }
}
