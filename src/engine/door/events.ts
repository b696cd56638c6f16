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

/** How many streams one person may have open: tabs and screens. With one more the oldest ends. */
const MOST_OF_ONE = 6;

/** The streams of an office that are open, by who reads them: how to end each, the oldest first. */
const streams = new WeakMap<News, Map<string, Set<() => void>>>();

/**
 * Server-sent events for those who dispatch: that something has changed, never what it says. `hello` at the beginning,
 * after which whoever reads looks at the whole board, as after every interruption; then `change` and `reset`. Throws NOT_ENTITLED,
 * EVENTS_FULL when as many are listening as this process serves (`office.eventStreams`).
 */
export function streamEvents(viewing: Viewing, ctx: StreamContext): void {
  assertMayDispatch(viewing);
  const { office, actor } = viewing;
  const most = office.strapi.config.get<number>('office.eventStreams', 200);
  const open = streams.get(office.news) ?? new Map<string, Set<() => void>>();
  streams.set(office.news, open);
  const reader = String(actor.id);
  const own = open.get(reader) ?? new Set();
  if (own.size >= MOST_OF_ONE) [...own][0]?.();
  if (office.news.watchers >= most) throw conflict('EVENTS_FULL', { most });

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
      own.delete(end);
      if (own.size === 0) open.delete(reader);
      body.end();
    },
  });
  own.add(end);
  open.set(reader, own);
  ctx.res.on('close', end);
}
