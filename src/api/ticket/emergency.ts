import { z } from 'zod';
import { moment, someText, text } from '../../rules/cases/inputs';
import { INTAKE } from '../../rules/cases/people';
import type { ActionContext, Actor, CaseRecord, FollowUp, Message, Outcome } from '../../rules/cases/types';
import { matchEmergency, type EmergencyRule } from '../../rules/emergency';
import type { OfficeView } from '../../rules/office';
import { conflict, forbidden, invalid } from '../../rules/refusal';

/** Kinds of request in which words of danger report a danger; in the others they are talked about. */
const EMERGENCY_KINDS: ReadonlySet<unknown> = new Set(['repair', 'help', 'complaint']);

/** Stages in which nobody has begun yet, so that a matter put right is judged anew. */
const BEFORE_WORK: ReadonlySet<string> = new Set(['registered', 'assigned']);

interface Described {
  readonly kind: unknown;
  readonly matter: unknown;
  readonly category: unknown;
}

interface Judgement {
  readonly rule: EmergencyRule | null;
  readonly word: string | null;
  /** By a rule or by its category. */
  readonly urgent: boolean;
}

const described = ({ kind, matter, category }: CaseRecord): Described => ({ kind, matter, category });

/** Whether a request is an emergency, by the words of its matter or by its category [B-02]. */
function judge(office: OfficeView, { kind, matter, category }: Described): Judgement {
  const entry = office.categories.get(String(category ?? ''));
  const hit = EMERGENCY_KINDS.has(kind)
    ? matchEmergency(office.emergencyRules, { text: String(matter ?? ''), categories: entry?.path ?? [] })
    : null;
  return {
    rule: hit?.rule ?? null,
    word: hit?.word ?? null,
    urgent: hit !== null || entry?.defaultUrgency === 'urgent',
  };
}

/** What the judgement adds to an action: attributes, messages, and what the office does at once. */
export interface Urgency {
  readonly set: Readonly<Record<string, unknown>>;
  readonly messages: readonly Message[];
  readonly follow: readonly FollowUp[];
}

const NOTHING: Urgency = { set: {}, messages: [], follow: [] };

type Given = ActionContext<CaseRecord, Readonly<Record<string, unknown>>>;

/**
 * Whether somebody may say that what a rule or category calls urgent is not [B-02]: staff at a post that takes calls, and
 * the office itself; no outside system, no resident, and no technician.
 */
function speaksForDesk({ kind, posts }: Actor): boolean {
  if (kind === 'integration' || kind === 'resident') return false;
  return kind !== 'staff' || posts.some((post) => INTAKE.includes(post));
}

/**
 * How urgent a new request is [B-02]: what the caller says, raised by a rule or by its category unless the desk says
 * otherwise and why; the reason of anybody else is kept as what they said. Histories of other registers keep what they say.
 */
export function urgencyAtIntake({ input, actor, at, office }: Given): Urgency {
  const wish = input.urgency ?? 'ordinary';
  if (actor.kind === 'import') return { ...NOTHING, set: { urgency: wish } };
  const judgement = judge(office, {
    kind: input.kind,
    matter: input.matter,
    category: input.category,
  });
  const overridden = wish === 'ordinary' && hasText(input.urgencyReason) && speaksForDesk(actor);
  return brought(office, { judgement, overridden, wish, since: at, category: input.category });
}

/**
 * A matter or category put right before work begins is judged anew: it may make a request urgent, and never quietly
 * makes one ordinary. An override of the desk holds as long as the same rule speaks.
 */
export function urgencyAfterEdit({ record, input, actor, office }: Given): Urgency {
  const judgedAnew = input.matter !== undefined || input.category !== undefined;
  if (!judgedAnew || !BEFORE_WORK.has(record.stage)) return NOTHING;
  const merged = { ...record, ...input };
  const judgement = judge(office, { kind: record.kind, matter: merged.matter, category: merged.category });
  const known = judgement.rule ? judgement.rule.id === record.emergencyRule : wasUrgent(office, record);
  const decided = merged.urgency === 'urgent' || hasText(record.urgencyReason);
  if (!judgement.urgent || (known && decided)) return NOTHING;
  const overridden =
    input.urgency === 'ordinary' && hasText(input.urgencyReason ?? input.reason) && speaksForDesk(actor);
  const since = Date.parse(String(record.receivedAt));
  return brought(office, {
    judgement,
    overridden,
    wish: merged.urgency,
    since,
    category: merged.category,
  });
}

/** Whether a request as it stands is called urgent by a rule or by its category, whatever the desk said to that. */
const wasUrgent = (office: OfficeView, record: CaseRecord): boolean =>
  record.urgency === 'urgent' || judge(office, described(record)).urgent;

