import type { PoolClient } from 'pg';
import { actionOf, parseInput } from '../../rules/cases/decide';
import type { ActionContext, CaseRecord } from '../../rules/cases/types';
import { Refusal } from '../../rules/refusal';
import { query } from '../db';
import { definitionOf, type Office } from '../office';
import type { Policy } from '../policy';
import type { Ask, Asked, Asking, Look } from './ask';
import { takeLocks, type BriefLock } from './brief-lock';
import type { Work } from '../work';
import { dispatch } from './dispatch';
import { group, neighbours } from './groups';
import { homeHeld, leasesOfHome } from './holdings';
import { home } from './home';
import { entrusting, keysExpected, keyStanding, keyStillOut } from './keys';
import { photos } from './photos';
import { repeats } from './repeats';
import { callPlaced, unitsOfPlan } from './house-calls';
import { rework } from './rework';
import { steward } from './steward';
import { visitsOfLetter } from './visits-of-letter';

/** The questions that actions may ask, by name. */
const ASKS: Readonly<Record<string, Ask>> = {
  dispatch,
  group,
  home,
  home_held: homeHeld,
  leases_of_home: leasesOfHome,
  neighbours,
  photos,
  repeats,
  rework,
  steward,
  call_placed: callPlaced,
  entrusting,
  key_standing: keyStanding,
  keys_expected: keysExpected,
  key_still_out: keyStillOut,
  units_of_plan: unitsOfPlan,
  visits_of_letter: visitsOfLetter,
};

export type Answers = ActionContext['answers'];

/** One action whose questions are to be answered. */
export interface Question {
  readonly type: string;
  readonly action: string;
  readonly record: CaseRecord | null;
  readonly root?: CaseRecord | null;
  readonly input: unknown;
  readonly actor: Asked['actor'];
  readonly now: number;
}

export interface Questioning {
  readonly office: Office;
  readonly client: PoolClient;
  readonly policy: Policy;
  /** Nothing will be written by the answers, so nobody need be kept from changing them. */
  readonly unlocked?: boolean;
  /** Takes those locks that need not be held to the commit. */
  readonly brief?: BriefLock;
}

/** An action whose questions cannot be answered where it is: it must be performed in a transaction of its own. */
export class NeedsItsOwn extends Error {}

const askNamed = (name: string): Ask => {
  const ask = ASKS[name];
  if (!ask) throw new Error(`nobody answers ${name}`);
  return ask;
};

/** The questions that an action asks of this input; none where the input will be refused anyway. */
export function questionsOf(office: Pick<Office, 'definitions'>, policy: Policy, question: Question) {
  const action = actionOf(definitionOf(office, question.type), question.action);
  if (!action.asks?.length) return [];
  const { type, record, root, actor, now } = question;
  let input: Readonly<Record<string, unknown>>;
  try {
    input = parseInput(action.input, question.input);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
  const asked: Asked = { type, record, root: root ?? null, input, actor, now };
  return action.asks
    .map((name) => ({ name, ask: askNamed(name), asked }))
    .filter(({ ask }) => ask.when?.(asked, policy) ?? true);
}

/** Whether an answer depends on what others do at the same time. */
export const bearsOnOthers = (ask: Ask): boolean => Boolean(ask.apart ?? ask.locks ?? ask.wide);

/** Those of the answers that hold for what follows from the action they were given for. */
export const wideAmong = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => askNamed(name).wide));

/** Tells whoever gave the answers to an action what has become of it. */
export function noteDecided(answers: Answers, work: Work): void {
  for (const [name, answer] of Object.entries(answers)) askNamed(name).decided?.(answer, work);
}

/** What has been decided under the brief locks, as statements that let everybody reckon with it. */
export const putDownOf = (answers: readonly (Answers | null)[], works: readonly Work[]) =>
  [...new Set(answers.flatMap((given) => Object.keys(given ?? {})))].flatMap(
    (name) => askNamed(name).putDown?.(works) ?? [],
  );

/** Answers the questions of one action; what the answers stand on stays locked until the transaction ends. */
export async function answersTo(questioning: Questioning, question: Question): Promise<Answers> {
  const [answers] = await answersToAll(questioning, [question]);
  return answers ?? {};
}

/** What is asked by many actions at once, sorted by who answers it. */
interface Sorted {
  /** By action: what is to be filled with its answers; null for one that must be decided apart from another. */
  readonly answers: readonly (Record<string, unknown> | null)[];
  readonly groups: ReadonlyMap<string, readonly { readonly index: number; readonly asked: Asked }[]>;
  readonly locks: ReadonlySet<string>;
  /** Locks that need not be held to the commit. */
  readonly briefLocks: ReadonlySet<string>;
}

