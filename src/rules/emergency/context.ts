import type { Found } from './phrases';
import { ahead, endingAt, ofClause, startingAt, type SignOfClause } from './signs';
import type { Units } from './units';

/** How many signs are read back from a hazard at most. */
const MOST_SIGNS = 12;
/** How far behind a hazard the word that it is put right may stand. */
const REMEDY_WITHIN = 14;

/** How long a clause may be that says only when or where something was. */
const WHEN_WITHIN = 8;

const NOT_YET = new Set([
  ...'没未不无难谁何等快请求望要需催待应才未曾',
  ...'not never to be must need needs needed should please until when can could will want cannot yet get'.split(
    ' ',
  ),
]);
const DONE_BEFORE = new Set([
  ...'已现刚均都',
  ...'been is was were are now already got has have since just being'.split(' '),
]);
const DONE_AFTER = new Set([...'了好完正']);
const NOT_FOR_GOOD = new Set([...'又再后仍还但过次吗么否', 'again', 'but', 'still', 'yet']);
const ASKS = new Set([...'吗么嘛']);

/** What bears on the hazards of one text. Each clause is read once. */
export interface Context {
  /** True when the clause says that the hazard found is not there: denied, put right, past, supposed or taught. */
  readonly denies: (found: Found<unknown>) => boolean;
}

/** A year as it is written of what is history: 2018年. Who reports what is wrong now names no year. */
const YEAR = /^(19|20)\d\d$/;

/**
 * Reads negations and the like around hazards, not beyond the clause of the hazard, but for what holds for a whole
 * sentence: that a supposition goes on in the next clause, and that what is past goes on still [B-02].
 * `spans` are hazards found, end to start, so that a list of them can be denied as one.
 */
export function contextOf(units: Units, spans: ReadonlyMap<number, number>): Context {
  const clauses = new Map<number, Clause>();
  const clauseOf = (at: number): Clause => {
    const start = units.clauseStarts[at] as number;
    const known = clauses.get(start);
    if (known) return known;
    const clause = readClause(units, start, units.clauseEnds[at] as number);
    clauses.set(start, clause);
    return clause;
  };
  const goesOn = (at: number): boolean => {
    const end = units.sentenceEnds[at] as number;
    for (let next = units.clauseEnds[at] as number; next < end; next = units.clauseEnds[next] as number)
      if (clauseOf(next).still) return true;
    return false;
  };
  const supposedBefore = (start: number): boolean =>
    start > (units.sentenceStarts[start] as number) && clauseOf(start - 1).supposedFrom !== Infinity;
  /** 2018年底，那围墙倒了: when it was may stand in a short clause of its own. */
  const saidToBePast = (start: number): boolean => {
    const sentence = units.sentenceStarts[start] as number;
    for (let before = start; before > sentence;) {
      const clause = clauseOf(before - 1);
      const begin = units.clauseStarts[before - 1] as number;
      if (before - begin > WHEN_WITHIN || clause.still) return false;
      if (clause.pastFrom !== Infinity) return true;
      before = begin;
    }
    return false;
  };
  const isUnreal = ({ pieces }: Found<unknown>): boolean => {
    const from = pieces[0]![0];
    const to = pieces.at(-1)![1];
    const clause = clauseOf(from);
    if (clause.taught || clause.supposedFrom <= from) return true;
    if (clause.follows && supposedBefore(units.clauseStarts[from] as number)) return true;
    const past = clause.pastFrom <= from || saidToBePast(units.clauseStarts[from] as number);
    if (past && !clause.still && !goesOn(from)) return true;
    return isPutRight(units, to, clause);
  };
  return { denies: (found) => isDenied(units, found, spans) || isUnreal(found) };
}

type Span = readonly [from: number, to: number];

/** What a clause says of the hazards in it. Places are units; what is not said stands at Infinity. */
interface Clause {
  readonly end: number;
  /** From here on things are supposed, or past. */
  readonly supposedFrom: number;
  readonly pastFrom: number;
  readonly taught: boolean;
  /** It begins with a word for what would come of a supposition. */
  readonly follows: boolean;
  readonly still: boolean;
  /** Words for "put right": first unit, and the one after the last. */
  readonly remedies: ReadonlyMap<number, number>;
  /** The last word that makes a remedy doubtful; -1 when there is none. */
  readonly lastDoubt: number;
}

