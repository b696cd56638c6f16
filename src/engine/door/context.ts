import type { Core } from '@strapi/strapi';
import { Refusal } from '../../rules/refusal';
import { localeOf } from '../../rules/words/say';
import { actorOf, outsideActor, type RequestState } from '../actor';
import { officeOf } from '../office';
import type { Asking } from './handlers';
import type { Viewing } from './views';

/** What the door needs of a Koa context. */
export interface DoorContext {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly state: RequestState & { readonly user?: { readonly preferedLanguage?: string | null } };
  readonly request: { readonly body?: unknown };
  get(header: string): string;
  body: unknown;
  status: number;
  type: string;
}

/** Who asks, in which language. Throws UNAUTHENTICATED for nobody. */
export async function viewingOf(
  strapi: Core.Strapi,
  ctx: DoorContext,
  via: 'panel' | 'api',
): Promise<Viewing> {
  const office = officeOf(strapi);
  const actor =
    outsideActor(ctx.state) ?? actorOf((await office.policy.current(office.pool)).directory, ctx.state, via);
  if (!actor) throw new Refusal('UNAUTHENTICATED', 'unauthorized');
  const wanted = ctx.query.locale;
  const locale =
    wanted === 'en' || wanted === 'zh-Hans'
      ? wanted
      : localeOf(ctx.state.user?.preferedLanguage ?? ctx.get('accept-language'));
  return { office, actor, locale };
}

/** The `{data, version}` of a body and the idempotency key of the headers. Throws BODY_MALFORMED. */
export function askingOf(ctx: DoorContext): Asking {
  const { body } = ctx.request;
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refusal('BODY_MALFORMED', 'invalid');
  const { data = {}, version } = body as { data?: unknown; version?: unknown };
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new Refusal('INPUT_INVALID', 'invalid', { field: 'data', reason: 'object' });
  }
  return { input: data, version, idempotencyKey: ctx.get('idempotency-key') || undefined };
}
