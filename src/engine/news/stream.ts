import type { Bulletin } from './bulletin';
import type { News } from './news';

/** Where a stream of events is written to. */
export interface Reader {
  write(text: string): void;
  /** Bytes that were written and have not been taken yet. */
  backlog(): number;
  end(): void;
}

/** How often a sign of life is given, milliseconds: proxies close what is silent for a minute. */
export const HEARTBEAT = 20_000;
/** How long one stream lives: who reads on comes again, and is asked again who he is. */
export const LIFETIME = 10 * 60_000;
/** A reader that leaves so much lying does not read any more. */
const MOST_BACKLOG = 64 * 1024;

const event = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/**
 * Writes the news to a reader as server-sent events until he, or the office, goes: `hello` first, `change` with what a
 * bulletin says, `reset` when anything may have changed, comments in between. Gives back how to end it.
 */
export function streamNews(news: News, reader: Reader): () => void {
  let over = false;
  const say = (text: string): void => {
    if (over) return;
    if (reader.backlog() > MOST_BACKLOG) end();
    else reader.write(text);
  };
  const heartbeat = setInterval(() => say(': alive\n\n'), HEARTBEAT);
  const lifetime = setTimeout(() => end(), LIFETIME);
  heartbeat.unref();
  lifetime.unref();
  const stop = news.watch({
    hear: ({ cases, more, policy }: Bulletin) => say(event('change', { cases, more, policy })),
    lookAgain: () => say(event('reset', {})),
    leave: () => end(),
  });
  function end(): void {
    if (over) return;
    over = true;
    clearInterval(heartbeat);
    clearTimeout(lifetime);
    stop();
    reader.end();
  }
  // How long to wait before coming again, for readers that follow the standard.
  say('retry: 2000\n\n');
  say(event('hello', {}));
  return end;
}
