import { targetsAhead, type TargetPolicy } from '../../../rules/clocks';
import { compileCalendar, sayAmount } from '../../../rules/time';
import { owesVisit } from '../../../rules/visits';
import { eventWords } from '../../../rules/words/cases';
import { enumWord } from '../../../rules/words/enums';
import { say } from '../../../rules/words/say';
import { factsOf } from '../../work';
import { imagineRequest, type Preview } from '../intake/preview';
import type { Sight } from '../intake/may';
import type { Viewing } from '../views';
import { PARTS, type PartView } from './part';
import type { Setting } from './settings';

type Values = Readonly<Record<string, unknown>>;

export interface RequestAsked {
  /** The request as it would be registered. */
  readonly input: Values;
  /** When it is imagined to come in; ISO 8601. */
  readonly at: unknown;
  /** What is found out about it later: its class of fault. */
  readonly later: Values;
}

/** A promise that begins with something that has not happened yet. */
export interface AheadView {
  readonly label: string;
  readonly rule: string | null;
  /** What starts it, in words. */
  readonly starts: string;
  /** How much time, and how it is counted. */
  readonly amount: string;
  readonly target: { readonly documentId: string; readonly name: string };
}

export interface RequestCheck extends Preview {
  readonly ahead: readonly AheadView[];
  /** null where the row is not there yet. */
  readonly part: PartView | null;
  /** Whether the requester is called on once it is done [D-01]. */
  readonly visitOwed: boolean;
}

/** Types whose promises follow a request by itself, in the order in which they come. */
const FOLLOWING = ['ticket', 'dispatch-order'] as const;

/** What a request would bring about under this setting, and the part that the row plays in it. Throws INPUT_INVALID for `at`. */
export async function checkRequest(
  viewing: Viewing,
  sight: Sight,
  { setting, type, asked }: { setting: Setting; type: string; asked: RequestAsked },
): Promise<RequestCheck> {
  const { office, row } = setting;
  const { locale } = viewing;
  const { input, at } = asked;
  const { preview, rehearsed } = await imagineRequest({ ...viewing, office }, sight, { input, at });
  const policy = rehearsed?.work.policy ?? (await office.policy.current(office.pool));
  const urgency = preview.emergency.urgent ? 'urgent' : 'ordinary';
  const record: Values = { urgency, ...input, ...rehearsed?.held.record, ...asked.later };
  const facts = factsOf(policy, record);
  const running = new Set(preview.outcome?.promises.map(({ caseType, name }) => `${caseType}.${name}`));
  const visitOwed = owesVisit(record);
  const ahead = [
    ...targetsAhead(policy.targets, facts, { caseTypes: FOLLOWING, running }),
    ...(visitOwed
      ? targetsAhead(policy.targets, { ...facts, kind: null }, { caseTypes: ['return-visit'], running })
      : []),
  ];
  const sentBy = preview.outcome?.dispatch.rule?.name ?? null;
  const imagined = { record, facts, policy, sentBy, locale };
  return {
    ...preview,
    ahead: ahead.map((target) => aheadView(target, locale)),
    part: row ? (PARTS[type]?.(String(row.documentId), imagined) ?? null) : null,
    visitOwed,
  };
}

function aheadView(target: TargetPolicy, locale: Viewing['locale']): AheadView {
  const word = enumWord('clock', 'name', target.clock);
  const event = eventWords[target.startsOn];
  return {
    label: word ? say(word, locale) : target.clock,
    rule: target.rule,
    starts: event ? say(event, locale) : target.startsOn,
    amount: sayAmount({ calendar: compileCalendar(target.calendar), amount: target.amount }, locale),
    target: { documentId: target.id, name: say(target.name, locale) },
  };
}
