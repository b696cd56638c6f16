import { hash } from 'node:crypto';
import { decide, actionOf, type Decision } from '../rules/cases/decide';
import type { ActionContext, Actor, CaseRecord, Relatives } from '../rules/cases/types';
import { planClocks, type ClockEvent } from '../rules/clocks';
import { answersTo, bearsOnOthers, NeedsItsOwn, questionsOf, wideAmong, type Answers } from './asks';
import { keepCalendar } from './bookings';
import { newDocumentId } from './ids';
import { definitionOf, tableFor } from './office';
import { noteRecords, sealed, withIds } from './records';
import {
  addActivity,
  draftCase,
  factsOf,
  firstEventOf,
  holdCase,
  relativesOf,
  rootOf,
  targetOfClock,
  type HeldCase,
  type Work,
} from './work';

export interface Step {
  readonly type: string;
  readonly id: string;
  readonly action: string;
  readonly input: unknown;
  readonly actor: Actor;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly version?: number | undefined;
  /** Follows from another action of the same transaction. */
  readonly follows: boolean;
  /** The answers to what the action asks, where they were got beforehand. */
  readonly answers?: Answers | undefined;
  /** Answers that the action it follows from was decided by and that hold for it too. */
  readonly inherited?: Answers | undefined;
}

/**
 * Carries out one action in memory: reads under lock what it needs, lets the rules decide, and notes the
 * change, the activity, the messages, what follows, and the clocks. Nothing is written before `flush`.
 */
export async function apply(work: Work, step: Step): Promise<HeldCase> {
  const definition = definitionOf(work.office, step.type);
  const isNew = step.id === 'new';
  const held = isNew ? draftCase(work, step.type) : await holdCase(work, step.type, step.id);
  const before = isNew ? null : held.record;
  const relatives = await relativesFor(work, held, step);
  const answers = await answersFor(work, { record: before, root: relatives.root?.[0] ?? null }, step);
  const decision = decide({
    definition,
    action: step.action,
    record: before,
    newId: held.record.documentId,
    input: step.input,
    actor: step.actor,
    now: step.now,
    version: step.version,
    relatives,
    named: namedIn(work, held.record, step),
    office: work.policy,
    answers,
    follows: step.follows,
  });
  const { set, records } = withIds(decision.outcome);
  noteRecords(work, records);
  const cycle = held.record.cycle + (decision.outcome.newCycle ? 1 : 0);
  held.record = {
    ...held.record,
    ...sealed(work.office, tableFor(work.office, step.type), set),
    ...(decision.outcome.newCycle ? { cycleSince: new Date(decision.at).toISOString() } : {}),
    stage: decision.toStage,
    cycle,
    version: held.record.version + 1,
  };
  if (isNew) held.madeAt = step.now;
  await keepCalendar(work, held, before, step.now);
  addActivity(work, activityOf(work, { step, decision, before, after: held.record }));
  const root = await rootOf(work, held);
  queueMessages(work, { decision, held, root });
  for (const next of decision.outcome.follow ?? []) {
    await apply(work, {
      ...next,
      id: next.id === 'self' ? held.record.documentId : next.id,
      actor: { ...step.actor, via: 'follow' },
      now: step.now,
      follows: true,
      inherited: wideAmong(answers),
    });
  }
  runClocks(work, { decision, held, before, root });
  const { turn } = decision.outcome;
  if (turn) work.turns.set(turn.rule, turn.key);
  for (const deed of decision.outcome.later ?? [])
    work.deeds.push({ ...deed, caseType: step.type, caseId: held.record.documentId });
  return held;
}

