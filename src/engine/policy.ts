import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Pool, PoolClient } from 'pg';
import type { Clock, EscalationLevel, PauseRule, PromisedMoment, TargetPolicy } from '../rules/clocks';
import type { Post } from '../rules/cases/types';
import type { CategoryEntry, OfficeView } from '../rules/office';
import type { Directory, StaffEntry } from '../rules/people/directory';
import {
  compileCalendar,
  dueAt,
  opensForGood,
  TimeRefused,
  type AmountUnit,
  type CalendarSpec,
  type Span,
  type Weekday,
} from '../rules/time';
import { BOOK_VISITS, type VisitPolicy } from '../rules/visits/policy';
import { canonical } from './canonical';
import { categoryWordsOf } from './policy-categories';
import { EMERGENCY_RELATIONS, emergencyRulesOf, outsidePartiesOf } from './policy-emergencies';
import { query } from './db';
import { DISPATCH_RULE_WHOLE, dispatchRuleOf } from './dispatch-rules';
import { priceListOf, termsOf } from './policy-prices';

/** All that managers configure and the engine decides by, as it stood at one revision. */
export interface Policy extends OfficeView {
  readonly revision: number;
  readonly targets: readonly TargetPolicy[];
  /** By documentId. */
  readonly contractors: ReadonlyMap<string, ContractorEntry>;
}

/** An outside contractor, as far as it is told and answers. */
export interface ContractorEntry {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly active: boolean;
}

export interface PolicyShelf {
  /** The policy as it stands; read again only when its revision has moved. */
  current(client: Pool | PoolClient): Promise<Policy>;
  /** The policy of `revision`, when the caller has just read that number. */
  at(revision: number): Promise<Policy>;
  /** The policy that was read last, whether or not it has moved since; whoever decides by it has to find that out. */
  latest(client: Pool | PoolClient): Promise<Policy>;
  /** The version of a target that a clock was started under. */
  version(targetId: string, version: number): TargetPolicy | undefined;
  /** Reads versions that are not on the shelf yet, so that `version` gives them. */
  fetchVersions(
    client: Pool | PoolClient,
    clocks: readonly Pick<Clock, 'targetId' | 'targetVersion'>[],
  ): Promise<void>;
}

/** Keeps the policy in memory; the database bumps a revision when any row of it changes, so no restart is needed. */
export function policyShelf(strapi: Core.Strapi, pool: Pool, officeTimeZone: string): PolicyShelf {
  let held: Policy | undefined;
  let reading: { revision: number; promise: Promise<Policy> } | undefined;
  const versions = new Map<string, TargetPolicy>();
  const keyOf = (targetId: string, version: number) => `${targetId}:${version}`;

  async function read(revision: number): Promise<Policy> {
    const policy = await readPolicy(strapi, revision, officeTimeZone);
    const targets = await Promise.all(policy.targets.map((target) => asVersion(pool, target)));
    for (const target of targets) versions.set(keyOf(target.id, target.version), target);
    held = { ...policy, targets };
    return held;
  }

  function at(revision: number): Promise<Policy> {
    // A caller that read its number a moment ago is served by what has been read since.
    if (held && held.revision >= revision) return Promise.resolve(held);
    if (reading?.revision === revision) return reading.promise;
    const promise = read(revision).finally(() => {
      if (reading?.promise === promise) reading = undefined;
    });
    reading = { revision, promise };
    return promise;
  }

  async function current(client: Pool | PoolClient): Promise<Policy> {
    const [row] = await query<{ revision: number }>(client, 'SELECT revision FROM gj_policy_revision');
    return at(row?.revision ?? 0);
  }

  return {
    at,
    current,
    latest: (client) => (held ? Promise.resolve(held) : current(client)),
    version: (targetId, version) => versions.get(keyOf(targetId, version)),
    async fetchVersions(client, clocks) {
      const missing = clocks.filter((clock) => !versions.has(keyOf(clock.targetId, clock.targetVersion)));
      if (missing.length === 0) return;
      const rows = await query<{ snapshot: TargetPolicy; version: number }>(
        client,
        'SELECT version, snapshot FROM gj_policy_versions WHERE target_id = ANY($1)',
        [[...new Set(missing.map((clock) => clock.targetId))]],
      );
      for (const { snapshot, version } of rows) {
        const key = keyOf(snapshot.id, version);
        if (!versions.has(key)) versions.set(key, { ...SINCE_ADDED, ...snapshot, version });
      }
    },
  };
}

