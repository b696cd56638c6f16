import { firstAction } from '../../../rules/cases/define';
import { moment } from '../../../rules/cases/inputs';
import { matchEmergency } from '../../../rules/emergency';
import type { Neighbours } from '../../../rules/groups';
import { suggestCategories } from '../../../rules/intake';
import { invalid, Refusal } from '../../../rules/refusal';
import { refusalMessage } from '../../../rules/words/refusal-message';
import { say } from '../../../rules/words/say';
import { inputOfBody } from '../../guard/body';
import { definitionOf } from '../../office';
import type { Policy } from '../../policy';
import { rehearse, type Rehearsed } from '../../rehearse';
import type { Viewing } from '../views';
import { withCaller } from './caller';
import { likelyGroup } from './group';
import { learnedBy } from './learned';
import { assertMayRegister, type Sight } from './may';
import { emergencyOf, outcomeView, type EmergencyView, type OutcomeView } from './outcome';

type Body = Readonly<Record<string, unknown>>;

export interface CategoryView {
  readonly documentId: string;
  readonly label: string;
  readonly kind: string | null;
  /** Its names that the words have something of. */
  readonly because: readonly string[];
}

export interface Preview {
  /** Why it would not be taken in, or null. */
  readonly refusal: { readonly code: string; readonly message: string; readonly field: string | null } | null;
  /** Categories that the words speak for, the best first. */
  readonly categories: readonly CategoryView[];
  /** Judged from the words also where the request would not be taken in yet. */
  readonly emergency: EmergencyView;
  readonly outcome: OutcomeView | null;
}

interface Asked {
  readonly input: unknown;
  readonly caller?: unknown;
  /** When it is imagined to come in, ISO 8601; now where nothing is said. */
  readonly at?: unknown;
}

/**
 * What registering this request would bring about, at this moment or another: nothing is written, numbered, sent or
 * given out. A request that would be refused is answered with why. Throws NOT_ENTITLED; INPUT_INVALID for `at`.
 */
export async function previewRequest(viewing: Viewing, sight: Sight, asked: Asked): Promise<Preview> {
  assertMayRegister(viewing);
  return (await imagineRequest(viewing, sight, asked)).preview;
}

/** The same with what was decided; null of a request that would be refused. */
export async function imagineRequest(
  viewing: Viewing,
  sight: Sight,
  asked: Asked,
): Promise<{ readonly preview: Preview; readonly rehearsed: Rehearsed | null }> {
  const { office, locale } = viewing;
  const now = momentOf(asked.at) ?? office.now();
  const body = (asked.input ?? {}) as Body;
  const policy = await office.policy.current(office.pool);
  const judged = judgedByWords(body, policy);
  const categories = await suggested(viewing, policy, body, judged.rule);
  try {
    const { outcome, rehearsed } = await outcomeOf(viewing, sight, { asked, now });
    return { preview: { refusal: null, categories, emergency: outcome.emergency, outcome }, rehearsed };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, details } = error;
    const { timeZone } = office;
    const preview = {
      refusal: {
        code,
        message: refusalMessage({ code, details: { type: 'ticket', ...details }, locale, timeZone }),
        field: typeof details.field === 'string' ? details.field : null,
      },
      categories,
      emergency: emergencyOf(judged.record, policy, locale),
      outcome: null,
    };
    return { preview, rehearsed: null };
  }
}

/** A moment that was given, epoch milliseconds; undefined where none was. Throws INPUT_INVALID for `at`. */
export function momentOf(at: unknown): number | undefined {
  if (at === undefined || at === null || at === '') return undefined;
  const read = moment().safeParse(at);
  if (!read.success) throw invalid('INPUT_INVALID', { field: 'at', reason: 'format' });
  return Date.parse(read.data);
}

async function outcomeOf(
  viewing: Viewing,
  sight: Sight,
  { asked, now }: { asked: Asked; now: number },
): Promise<{ readonly outcome: OutcomeView; readonly rehearsed: Rehearsed }> {
  const { office, actor } = viewing;
  const action = firstAction(definitionOf(office, 'ticket'));
  const given = (await inputOfBody(office, { type: 'ticket', action, body: asked.input })) as Body;
  const input = await withCaller(viewing, sight, { input: given, caller: asked.caller });
  const rehearsed = await rehearse(office, { type: 'ticket', action, input, actor, now });
  const { held, work, answers } = rehearsed;
  const cases = [...work.cases.values()];
  const outcome = await outcomeView(viewing, {
    record: held.record,
    orders: cases.filter(({ type }) => type === 'dispatch-order').map(({ record }) => record),
    clocks: cases.flatMap(({ clocks }) => clocks),
    policy: work.policy,
    group: await likelyGroup(viewing, {
      record: held.record,
      policy: work.policy,
      neighbours: answers.neighbours as Neighbours | undefined,
    }),
  });
  return { outcome, rehearsed };
}

/** What the words alone say, before anything else is known [B-02]. */
function judgedByWords({ matter, category, kind, urgency }: Body, policy: Policy) {
  const entry = policy.categories.get(String(category ?? ''));
  const text = typeof matter === 'string' ? matter : '';
  const talkedAbout = kind === 'inquiry' || kind === 'suggestion' || kind === 'paid_service';
  const hit = talkedAbout
    ? null
    : matchEmergency(policy.emergencyRules, { text, categories: entry?.path ?? [] });
  const urgent = hit !== null || entry?.defaultUrgency === 'urgent' || urgency === 'urgent';
  return {
    rule: hit?.rule ?? null,
    record: {
      category,
      urgency: urgent ? 'urgent' : 'ordinary',
      ...(hit ? { emergencyRule: hit.rule.id, emergencyWord: hit.word } : {}),
    },
  };
}

async function suggested(
  { office, locale }: Viewing,
  policy: Policy,
  { matter, kind }: Body,
  rule: { readonly categories: readonly string[] } | null,
): Promise<CategoryView[]> {
  if (typeof matter !== 'string' || matter.trim() === '') return [];
  const described = {
    text: matter.slice(0, 1_000),
    kind: typeof kind === 'string' ? kind : null,
    emergencyCategories: rule?.categories ?? [],
  };
  return suggestCategories(described, policy, await learnedBy(office)).flatMap(({ category, because }) => {
    const words = policy.categoryWords.get(category);
    return words ? [{ documentId: category, label: say(words.name, locale), kind: words.kind, because }] : [];
  });
}
