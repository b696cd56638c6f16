import { z } from 'zod';
import { openActions } from '../../rules/cases/decide';
import type { Actor, CaseRecord } from '../../rules/cases/types';
import { isOpen, promiseOf, type Clock, type TargetPolicy } from '../../rules/clocks';
import { explainDue } from '../../rules/time';
import { notFound } from '../../rules/refusal';
import { actionWord, eventWords, inputWords } from '../../rules/words/cases';
import { enumWord, valueWords } from '../../rules/words/enums';
import { fieldWord, fieldWords } from '../../rules/words/fields';
import { typeWords } from '../../rules/words/types';
import { say, type Locale, type Words } from '../../rules/words/say';
import { clockOf, CLOCK_SELECT } from '../clock-rows';
import { query } from '../db';
import { groupBy } from '../group';
import { labelsOf } from './choices';
import { definitionOf, tableFor, type Office } from '../office';
import { presentRecord, type PresentedRecord } from '../present';
import type { Scope } from '../scope/scope';
import { selectList } from '../tables';

/** What every view is drawn with. */
export interface Viewing {
  readonly office: Office;
  readonly actor: Actor;
  readonly locale: Locale;
  /** What the roles of a session of the panel open; none for outside systems, whose tokens say it all. */
  readonly scope?: Scope;
}

const wordFor = (words: Words | undefined, locale: Locale, otherwise: string): string =>
  words ? say(words, locale) : otherwise;

/** The label of a stage of a case type. */
export const stageLabel = (type: string, stage: string, locale: Locale): string =>
  wordFor(enumWord(type, 'stage', stage), locale, stage);

/** The record as it is now. Throws CASE_UNKNOWN. */
export async function readCase(office: Office, type: string, documentId: string): Promise<CaseRecord> {
  const table = tableFor(office, type);
  const [row] = await query<CaseRecord & Record<string, unknown>>(
    office.pool,
    `SELECT ${selectList(table)}, t.created_at AS "createdAt", t.updated_at AS "updatedAt" FROM "${table.table}" t WHERE t.document_id = $1`,
    [documentId],
  );
  if (!row) throw notFound('CASE_UNKNOWN', { type, id: documentId });
  return row;
}

/** The actions open to the actor, each with the JSON Schema of its input in the asked language. */
export function actionViews({ office, actor, locale, scope }: Viewing, type: string, record: CaseRecord) {
  const definition = definitionOf(office, type);
  const open = openActions(definition, record, actor).filter(
    (name) => name !== 'edit' || (scope?.may('update', type) ?? true),
  );
  return open.map((name) => ({
    name,
    label: wordFor(actionWord(type, name), locale, name),
    rules: definition.actions[name]?.rules ?? [],
    schema: schemaView(office, { type, action: name, locale }),
  }));
}

const schemas = new Map<string, unknown>();

/** The JSON Schema of an action's input (draft 2020-12) with titles and choices in words. */
export function schemaView(
  office: Office,
  { type, action, locale }: { type: string; action: string; locale: Locale },
): unknown {
  const key = `${type}.${action}.${locale}`;
  if (!schemas.has(key)) {
    const input = definitionOf(office, type).actions[action]?.input;
    schemas.set(
      key,
      input
        ? titled(
            z.toJSONSchema(input.strict(), { io: 'input', unrepresentable: 'any' }) as JsonSchema,
            type,
            locale,
          )
        : {},
    );
  }
  return schemas.get(key);
}

type JsonSchema = { properties?: Record<string, Record<string, unknown>> } & Record<string, unknown>;

function titled(schema: JsonSchema, type: string, locale: Locale): JsonSchema {
  const properties = Object.entries(schema.properties ?? {}).map(([field, property]) => {
    const choices = enumIn(property);
    const enumLabels =
      choices && Object.fromEntries(choices.map((value) => [value, enumLabel(type, field, value, locale)]));
    return [
      field,
      {
        ...property,
        ...inner(property),
        title: fieldLabel(type, field, locale),
        ...(enumLabels ? { enumLabels } : {}),
      },
    ];
  });
  return { ...schema, properties: Object.fromEntries(properties) as Record<string, Record<string, unknown>> };
}

/** What a "value or null" property says of its value, brought up to where a form looks for it. */
function inner(property: Record<string, unknown>): Record<string, unknown> {
  const options = property.anyOf as Record<string, unknown>[] | undefined;
  if (!options) return {};
  const value = options.find((option) => option.type !== 'null') ?? {};
  const { anyOf: _options, ...rest } = { ...value, ...inner(value) } as Record<string, unknown>;
  return rest;
}

function enumIn(property: Record<string, unknown>): string[] | null {
  const found = (property.enum ?? inner(property).enum) as string[] | undefined;
  return found ?? null;
}

