import type { Core } from '@strapi/strapi';
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
  | { readonly sourceKey: string; readonly outcome: 'admitted' | 'unchanged' }
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
  /**
   * Decides every step by the rules and has what comes out written, in bulk; refused histories are left out whole.
   * The writing goes on while the next batch is decided; what goes wrong with it fails the next call.
   */
  admit(batch: readonly HistoricCase[]): Promise<Admitted[]>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/**
 * Opens a transaction for taking over histories. Clocks run as they would have run: every due time that came
 * before a step, and before today, is on record with its verdict. Warnings and steps up the chain, which this office
 * never gave, are not; nor is anybody told of what is long past.
 */
export async function openAdmission(strapi: Core.Strapi): Promise<Admission> {
  const office = officeOf(strapi);
  const policy = await office.policy.current(office.pool);
  const client = await office.pool.connect();
  await client.query('BEGIN');
  const admitting: Admitting = { office, policy, known: new Map(), taken: new Set() };
  let writing: Promise<void> = Promise.resolve();
  let ended = false;
  const end = async (sql: 'COMMIT' | 'ROLLBACK') => {
    if (ended) return;
    ended = true;
    try {
      await client.query(sql);
    } finally {
      client.release();
    }
  };
  return {
    async admit(batch) {
      const whole = newWork(office, client, policy);
      const results = await decideBatch(admitting, batch, whole);
      await writing;
      writing = flush(whole, office.now());
      writing.catch(() => undefined);
      return results;
    },
    async commit() {
      await writing;
      await end('COMMIT');
    },
    async rollback() {
      await writing.catch(() => undefined);
      await end('ROLLBACK');
    },
  };
}

interface Admitting {
  readonly office: Office;
  readonly policy: Policy;
  /** Records that histories have named, and whether they exist. */
  readonly known: Map<string, boolean>;
  /** Keys admitted in this transaction. */
  readonly taken: Set<string>;
}

async function decideBatch(
  admitting: Admitting,
  batch: readonly HistoricCase[],
  whole: Work,
): Promise<Admitted[]> {
  const present = await keysPresent(admitting.office, batch);
  await lookUp(admitting, batch);
  const results: Admitted[] = [];
  for (const history of batch) {
    const { sourceKey } = history;
    if (present.has(sourceKey) || admitting.taken.has(sourceKey)) {
      results.push({ sourceKey, outcome: 'unchanged' });
      continue;
    }
    const outcome = await relive(admitting, history);
    if ('refused' in outcome) {
      results.push({ sourceKey, outcome: 'refused', ...outcome.refused });
      continue;
    }
    admitting.taken.add(sourceKey);
    takeOver(whole, outcome.work);
    results.push({ sourceKey, outcome: 'admitted' });
  }
  return results;
}

type Relived =
  | { readonly work: Work }
  | { readonly refused: { step: number; code: string; details: Readonly<Record<string, unknown>> } };

/** Decides a history step by step, in memory. */
async function relive(
  { office, policy, known }: Admitting,
  { type, sourceKey, steps }: HistoricCase,
): Promise<Relived> {
  const work = newWork(office, null, policy, true);
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
  work.messages.length = 0;
  work.deeds.length = 0;
  return { work };
}

/** Every moment of every clock up to `now` is acted on, as the wake-up loop would have done. */
function settleAll(work: Work, now: number): void {
  for (const held of work.cases.values()) {
    const settled = held.clocks.map((clock) => settleClocks(work, { clock, now, below: null, past: true }));
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

/** Looked up beside the transaction, which is busy with the batch before. */
async function keysPresent(office: Office, batch: readonly HistoricCase[]): Promise<Set<string>> {
  const rows = await query<{ key: string }>(
    office.pool,
    `SELECT source_key AS key FROM "${tableFor(office, 'ticket').table}" WHERE source_key = ANY($1)`,
    [batch.map(({ sourceKey }) => sourceKey)],
  );
  return new Set(rows.map(({ key }) => key));
}

const keyOfReference = ({ type, id }: NamedReference): string => keyOf(type, id);

/** Finds out which of the records named in a batch exist: one query per record type. */
async function lookUp({ office, known }: Admitting, batch: readonly HistoricCase[]): Promise<void> {
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
      office.pool,
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
