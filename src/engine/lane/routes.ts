import type { Core } from '@strapi/strapi';
import { uidOf } from '../tables';

/** A request that the fast lane knows how to answer. */
export interface Trip {
  readonly type: string;
  readonly action: LaneAction;
  readonly params: Readonly<Record<string, string>>;
  /** The rights that Strapi asks for on the ordinary route. */
  readonly scope: readonly string[];
}

const LANE_ACTIONS = ['find', 'findOne', 'create', 'act'] as const;
export type LaneAction = (typeof LANE_ACTIONS)[number];

interface Route {
  readonly method: string;
  readonly path: string;
  readonly handler: unknown;
  readonly config?: {
    readonly auth?: unknown;
    readonly policies?: readonly unknown[];
    readonly middlewares?: readonly unknown[];
  };
}

type Known = ReadonlyMap<string, Pick<Trip, 'type' | 'action' | 'scope'>>;

/**
 * The routes of the case types that may take the fast lane: those that Strapi would run with nothing between authentication and
 * controller. A route that has been given a policy or a middleware of its own keeps the ordinary way.
 */
export function laneRoutes(strapi: Core.Strapi, types: Iterable<string>): Known {
  const known = new Map<string, Pick<Trip, 'type' | 'action' | 'scope'>>();
  for (const type of types) {
    const routers = Object.values(strapi.api(type).routes as unknown as Record<string, { routes?: Route[] }>);
    for (const { method, path, handler, config } of routers.flatMap(({ routes = [] }) => routes)) {
      const action = LANE_ACTIONS.find((name) => handler === `${uidOf(type)}.${name}`);
      const scope = (config?.auth as { scope?: string[] } | undefined)?.scope;
      if (!action || !scope || config?.policies?.length || config?.middlewares?.length) continue;
      known.set(`${method} ${path}`, { type, action, scope });
    }
  }
  return known;
}

/** What a request asks for, if the lane knows its route. An unusual spelling of an address is left to the router. */
export function tripOf(
  known: Known,
  prefix: string,
  { method, path }: { method: string; path: string },
): Trip | null {
  if (!path.startsWith(`${prefix}/`) || !/^[\w/-]+$/.test(path)) return null;
  const [plural, id, word, action, ...more] = path.slice(prefix.length + 1).split('/');
  if (more.length > 0 || [plural, id, word, action].includes('')) return null;
  // What is no documentId may be a word that a route of its own stands for.
  if (id !== undefined && !/^[a-z0-9]{24}$/.test(id)) return null;
  const pattern =
    id === undefined
      ? `/${plural}`
      : word === undefined
        ? `/${plural}/:id`
        : action && `/${plural}/:id/${word}/:action`;
  const route = pattern && known.get(`${method} ${pattern}`);
  if (!route) return null;
  return { ...route, params: { ...(id ? { id } : {}), ...(action ? { action } : {}) } };
}