/** The label of a field: of this type, of an action's form, of any type, or its own name. */
export function fieldLabel(type: string, field: string, locale: Locale): string {
  const elsewhere = () => Object.values(fieldWords).find((table) => table[field])?.[field];
  return wordFor(fieldWord(type, field) ?? inputWords[field] ?? elsewhere(), locale, field);
}

/** The label of an enumeration's value on a field of this type. */
export function enumLabel(type: string, field: string, value: string, locale: Locale): string {
  return wordFor(enumWord(type, field, value) ?? valueWords[value], locale, value);
}

export interface ClockView {
  readonly documentId: string;
  readonly name: string;
  readonly label: string;
  readonly rule: string | null;
  readonly caseType: string;
  readonly caseNumber: string;
  readonly cycle: number;
  readonly state: 'running' | 'paused' | 'stopped';
  readonly verdict: string | null;
  readonly explanation: string;
}

/** The clocks of a case, oldest first, each explaining itself in a sentence. */
export async function clockViews(
  { office, locale }: Viewing,
  type: string,
  documentId: string,
): Promise<ClockView[]> {
  const rows = await query(
    office.pool,
    `SELECT ${CLOCK_SELECT} FROM clocks c WHERE c.case_id = $1 AND c.case_type = $2 ORDER BY c.id`,
    [documentId, type],
  );
  return viewsOfClocks({ office, locale }, rows);
}