/** Throws NeedsItsOwn where the records cannot be asked. */
async function answersFor(
  work: Work,
  about: { readonly record: CaseRecord | null; readonly root: CaseRecord | null },
  step: Step,
): Promise<Answers> {
  if (work.past) return {};
  if (step.answers) return step.answers;
  const question = { ...step, ...about };
  const { office, client, asking, policy } = work;
  const { inherited = {} } = step;
  const open = questionsOf(office, policy, question).filter(({ name }) => !Object.hasOwn(inherited, name));
  if (open.length === 0) return inherited;
  // What others of a shared transaction are about to do bears on some answers: those are not got beside them.
  if (!asking || (!client && open.some(({ ask }) => bearsOnOthers(ask)))) throw new NeedsItsOwn(step.action);
  return { ...(await answersTo({ office, client: asking, policy }, question)), ...inherited };
}

async function relativesFor(work: Work, held: HeldCase, step: Step): Promise<Relatives> {
  const definition = definitionOf(work.office, step.type);
  const { needs = [] } = actionOf(definition, step.action);
  const root = await rootFor(work, held, step);
  const relatives: Record<string, readonly CaseRecord[]> = root ? { root: [root.record] } : {};
  for (const name of needs) {
    // A case that belongs to another asks for that one's relatives: its own kin.
    const of = definition.relatives?.[name] ? held : root;
    if (of) relatives[name] = await relativesOf(work, of, name);
  }
  return relatives;
}

/** The case that this one belongs to, or will once it is made. */
async function rootFor(work: Work, held: HeldCase, step: Step): Promise<HeldCase | null> {
  const { root } = definitionOf(work.office, step.type);
  if (!root) return null;
  const given = (step.input as Readonly<Record<string, unknown>> | null)?.[root.by];
  const id = held.record[root.by] ?? given;
  return typeof id === 'string' ? holdCase(work, root.type, id) : null;
}

/** What the policy knows of the records that the input names, and of the record's own category. */
function namedIn(work: Work, record: CaseRecord, step: Step): ActionContext['named'] {
  const input = (step.input ?? {}) as Readonly<Record<string, unknown>>;
  const categoryOf = (id: unknown) =>
    typeof id === 'string' ? (work.policy.categories.get(id) ?? null) : null;
  return {
    category: categoryOf(input.category) as ActionContext['named'][string],
    ownCategory: categoryOf(record.category) as ActionContext['named'][string],
  };
}

interface Changed {
  readonly step: Step;
  readonly decision: Decision;
  readonly before: CaseRecord | null;
  readonly after: CaseRecord;
}

function activityOf(work: Work, { step, decision, before, after }: Changed) {
  return {
    caseType: step.type,
    caseId: after.documentId,
    action: step.action,
    recordedAt: new Date(step.now).toISOString(),
    occurredAt: new Date(decision.at).toISOString(),
    actorKind: step.actor.kind,
    actorId: step.actor.id,
    actorName: step.actor.name,
    via: step.actor.via,
    fromStage: before?.stage ?? null,
    toStage: after.stage,
    cycle: after.cycle,
    changes: changesBetween(work, step.type, before, after),
    note: decision.outcome.note?.trim() ? decision.outcome.note : null,
    rules: decision.rules.join(' '),
  };
}

/** Attributes that say nothing a reader of the history wants to know. */
const UNSPOKEN = new Set([
  'version',
  'stage',
  'cycle',
  'cycleSince',
  'number',
  'sourceKey',
  'placeKey',
  'branchKey',
  'openFor',
  'groupKey',
  'countLines',
  'toCount',
]);
/** Longer values (signatures) stand in the history by their fingerprint. */
const LONGEST_SPOKEN = 10_000;

function changesBetween(work: Work, type: string, before: CaseRecord | null, after: CaseRecord) {
  const changes: Record<string, readonly [unknown, unknown]> = {};
  const table = tableFor(work.office, type);
  const spoken = (attribute: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    const kind = table.personal.get(attribute);
    if (kind) return work.office.privacy.masked(kind, value);
    if (value.length <= LONGEST_SPOKEN && !attribute.startsWith('signature')) return value;
    return `sha256:${hash('sha256', value, 'hex')}`;
  };
  for (const attribute of spokenOf(table.attributes)) {
    const was = before?.[attribute] ?? null;
    const is = after[attribute] ?? null;
    if (was !== is) changes[attribute] = [spoken(attribute, was), spoken(attribute, is)];
  }
  return changes;
}

