import { assertSound, assertSoundAddress } from '../engine/robust/sound';

interface Exchange {
  readonly url: string;
  readonly query: unknown;
  readonly request: { readonly body?: unknown };
}

/**
 * Refuses requests that no route can mean before any route sees them. Listed right after `strapi::body`,
 * which reads the body.
 */
export default () =>
  (ctx: Exchange, next: () => Promise<unknown>): Promise<unknown> => {
    assertSoundAddress(ctx.url);
    assertSound(ctx.query);
    assertSound(ctx.request.body);
    return next();
  };