/** Clocks for people, from their rows. */
export async function viewsOfClocks(
  { office, locale }: Pick<Viewing, 'office' | 'locale'>,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<ClockView[]> {
  const clocks = rows.map(clockOf);
  await office.policy.fetchVersions(office.pool, clocks);
  return clocks.map((clock) =>
    clockView(clock, office.policy.version(clock.targetId, clock.targetVersion), locale),
  );
}

/** A clock for people: moments as ISO strings, its name and how its due time came about in words. */
export function clockView(clock: Clock, target: TargetPolicy | undefined, locale: Locale): ClockView {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  const { ruleCode, startedAt, dueAt, pausedAt, pauseLimitAt, stoppedAt, brokenAt, nextAt, pauses, ...said } =
    clock;
  const { fired: _fired, nextKind: _kind, nextLevel: _level, targetId: _target, ...shown } = said;
  return {
    ...shown,
    label: wordFor(enumWord('clock', 'name', clock.name), locale, clock.name),
    rule: ruleCode,
    ...{
      startedAt: iso(startedAt),
      dueAt: iso(dueAt),
      pausedAt: iso(pausedAt),
      pauseLimitAt: iso(pauseLimitAt),
    },
    ...{ stoppedAt: iso(stoppedAt), brokenAt: iso(brokenAt), nextAt: iso(nextAt) },
    state: !isOpen(clock) ? 'stopped' : clock.pausedAt !== null ? 'paused' : 'running',
    pauses: pauses.map((pause) => ({ from: iso(pause.from), to: iso(pause.to), reason: pause.reason })),
    explanation: target ? explanationOf(clock, target, locale) : '',
  } as ClockView;
}

/** "On site (C-01): 15 minutes from the report at …": how the due time came about. */
export function explanationOf(clock: Clock, target: TargetPolicy, locale: Locale): string {
  return explainDue(
    {
      ...promiseOf(clock, target),
      due: clock.dueAt,
      agreed: clock.promisedAt !== null && clock.dueAt === clock.promisedAt,
      promise: enumWord('clock', 'name', clock.name) ?? { zh: clock.name, en: clock.name },
      startWord: eventWords[target.startsOn] ?? { zh: target.startsOn, en: target.startsOn },
      ...(target.rule ? { rule: target.rule } : {}),
    },
    locale,
  );
}

interface ActivityRow extends Record<string, unknown> {
  readonly action: string;
  readonly fromStage: string | null;
  readonly toStage: string | null;
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>> | null;
  readonly rules: string | null;
}

const ACTIVITY_SELECT = `seq, action, recorded_at AS "recordedAt", occurred_at AS "occurredAt", actor_kind AS "actorKind", actor_name AS "actorName",
  via, from_stage AS "fromStage", to_stage AS "toStage", cycle, changes, note, rules, hash`;

/** The history of a case, newest first, in words. */
export async function activityViews({ office, locale, scope }: Viewing, type: string, documentId: string) {
  const rows = await query<ActivityRow>(
    office.pool,
    `SELECT ${ACTIVITY_SELECT} FROM activities WHERE case_id = $1 AND case_type = $2 ORDER BY seq DESC LIMIT 500`,
    [documentId, type],
  );
  const named = await namesIn(office, type, rows);
  const kept = keptFrom({ office, scope }, type);
  const said = (value: unknown): unknown => (typeof value === 'string' ? (named.get(value) ?? value) : value);
  return rows.map(({ changes, rules, ...row }) => ({
    ...row,
    label: wordFor(actionWord(type, row.action), locale, row.action),
    fromStageLabel: row.fromStage ? stageLabel(type, row.fromStage, locale) : null,
    toStageLabel: row.toStage ? stageLabel(type, row.toStage, locale) : null,
    changes: Object.entries(changes ?? {})
      .filter(([field]) => !kept.has(field))
      .map(([field, [from, to]]) => ({
        field,
        label: fieldLabel(type, field, locale),
        from: said(from),
        to: said(to),
      })),
    rules: rules ? rules.split(' ') : [],
  }));
}

/** What the records that changes name are called, by documentId: one query per record type. */
async function namesIn(
  office: Office,
  type: string,
  rows: readonly ActivityRow[],
): Promise<Map<string, string>> {
  const named = new Map<string, string>();
  for (const [other, links] of groupBy(tableFor(office, type).links, ({ otherType }) => otherType)) {
    const values = rows.flatMap(({ changes }) =>
      links.flatMap(({ attribute }) => changes?.[attribute] ?? []),
    );
    const ids = [...new Set(values.filter((value) => typeof value === 'string'))];
    for (const [id, label] of await labelsOf(office, other, ids)) named.set(id, label);
  }
  return named;
}

/** The clocks of the case, and those of the case it belongs to: what is done here keeps or breaks both. */
async function allClocks(viewing: Viewing, type: string, record: CaseRecord): Promise<ClockView[]> {
  const { root } = definitionOf(viewing.office, type);
  const rootId = root ? record[root.by] : null;
  const own = await clockViews(viewing, type, record.documentId);
  return root && typeof rootId === 'string'
    ? [...own, ...(await clockViews(viewing, root.type, rootId))]
    : own;
}

/** The case that this one belongs to and those that belong to it. */
async function relatedViews({ office, locale, scope }: Viewing, type: string, record: CaseRecord) {
  const definition = definitionOf(office, type);
  const wanted = [
    ...(definition.root && typeof record[definition.root.by] === 'string'
      ? [{ type: definition.root.type, where: 't.document_id = $1', id: String(record[definition.root.by]) }]
      : []),
    ...Object.values(definition.relatives ?? {}).map((relative) => {
      const link = tableFor(office, relative.type).links.find(({ attribute }) => attribute === relative.by);
      const where = `t.id IN (SELECT l."${link?.ownColumn}" FROM "${link?.table}" l JOIN "${link?.otherTable}" o
        ON o.id = l."${link?.otherColumn}" WHERE o.document_id = $1)`;
      return { type: relative.type, where, id: record.documentId };
    }),
  ];
  const found = [];
  for (const { type: other, where, id } of wanted) {
    if (scope && !scope.may('read', other)) continue;
    const rows = await query<{ documentId: string; number: string; stage: string }>(
      office.pool,
      `SELECT t.document_id AS "documentId", t.number, t.stage FROM "${tableFor(office, other).table}" t WHERE ${where} ORDER BY t.id`,
      [id],
    );
    const open =
      scope &&
      (await scope.among(
        other,
        rows.map(({ documentId }) => documentId),
      ));
    found.push(
      ...rows
        .filter(({ documentId }) => open?.has(documentId) ?? true)
        .map((row) => ({
          type: other,
          typeLabel: wordFor(typeWords[other], locale, other),
          ...row,
          stageLabel: stageLabel(other, row.stage, locale),
        })),
    );
  }
  return found;
}

/** The fields of a type that a reader's roles keep from him. */
function keptFrom({ office, scope }: Pick<Viewing, 'office' | 'scope'>, type: string): ReadonlySet<string> {
  if (!scope) return new Set();
  const { columns, links } = tableFor(office, type);
  const fields = [...columns, ...links].map(({ attribute }) => attribute);
  return new Set(fields.filter((field) => !scope.may('read', type, field)));
}

/** A record without the fields that its reader's roles keep from him. */
export function openFields(viewing: Viewing, type: string, record: PresentedRecord): PresentedRecord {
  const kept = keptFrom(viewing, type);
  return Object.fromEntries(Object.entries(record).filter(([field]) => !kept.has(field))) as PresentedRecord;
}

/** Everything that the side panel shows of a case. */
export async function caseView(viewing: Viewing, type: string, documentId: string) {
  const { office, locale } = viewing;
  const record = await readCase(office, type, documentId);
  return {
    type,
    documentId,
    number: record.number,
    stage: record.stage,
    stageLabel: stageLabel(type, record.stage, locale),
    version: record.version,
    cycle: record.cycle,
    record: openFields(viewing, type, presentRecord(office, type, record)),
    clocks: await allClocks(viewing, type, record),
    actions: actionViews(viewing, type, record),
    toSign: definitionOf(office, type).toSign?.(record) ?? null,
    activities: await activityViews(viewing, type, documentId),
    related: await relatedViews(viewing, type, record),
  };
}