/** What a version put on record by an earlier release does not say yet. */
const SINCE_ADDED = { releasesOn: [], promised: null } as const;

/** The target under its version number: the one it already has if nothing in it or its calendar has changed. */
async function asVersion(pool: Pool, target: TargetPolicy): Promise<TargetPolicy> {
  const snapshot = canonical(target);
  const fingerprint = createHash('sha256').update(snapshot).digest('hex');
  const known = 'SELECT version FROM gj_policy_versions WHERE target_id = $1 AND fingerprint = $2';
  for (;;) {
    const [row] = await query<{ version: number }>(pool, known, [target.id, fingerprint]);
    if (row) return { ...target, version: row.version };
    await query(
      pool,
      `INSERT INTO gj_policy_versions (target_id, version, fingerprint, snapshot)
       SELECT $1, coalesce(max(version), 0) + 1, $2, $3::jsonb FROM gj_policy_versions WHERE target_id = $1
       ON CONFLICT DO NOTHING`,
      [target.id, fingerprint, snapshot],
    );
  }
}

type Row = Record<string, unknown> & { documentId: string };
const rowOf = (value: unknown): Row | null => (value && typeof value === 'object' ? (value as Row) : null);
const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : []);
const wordOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const listOf = (value: unknown): string[] =>
  (wordOf(value) ?? '').split(/[\s,，、;；]+/).filter((one) => one !== '');
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const idOf = (value: unknown): string | null => rowOf(value)?.documentId ?? null;
const idsOf = (value: unknown): string[] => rowsOf(value).map(({ documentId }) => documentId);

/** All of the policy as its rows say, the targets not yet under a version number; in a transaction, as they are there. */
export async function readPolicy(
  strapi: Core.Strapi,
  revision: number,
  officeTimeZone: string,
): Promise<Policy> {
  const all = async (uid: string, populate: object): Promise<Row[]> =>
    (await strapi.db.query(uid).findMany({ populate, orderBy: { id: 'asc' } })) as Row[];
  const [
    targets,
    categories,
    staff,
    teams,
    departments,
    dispatchRules,
    emergencyRules,
    outsideParties,
    terms,
    prices,
  ] = [
    await all('api::target.target', {
      category: true,
      calendar: { populate: { spans: true, days: true } },
      pauses: true,
      warnings: true,
      escalations: true,
    }),
    await all('api::category.category', { parent: true, department: true, requiredTrades: true }),
    await all('api::staff-member.staff-member', {
      user: true,
      superior: true,
      department: true,
      trades: true,
    }),
    await all('api::team.team', { leader: true, members: true, contractor: true }),
    await all('api::department.department', { head: true }),
    await all('api::dispatch-rule.dispatch-rule', DISPATCH_RULE_WHOLE),
    await all('api::emergency-rule.emergency-rule', EMERGENCY_RELATIONS),
    await all('api::outside-party.outside-party', {}),
    await all('api::warranty-term.warranty-term', { category: true }),
    await all('api::price-item.price-item', { category: true }),
  ];
  const visitPolicies = await all('api::visit-policy.visit-policy', {});
  const contractors = await all('api::contractor.contractor', {});
  const calendars = new Map<string, CalendarSpec>();
  return {
    revision,
    timeZone: officeTimeZone,
    targets: targets
      .filter((row) => row.active !== false)
      .map((row) => targetOf(row, calendars, officeTimeZone))
      .filter((target) => isUsable(strapi, target)),
    categories: categoriesOf(categories),
    categoryWords: categoryWordsOf(categories),
    directory: directoryOf(staff, teams, departments),
    departments: new Map(departments.map(({ code, documentId }) => [String(code), documentId])),
    dispatchRules: dispatchRules.filter((row) => row.active !== false).map(dispatchRuleOf),
    emergencyRules: emergencyRulesOf(emergencyRules),
    outsideParties: outsidePartiesOf(outsideParties),
    warrantyTerms: termsOf(terms),
    prices: priceListOf(prices),
    visits: visitPolicyOf(visitPolicies, officeTimeZone),
    contractors: new Map(contractors.map((row) => [row.documentId, contractorOf(row)])),
  };
}

