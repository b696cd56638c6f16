import type { CaseRecord } from '../../../rules/cases/types';
import type { Clock } from '../../../rules/clocks';
import { ruleOf } from '../../../rules/dispatch';
import { say } from '../../../rules/words/say';
import { query } from '../../db';
import type { Policy } from '../../policy';
import { labelsOf } from '../choices';
import type { GroupView } from './group';
import { clockView, enumLabel, stageLabel, type ClockView, type Viewing } from '../views';

/** A request as it would be, or as it is, and what was decided with it. */
export interface Decided {
  readonly record: CaseRecord;
  readonly orders: readonly CaseRecord[];
  readonly clocks: readonly Clock[];
  readonly policy: Policy;
  /** The group matter that it would belong to; known of what is imagined only [E-04]. */
  readonly group?: GroupView | null;
}

export interface EmergencyView {
  readonly urgent: boolean;
  /** The rule that the words set off; null where it is the category, or the desk's own word. */
  readonly rule: { readonly documentId: string; readonly name: string; readonly hazard: string } | null;
  readonly word: string | null;
  /** Its category alone makes it urgent. */
  readonly byCategory: boolean;
  /** Damage goes on and is stopped first [B-12]. */
  readonly containFirst: boolean;
  /** Who outside the office is told. */
  readonly outside: readonly string[];
}

/** How urgent a request is, and why [B-02]. */
export function emergencyOf(
  record: Readonly<Record<string, unknown>>,
  policy: Policy,
  locale: Viewing['locale'],
): EmergencyView {
  const rule = policy.emergencyRules.find(({ id }) => id === record.emergencyRule);
  const urgent = record.urgency === 'urgent';
  const category = policy.categories.get(String(record.category ?? ''));
  return {
    urgent,
    rule: rule
      ? {
          documentId: rule.id,
          name: say(rule.name, locale),
          hazard: enumLabel('emergency-rule', 'hazard', rule.hazard, locale),
        }
      : null,
    word: typeof record.emergencyWord === 'string' ? record.emergencyWord : null,
    byCategory: urgent && !rule && category?.defaultUrgency === 'urgent',
    containFirst: urgent && rule?.containFirst === true,
    outside: urgent
      ? (rule?.outsideParties ?? []).flatMap((code) => {
          const party = policy.outsideParties.get(code);
          return party ? [say(party.name, locale)] : [];
        })
      : [],
  };
}

/** One promise of a request, with the target that sets it. */
export interface PromiseView extends Pick<ClockView, 'name' | 'label' | 'rule' | 'caseType' | 'explanation'> {
  readonly startedAt: string;
  readonly dueAt: string;
  /** Made to whoever calls; the others the office makes to itself. */
  readonly toCaller: boolean;
  readonly target: { readonly documentId: string; readonly code: string; readonly name: string } | null;
}

/** Promises that concern nobody outside the office. */
const INTERNAL: ReadonlySet<string> = new Set(['accept', 'submit_up', 'feedback']);

/** The promises that run, those due first first [C-09]. */
function promisesOf({ clocks, policy }: Decided, { office, locale }: Viewing): PromiseView[] {
  return [...clocks]
    .filter(({ stoppedAt }) => stoppedAt === null)
    .sort((a, b) => a.dueAt - b.dueAt)
    .map((clock) => {
      const target =
        policy.targets.find(({ id, version }) => id === clock.targetId && version === clock.targetVersion) ??
        office.policy.version(clock.targetId, clock.targetVersion);
      const { name, label, rule, caseType, explanation } = clockView(clock, target, locale);
      return {
        name,
        label,
        rule,
        caseType,
        explanation,
        startedAt: new Date(clock.startedAt).toISOString(),
        dueAt: new Date(clock.dueAt).toISOString(),
        toCaller: !INTERNAL.has(name),
        target: target ? { documentId: target.id, code: target.code, name: say(target.name, locale) } : null,
      };
    });
}

/** Who goes, and by which rule [B-03]. */
async function dispatchOf({ record, orders, policy }: Decided, { office, locale }: Viewing) {
  const rule = ruleOf(record, policy);
  const ids = (field: string) =>
    orders.flatMap((order) => (typeof order[field] === 'string' ? [order[field]] : []));
  const teams = await labelsOf(office, 'team', ids('team'));
  const [named] = rule
    ? await query<{ name: string; nameEn: string | null }>(
        office.pool,
        'SELECT name, name_en AS "nameEn" FROM dispatch_rules WHERE document_id = $1',
        [rule.id],
      )
    : [];
  const word = (field: string, value: unknown) =>
    typeof value === 'string' && value !== '' ? enumLabel('ticket', field, value, locale) : null;
  return {
    rule: rule
      ? {
          documentId: rule.id,
          code: rule.code,
          name: (locale === 'en' ? named?.nameEn : null) ?? named?.name ?? rule.code,
          mode: rule.mode,
          modeLabel: enumLabel('dispatch-rule', 'mode', rule.mode, locale),
        }
      : null,
    orders: orders.map((order) => ({
      stage: order.stage,
      stageLabel: stageLabel('dispatch-order', order.stage, locale),
      technician: policy.directory.staff.get(String(order.technician))?.name ?? null,
      team: teams.get(String(order.team)) ?? null,
    })),
    /** Nobody could be sent: why. */
    alarm: word('dispatchAlarm', record.dispatchAlarm),
  };
}

/** The request that this one repeats, or whose work it does again [A-08][B-09]. */
async function earlierOf({ record, policy }: Decided, { office, locale }: Viewing) {
  const id = record.repeatOf ?? record.reworkOf;
  if (typeof id !== 'string') return null;
  const [row] = await query<{ number: string; matter: string; stage: string; receivedAt: string }>(
    office.pool,
    'SELECT number, left(matter, 300) AS matter, stage, received_at AS "receivedAt" FROM tickets WHERE document_id = $1',
    [id],
  );
  if (!row) return null;
  const worker = policy.directory.staff.get(String(record.proposedHandler ?? record.reworkBy ?? ''));
  return {
    ...row,
    documentId: id,
    stageLabel: stageLabel('ticket', row.stage, locale),
    count: Number(record.repeatCount ?? 0),
    repeat: typeof record.repeatOf === 'string',
    rework: record.rework === true,
    priority: String(record.priority ?? 'normal'),
    priorityLabel: enumLabel('ticket', 'priority', String(record.priority ?? 'normal'), locale),
    worker: worker?.name ?? null,
  };
}

/** What the desk tells the caller of a request: urgent or not and why, what was promised, who comes, what came before. */
export async function outcomeView(viewing: Viewing, decided: Decided) {
  const { record, policy } = decided;
  const { locale } = viewing;
  const [earlier, dispatch] = await Promise.all([earlierOf(decided, viewing), dispatchOf(decided, viewing)]);
  return {
    kind: String(record.kind),
    kindLabel: enumLabel('ticket', 'kind', String(record.kind), locale),
    stage: record.stage,
    stageLabel: stageLabel('ticket', record.stage, locale),
    receivedAt: String(record.receivedAt),
    emergency: emergencyOf(record, policy, locale),
    earlier,
    group: decided.group ?? null,
    promises: promisesOf(decided, viewing),
    dispatch,
    accountable: policy.directory.staff.get(String(record.accountable))?.name ?? null,
  };
}

export type OutcomeView = Awaited<ReturnType<typeof outcomeView>>;
