import { simplified } from './traditional';

/**
 * A text cut into units: a Chinese character, or a word or number of another script, in one normal form (NFKC, small
 * letters, simplified characters). Blanks, quotes, brackets and hyphens are left out; `、` stays, as a list needs it.
 */
export interface Units {
  readonly texts: readonly string[];
  /** Where each unit stands in the text: first index, and the one after the last. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Of each unit, the first unit of its clause, and the one after the clause's last. */
  readonly clauseStarts: readonly number[];
  readonly clauseEnds: readonly number[];
  /** Of each unit, the first unit of its sentence, and the one after the sentence's last; commas do not end one. */
  readonly sentenceStarts: readonly number[];
  readonly sentenceEnds: readonly number[];
  /** Every unit that there is, once. */
  readonly vocabulary: ReadonlySet<string>;
}

const ENDS_CLAUSE = new Set(['。', '!', '?', ';', '\n', '\r', '|']);
/** These end a clause unless they stand inside a number or a name: 1,000, 7:30, 3.5. */
const ENDS_UNLESS_INSIDE = new Set([',', ':', '.']);
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/;
const HAN = /\p{Script=Han}/u;
const WORD = /[\p{L}\p{N}]/u;
const MARK = /\p{M}/u;

type Kind =
  'han' | 'word' | 'mark' | 'apostrophe' | 'invisible' | 'clause' | 'inside' | 'slash' | 'list' | 'other';

interface Sign {
  readonly kind: Kind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Cuts a text into units. Takes time in proportion to its length. */
export function unitsOf(text: string): Units {
  const signs = signsOf(text);
  const texts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const clauseStarts: number[] = [];
  const sentenceStarts: number[] = [];
  let clauseStart = 0;
  let sentenceStart = 0;
  const endClause = (): void => {
    clauseStart = texts.length;
  };
  for (let i = 0; i < signs.length; i += 1) {
    const sign = signs[i]!;
    if (sign.kind === 'word') {
      let word = '';
      let end = sign.end;
      for (; i < signs.length && staysInWord(signs, i); i += 1) {
        const next = signs[i]!;
        if (next.kind === 'word' || next.kind === 'apostrophe') word += next.text;
        end = next.end;
      }
      i -= 1;
      texts.push(word);
      starts.push(sign.start);
      ends.push(end);
      clauseStarts.push(clauseStart);
      sentenceStarts.push(sentenceStart);
    } else if (sign.kind === 'han' || sign.kind === 'list') {
      texts.push(sign.text);
      starts.push(sign.start);
      ends.push(sign.end);
      clauseStarts.push(clauseStart);
      sentenceStarts.push(sentenceStart);
    } else if (endsClause(signs, i)) {
      endClause();
      if (endsSentence(sign)) sentenceStart = texts.length;
    }
  }
  endClause();
  return {
    texts,
    starts,
    ends,
    clauseStarts,
    clauseEnds: endsOf(clauseStarts),
    sentenceStarts,
    sentenceEnds: endsOf(sentenceStarts),
    vocabulary: new Set(texts),
  };
}

function endsOf(starts: readonly number[]): number[] {
  const ends = new Array<number>(starts.length);
  for (let i = starts.length - 1, end = starts.length; i >= 0; i -= 1) {
    ends[i] = end;
    if (starts[i] === i) end = i;
  }
  return ends;
}

function signsOf(text: string): Sign[] {
  const signs: Sign[] = [];
  let at = 0;
  for (const point of text) {
    const end = at + point.length;
    // One code point may become several signs (㎡, ⑴): each stands where the code point stands.
    const normal = point < '\u0080' ? point.toLowerCase() : point.normalize('NFKC').toLowerCase();
    for (const raw of normal) {
      const sign = simplified(raw);
      signs.push({ kind: kindOf(sign), text: sign === '’' ? "'" : sign, start: at, end });
    }
    at = end;
  }
  return signs;
}

function kindOf(sign: string): Kind {
  if ((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9')) return 'word';
  if (sign === "'" || sign === '’') return 'apostrophe';
  if (sign === '、') return 'list';
  if (sign === '/') return 'slash';
  if (ENDS_CLAUSE.has(sign)) return 'clause';
  if (ENDS_UNLESS_INSIDE.has(sign)) return 'inside';
  if (sign < '\u0080') return 'other';
  if (HAN.test(sign)) return 'han';
  if (INVISIBLE.test(sign)) return 'invisible';
  if (MARK.test(sign)) return 'mark';
  return WORD.test(sign) ? 'word' : 'other';
}

const kindAt = (signs: readonly Sign[], i: number): Kind | undefined => signs[i]?.kind;

function staysInWord(signs: readonly Sign[], i: number): boolean {
  switch (kindAt(signs, i)) {
    case 'word':
    case 'mark':
    case 'invisible':
      return true;
    case 'apostrophe':
      return kindAt(signs, i - 1) === 'word' && kindAt(signs, i + 1) === 'word';
    default:
      return false;
  }
}

function endsClause(signs: readonly Sign[], i: number): boolean {
  switch (kindAt(signs, i)) {
    case 'clause':
      return true;
    case 'inside':
      return !(isLatin(signs[i - 1]) && isLatin(signs[i + 1]));
    case 'slash':
      return isBlank(signs[i - 1]) && isBlank(signs[i + 1]);
    default:
      return false;
  }
}

/** Commas and colons part clauses of one sentence. */
const endsSentence = ({ kind, text }: Sign): boolean => kind === 'clause' || text === '.';

const isLatin = (sign: Sign | undefined): boolean => sign?.kind === 'word' && sign.text < '\u0080';
const isBlank = (sign: Sign | undefined): boolean => sign !== undefined && /\s/.test(sign.text);