const contractorOf = (row: Row): ContractorEntry => ({
  id: row.documentId,
  name: String(row.name),
  email: wordOf(row.email),
  active: row.active !== false,
});

/** A target that cannot be reckoned with must not stop the intake: it is left out and said so. */
function isUsable(strapi: Core.Strapi, target: TargetPolicy): boolean {
  try {
    const calendar = compileCalendar(target.calendar);
    if (!opensForGood(calendar)) throw new TimeRefused('CALENDAR_NEVER_OPEN');
    dueAt({ calendar, start: Date.now(), amount: target.amount });
    return true;
  } catch (error) {
    strapi.log.error(
      `Target ${target.code} is left out, no due time can be reckoned by it: ${(error as Error).message}`,
    );
    return false;
  }
}

/** The rule of one target row (calendar, pauses, warnings and escalations populated), not yet under a version number. */
export const targetPolicyOf = (
  row: Readonly<Record<string, unknown>>,
  officeTimeZone: string,
): TargetPolicy => targetOf(row as Row, new Map(), officeTimeZone);

function targetOf(row: Row, calendars: Map<string, CalendarSpec>, officeTimeZone: string): TargetPolicy {
  const calendar = rowOf(row.calendar);
  const key = calendar?.documentId ?? '';
  let spec = calendars.get(key);
  if (!spec) {
    spec = calendar ? calendarSpecOf(calendar, officeTimeZone) : roundTheClock(officeTimeZone);
    calendars.set(key, spec);
  }
  return {
    id: row.documentId,
    version: 0,
    code: String(row.code),
    name: { zh: String(row.name), en: wordOf(row.nameEn) ?? String(row.name) },
    rule: wordOf(row.ruleCode),
    caseType: String(row.caseType).replaceAll('_', '-'),
    clock: String(row.clock),
    conditions: {
      kind: wordOf(row.kind),
      category: idOf(row.category),
      faultClass: wordOf(row.faultClass),
      urgency: wordOf(row.urgency),
      nature: wordOf(row.nature),
      complaintClass: wordOf(row.complaintClass),
    },
    startsOn: String(row.startsOn).trim(),
    stopsOn: listOf(row.stopsOn),
    breaksOn: listOf(row.breaksOn),
    releasesOn: listOf(row.releasesOn),
    amount: { value: Number(row.amount), unit: row.unit as AmountUnit },
    promised: wordOf(row.promisedField)
      ? {
          field: String(row.promisedField).trim(),
          rule: promisedRuleOf(row.promisedRule),
        }
      : null,
    calendar: spec,
    pauses: rowsOf(row.pauses).map((rule): PauseRule => ({
      stage: String(rule.stage).trim(),
      reasons: listOf(rule.reasons),
      maxMinutes: typeof rule.maxMinutes === 'number' ? rule.maxMinutes : null,
    })),
    warnings: rowsOf(row.warnings).map((warning) => Number(warning.beforeMinutes)),
    escalations: rowsOf(row.escalations).map((step) => ({
      afterMinutes: Number(step.afterMinutes),
      to: step.to as EscalationLevel,
    })),
  };
}

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const promisedRuleOf = (given: unknown): PromisedMoment['rule'] =>
  given === 'sooner' || given === 'only' ? given : 'instead';

function roundTheClock(timeZone: string): CalendarSpec {
  const day: readonly Span[] = [['00:00', '24:00']];
  return { timeZone, weekly: Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, day])) };
}

/** The calendar rule of a work-calendar row (spans and days populated). `hours` reads "08:30-12:00,13:30-17:30". */
export function calendarSpecOf(row: Readonly<Record<string, unknown>>, officeTimeZone: string): CalendarSpec {
  const timeZone = wordOf(row.timeZone) ?? officeTimeZone;
  if (row.roundTheClock) return roundTheClock(timeZone);
  const weekly: Partial<Record<Weekday, Span[]>> = {};
  for (const span of rowsOf(row.spans)) {
    const weekday = span.weekday as Weekday;
    weekly[weekday] = [...(weekly[weekday] ?? []), [String(span.from), String(span.to)]];
  }
  const days = rowsOf(row.days);
  const usual = weekly.mon ?? Object.values(weekly)[0] ?? [];
  const hoursOf = (text: unknown): Span[] => {
    const spans = listOf(text).map((span) => span.split('-').map((end) => end.trim()) as [string, string]);
    return spans.length > 0 ? spans : [...usual];
  };
  return {
    timeZone,
    weekly,
    holidays: days.filter((day) => day.kind === 'off').map((day) => String(day.date)),
    specialWorkdays: days
      .filter((day) => day.kind === 'work')
      .map((day) => ({ date: String(day.date), hours: hoursOf(day.hours) })),
    ...(row.statutory === 'cn' ? { statutory: 'cn' as const } : {}),
  };
}

