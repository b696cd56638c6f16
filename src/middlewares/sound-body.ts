import { assertRecord, assertSound, assertSoundAddress, assertTrusted } from '../engine/robust/sound';
import { assertSoundQuery } from '../engine/robust/sound-query';

interface Exchange {
  readonly url: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
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
    assertSoundQuery(ctx.query);
    assertRecord(ctx.request.body);
    assertSound(ctx.request.body);
    assertTrusted(`${ctx.method} ${ctx.path}`, ctx.request.body);
    return next();
  };
