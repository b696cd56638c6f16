import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { defectAnswer, type ErrorAnswer, isErrorBody, knownAnswer, withCode } from '../engine/robust/answers';
import { describeDefect } from '../engine/robust/describe';
import { type Locale, localeOf } from '../rules/words/say';

interface Exchange {
  status: number;
  body: unknown;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly state: { readonly user?: { readonly preferedLanguage?: unknown } };
  get(header: string): string;
}

/**
 * Turns every "no" into Strapi's error shape with a stable `details.code` and a sentence in the
 * language of the reader. Listed right after `strapi::errors`, so that nothing passes it by.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Exchange, next: () => Promise<unknown>): Promise<void> => {
    try {
      await next();
      const said = withCode({ status: ctx.status, body: ctx.body }, () => localeFor(ctx));
      if (said) answer(ctx, said);
    } catch (error) {
      const known = knownAnswer(error, localeFor(ctx));
      if (known) answer(ctx, known);
      else failed(strapi, ctx, error);
    }
  };

/** `?locale=` first, then the language that the member of staff works in, then what the browser asks for. */
function localeFor(ctx: Exchange): Locale {
  const { locale } = ctx.query;
  if (locale === 'en' || locale === 'zh-Hans') return locale;
  const own = ctx.state.user?.preferedLanguage;
  if (typeof own === 'string' && own !== '') return localeOf(own);
  return localeOf(ctx.get('accept-language'));
}

const isRefused = ({ status, body }: Exchange): boolean => status >= 400 && status < 500 && isErrorBody(body);

function answer(
  ctx: Exchange,
  { status, body }: Pick<ErrorAnswer, 'status'> & { readonly body: unknown },
): void {
  ctx.status = status;
  ctx.body = body;
}

/**
 * A defect is logged under an id and answered with it. Some of Strapi's controllers write their "no" into the
 * answer and then stumble over what they have not got: that "no" stands.
 */
function failed(strapi: Core.Strapi, ctx: Exchange, error: unknown): void {
  const id = randomUUID();
  const line = `${id} ${ctx.method} ${ctx.path.slice(0, 200)}: ${describeDefect(error)}`;
  if (!isRefused(ctx)) {
    strapi.log.error(line);
    answer(ctx, defectAnswer(id, localeFor(ctx)));
    return;
  }
  strapi.log.debug(line);
  const said = withCode({ status: ctx.status, body: ctx.body }, () => localeFor(ctx));
  if (said) answer(ctx, said);
}
