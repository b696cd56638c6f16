import type { CaseChange } from '../../src/engine/news';

/** One server-sent event. */
export interface EventSeen {
  readonly name: string;
  readonly data: {
    readonly cases?: readonly CaseChange[];
    readonly more?: boolean;
    readonly policy?: boolean;
  };
}

export interface Stream {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: unknown;
  /** The next event that `fits`, those before it passed over; rejects when none has come in time, or the stream is over. */
  next(fits?: (event: EventSeen) => boolean, within?: number): Promise<EventSeen>;
  /** Resolves when the other side has ended the stream. */
  readonly over: Promise<void>;
  close(): void;
}

/** Listens to the events of the office at `url` with a panel token. */
export async function listen(url: string, token: string | null): Promise<Stream> {
  const away = new AbortController();
  const answer = await fetch(`${url}/office/events`, {
    headers: token ? { Authorization: `Bearer ${token}` } : {},
    signal: away.signal,
  });
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const heard: EventSeen[] = [];
  const waiting = new Set<() => void>();
  const read = async (): Promise<void> => {
    if (!isStream || !answer.body) return;
    let rest = '';
    const decoder = new TextDecoder();
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
      const blocks = (rest + decoder.decode(part, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const name = /^event: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (name) heard.push({ name, data: JSON.parse(data ?? '{}') as EventSeen['data'] });
      }
      for (const wake of waiting) wake();
    }
  };
  const over = read().catch(() => undefined);
  return {
    status: answer.status,
    contentType: answer.headers.get('content-type'),
    body: isStream ? null : await answer.json(),
    over,
    close: () => away.abort(),
    next: (fits = () => true, within = 5000) =>
      new Promise((resolve, reject) => {
        const done = (): void => {
          clearTimeout(timer);
          waiting.delete(look);
        };
        const look = (): void => {
          for (let event = heard.shift(); event; event = heard.shift()) {
            if (!fits(event)) continue;
            done();
            resolve(event);
            return;
          }
        };
        const timer = setTimeout(() => {
          done();
          reject(new Error(`no such event within ${within} ms`));
        }, within);
        waiting.add(look);
        look();
      }),
  };
}
