import type { Actor } from '../rules/cases/types';
import type { Directory } from '../rules/people/directory';

/** The office itself, when nobody in particular asks: seeds, scripts, follow-ups. */
export const THE_OFFICE: Actor = {
  kind: 'system',
  id: null,
  name: 'office',
  posts: [],
  teams: [],
  via: 'follow',
};

/** The office itself, when the time for something has come. */
export const THE_TIMER: Actor = {
  kind: 'timer',
  id: null,
  name: 'timer',
  posts: [],
  teams: [],
  via: 'timer',
};

/** An import of historic records. */
export const THE_IMPORT: Actor = {
  kind: 'import',
  id: null,
  name: 'import',
  posts: [],
  teams: [],
  via: 'import',
};

export interface PanelUser {
  readonly id: number;
  readonly firstname?: string | null;
  readonly lastname?: string | null;
  readonly username?: string | null;
  readonly email?: string | null;
  readonly roles?: readonly { readonly code?: string }[];
}

/**
 * The member of staff behind a panel user. The super administrator counts as a manager, so that an office with no
 * register of staff yet can be set up; anyone else who is not in the register has no post and may do nothing.
 */
export function staffActor(directory: Directory, user: PanelUser, via: Actor['via']): Actor {
  const known = directory.byUser.get(user.id);
  const entry = known?.active ? known : undefined;
  const superAdmin = user.roles?.some((role) => role.code === 'strapi-super-admin') ?? false;
  const posts = new Set([entry?.post ?? null, superAdmin ? ('manager' as const) : null]);
  posts.delete(null);
  const own = [user.lastname, user.firstname].filter(Boolean).join('') || user.username;
  return {
    kind: 'staff',
    id: entry?.id ?? `user:${user.id}`,
    name: entry?.name ?? own ?? `#${user.id}`,
    posts: [...posts].filter((post) => post !== null),
    teams: entry?.teams ?? [],
    via,
  };
}

/** The shape of what Strapi's authentication leaves on a request. */
export interface RequestState {
  readonly user?: PanelUser & { readonly documentId?: string };
  readonly auth?: {
    readonly strategy?: { readonly name?: string };
    readonly credentials?: { readonly id?: number; readonly name?: string };
  };
}

/** Who is asking, from what Strapi's authentication left on the request; null for nobody. */
export function actorOf(directory: Directory, state: RequestState, via: Actor['via']): Actor | null {
  const strategy = state.auth?.strategy?.name ?? '';
  if (strategy.startsWith('admin') && state.user) return staffActor(directory, state.user, via);
  return outsideActor(state);
}

/** An outside system or a resident, whom the register of staff does not know; null for anybody else. */
export function outsideActor({ auth, user }: RequestState): Actor | null {
  const strategy = auth?.strategy?.name ?? '';
  if (strategy.startsWith('admin')) return null;
  if (strategy.includes('token') && auth?.credentials) {
    const { id, name } = auth.credentials;
    return {
      kind: 'integration',
      id: `token:${id ?? ''}`,
      name: name ?? 'token',
      posts: [],
      teams: [],
      via: 'api',
    };
  }
  if (strategy === 'users-permissions' && user) {
    return {
      kind: 'resident',
      id: user.documentId ?? String(user.id),
      name: 'resident',
      posts: [],
      teams: [],
      via: 'api',
    };
  }
  return null;
}
