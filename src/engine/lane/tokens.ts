import { hash } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** What Strapi's authentication finds out about a token: who bears it and what it may do. */
export interface TokenAuth {
  readonly strategy: { readonly name?: string };
  readonly credentials: { readonly id?: number; readonly name?: string };
  readonly ability: unknown;
}

/** Longest time for which a token is taken at its word, milliseconds. */
const KEPT_FOR = 5000;
/** More tokens than any office has; a flood of them must not fill the memory. */
const MOST = 1000;

const TOKEN_MODELS = ['admin::api-token', 'admin::api-token-permission'];

/** A desk that knows the API tokens of outside systems. */
export interface TokenDesk {
  /** What the bearer of this `Authorization` header is; null for anything but a valid content API token. */
  bearerOf(authorization: string): Promise<TokenAuth | null>;
  /** Whether the bearer may do all of `scope`, as Strapi itself sees it at this moment (an expired token may nothing). */
  may(auth: TokenAuth, scope: readonly string[]): Promise<boolean>;
}

/**
 * Asks Strapi's own token strategy, and asks again after five seconds at the latest; at once when a token or its
 * permissions are changed in this process. Only what was found valid is kept, under a hash of the header.
 */
export function tokenDesk(strapi: Core.Strapi): TokenDesk {
  const kept = new Map<string, { readonly auth: TokenAuth; readonly until: number }>();
  /** Those who come with the same token while it is being asked about wait for the one answer. */
  const asking = new Map<string, Promise<TokenAuth | null>>();
  let generation = 0;
  const forget = (): void => {
    generation += 1;
    kept.clear();
    asking.clear();
  };
  const changed = async (): Promise<void> => {
    forget();
    // Others see the change only when it is committed: what they read until then must not be kept either.
    if (strapi.db.inTransaction())
      await strapi.db.transaction(({ onCommit }) => {
        onCommit(forget);
        return Promise.resolve();
      });
  };
  strapi.db.lifecycles.subscribe({
    models: TOKEN_MODELS,
    afterCreate: changed,
    afterCreateMany: changed,
    afterUpdate: changed,
    afterUpdateMany: changed,
    afterDelete: changed,
    afterDeleteMany: changed,
  });

  async function ask(key: string, authorization: string): Promise<TokenAuth | null> {
    const before = generation;
    try {
      const auth = await askStrapi(strapi, authorization);
      if (auth && before === generation) {
        if (kept.size >= MOST) kept.clear();
        kept.set(key, { auth, until: Date.now() + KEPT_FOR });
      }
      return auth;
    } finally {
      if (before === generation) asking.delete(key);
    }
  }

  return {
    async bearerOf(authorization) {
      const key = hash('sha256', authorization, 'base64');
      const known = kept.get(key);
      if (known && known.until > Date.now()) return known.auth;
      const asked = asking.get(key) ?? ask(key, authorization);
      asking.set(key, asked);
      return asked;
    },
    async may(auth, scope) {
      try {
        await strapi.get('auth').verify(auth, { scope: [...scope] });
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Lets the strategy for content API tokens, and no other, look at the header. */
async function askStrapi(strapi: Core.Strapi, authorization: string): Promise<TokenAuth | null> {
  const state: { route: unknown; auth?: TokenAuth } = {
    route: { info: { type: 'content-api' }, config: { auth: { strategies: ['content-api-token'] } } },
  };
  const asking = { state, request: { header: { authorization } }, unauthorized: () => undefined };
  await strapi.get('auth').authenticate(asking, () => Promise.resolve());
  return state.auth ?? null;
}
