/** Width of a sign, in points at the size it is set in. */
export type WidthOf = (sign: string) => number;

/** Signs that may not begin a line. */
const NEVER_FIRST = new Set('，。、；：？！）》」』】〉”’,.;:?!)]}%…·~～');
/** Signs that may not end one. */
const NEVER_LAST = new Set('（《「『【〈“‘([{¥￥');

/** What holds together: a run of Latin letters and digits, a blank, or one sign by itself. */
const PIECES = /[\p{Script=Latin}\p{Nd}_@#&+/\\'"*=<>|^`~$.:-]+|\s|./gsu;

const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Text set in lines no wider than `width` points: Chinese breaks between any two signs save before closing and after
 * opening punctuation, Latin words break at blanks, and anywhere where one is longer than a line. No text is no line.
 */
export function wrap(text: string, width: number, widthOf: WidthOf): string[] {
  const clean = text.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, ' ').trimEnd();
  return clean === '' ? [] : clean.split('\n').flatMap((line) => wrapLine(line, width, widthOf));
}

function wrapLine(text: string, width: number, widthOf: WidthOf): string[] {
  const measure = (piece: string): number => Array.from(piece).reduce((sum, sign) => sum + widthOf(sign), 0);
  const lines: string[] = [];
  let line: string[] = [];
  let used = 0;
  const close = (carried: readonly string[]) => {
    lines.push(line.join('').trimEnd());
    line = [...carried];
    used = measure(line.join(''));
  };
  for (const piece of piecesOf(text, width, measure)) {
    const wide = measure(piece);
    if (used + wide > width && line.length > 0) {
      if (piece === ' ') {
        close([]);
        continue;
      }
      close(carriedOver(line, piece));
    }
    line.push(piece);
    used += wide;
  }
  close([]);
  return lines;
}

/** Takes along to the next line what must not stand at the end of this one, or whom the next sign must not stand without. */
function carriedOver(line: string[], next: string): string[] {
  const carried: string[] = [];
  const first = (): string => Array.from(carried[0] ?? next)[0] ?? '';
  while (line.length > 1 && carried.length < 4) {
    const last = line.at(-1) ?? '';
    if (last === ' ' || (!NEVER_LAST.has(last) && !NEVER_FIRST.has(first()))) break;
    line.pop();
    carried.unshift(last);
  }
  return carried;
}

function piecesOf(text: string, width: number, measure: (piece: string) => number): string[] {
  const pieces = text.match(PIECES) ?? [];
  return pieces.flatMap((piece) => (measure(piece) > width ? Array.from(piece) : [piece]));
}

/** The first `most` of the lines; when there were more, the last of them ends in "…". */
export function atMost(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines];
  const kept = lines.slice(0, most);
  kept[most - 1] = `${Array.from(kept[most - 1] ?? '')
    .slice(0, -1)
    .join('')}…`;
  return kept;
}
