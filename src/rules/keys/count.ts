import { conflict, invalid, type Refusal } from '../refusal';

/** A key as the register names it. */
export interface KeyNamed {
  readonly key: string;
  readonly code: string;
  readonly label: string;
}

/** A key of a stock-taking [F-07]. */
export interface CountLine extends KeyNamed {
  /** Whether the register says that it hangs on the board. */
  readonly expected: boolean;
  /** Whether it was there; null as long as nobody has looked. */
  readonly found: boolean | null;
  readonly explanation: string | null;
}

/** How many there are of each, for the list, and in words for people. */
export interface CountFigures {
  readonly expectedCount: number;
  readonly foundCount: number;
  readonly missingCount: number;
  readonly unexpectedCount: number;
  readonly unexplainedCount: number;
  readonly toCount: string;
  readonly differences: string;
}

/** The longest list of keys that is written out. */
const MOST_LISTED = 500;

export const linesIn = (stored: unknown): readonly CountLine[] =>
  Array.isArray(stored) ? (stored as CountLine[]) : [];

/** What the count begins with: everything that should hang on the board, nothing of it looked at yet. */
export const linesOf = (expected: readonly KeyNamed[]): CountLine[] =>
  expected.map(({ key, code, label }) => ({
    key,
    code,
    label,
    expected: true,
    found: null,
    explanation: null,
  }));

const isMissing = ({ expected, found }: CountLine): boolean => expected && found === false;
const isUnexpected = ({ expected, found }: CountLine): boolean => !expected && found === true;
/** Where the board and the register are not at one. */
export const differs = (line: CountLine): boolean => isMissing(line) || isUnexpected(line);

/** The lines with this key counted: there or not. One that was not expected comes in when it is there, and goes again when it is not. */
export function counted(lines: readonly CountLine[], named: KeyNamed, found: boolean): readonly CountLine[] {
  const known = lines.find(({ key }) => key === named.key);
  if (!known) return found ? [...lines, { ...named, expected: false, found, explanation: null }] : lines;
  if (!known.expected && !found) return lines.filter((line) => line !== known);
  return lines.map((line) =>
    line === known ? { ...line, found, explanation: line.found === found ? line.explanation : null } : line,
  );
}

/** The lines with the difference of this key explained. */
export const explained = (
  lines: readonly CountLine[],
  key: string,
  explanation: string,
): readonly CountLine[] => lines.map((line) => (line.key === key ? { ...line, explanation } : line));

/** Only what differs is explained. */
export function differenceOf(lines: readonly CountLine[], key: string): CountLine | Refusal {
  const line = lines.find((one) => one.key === key);
  if (line && differs(line)) return line;
  return conflict('KEY_COUNT_NO_DIFFERENCE', { field: 'key', key: line?.code ?? null });
}

/** A key that the register does not expect is counted only where it is there. */
export const worthCounting = (
  lines: readonly CountLine[],
  key: string,
  found: boolean,
): Refusal | undefined =>
  found || lines.some((line) => line.key === key) ? undefined : invalid('KEY_NOT_EXPECTED', { field: 'key' });

/** A count is done when every key was looked for and every difference is explained. */
export function countDone(lines: readonly CountLine[]): Refusal | undefined {
  const open = lines.filter(({ found }) => found === null);
  if (open.length > 0) return conflict('KEY_COUNT_UNFINISHED', { count: open.length, keys: firstOf(open) });
  const unexplained = lines.filter((line) => differs(line) && line.explanation === null);
  return unexplained.length > 0
    ? conflict('KEY_COUNT_UNEXPLAINED', { count: unexplained.length, keys: firstOf(unexplained) })
    : undefined;
}

const firstOf = (lines: readonly CountLine[]): string[] => lines.slice(0, 10).map(({ code }) => code);

/** The sums, the keys still to be looked for, and the differences with what was said of them, one a line. */
export function figuresOf(lines: readonly CountLine[]): CountFigures {
  const differing = lines.filter(differs);
  return {
    expectedCount: lines.filter(({ expected }) => expected).length,
    foundCount: lines.filter(({ expected, found }) => expected && found === true).length,
    missingCount: lines.filter(isMissing).length,
    unexpectedCount: lines.filter(isUnexpected).length,
    unexplainedCount: differing.filter(({ explanation }) => explanation === null).length,
    toCount: lines
      .filter(({ found }) => found === null)
      .slice(0, MOST_LISTED)
      .map(({ code, label }) => `${code} ${label}`)
      .join('\n'),
    differences: differing
      .slice(0, MOST_LISTED)
      .map(
        (line) =>
          `${line.code} ${line.label}：${isMissing(line) ? '缺失' : '多出'}；${line.explanation ?? '未说明'}`,
      )
      .join('\n'),
  };
}