/** The first rule of return visits that is in force; the book's where there is none. */
function visitPolicyOf(rows: readonly Row[], timeZone: string): VisitPolicy {
  const row = rows.find(({ active }) => active !== false);
  const number = (value: unknown, usual: number) => (typeof value === 'number' ? value : usual);
  return {
    onSiteFrom: number(row?.onSiteFromVisit, BOOK_VISITS.onSiteFrom),
    phoneFrom: number(row?.phoneFromVisit, BOOK_VISITS.phoneFrom),
    tries: number(row?.triesBeforeExemption, BOOK_VISITS.tries),
    onDifferentDays: row?.onDifferentDays !== false,
    timeZone,
  };
}

function categoriesOf(rows: readonly Row[]): Map<string, CategoryEntry> {
  const byId = new Map(rows.map((row) => [row.documentId, row]));
  const entries = new Map<string, CategoryEntry>();
  for (const row of rows) {
    const path: string[] = [];
    for (let one: Row | undefined = row; one && !path.includes(one.documentId);) {
      path.push(one.documentId);
      one = byId.get(idOf(one.parent) ?? '');
    }
    entries.set(row.documentId, {
      id: row.documentId,
      code: String(row.code),
      path,
      nature: wordOf(row.nature) ?? 'general',
      department: path.map((id) => idOf(byId.get(id)?.department)).find((id) => id) ?? null,
      defaultUrgency: wordOf(row.defaultUrgency),
      repeatDays: numberOf(row.repeatDays),
      reworkDays: numberOf(row.reworkDays),
      groupHouseholds: numberOf(row.groupHouseholds),
      groupDays: numberOf(row.groupDays),
      requiredTrades: idsOf(row.requiredTrades),
    });
  }
  return entries;
}

function directoryOf(staff: readonly Row[], teams: readonly Row[], departments: readonly Row[]): Directory {
  const membership = new Map<string, string[]>();
  const crews = new Map<string, string[]>();
  for (const team of teams) {
    const crew = [...new Set([idOf(team.leader), ...rowsOf(team.members).map(idOf)])].filter(
      (id) => id !== null,
    );
    crews.set(team.documentId, crew);
    for (const id of crew) membership.set(id, [...(membership.get(id) ?? []), team.documentId]);
  }
  const entries = staff.map((row): StaffEntry => {
    const user = rowOf(row.user) as { id?: number; email?: string } | null;
    return {
      id: row.documentId,
      name: String(row.name),
      post: wordOf(row.post) as Post | null,
      superior: idOf(row.superior),
      department: idOf(row.department),
      teams: membership.get(row.documentId) ?? [],
      onDuty: row.duty === 'on_duty',
      active: row.active !== false,
      email: wordOf(row.email) ?? user?.email ?? null,
      userId: user?.id ?? null,
      jobNumber: String(row.jobNumber ?? ''),
      trades: idsOf(row.trades),
      openOrderCap: typeof row.openOrderCap === 'number' ? row.openOrderCap : null,
    };
  });
  return {
    staff: new Map(entries.map((entry) => [entry.id, entry])),
    byUser: new Map(
      entries.flatMap((entry) => (entry.userId === null ? [] : [[entry.userId, entry] as const])),
    ),
    heads: new Map(
      departments.flatMap((row) =>
        idOf(row.head) ? [[row.documentId, String(idOf(row.head))] as const] : [],
      ),
    ),
    teams: crews,
    employers: new Map(
      teams.flatMap((row) =>
        idOf(row.contractor) ? [[row.documentId, String(idOf(row.contractor))] as const] : [],
      ),
    ),
  };
}