const spokenKnown = new WeakMap<ReadonlySet<string>, readonly string[]>();

/** Those of a type's attributes that its history speaks of; found out once. */
function spokenOf(attributes: ReadonlySet<string>): readonly string[] {
  const known = spokenKnown.get(attributes);
  if (known) return known;
  const spoken = [...attributes].filter((one) => !UNSPOKEN.has(one) && !one.endsWith('Hash'));
  spokenKnown.set(attributes, spoken);
  return spoken;
}

interface Concerned {
  readonly decision: Decision;
  readonly held: HeldCase;
  readonly root: HeldCase | null;
}

function queueMessages(work: Work, { decision, held, root }: Concerned): void {
  const responsible = definitionOf(work.office, held.type).responsible;
  const below = (responsible ? held.record[responsible] : null) ?? root?.record.handler ?? null;
  for (const message of decision.outcome.messages ?? []) {
    work.messages.push({
      ...message,
      caseType: held.type,
      caseId: held.record.documentId,
      below: typeof below === 'string' ? below : null,
    });
  }
}

interface Clocked extends Concerned {
  readonly before: CaseRecord | null;
}

/** Lets the clocks of the case, and of the case it belongs to, see what happened. */
function runClocks(work: Work, { decision, held, before, root }: Clocked): void {
  const { record, type } = held;
  const event: ClockEvent = {
    name: `${type}.${decision.action}`,
    type,
    fromStage: decision.fromStage,
    toStage: decision.toStage,
    at: decision.at,
    pauseReason: wordOf(record.pauseReason ?? record.waitReason),
    pauseUntil: momentOf(record.pausedUntil ?? record.waitUntil),
  };
  const definition = definitionOf(work.office, type);
  const common = {
    event,
    targets: work.policy.targets,
    targetOf: (clock: Parameters<typeof targetOfClock>[1]) => targetOfClock(work, clock),
    newId: newDocumentId,
  };
  held.clocks = unlessSame(
    held.clocks,
    planClocks({
      ...common,
      clocks: held.clocks,
      on: {
        type,
        documentId: record.documentId,
        number: record.number,
        cycle: record.cycle,
        cycleSince: momentOf(record.cycleSince) ?? decision.at,
        cycleSinceBefore: before ? momentOf(before.cycleSince) : null,
        factsBefore: before ? factsOf(work.policy, before) : null,
        facts: factsOf(work.policy, record),
        momentIn: (field) => momentOf(record[field]),
        firstEvent: firstEventOf(work.office, type),
        newCycle: decision.outcome.newCycle === true,
        ended: definition.finalStages.includes(decision.toStage),
      },
    }),
  );
  if (!root) return;
  const facts = factsOf(work.policy, root.record);
  root.clocks = unlessSame(
    root.clocks,
    planClocks({
      ...common,
      clocks: root.clocks,
      on: {
        type: root.type,
        documentId: root.record.documentId,
        number: root.record.number,
        cycle: root.record.cycle,
        cycleSince: momentOf(root.record.cycleSince) ?? decision.at,
        cycleSinceBefore: momentOf(root.record.cycleSince),
        factsBefore: facts,
        facts,
        momentIn: (field) => momentOf(root.record[field]),
        firstEvent: firstEventOf(work.office, root.type),
        newCycle: false,
        ended: definitionOf(work.office, root.type).finalStages.includes(root.record.stage),
      },
    }),
  );
}

/** An event list is left as the same object when nothing in it changed, so that nothing is written. */
function unlessSame<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  const same = before.length === after.length && before.every((item, index) => item === after[index]);
  return same ? before : after;
}

const wordOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const momentOf = (value: unknown): number | null => (typeof value === 'string' ? Date.parse(value) : null);