function readClause(units: Units, start: number, end: number): Clause {
  const signs: { readonly sign: SignOfClause; readonly start: number; readonly end: number }[] = [];
  for (let at = start; at < end;) {
    const found = startingAt(ofClause, units.texts, at, end);
    if (found) signs.push({ sign: found.sign, start: at, end: found.end });
    at = found ? found.end : at + 1;
  }
  const firstEnd = (sign: SignOfClause): number => signs.find((each) => each.sign === sign)?.end ?? Infinity;
  // What was built years ago may fall down today.
  const sinceBuilt = signs.some(({ sign }) => sign === 'built');
  let lastDoubt = end - 1;
  while (lastDoubt >= start && !NOT_FOR_GOOD.has(units.texts[lastDoubt] as string)) lastDoubt -= 1;
  return {
    end,
    supposedFrom: firstEnd('supposed'),
    pastFrom: sinceBuilt ? Infinity : Math.min(firstEnd('past'), yearEnd(units, start, end)),
    follows: signs[0]?.sign === 'then' && signs[0].start === start,
    taught: signs.some(({ sign }) => sign === 'taught'),
    still: signs.some(({ sign }) => sign === 'still'),
    remedies: new Map(signs.filter(({ sign }) => sign === 'remedied').map((each) => [each.start, each.end])),
    lastDoubt: lastDoubt < start ? -1 : lastDoubt,
  };
}

/** Behind the first year that a clause names; Infinity where it names none. */
function yearEnd({ texts }: Units, start: number, end: number): number {
  for (let at = start; at + 1 < end; at += 1)
    if (YEAR.test(texts[at] as string) && texts[at + 1] === '年') return at + 2;
  return Infinity;
}

function isDenied(units: Units, { pieces }: Found<unknown>, spans: ReadonlyMap<number, number>): boolean {
  const clauseStart = units.clauseStarts[pieces[0]![0]] as number;
  let nots = 0;
  pieces.forEach(([from], i) => {
    nots += notsAhead(units, from, i === 0 ? clauseStart : pieces[i - 1]![1], spans);
  });
  return nots % 2 === 1 && !asks(units, pieces.at(-1)![1]);
}

/** How many negations stand ahead of a unit and bear on it: two make a yes. */
function notsAhead(units: Units, from: number, limit: number, spans: ReadonlyMap<number, number>): number {
  let nots = 0;
  let at = from;
  for (let read = 0; read < MOST_SIGNS; read += 1) {
    const found = endingAt(ahead, units.texts, at, limit);
    if (!found || found.sign === 'ends') break;
    at = found.start;
    if (found.sign === 'not') nots += 1;
    if (found.sign === 'joins') {
      const start = spans.get(at);
      if (start === undefined || start < limit) break;
      at = start;
    }
  }
  return nots;
}

function asks(units: Units, end: number): boolean {
  const clauseEnd = units.clauseEnds[end - 1] as number;
  return units.texts.slice(Math.max(end, clauseEnd - 2), clauseEnd).some((text) => ASKS.has(text));
}

/** Whether a hazard that ends before unit `to` is said to be put right in its clause. */
function isPutRight(units: Units, to: number, clause: Clause): boolean {
  for (let at = to; at <= to + REMEDY_WITHIN; at += 1) {
    const end = clause.remedies.get(at);
    if (end !== undefined && clause.lastDoubt < end && isRemedy(units.texts, [to, clause.end], [at, end]))
      return true;
  }
  return false;
}

/** "Leak fixed" says that it is; 漏电处理 may be what is asked for, so Chinese needs 已 ahead or 了 behind. */
function isRemedy(texts: readonly string[], [to, clauseEnd]: Span, [start, end]: Span): boolean {
  const before = texts.slice(Math.max(to, start - 4), start);
  if (before.some((text) => NOT_YET.has(text) || text.endsWith("n't"))) return false;
  if (before.some((text) => DONE_BEFORE.has(text))) return true;
  if (end < clauseEnd && DONE_AFTER.has(texts[end] as string)) return true;
  return start === to && isEnglish(texts[start] as string);
}

const isEnglish = (text: string): boolean => text >= 'a' && text < '{';
