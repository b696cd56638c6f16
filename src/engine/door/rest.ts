import { factories, type Core } from '@strapi/strapi';
import { conflict } from '../../rules/refusal';
import { askingOf, viewingOf, type DoorContext } from './context';
import {
  aboutCase,
  actOnCase,
  createCase,
  editCase,
  showActions,
  showActivities,
  showClocks,
} from './handlers';
import { uidOf } from '../tables';
import { listCases, listingOf } from './listing';
import { scopesOf } from './shape';
import { singleCase, singleOf } from './single';

type Handler = (ctx: DoorContext) => Promise<void>;
type Handle = (ctx: DoorContext) => Promise<unknown>;
type Handlers = Readonly<Record<string, Handler>>;

/**
 * The REST controller of a case type. What is usually asked for is read by statements of ours, in the shape of Strapi's
 * own; all else is Strapi's. One record comes with its clocks and open actions; what changes a record goes through the engine. `own` are the
 * handlers that only this type has.
 */
export function caseController(type: string, own: (strapi: Core.Strapi) => Handlers = () => ({})) {
  return factories.createCoreController(uidOf(type) as never, ({ strapi }: { strapi: Core.Strapi }) => {
    const answer =
      (handle: (ctx: DoorContext) => Promise<unknown>): Handler =>
      async (ctx) => {
        ctx.body = { data: await handle(ctx), meta: {} };
      };
    const idOf = (ctx: DoorContext) => String(ctx.params.id);
    const maySee = async (ctx: DoorContext, populate: readonly string[]): Promise<boolean> => {
      if (populate.length === 0) return true;
      const scope = scopesOf(strapi, type, populate);
      const verified = strapi.get('auth').verify(ctx.state.auth, { scope });
      return verified.then(
        () => true,
        () => false,
      );
    };
    const change = async (ctx: DoorContext, action: string) =>
      actOnCase(await viewingOf(strapi, ctx, 'api'), { type, id: idOf(ctx), action }, askingOf(ctx));
    return {
      ...own(strapi),
      async find(ctx: DoorContext): Promise<unknown> {
        const listing = listingOf(strapi, type, ctx.query);
        if (listing && (await maySee(ctx, listing.populate))) return listCases(strapi, listing);
        return (super.find as Handle)(ctx);
      },
      async findOne(ctx: DoorContext): Promise<unknown> {
        const viewing = await viewingOf(strapi, ctx, 'api');
        const single = singleOf(strapi, { type, id: idOf(ctx) }, ctx.query);
        if (single && (await maySee(ctx, single.populate))) return singleCase(strapi, viewing, single);
        const meta = await aboutCase(viewing, type, idOf(ctx));
        // Strapi's own answer, checked and populated as the query asks.
        const found = (await (super.findOne as Handle)(ctx)) as { data: unknown; meta?: object };
        return { ...found, meta: { ...found.meta, ...meta } };
      },
      create: async (ctx: DoorContext) => {
        const data = await createCase(await viewingOf(strapi, ctx, 'api'), type, askingOf(ctx));
        ctx.body = { data, meta: {} };
        ctx.status = 201;
      },
      update: answer(async (ctx) =>
        editCase(await viewingOf(strapi, ctx, 'api'), { type, id: idOf(ctx) }, askingOf(ctx)),
      ),
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
