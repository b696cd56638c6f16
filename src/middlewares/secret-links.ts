import type { Core } from '@strapi/strapi';

interface Exchange {
  path: string;
  readonly url: string;
  originalUrl: string;
  readonly req: { originalUrl?: string };
  readonly state: Record<string, unknown>;
  set(header: string, value: string): void;
}

/** What stands in an address in place of the token. */
const NO_TOKEN = '-';

/**
 * Takes the token of a contractor's link off the address before anything else sees the request, so that no log and no
 * message of an error can repeat it; the route finds it in `ctx.state.linkToken`. Nothing under such an address is kept by
 * anybody on the way, or told to another site. Listed first of all.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const door = `${strapi.config.get<string>('api.rest.prefix', '/api')}/contractor-links/`.toLowerCase();
  return async (ctx: Exchange, next: () => Promise<unknown>): Promise<unknown> => {
    const { path } = ctx;
    if (!path.toLowerCase().startsWith(door)) return next();
    const rest = path.slice(door.length);
    const end = rest.indexOf('/');
    ctx.state.linkToken = end < 0 ? rest : rest.slice(0, end);
    ctx.path = path.slice(0, door.length) + NO_TOKEN + (end < 0 ? '' : rest.slice(end));
    ctx.originalUrl = ctx.url;
    ctx.req.originalUrl = ctx.url;
    ctx.set('Cache-Control', 'no-store');
    ctx.set('Referrer-Policy', 'no-referrer');
    ctx.set('X-Robots-Tag', 'noindex');
    return next();
  };
};
