import type { Core } from '@strapi/strapi';
import { conflict } from '../../rules/refusal';

interface Route {
  readonly path: string;
  readonly config?: { middlewares?: unknown[] };
}

const OF_DRAFTS = /\/actions\/(publish|unpublish|discard|bulkPublish|bulkUnpublish)$/;

/**
 * Refuses the panel's ways of publishing and withdrawing for record types that have no drafts, where Strapi
 * itself fails with an error of its own. Code: NOT_DRAFTED.
 */
export function guardDrafts(strapi: Core.Strapi): void {
  const onlyWithDrafts = (
    { params }: { params: Readonly<Record<string, string>> },
    next: () => Promise<unknown>,
  ): Promise<unknown> => {
    const type = strapi.contentTypes[String(params.model) as never] as
      { options?: { draftAndPublish?: boolean } } | undefined;
    if (type?.options?.draftAndPublish === false) throw conflict('NOT_DRAFTED', { type: params.model });
    return next();
  };
  const { admin } = strapi.plugin('content-manager').routes as unknown as { admin: { routes: Route[] } };
  for (const route of admin.routes) {
    if (OF_DRAFTS.test(route.path) && route.config) {
      route.config.middlewares = [...(route.config.middlewares ?? []), onlyWithDrafts];
    }
  }
}
