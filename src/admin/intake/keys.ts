/** What of a key press matters at the desk. */
export interface Press {
  key: string;
  /** Where the key is on the board, whatever it writes: 'Digit1'. */
  code?: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** The press belongs to an input method that is putting a character together. */
  composing: boolean;
}

export type DeskCommand = { what: 'save' } | { what: 'clear' } | { what: 'category'; index: number };

/** What a key means anywhere on the desk: Ctrl+Enter saves, Esc clears, Alt+1…5 takes a suggested category. */
export function commandOf({
  key,
  code,
  ctrlKey,
  metaKey,
  altKey,
  composing,
}: Press): DeskCommand | undefined {
  if (composing) return undefined;
  if (key === 'Enter' && (ctrlKey || metaKey)) return { what: 'save' };
  if (key === 'Escape' && !ctrlKey && !metaKey && !altKey) return { what: 'clear' };
  const digit =
    altKey && !ctrlKey && !metaKey ? /^(?:Digit|Numpad)([1-5])$/.exec(code ?? '')?.[1] : undefined;
  return digit === undefined ? undefined : { what: 'category', index: Number(digit) - 1 };
}

/** Where an arrow leads in a list of `count`: around at the ends; -1 is the box above the list. */
export function moved(at: number, key: string, count: number): number {
  if (count === 0) return -1;
  switch (key) {
    case 'ArrowDown':
      return at + 1 >= count ? 0 : at + 1;
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1;
    default:
      return at;
  }
}
