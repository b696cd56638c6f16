import { factories, type Core } from '@strapi/strapi';
import { conflict } from '../../rules/refusal';
import { askingOf, viewingOf, type DoorContext } from './context';
import { actOnCase, createCase, showActions, showActivities, showCase, showClocks } from './handlers';
import { uidOf } from '../tables';

type Handler = (ctx: DoorContext) => Promise<void>;

/**
 * The REST controller of a case type. Lists are Strapi's own; one record comes with its clocks and open
 * actions; what changes a record goes through the engine.
 */
export function caseController(type: string) {
  return factories.createCoreController(uidOf(type) as never, ({ strapi }: { strapi: Core.Strapi }) => {
    const answer =
      (handle: (ctx: DoorContext) => Promise<unknown>): Handler =>
      async (ctx) => {
        ctx.body = { data: await handle(ctx), meta: {} };
      };
    const idOf = (ctx: DoorContext) => String(ctx.params.id);
    const change = async (ctx: DoorContext, action: string) =>
      actOnCase(await viewingOf(strapi, ctx, 'api'), { type, id: idOf(ctx), action }, askingOf(ctx));
    return {
      findOne: answer(async (ctx) => showCase(await viewingOf(strapi, ctx, 'api'), type, idOf(ctx))),
      create: async (ctx: DoorContext) => {
        const data = await createCase(await viewingOf(strapi, ctx, 'api'), type, askingOf(ctx));
        ctx.body = { data, meta: {} };
        ctx.status = 201;
      },
      update: answer((ctx) => change(ctx, 'edit')),
      delete: async () => {
        throw conflict('CASE_NOT_DELETABLE', { type });
      },
      act: answer((ctx) => change(ctx, String(ctx.params.action))),
      actions: answer(async (ctx) => showActions(await viewingOf(strapi, ctx, 'api'), type, idOf(ctx))),
      activities: answer(async (ctx) => showActivities(await viewingOf(strapi, ctx, 'api'), type, idOf(ctx))),
      clocks: answer(async (ctx) => showClocks(await viewingOf(strapi, ctx, 'api'), type, idOf(ctx))),
    } as never;
  });
}

/** The REST routes that every case type has besides Strapi's five. */
export function actionRoutes(type: string, plural: string) {
  const route = (method: string, path: string, handler: string) => ({
    method,
    path: `/${plural}/:id/${path}`,
    handler: `${uidOf(type)}.${handler}`,
    config: {},
  });
  return {
    type: 'content-api',
    routes: [
      route('GET', 'actions', 'actions'),
      route('POST', 'actions/:action', 'act'),
      route('GET', 'activities', 'activities'),
      route('GET', 'clocks', 'clocks'),
    ],
  };
}
