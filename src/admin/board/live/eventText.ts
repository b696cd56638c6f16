/** One server-sent event, as far as it matters here. */
export interface ServerEvent {
  name: string;
  data: string;
}

/**
 * Reads server-sent events out of text that comes in pieces. Comments and what is not yet whole give nothing.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export function eventReader(): (piece: string) => readonly ServerEvent[] {
  let rest = '';
  return (piece) => {
    const blocks = (rest + piece).replace(/\r\n?/g, '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.flatMap((block): ServerEvent[] => {
      const fields = block.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line));
      const valuesOf = (name: string) =>
        fields.flatMap((field) => (field?.[1] === name ? [field[2] ?? ''] : []));
      const data = valuesOf('data');
      return data.length > 0 ? [{ name: valuesOf('event').at(-1) ?? 'message', data: data.join('\n') }] : [];
    });
  };
}

/** Whether an event says that the board is no longer as it was, and whether it is pressing. */
export function newsIn({ name, data }: ServerEvent): { changed: boolean; pressing: boolean } {
  if (name === 'hello' || name === 'reset') return { changed: true, pressing: true };
  if (name !== 'change') return { changed: false, pressing: false };
  try {
    const { cases = [] } = JSON.parse(data) as { cases?: readonly { urgent?: boolean }[] };
    return { changed: true, pressing: cases.some(({ urgent }) => urgent === true) };
  } catch {
    return { changed: true, pressing: false };
  }
}
