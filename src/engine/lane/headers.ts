import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '@strapi/strapi';

interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly req: IncomingMessage;
  readonly res: Pick<ServerResponse, 'setHeader' | 'removeHeader'>;
}

type Next = () => Promise<unknown>;
type Guard = (exchange: Exchange, next: Next) => Promise<unknown>;
type Factory = (config: unknown, context: { strapi: Core.Strapi }) => Guard;
interface Middlewares {
  extend(uid: string, by: (one: Factory) => Factory): void;
}
type Header = readonly [name: string, value: number | string | readonly string[]];

/**
 * Lets `strapi::security` compose its headers once instead of with every request: what it says of an address of the API is always the
 * same. What it says is Strapi's alone; the panel, where it depends on more, is left to it. Called from `register`.
 */
export function composeHeadersOnce(strapi: Core.Strapi): void {
  strapi
    .get<Middlewares>('middlewares')
    .extend(
      'strapi::security',
      (factory) => (config, context) =>
        onceBelow(`${strapi.config.get<string>('api.rest.prefix', '/api')}/`, factory(config, context)),
    );
}

function onceBelow(prefix: string, guard: Guard): Guard {
  let headers: Promise<readonly Header[]> | undefined;
  return async (ctx, next) => {
    if (!ctx.path.startsWith(prefix)) return guard(ctx, next);
    headers ??= headersOf(guard, ctx);
    for (const [name, value] of await headers) ctx.res.setHeader(name, value);
    return next();
  };
}

/** What the guard sets on an answer, asked of one that nobody is sent. */
async function headersOf(guard: Guard, { method, path, req }: Exchange): Promise<readonly Header[]> {
  const said: Header[] = [];
  const res = {
    setHeader: (...header: Header) => said.push(header),
    removeHeader: () => undefined,
  } as unknown as Exchange['res'];
  await guard({ method, path, req, res }, async () => undefined);
  return said;
}
