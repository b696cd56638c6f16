import { SUPERIORS } from '../../../rules/cases/people';
import { forbidden, notFound, Refusal } from '../../../rules/refusal';
import { refusalMessage } from '../../../rules/words/refusal-message';
import { say } from '../../../rules/words/say';
import type { Draft } from '../../imagine';
import type { Sight } from '../intake/may';
import type { Viewing } from '../views';
import { checkDue } from './calendars';
import { checkRequest } from './requests';
import { settingAsSaved, settingWith, type Setting } from './settings';
import { checkVisits } from './visit-forms';
import { checkWarranty } from './warranties';

type Values = Readonly<Record<string, unknown>>;

export interface RuleAsked {
  /** API name of the rule's type. */
  readonly type: string;
  /** The row that is looked at; null for one that is not there yet. */
  readonly documentId: string | null;
  /** What is imagined: a request, an amount of time, a home. */
  readonly data: Values;
  readonly at: unknown;
  readonly later: Values;
  /** The row as it stands on the form, where that differs from what is saved. */
  readonly draft: Draft | null;
}

/** What one setting of the office brings about, or why nothing can be said. */
export interface Outcome {
  readonly result: unknown;
  readonly refusal: {
    readonly code: string;
    readonly message: string;
    readonly field: string | null;
  } | null;
}

export interface RuleCheck {
  /** As everything is saved now; null of a row that is not there yet and says nothing without. */
  readonly saved: Outcome | null;
  /** As it would be with the draft. */
  readonly drafted: Outcome | null;
}

type Checker = (viewing: Viewing, sight: Sight, setting: Setting, asked: RuleAsked) => Promise<unknown>;

/** The words of a request that the manager did not describe. */
const UNDESCRIBED = { zh: '（试算）', en: '(a trial)' } as const;

const aboutRequests: Checker = (viewing, sight, setting, { type, data, at, later }) => {
  const blank = typeof data.matter !== 'string' || data.matter.trim() === '';
  const input = blank ? { ...data, matter: say(UNDESCRIBED, viewing.locale) } : data;
  return checkRequest(viewing, sight, { setting, type, asked: { input, at, later } });
};

const CHECKERS: Readonly<Record<string, Checker>> = {
  target: aboutRequests,
  'dispatch-rule': aboutRequests,
  'emergency-rule': aboutRequests,
  category: aboutRequests,
  'work-calendar': async (viewing, _sight, setting, { data, at }) =>
    checkDue(setting, viewing, { ...data, at }),
  'visit-policy': (_viewing, _sight, setting, { data }) => checkVisits(setting, data),
  'warranty-term': (viewing, _sight, setting, { data, at }) =>
    checkWarranty(setting, viewing, { ...data, at }),
};

/** Only those who answer for others' work try rules out. Throws NOT_ENTITLED, CASE_TYPE_UNKNOWN. */
export function assertMayCheck({ actor }: Viewing, type: string): void {
  if (!Object.hasOwn(CHECKERS, type)) throw notFound('CASE_TYPE_UNKNOWN', { type });
  if (actor.kind !== 'staff' || !actor.posts.some((post) => SUPERIORS.includes(post)))
    throw forbidden('NOT_ENTITLED', { action: 'check', type });
}

/**
 * What would happen by a rule as it is saved and, where the form says otherwise, as it would be with the form saved
 * [C-09]: nothing is written, numbered, sent or given out. What is asked wrongly is answered with why. Throws NOT_ENTITLED,
 * CASE_TYPE_UNKNOWN.
 */
export async function checkRule(viewing: Viewing, sight: Sight, asked: RuleAsked): Promise<RuleCheck> {
  const { type, documentId, draft } = asked;
  assertMayCheck(viewing, type);
  const { office } = viewing;
  const outcome = (read: () => Promise<Setting>) =>
    answered(viewing, type, async () => CHECKERS[type]?.(viewing, sight, await read(), asked));
  const saved =
    draft?.documentId === null ? null : await outcome(() => settingAsSaved(office, type, documentId));
  const drafted = draft && (await outcome(() => settingWith(office, type, draft)));
  return { saved, drafted };
}

async function answered(
  { locale, office: { timeZone } }: Viewing,
  type: string,
  work: () => Promise<unknown>,
): Promise<Outcome> {
  try {
    return { result: await work(), refusal: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, details } = error;
    const message = refusalMessage({ code, details: { type, ...details }, locale, timeZone });
    return {
      result: null,
      refusal: { code, message, field: typeof details.field === 'string' ? details.field : null },
    };
  }
}
