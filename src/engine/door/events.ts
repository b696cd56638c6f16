import { PassThrough } from 'node:stream';
import { conflict } from '../../rules/refusal';
import type { News } from '../news';
import { streamNews } from '../news/stream';
import type { DoorContext } from './context';
import { assertMayDispatch } from './board';
import type { Viewing } from './views';

/** What a stream needs of a Koa context besides. */
export interface StreamContext extends DoorContext {
  readonly res: NodeJS.EventEmitter;
  set(headers: Readonly<Record<string, string>>): void;
}

/** How many streams one person may have open: tabs and screens. */
const MOST_OF_ONE = 6;

/** How many streams of an office are open, by who reads them. */
const streams = new WeakMap<News, Map<string, number>>();

/**
 * Server-sent events for those who dispatch: that something has changed, never what it says. `hello` at the beginning,
 * after which whoever reads looks at the whole board, as after every interruption; then `change` and `reset`. Throws NOT_ENTITLED,
 * EVENTS_FULL when as many are listening as this process serves (`office.eventStreams`), or as one person may.
 */
export function streamEvents(viewing: Viewing, ctx: StreamContext): void {
  assertMayDispatch(viewing);
  const { office, actor } = viewing;
  const most = office.strapi.config.get<number>('office.eventStreams', 200);
  const open = streams.get(office.news) ?? new Map<string, number>();
  streams.set(office.news, open);
  const reader = String(actor.id);
  const own = open.get(reader) ?? 0;
  if (own >= MOST_OF_ONE || office.news.watchers >= most)
    throw conflict('EVENTS_FULL', { most: own >= MOST_OF_ONE ? MOST_OF_ONE : most });
  open.set(reader, own + 1);

  const body = new PassThrough();
  ctx.set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  ctx.status = 200;
  ctx.body = body;
  const end = streamNews(office.news, {
    write: (text) => void body.write(text),
    backlog: () => body.writableLength + body.readableLength,
    end: () => {
      const left = (open.get(reader) ?? 1) - 1;
      if (left > 0) open.set(reader, left);
      else open.delete(reader);
      body.end();
    },
  });
  ctx.res.on('close', end);
}