function sortOut({ office, policy, brief }: Questioning, questions: readonly Question[]): Sorted {
  const answers: (Record<string, unknown> | null)[] = questions.map(() => ({}));
  const groups = new Map<string, { index: number; asked: Asked }[]>();
  const keys = new Set<string>();
  const locks = new Set<string>();
  const briefLocks = new Set<string>();
  for (const [index, question] of questions.entries()) {
    const own = questionsOf(office, policy, question);
    const apart = own.flatMap(({ name, ask, asked }) => {
      const key = ask.apart?.(asked, policy);
      return key ? [`${name} ${key}`] : [];
    });
    if (apart.some((key) => keys.has(key))) {
      answers[index] = null;
      continue;
    }
    for (const key of apart) keys.add(key);
    for (const { name, ask, asked } of own) {
      const group = groups.get(name);
      if (group) group.push({ index, asked });
      else groups.set(name, [{ index, asked }]);
      for (const lock of ask.locks?.(asked, policy) ?? [])
        (brief && ask.putDown ? briefLocks : locks).add(lock);
    }
  }
  return { answers, groups, locks, briefLocks };
}

/**
 * Answers the questions of many actions at once; null for one that must be decided apart from another
 * of them, because what that one does bears on its answer.
 */
export async function answersToAll(
  questioning: Questioning,
  questions: readonly Question[],
): Promise<readonly (Answers | null)[]> {
  const { office, client, policy, unlocked = false, brief } = questioning;
  const { answers, groups, locks, briefLocks } = sortOut(questioning, questions);
  const fill = async (names: readonly string[], by: PoolClient): Promise<void> => {
    const asked = names.map((name) => ({ name, asked: (groups.get(name) ?? []).map((one) => one.asked) }));
    for (const [name, given] of await findAll({ office, client: by, policy }, asked))
      groups.get(name)?.forEach(({ index }, at) => {
        const own = answers[index];
        if (own) own[name] = given[at];
      });
  };
  const names = [...groups.keys()];
  const briefly = names.filter((name) => brief && askNamed(name).putDown);
  // In one order everywhere, so that two transactions never wait for each other in a ring.
  const lock = locks.size > 0 && !unlocked ? takeLocks(client, [...locks].sort()) : null;
  const others = names.filter((name) => !briefly.includes(name));
  await Promise.all([lock, fill(others, client)]);
  if (brief && briefly.length > 0) await brief.take([...briefLocks].sort(), (by) => fill(briefly, by));
  return answers;
}

type Found = readonly [name: string, answers: readonly unknown[]];

/** Answers each question by its own look, all of them in one trip where they are looks. */
async function findAll(
  asking: Asking,
  questions: readonly { readonly name: string; readonly asked: readonly Asked[] }[],
): Promise<Found[]> {
  const looks: { readonly name: string; readonly look: Look<unknown> }[] = [];
  const found: Found[] = [];
  for (const { name, asked } of questions) {
    const answering = askNamed(name).answer(asking, asked);
    if ('text' in answering) looks.push({ name, look: answering });
    else found.push([name, await answering]);
  }
  return [...found, ...(await look(asking.client, looks))];
}

/** All looks in one trip. */
async function look(
  client: Asking['client'],
  looks: readonly { readonly name: string; readonly look: Look<unknown> }[],
): Promise<Found[]> {
  if (looks.length === 0) return [];
  const values: unknown[] = [];
  const selected = looks.map(({ look: { text, values: own } }, index) => {
    const before = values.length;
    values.push(...own);
    const moved = text.replace(/\$(\d+)/g, (_, number: string) => `$${before + Number(number)}`);
    return `(SELECT json_agg(rows) FROM (${moved}) rows) AS look${index}`;
  });
  const [row] = await query<Record<string, unknown>>(client, `SELECT ${selected.join(', ')}`, values);
  return looks.map(({ name, look: { answers } }, index) => [
    name,
    answers((row?.[`look${index}`] ?? []) as readonly never[]),
  ]);
}

/** Proves that every question that the case types ask has somebody to answer it. Throws a plain Error. */
export function assertAnswered(office: Pick<Office, 'definitions'>): void {
  for (const { actions } of office.definitions.values())
    for (const { asks = [] } of Object.values(actions)) asks.forEach(askNamed);
}
