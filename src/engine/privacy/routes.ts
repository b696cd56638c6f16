import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { invalid } from '../../rules/refusal';
import { type PanelUser, revealPersonal } from './reveal';

/** The right that a role needs to see personal data in full; registered with the office's other rights. */
export const REVEAL_RIGHT = 'plugin::content-manager.office.reveal-personal';

interface PanelExchange {
  readonly request: { readonly body?: unknown };
  readonly state: { readonly user?: PanelUser; readonly userAbility?: unknown };
  body: unknown;
  set(header: string, value: string): void;
}

/** For `strapi.server.routes`, in `register`: `POST /office/reveal {type, documentId, field}` under a panel session. */
export const privacyRoutes = (strapi: Core.Strapi) => ({
  type: 'admin',
  prefix: '/office',
  routes: [
    {
      method: 'POST',
      path: '/reveal',
      handler: (ctx: PanelExchange) => reveal(strapi, ctx),
      info: { type: 'admin' },
      config: {
        policies: [
          'admin::isAuthenticatedAdmin',
          { name: 'admin::hasPermissions', config: { actions: [REVEAL_RIGHT] } },
        ],
      },
    },
  ],
});

async function reveal(strapi: Core.Strapi, ctx: PanelExchange): Promise<void> {
  const { user, userAbility } = ctx.state;
  if (!user) throw new errors.UnauthorizedError();
  const { type, documentId, field } = asked(ctx.request.body);
  const value = await revealPersonal({ strapi, user, ability: userAbility, type, documentId, field });
  ctx.set('Cache-Control', 'no-store');
  ctx.body = { data: { type, documentId, field, value } };
}

type Asked = Readonly<Record<'type' | 'documentId' | 'field', string>>;

function asked(body: unknown): Asked {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  for (const name of ['type', 'documentId', 'field'] as const) {
    if (typeof given[name] !== 'string') throw invalid('INPUT_INVALID', { field: name, reason: 'missing' });
  }
  return given as Asked;
}