/** What a rule or its category made urgent is called ordinary by the desk only [B-02]. */
export function deskHasTheWord({ record, input, actor, office }: Given) {
  if (input.urgency !== 'ordinary' || record.urgency !== 'urgent' || speaksForDesk(actor)) return undefined;
  const found = Boolean(record.emergencyRule) || judge(office, described(record)).urgent;
  return found ? forbidden('URGENCY_BY_DESK_ONLY', { field: 'urgency', number: record.number }) : undefined;
}

interface Brought {
  readonly judgement: Judgement;
  readonly overridden: boolean;
  readonly wish: unknown;
  /** From when the damage counts as going on, epoch milliseconds. */
  readonly since: number;
  readonly category: unknown;
}

function brought(
  office: OfficeView,
  { judgement: { rule, word, urgent }, overridden, wish, since, category }: Brought,
): Urgency {
  const raised = urgent && !overridden;
  const set = {
    urgency: raised ? 'urgent' : wish,
    ...(rule ? { emergencyRule: rule.id, emergencyWord: word } : {}),
  };
  if (!raised) return { ...NOTHING, set };
  const department = office.categories.get(String(category ?? ''))?.department ?? null;
  return {
    set,
    messages: [{ template: 'ticket_emergency', to: { post: 'supervisor', department } }],
    follow: [
      ...(rule && toldOutside(office, rule).length > 0
        ? [{ type: 'ticket', id: 'self', action: 'tell_outside', input: { rule: rule.id } }]
        : []),
      ...(rule?.containFirst
        ? [
            {
              type: 'ticket',
              id: 'self',
              action: 'report_damage',
              input: { since: new Date(since).toISOString() },
            },
          ]
        : []),
    ],
  };
}

const toldOutside = ({ outsideParties }: OfficeView, rule: EmergencyRule) =>
  rule.outsideParties.flatMap((code) => outsideParties.get(code) ?? []);

const hasText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** The urgency, or a category that was given already, changes with a reason only [B-02]. */
export function reasonForChange({ record, input }: Given) {
  const reasoned = hasText(input.reason) || hasText(input.urgencyReason);
  if (input.urgency !== undefined && input.urgency !== record.urgency && !reasoned)
    return invalid('CHANGE_REASON_MISSING', { field: 'urgency' });
  const moved = input.category !== undefined && (input.category ?? null) !== (record.category ?? null);
  return record.category && moved && !reasoned
    ? invalid('CHANGE_REASON_MISSING', { field: 'category' })
    : undefined;
}

/** Which rule has spoken. */
export const outsideNotice = z.object({ rule: z.string() });

/** Each party outside the office that the rule names gets its message [B-02]. */
export function tellOutside({
  record,
  input,
  office,
}: ActionContext<CaseRecord, z.output<typeof outsideNotice>>): Outcome {
  const rule = office.emergencyRules.find(({ id }) => id === input.rule);
  const parties = rule ? toldOutside(office, rule) : [];
  const names = parties.map(({ name, phone }) =>
    phone && !name.zh.includes(phone) ? `${name.zh} ${phone}` : name.zh,
  );
  return {
    set: { outsidePartiesTold: names.join('、') },
    messages: parties.map(({ code }) => ({
      template: 'outside_party_emergency',
      to: { outsideParty: code },
      params: { matter: record.matter, place: record.exactLocation ?? '' },
    })),
    note: names.join('、'),
  };
}

export const ongoingDamage = z.object({ since: moment().nullish(), note: text(1000).nullish() });

/** Damage is going on: it is to be stopped before anything else, and counts from `since` [B-12]. */
export const reportDamage = ({
  input,
}: ActionContext<CaseRecord, z.output<typeof ongoingDamage>>): Outcome => ({
  set: {
    damageOngoing: true,
    containedAt: null,
    containMeasure: null,
    containedBy: null,
    containRuledOut: null,
  },
  note: input.note ?? undefined,
});

export const containment = z.object({
  measure: someText(),
  containedAt: moment().nullish(),
  containedBy: text(100).nullish(),
});

type Containment = ActionContext<CaseRecord, z.output<typeof containment>>;

/** The damage is stopped, by whom and how, at its own time [B-12]. */
export const contain = ({ input, at, actor }: Containment): Outcome => ({
  set: {
    damageOngoing: false,
    containedAt: new Date(at).toISOString(),
    containMeasure: input.measure,
    containedBy: hasText(input.containedBy) ? input.containedBy : actor.name,
  },
});

/** Only damage that goes on can be contained or ruled out. */
export const damageGoesOn = ({ record }: Pick<ActionContext, 'record'>) =>
  record.damageOngoing ? undefined : conflict('NO_DAMAGE_ONGOING', { number: record.number });

/** Damage that goes on is stopped, or ruled out, before anything else [B-12]. */
export const containedFirst = (ticket: CaseRecord | undefined) =>
  ticket?.damageOngoing ? conflict('CONTAINMENT_FIRST', { number: ticket.number }) : undefined;
