import { lately } from '../lately';
import { contextOf } from './context';
import { foundAt, indexOf, type Found, type PhraseIndex } from './phrases';
import type { EmergencyHit, EmergencyQuestion, EmergencyRule } from './types';
import { unitsOf, type Units } from './units';

interface Mark {
  readonly rule: EmergencyRule;
  readonly word: string;
}

interface Compiled {
  readonly words: PhraseIndex<Mark>;
  readonly excluding: PhraseIndex<EmergencyRule>;
  /** What was found in texts heard lately: one request asks more than once. */
  readonly heard: ReturnType<typeof lately<{ readonly hit: EmergencyHit | null }>>;
}

const HEARD_KEPT = 200;

const compiled = new WeakMap<readonly EmergencyRule[], Compiled>();

/**
 * The emergency that a request reports, with the rule and the word that told it, or null [B-02].
 *
 * A word counts where its clause does not deny it (not, fixed, if, drill) and the rule makes sense in the branch of
 * the category. Of several the one that begins first speaks, then the longer; among equals the rule's `order`, then its
 * code. Places are indexes of the text given. Rules are read once per array, so hand in the same array again; time
 * grows with the length of the text and nothing else. Throws nothing: a word without a letter never hits.
 */
export function matchEmergency(
  rules: readonly EmergencyRule[],
  { text, categories }: EmergencyQuestion,
): EmergencyHit | null {
  const known = compile(rules);
  const question = [text, ...categories].join('\0');
  const heard = known.heard.get(question);
  if (heard) return heard.hit;
  const hit = found(known, { text, categories });
  known.heard.set(question, { hit });
  return hit;
}

function found({ words, excluding }: Compiled, { text, categories }: EmergencyQuestion): EmergencyHit | null {
  const units = unitsOf(text);
  const marks = everyFound(words, units).filter(({ mark }) => speaksIn(mark.rule, categories));
  if (marks.length === 0) return null;
  const { denies } = contextOf(units, new Map(marks.map(({ pieces }) => [pieces.at(-1)![1], pieces[0]![0]])));
  const isExcluded = exclusionsOf(excluding, units);
  const hit = marks.sort(byWhoSpeaks).find((each) => !isExcluded(each) && !denies(each));
  return hit ? hitOf(hit, units) : null;
}

function compile(rules: readonly EmergencyRule[]): Compiled {
  const known = compiled.get(rules);
  if (known) return known;
  const made: Compiled = {
    words: indexOf(rules.flatMap((rule) => rule.words.map((word) => [word, { rule, word }] as const))),
    excluding: indexOf(rules.flatMap((rule) => rule.excluding.map((phrase) => [phrase, rule] as const))),
    heard: lately(HEARD_KEPT),
  };
  compiled.set(rules, made);
  return made;
}

const speaksIn = (rule: EmergencyRule, path: readonly string[]): boolean =>
  rule.categories.length === 0 || path.length === 0 || rule.categories.some((id) => path.includes(id));

function everyFound<Mark>(index: PhraseIndex<Mark>, units: Units): Found<Mark>[] {
  const found: Found<Mark>[] = [];
  for (let at = 0; at < units.texts.length; at += 1) found.push(...foundAt(index, units, at));
  return found;
}

/** Tells of a hazard found whether a phrase that its rule excludes lies over a part of it. */
function exclusionsOf(excluding: PhraseIndex<EmergencyRule>, units: Units): (found: Found<Mark>) => boolean {
  const covered = new Map<EmergencyRule, Uint8Array>();
  for (const { mark, pieces } of everyFound(excluding, units)) {
    let cover = covered.get(mark);
    if (!cover) covered.set(mark, (cover = new Uint8Array(units.texts.length)));
    for (const [from, to] of pieces) cover.fill(1, from, to);
  }
  return ({ mark, pieces }) => {
    const cover = covered.get(mark.rule);
    return cover !== undefined && pieces.some(([from, to]) => cover.subarray(from, to).includes(1));
  };
}

function byWhoSpeaks(a: Found<Mark>, b: Found<Mark>): number {
  const [aFrom, aTo] = spanOf(a);
  const [bFrom, bTo] = spanOf(b);
  return (
    aFrom - bFrom ||
    bTo - aTo ||
    a.mark.rule.order - b.mark.rule.order ||
    compare(a.mark.rule.code, b.mark.rule.code) ||
    compare(a.mark.word, b.mark.word)
  );
}

const spanOf = ({ pieces }: Found<unknown>): readonly [number, number] => [pieces[0]![0], pieces.at(-1)![1]];
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function hitOf(found: Found<Mark>, units: Units): EmergencyHit {
  const [from, to] = spanOf(found);
  return { ...found.mark, at: [units.starts[from] as number, units.ends[to - 1] as number] };
}
