import { formsOf } from './forms';
import { unitsOf, type Units } from './units';

/** Units, each in the forms that it may have. */
type Piece = readonly ReadonlySet<string>[];

/** A phrase as it is looked for: pieces that follow each other within a few units of one clause. */
export interface Phrase<Mark> {
  readonly pieces: readonly [Piece, ...Piece[]];
  readonly mark: Mark;
}

/** Phrases by the units that they may begin with. */
export type PhraseIndex<Mark> = ReadonlyMap<string, readonly Phrase<Mark>[]>;

/** A phrase found: the first unit of each piece, and the one after its last. */
export interface Found<Mark> {
  readonly mark: Mark;
  readonly pieces: readonly (readonly [from: number, to: number])[];
}

/** How many units may stand where a phrase has a gap: characters of Chinese, words of English. */
export const GAP_UNITS = 10;

const GAP_SIGN = /…+|\.{3,}/;

/** Reads phrases as people write them, each with what it stands for. A phrase without a letter is passed over. */
export function indexOf<Mark>(phrases: Iterable<readonly [text: string, mark: Mark]>): PhraseIndex<Mark> {
  const index = new Map<string, Phrase<Mark>[]>();
  for (const [text, mark] of phrases) {
    const [first, ...rest] = text
      .split(GAP_SIGN)
      .map((part) => unitsOf(part).texts.map(formsOf))
      .filter((piece) => piece.length > 0);
    if (!first) continue;
    const phrase: Phrase<Mark> = { pieces: [first, ...rest], mark };
    for (const form of first[0] as ReadonlySet<string>) {
      const others = index.get(form);
      if (others) others.push(phrase);
      else index.set(form, [phrase]);
    }
  }
  return index;
}

/** Every phrase that begins at a unit; one with gaps once for each place where it can end. */
export function foundAt<Mark>(index: PhraseIndex<Mark>, units: Units, at: number): Found<Mark>[] {
  const phrases = index.get(units.texts[at] as string);
  if (!phrases) return [];
  const clauseEnd = units.clauseEnds[at] as number;
  return phrases.flatMap(({ pieces: [first, ...rest], mark }) =>
    standsAt(first, units, at, clauseEnd) && rest.every((piece) => mayStand(piece, units))
      ? waysOn(rest, [at, at + first.length], units, clauseEnd).map((pieces) => ({ mark, pieces }))
      : [],
  );
}

type Span = readonly [from: number, to: number];

interface Way {
  readonly span: Span;
  readonly before: Way | null;
}

/** The ways to go on from a first piece. Of several that lead to one place only the shortest jump is kept. */
function waysOn(rest: readonly Piece[], start: Span, units: Units, clauseEnd: number): Span[][] {
  let ways: Way[] = [{ span: start, before: null }];
  for (const piece of rest) {
    const next = new Map<number, Way>();
    for (const before of ways) {
      const after = before.span[1];
      const last = Math.min(after + GAP_UNITS, clauseEnd - piece.length);
      for (let at = after; at <= last; at += 1) {
        if (standsAt(piece, units, at, clauseEnd)) next.set(at, { span: [at, at + piece.length], before });
      }
    }
    ways = [...next.values()];
  }
  return ways.map(spansOf);
}

function spansOf(way: Way): Span[] {
  const spans: Span[] = [];
  for (let each: Way | null = way; each; each = each.before) spans.unshift(each.span);
  return spans;
}

/** False when the text has no unit that the piece could begin with: spares looking for it at every place. */
function mayStand([begin]: Piece, { vocabulary }: Units): boolean {
  for (const form of begin as ReadonlySet<string>) if (vocabulary.has(form)) return true;
  return false;
}

function standsAt(piece: Piece, units: Units, at: number, clauseEnd: number): boolean {
  if (at + piece.length > clauseEnd) return false;
  for (let i = 0; i < piece.length; i += 1) {
    if (!(piece[i] as ReadonlySet<string>).has(units.texts[at + i] as string)) return false;
  }
  return true;
}
